"""Odoo 19 itself: the checkout that ODOO_HOME names, or Debian's package in the cache.

Odoo is on no Python index and in no stable Debian. Debian's unstable suite has it; apt
fetches it into a private folder, so the machine's own packages stay as they are and no
right of root is needed.
"""

import os
import shutil
import subprocess
from pathlib import Path

from dev import cache, paths, process
from dev.errors import SetupError

PACKAGE = "odoo-19"
ODOO_SUITE = "sid"
ASSET_SUITE = "trixie"
ASSET_PACKAGES = (
    "fonts-font-awesome",  # 4.7, whose class names Odoo uses; unstable has 7
    "fonts-inconsolata",
    "fonts-montserrat",
    "fonts-ocr-b",
    "fonts-roboto-unhinted",
    "libjs-jquery",
    "libjs-jquery-form",
    "libjs-underscore",
)
CUT_BY_DEBIAN = Path("mail/static/lib/selfie_segmentation/selfie_segmentation.js")
KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
DIST_PACKAGES = Path("usr/lib/python3/dist-packages")
OTHER_WAY = "Set ODOO_HOME to the folder of an Odoo 19 checkout, then start again."


def home() -> Path:
    """Return the folder that holds the package `odoo`, fetching it the first time."""
    if given := os.environ.get("ODOO_HOME"):
        return _checked_home(Path(given).expanduser().resolve())
    if found := _cached():
        return found / DIST_PACKAGES
    with cache.locked(paths.cache_root() / "odoo.lock", "another set-up of Odoo"):
        return (_cached() or _fetch()) / DIST_PACKAGES


def revision(odoo_home: Path) -> str:
    """Return what changes when another Odoo, or another commit of it, is used."""
    if not (odoo_home / ".git").exists() or not shutil.which("git"):
        return str(odoo_home)
    command = ("git", "-C", odoo_home, "rev-parse", "HEAD")
    commit = subprocess.run(command, capture_output=True, text=True, check=False)
    return f"{odoo_home} {commit.stdout.strip()}"


def _checked_home(folder: Path) -> Path:
    release = folder / "odoo" / "release.py"
    if not release.is_file():
        raise SetupError(
            f"ODOO_HOME={folder} holds no Odoo: it has no odoo/release.py.\n"
            "Name the folder that contains odoo-bin (or the package `odoo`)."
        )
    if "version_info = (19, 0" not in release.read_text():
        raise SetupError(
            f"ODOO_HOME={folder} is not Odoo 19.0.\n"
            "Check out its branch 19.0, or unset ODOO_HOME to have it fetched."
        )
    return folder


def _cached() -> Path | None:
    complete = filter(cache.is_complete, paths.cache_root().glob("odoo-19*"))
    return max(complete, key=lambda folder: folder.stat().st_mtime, default=None)


def _fetch() -> Path:
    if not shutil.which("apt-get") or not shutil.which("dpkg-deb"):
        raise SetupError(
            "This machine has no apt, and Odoo 19 comes as a Debian package.\n"
            f"{OTHER_WAY}"
        )
    apt = PrivateApt(paths.cache_root() / "apt")
    with process.step("Reading the package lists"):
        apt.update((ODOO_SUITE, ASSET_SUITE))
    version = apt.version(PACKAGE).replace(":", "_")
    folder = paths.cache_root() / f"odoo-{version}"

    def unpack(target: Path) -> None:
        with process.step(f"Fetching Odoo {version} (125 MB)"):
            packages = apt.download((PACKAGE, *_pinned(ASSET_PACKAGES)))
        with process.step("Unpacking Odoo (1.2 GB)"):
            for package in packages:
                apt.run("unpacking Odoo", "dpkg-deb", "-x", package, target)
            stub = target / DIST_PACKAGES / "odoo/addons" / CUT_BY_DEBIAN
            stub.parent.mkdir(parents=True, exist_ok=True)
            stub.touch()

    cache.built(folder, unpack)
    apt.remove()
    return folder


def _pinned(packages: tuple[str, ...]) -> list[str]:
    return [f"{package}/{ASSET_SUITE}" for package in packages]


class PrivateApt:
    """An apt with sources, lists and downloads of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = paths.cache_root() / "logs" / "apt.log"
        shutil.rmtree(folder, ignore_errors=True)
        for name in ("lists/partial", "archives/partial", "download"):
            (folder / name).mkdir(parents=True)

    def update(self, suites: tuple[str, ...]) -> None:
        """Read the lists of the suites from the mirror that this machine uses."""
        mirror = os.environ.get("KPI_DEBIAN_MIRROR") or self._mirror()
        if not mirror:
            raise SetupError(
                "The apt of this machine knows no Debian mirror, and Odoo 19 comes as "
                f"a Debian package.\n{OTHER_WAY} Or install debian-archive-keyring "
                "and set KPI_DEBIAN_MIRROR to the address of a Debian mirror."
            )
        signed = f"[signed-by={KEYRING}] " if KEYRING.is_file() else ""
        lines = (f"deb {signed}{mirror} {suite} main\n" for suite in suites)
        (self.folder / "sources.list").write_text("".join(lines))
        self.run("reading the package lists", "apt-get", *self._options(), "update")

    def version(self, package: str) -> str:
        """Return the version that a download would bring."""
        shown = self.run(
            "looking for Odoo", "apt-cache", *self._options(), "show", package
        )
        versions = [x[9:] for x in shown.splitlines() if x.startswith("Version: ")]
        return versions[0]

    def download(self, packages: tuple[str, ...]) -> list[Path]:
        """Download packages, without what they depend on."""
        target = self.folder / "download"
        command = ("apt-get", *self._options(), "download", *packages)
        self.run("fetching Odoo", *command, cwd=target)
        return sorted(target.glob("*.deb"))

    def remove(self) -> None:
        """Drop the lists and the downloads, which are of no more use."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, what: str, *command: object, cwd: Path | None = None) -> str:
        """Run a program of apt, its output kept in a log."""
        env = os.environ | {"LC_ALL": "C.UTF-8"}
        return process.run(command, what, self.log, env=env, cwd=cwd)

    def _mirror(self) -> str | None:
        """Return Debian's mirror in the configuration of this machine's apt.

        apt tells the origin of a source only once its list was read, which a bare
        image has not done: then it is read into the private folder.
        """
        form = ("indextargets", "--format", "$(ORIGIN) $(CODENAME) $(REPO_URI)")
        found = self.run("asking apt for its mirrors", "apt-get", *form)
        if not found.strip():
            apt = ("apt-get", *_as_options(self._private))
            self.run("reading the package lists", *apt, "update")
            found = self.run("asking apt for its mirrors", *apt, *form)
        for line in found.splitlines():
            origin, suite, uri = line.split()
            if origin == "Debian" and "-" not in suite:  # not, say, bookworm-security
                return uri
        return None

    @property
    def _private(self) -> dict[str, object]:
        return {
            "Dir::State::Lists": self.folder / "lists",
            "Dir::Cache": self.folder,
            "APT::Sandbox::User": "root",
            "Acquire::Retries": 2,
        }

    def _options(self) -> list[str]:
        sources = {
            "Dir::Etc::sourcelist": self.folder / "sources.list",
            "Dir::Etc::sourceparts": "-",
            "APT::Update::Error-Mode": "any",
        }
        return _as_options(self._private | sources)


def _as_options(settings: dict[str, object]) -> list[str]:
    return [x for key, value in settings.items() for x in ("-o", f"{key}={value}")]
