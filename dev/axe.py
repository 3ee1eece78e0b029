"""axe-core, which looks through a page for what keeps people out of it.

It is JavaScript; its pinned copy comes out of a wheel, so that neither Node nor its
registry is needed. The package around it, which drives another browser, is not.
"""

import sys
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

from dev import cache, paths, process

WHEEL = "axe-playwright-python==0.1.8"  # holds axe-core 4.12.1
SCRIPT = "axe_playwright_python/axe.min.js"


def script() -> str:
    """Return the script, fetching it the first time."""
    folder = paths.cache_root() / f"axe-{paths.fingerprint(WHEEL)}"
    return (cache.built(folder, _fetch) / SCRIPT).read_text()


def _fetch(target: Path) -> None:
    log = paths.cache_root() / "logs" / "axe.log"
    options = ("--no-deps", "--only-binary=:all:", "--dest", target)
    with process.step("Fetching axe-core (0.6 MB)"):
        command = (*_pip(), "download", "--no-input", *options, WHEEL)
        process.run(command, "fetching axe-core", log)
        (wheel,) = target.glob("*.whl")
        with ZipFile(wheel) as archive:
            archive.extract(SCRIPT, target)


def _pip():
    """Return the command of pip, which Debian's Python keeps beside its packages."""
    if find_spec("pip"):
        return (sys.executable, "-m", "pip")
    wheels = Path(sys.prefix) / "usr/share/python-wheels"
    return (sys.executable, next(wheels.glob("pip-*.whl")) / "pip")
