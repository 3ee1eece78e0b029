"""The Python packages: one virtual environment for each set of requirements."""

import os
import platform
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from dev import cache, paths, process
from dev.odoo_package import PrivateApt

REQUIREMENTS = (paths.ROOT / "requirements.txt", paths.ROOT / "requirements-dev.txt")
PIP_OPTIONS = (
    "--disable-pip-version-check",
    "--no-input",
    "--no-compile",
    "--retries=2",
)


def environment(odoo_home: Path) -> Path:
    """Return the virtual environment, in which `import odoo` works."""
    requirements = (file.read_bytes() for file in REQUIREMENTS)
    key = paths.fingerprint(*requirements, str(odoo_home), sys.executable)
    folder = paths.cache_root() / f"venv-{platform.python_version()}-{key}"
    if cache.is_complete(folder) and not _answers(folder):
        (folder / cache.COMPLETE).unlink()

    def build(target: Path) -> None:
        log = paths.cache_root() / "logs" / "pip.log"
        with process.step("Installing the Python packages (300 MB)"):
            pip = _create(target, log)
            files = [x for file in REQUIREMENTS for x in ("-r", file)]
            command = (*pip, "install", *PIP_OPTIONS, *files)
            process.run(command, "installing the Python packages", log)
        (site_packages(target) / "odoo.pth").write_text(f"{odoo_home}\n")

    return cache.built(folder, build)


def python(venv: Path) -> Path:
    """Return the interpreter of a virtual environment."""
    return venv / "bin" / "python"


def site_packages(venv: Path) -> Path:
    """Return where a virtual environment keeps its packages."""
    major, minor = sys.version_info[:2]
    return venv / "lib" / f"python{major}.{minor}" / "site-packages"


def _answers(venv: Path) -> bool:
    """Tell whether the interpreter still runs, which a system upgrade may end."""
    command = (python(venv), "-c", "")
    try:
        return subprocess.run(command, check=False).returncode == 0
    except OSError:
        return False


def _create(target: Path, log: Path) -> list[object]:
    """Create the environment and return the command of its pip.

    Debian's Python lacks `ensurepip` unless python3-venv is installed; the wheel of
    pip is then taken from Debian's package of it, which needs no right of root.
    """
    what = "creating the Python environment"
    command = [sys.executable, "-m", "venv", target]
    if find_spec("ensurepip") and find_spec("ensurepip._bundled"):
        process.run(command, what, log)
        return [python(target), "-m", "pip"]
    process.run([*command, "--without-pip"], what, log)
    apt = PrivateApt(target / "apt")
    apt.update(("trixie",))
    (package,) = apt.download(("python3-pip-whl",))
    apt.run(what, "dpkg-deb", "-x", package, target)
    apt.remove()
    (wheel,) = (target / "usr/share/python-wheels").glob("pip-*.whl")
    os.environ["PIP_PYTHON"] = str(python(target))
    return [python(target), wheel / "pip"]
