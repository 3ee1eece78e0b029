"""The project's Odoo: packages, configuration and a running database server."""

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dev import odoo_package, paths, postgres, process, venv
from dev.errors import SetupError

PG_VARIABLES = re.compile(r"PG[A-Z]+")


@dataclass(frozen=True)
class Instance:
    """An Odoo that can be called; `env` carries all it needs to find its parts."""

    odoo_home: Path
    venv: Path
    env: dict[str, str]

    @property
    def odoo_command(self) -> list[str]:
        """The start of every command line of Odoo."""
        return [str(venv.python(self.venv)), "-m", "odoo"]

    @property
    def filestore(self) -> Path:
        """Where the files of the databases lie, a folder for each."""
        return paths.clone_state() / "data" / "filestore"

    @property
    def embedded(self) -> bool:
        """Whether the database server is this clone's own."""
        return self.env.get("PGHOST", "").startswith(str(paths.state_root()))

    def odoo(self, *arguments: object, what: str, log: Path, **options: object) -> str:
        """Run an Odoo command to its end; the options are those of `process.run`."""
        command = (*self.odoo_command, *arguments)
        return process.run(command, what, log, env=self.env, **options)

    def pg(self, program: str, *arguments: object, what: str) -> str:
        """Run one of PostgreSQL's own programs."""
        command = (Path(self.env["PGPATH"]) / program, *arguments)
        return process.run(command, what, paths.logs() / "postgres.log", env=self.env)

    def sql(self, statement: str, database: str = "postgres") -> str:
        """Run SQL and return its plain output."""
        psql = Path(self.env["PGPATH"]) / "psql"
        result = subprocess.run(
            [psql, "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", database, "-f", "-"],
            input=statement,
            capture_output=True,
            text=True,
            env=self.env,
            check=False,
        )
        if result.returncode:
            raise SetupError(
                f"The database server refused a statement: {result.stderr.strip()}\n"
                "Start the same command again; if it stays so, start ./run --fresh."
            )
        return result.stdout.strip()


@contextmanager
def started() -> Iterator[Instance]:
    """Give the instance with everything fetched, installed and started."""
    odoo_home = odoo_package.home()
    environment = venv.environment(odoo_home)
    with postgres.server(environment) as variables:
        env = tool_environment(environment) | variables
        env["ODOO_RC"] = str(paths.ROOT / "odoo.conf")
        env["ODOO_ADDONS_PATH"] = str(paths.ADDONS)
        env["ODOO_DATA_DIR"] = str(paths.clone_state() / "data")
        yield Instance(odoo_home, environment, env)


def tool_environment(environment: Path) -> dict[str, str]:
    """Return the variables for programs of the virtual environment.

    Compiled Python goes to the cache: the clone stays clean, and Odoo starts twice as
    fast where PYTHONDONTWRITEBYTECODE would have it compiled each time.
    """
    keep_pg = any(os.environ.get(name) for name in postgres.SERVER_VARIABLES)
    env = {
        name: value
        for name, value in os.environ.items()
        if keep_pg or not PG_VARIABLES.fullmatch(name)
    }
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    env["PYTHONPYCACHEPREFIX"] = str(paths.cache_root() / "pycache")
    env["VIRTUAL_ENV"] = str(environment)
    env["PATH"] = process.path_with(environment / "bin")
    return env
