"""Entry of ./run, ./test and ./odoo; failures become plain words here."""

import os
import signal
import sys

from dev.commands import odoo, run, test, tool
from dev.errors import SetupError, explain_os_error

COMMANDS = {
    "run": run.main,
    "test": test.main,
    "odoo": odoo.main,
    "tool": tool.main,
}


def main(argv: list[str]) -> int:
    """Run one command; a failure becomes one or two sentences and exit code 1."""
    os.environ.pop("PYTHONPATH", None)  # set by start.sh for this process alone
    if os.geteuid() == 0:
        os.umask(0o022)  # the database server, which is not root, reads what root made
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)
    try:
        return COMMANDS[argv[0]](argv[1:])
    except SetupError as error:
        print(f"\n{error}", file=sys.stderr)
    except OSError as error:
        if not (words := explain_os_error(error)):
            raise
        print(f"\n{words}", file=sys.stderr)
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130
    return 1


def _interrupt(number: int, frame: object) -> None:
    """Treat a plain kill and a closed terminal like Ctrl-C: clean up, then end."""
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
