"""Programs of the system: wkhtmltopdf for the PDFs, Chromium for the browser tests."""

import os
import shutil
import sys

from dev import cache, paths, process
from dev.errors import SetupError

FONTS = ("fonts-liberation", "fonts-dejavu-core")
FOR_PDF = {"wkhtmltopdf": "wkhtmltopdf"}
FOR_TESTS = FOR_PDF | {
    "chromium": "chromium",
    "pdftotext": "poppler-utils",
    "msgfmt": "gettext",
}


def require(programs: dict[str, str], *, needed: bool) -> None:
    """See to it that the programs are there; without rights, say what to type."""
    missing = [name for name in programs if not shutil.which(name)]
    if not missing:
        return
    packages = sorted({programs[name] for name in missing} | set(FONTS))
    command = f"sudo apt-get install --no-install-recommends {' '.join(packages)}"
    try:
        if os.geteuid() != 0 or not shutil.which("apt-get"):
            raise SetupError(
                f"The tests need {' and '.join(missing)}, which only root can install."
                f"\nWhere there is apt, type: {command}\nThen start again."
            )
        _install(packages)
    except SetupError:
        if needed:
            raise
        print(
            f"! Without {' and '.join(missing)} everything works but printing to PDF.\n"
            f"  To have it, where there is apt, type: {command}",
            file=sys.stderr,
        )


def _install(packages: list[str]) -> None:
    what = f"installing {', '.join(packages)}"
    log = paths.cache_root() / "logs" / "browser.log"
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    options = ("-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=2")
    command = ("apt-get", *options, "install", "-y", "--no-install-recommends")
    lock = cache.locked(paths.cache_root() / "browser.lock", "another installation")
    with lock, process.step(what.capitalize()):
        try:
            process.run((*command, *packages), what, log, env=env)
        except SetupError:  # the lists are older than the mirror, or were never read
            process.run(("apt-get", *options, "update"), what, log, env=env)
            process.run((*command, *packages), what, log, env=env)
