"""Where things lie: the clone, the shared cache, and the data of this one clone."""

import hashlib
import os
from pathlib import Path

PROJECT = "kpi_evaluation"
ROOT = Path(__file__).resolve().parent.parent
ADDONS = ROOT / "addons"
ADDON = ADDONS / PROJECT
ROOT_STATE = Path("/var/lib") / PROJECT


def cache_root() -> Path:
    """Return the folder of what can be downloaded again; all clones share it."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / PROJECT


def state_root() -> Path:
    """Return the folder of databases and their files.

    PostgreSQL refuses to run as root and cannot enter root's home as anybody else, so
    root's databases lie where a distribution keeps those of its services.
    """
    if base := os.environ.get("XDG_STATE_HOME"):
        return Path(base) / PROJECT
    if os.geteuid() == 0:
        return ROOT_STATE
    return Path.home() / ".local" / "state" / PROJECT


def clone_state() -> Path:
    """Return the folder of this clone's databases, so that clones never meet."""
    key = hashlib.sha256(os.fsencode(ROOT)).hexdigest()[:12]
    folder = state_root() / key
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "clone").write_text(f"{ROOT}\n")
    return folder


def logs() -> Path:
    """Return the folder of what programs said while they worked for this clone."""
    return clone_state() / "logs"


def fingerprint(*parts: str | bytes) -> str:
    """Return a short key for the given values."""
    digest = hashlib.sha256()
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        digest.update(len(content).to_bytes(8, "big") + content)
    return digest.hexdigest()[:12]


def tree_fingerprint(folder: Path) -> str:
    """Return a key that changes with the name or content of any file below a folder."""
    parts: list[str | bytes] = []
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_file() and path.suffix != ".pyc" and "/." not in f"/{name}":
            parts += [name, path.read_bytes()]
    return fingerprint(*parts)
