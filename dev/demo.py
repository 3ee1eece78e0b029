"""The demonstration database: made once, upgraded when the add-on's code changed."""

from pathlib import Path

from dev import cache, paths, process
from dev.databases import Databases
from dev.instance import Instance

LOAD_DEMO = Path(__file__).parent / "shell" / "load_demo.py"
UPGRADE_FAILED = "upgrading the demonstration (./run --fresh starts it anew)"


def ensure(odoo: Instance, name: str, log: Path, *, fresh: bool = False) -> None:
    """Make the database if it is missing or half made; upgrade it if it is old."""
    databases = Databases(odoo)
    code = paths.tree_fingerprint(paths.ADDON)
    wanted = f"{databases.key} {code}"
    with cache.locked(paths.clone_state() / f"{name}.lock", "another set-up"):
        mark = databases.mark(name)
        if mark == wanted and not fresh:
            return
        if fresh or not mark:
            _create(databases, name, log)
        else:
            modules = paths.PROJECT if mark.startswith(databases.key) else "all"
            with process.step("Upgrading the demonstration to the present code"):
                install(odoo, name, log, "-u", modules, what=UPGRADE_FAILED)
        databases.set_mark(name, wanted)


def _create(databases: Databases, name: str, log: Path) -> None:
    databases.create(name)
    with process.step("Creating the demonstration"):
        install(databases.odoo, name, log, what="installing the add-on")
        databases.odoo.odoo(
            *("shell", "-d", name, "--no-http"),
            what="loading the demonstration's data",
            log=log,
            input=LOAD_DEMO.read_text(),
            append=True,
        )


def install(
    odoo: Instance,
    name: str,
    log: Path,
    option: str = "-i",
    modules: str = paths.PROJECT,
    what: str = "installing the add-on",
) -> None:
    """Install the add-on in a database, or with `-u` upgrade modules."""
    arguments = ("-d", name, option, modules, "--stop-after-init", "--no-http")
    odoo.odoo(*arguments, what=what, log=log)
