#!/usr/bin/env python3
"""Send tasks from a document-management system to the KPI evaluation.

    KPI_API_KEY=… docs/examples/send_tasks.py https://kpi.example.vn tasks.json

Plain Python 3, nothing to install. `tasks.json` holds a list of tasks (see
docs/integration.md). Sending the same file again changes nothing, so after a broken
connection it is simply sent again. Prints every answer; ends with 1 if any is refused.
"""

import argparse
import json
import os
import sys
import urllib.error
import urllib.request

TASKS_AT_ONCE = 500
TIMEOUT_SECONDS = 120


def main():
    options = _options()
    with open(options.file, encoding="utf-8") as file:
        tasks = json.load(file)
    refused = 0
    for first in range(0, len(tasks), TASKS_AT_ONCE):
        answers = send(options, tasks[first : first + TASKS_AT_ONCE])
        for answer in answers:
            print(answer["status"], answer["external_ref"], answer["message"])
            refused += answer["status"] == "refused"
    return 1 if refused else 0


def send(options, tasks):
    """Return the answers to the tasks, one for each, in their order."""
    headers = {
        "Authorization": f"Bearer {os.environ['KPI_API_KEY']}",
        "Content-Type": "application/json",
    }
    if options.database:
        headers["X-Odoo-Database"] = options.database
    request = urllib.request.Request(
        f"{options.url.rstrip('/')}/json/2/kpi.assignment/receive_tasks",
        data=json.dumps({"tasks": tasks, "context": {"lang": "vi_VN"}}).encode(),
        headers=headers,
        method="POST",
    )
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS) as response:
            return json.load(response)
    except urllib.error.HTTPError as error:
        message = error.read().decode("utf-8", "replace")
        try:
            message = json.loads(message)["message"]
        except (ValueError, KeyError, TypeError):
            message = message[:500]
        sys.exit(f"HTTP {error.code}: {message}")
    except OSError as error:
        sys.exit(f"Not sent, send it again: {error}")


def _options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("url", help="where the KPI evaluation is served")
    parser.add_argument("file", help="a JSON file with a list of tasks")
    parser.add_argument("--database", help="where one server holds several databases")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
