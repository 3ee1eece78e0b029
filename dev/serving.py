"""Odoo as a server for the browser, which ends with the command that started it."""

import contextlib
import ctypes
import http.client
import signal
import socket
import subprocess
import time
from types import TracebackType

from dev import instance, paths, process
from dev.errors import SetupError, explain_failure

ADDRESS = "127.0.0.1"
FIRST_PAGE = "/web/login"
PATIENCE_SECONDS = 180
PATIENCE_AT_END_SECONDS = 5
PR_SET_PDEATHSIG = 1


def require_free_port(port: int) -> None:
    """Refuse a port on which another program listens."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError as error:
            raise SetupError(
                f"Port {port} is taken by another program (maybe another ./run).\n"
                f"Stop that one, or choose another port: ./run --port {port + 1}"
            ) from error


def free_port() -> int:
    """Return a port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind((ADDRESS, 0))
        return probe.getsockname()[1]


def _end_with_parent() -> None:
    """Ask the kernel to stop this process when its parent is killed."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


class Server:
    """An Odoo that serves one database."""

    def __init__(self, odoo: instance.Instance, database: str, port: int) -> None:
        self.url = f"http://localhost:{port}"
        self.port = port
        self.log = paths.logs() / "server.log"
        filter_option = f"--db-filter=^{database}$"
        options = ("-d", database, filter_option, f"--http-port={port}")
        self.command = [*odoo.odoo_command, *options]
        self.env = odoo.env

    def __enter__(self) -> "Server":
        # A session of its own: Ctrl-C comes to this process, which stops Odoo once.
        with self.log.open("w") as output:
            self.process = subprocess.Popen(
                self.command,
                env=self.env,
                stdout=output,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
                preexec_fn=_end_with_parent,
            )
        try:
            with process.step("Starting Odoo"):
                self._await_first_page()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # Odoo ends its requests on the first signal and drops them on the second.
        for stop in (self.process.terminate, self.process.terminate, self.process.kill):
            with contextlib.suppress(subprocess.TimeoutExpired, KeyboardInterrupt):
                stop()
                self.process.wait(timeout=PATIENCE_AT_END_SECONDS)

    def wait(self) -> int:
        """Wait until Ctrl-C, or until Odoo ends by itself, which is a failure."""
        with contextlib.suppress(KeyboardInterrupt):
            self.process.wait()
            raise self._failure()
        print("\nStopping …", flush=True)
        return 0

    def _await_first_page(self) -> None:
        """Wait for the first page, which also makes Odoo build what it needs."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise self._failure()
            if self._answers():
                return
            time.sleep(0.3)
        raise self._failure()

    def _answers(self) -> bool:
        connection = http.client.HTTPConnection(ADDRESS, self.port, timeout=60)
        try:
            connection.request("GET", FIRST_PAGE)
            return connection.getresponse().status < 400
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def _failure(self) -> SetupError:
        return explain_failure("serving", self.log.read_text(), self.log)
