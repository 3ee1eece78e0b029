"""A real server of several workers for the time of a measurement."""

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from odoo import http
from odoo.service.security import compute_session_token

ADDRESS = "127.0.0.1"
PATIENCE_SECONDS = 120
# How Odoo logs a request: method, path, status, queries, seconds in SQL and beside it.
LOGGED = re.compile(r'"(\w+) (\S+) HTTP/1\.\d" (\d+) - (\d+) ([\d.]+) ([\d.]+)')


class Served:
    """The running server: where it listens, and what it has logged."""

    def __init__(self, port, log):
        self.port = port
        self.log = log

    def queries(self, path):
        """The number of queries of each logged request of a path."""
        lines = LOGGED.findall(self.log.read_text())
        return [int(count) for _m, url, _s, count, *_t in lines if url == path]


@contextmanager
def served(database, workers):
    """Start Odoo with so many workers on a free port; stop it at the end."""
    port, live_port = _free_port(), _free_port()
    with tempfile.NamedTemporaryFile(suffix=".log") as log:
        command = (
            *(sys.executable, "-m", "odoo", "-d", database),
            *(f"--db-filter=^{database}$", f"--workers={workers}"),
            *(f"--http-port={port}", f"--gevent-port={live_port}"),
            "--max-cron-threads=0",
        )
        server = subprocess.Popen(
            command, stdout=log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL
        )
        try:
            _await(server, port, Path(log.name))
            yield Served(port, Path(log.name))
        finally:
            server.terminate()
            server.wait(timeout=60)


def sessions(env, users):
    """[(user, session id)]: people who have logged in before, as a browser keeps it."""
    store = http.root.session_store
    made = []
    for user in users:
        session = store.new()
        session.update(http.get_default_session(), db=env.cr.dbname)
        session.uid, session.login = user.id, user.login
        mine = env(user=user.id)
        session.session_token = compute_session_token(session, mine)
        session.context = dict(mine["res.users"].context_get())
        store.save(session)
        made.append((user, session.sid))
    return made


def _free_port():
    with socket.socket() as probe:
        probe.bind((ADDRESS, 0))
        return probe.getsockname()[1]


def _await(server, port, log):
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        with socket.socket() as probe:
            if not probe.connect_ex((ADDRESS, port)):
                return
        time.sleep(0.3)
    print(log.read_text()[-3000:], file=sys.stderr)
    raise SystemExit(f"the server did not come up (port {port}, pid {os.getpid()})")
