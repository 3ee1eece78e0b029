"""./test: set everything up in databases of its own, lint, then run every test."""

import os
from pathlib import Path

from dev import browser, cache, demo, instance, lint, odoo_package, paths, process, venv
from dev.databases import Databases
from dev.instance import Instance

DATABASE = "kpi_test"
DEMO_DATABASE = "kpi_test_demo"
WITHOUT_ODOO = tuple(paths.ROOT / "tests" / name for name in ("kernel", "dev"))


def main(arguments: list[str]) -> int:
    """Return pytest's exit code; what a linter or a set-up refuses ends it earlier.

    Named files and folders are tested without the linters before them, and those that
    need no Odoo without a database.
    """
    chosen = [path for argument in arguments if (path := _path(argument))]
    arguments = [_from_root(argument) for argument in arguments]
    if not chosen:
        lint.run(venv.environment(odoo_package.home()))
    if chosen and all(_is_below(path, WITHOUT_ODOO) for path in chosen):
        environment = venv.environment(odoo_package.home())
        env = instance.tool_environment(environment)
        return _pytest(environment, env, "-p", "no:odoo", *arguments)
    browser.require(browser.FOR_TESTS, needed=True)
    lock = paths.clone_state() / "test.lock"
    with cache.locked(lock, "another ./test of this clone"), instance.started() as odoo:
        env = odoo.env | _prepared(odoo)
        return _pytest(
            odoo.venv, env, f"--odoo-database={DATABASE}", "--odoo-http", *arguments
        )


def _prepared(odoo: Instance) -> dict[str, str]:
    """Make the databases and return the variables that name them to the tests."""
    log = paths.logs() / "install.log"
    databases = Databases(odoo)
    if os.environ.get("KPI_KEEP_DB") and databases.mark(DATABASE) == databases.key:
        with process.step("Upgrading the test database"):
            demo.install(odoo, DATABASE, log, "-u")
    else:
        databases.create(DATABASE)
        with process.step("Installing the add-on in the test database"):
            demo.install(odoo, DATABASE, log)
        databases.set_mark(DATABASE, databases.key)
    variables = {"KPI_INSTALL_LOG": str(log)}
    if not os.environ.get("KPI_SKIP_DEMO_DB"):
        demo_log = paths.logs() / "install-demo.log"
        fresh = not os.environ.get("KPI_KEEP_DB")
        demo.ensure(odoo, DEMO_DATABASE, demo_log, fresh=fresh)
        variables["KPI_DEMO_DB"] = DEMO_DATABASE
        variables["KPI_DEMO_INSTALL_LOG"] = str(demo_log)
    return variables


def _pytest(environment: Path, env: dict[str, str], *arguments: str) -> int:
    command = (str(venv.python(environment)), "-m", "pytest", *arguments)
    return process.hand_over(command, env=env, cwd=paths.ROOT)


def _path(argument: str) -> Path | None:
    """Return the file or folder that an argument of pytest names, if it names one."""
    name = argument.partition("::")[0]
    path = Path(name).absolute()
    return path if name and not name.startswith("-") and path.exists() else None


def _from_root(argument: str) -> str:
    """Make a path independent of the folder in which ./test was called."""
    path = _path(argument)
    if not path:
        return argument
    return str(path) + argument[len(argument.partition("::")[0]) :]


def _is_below(path: Path, folders: tuple[Path, ...]) -> bool:
    return any(path.resolve().is_relative_to(folder) for folder in folders)
