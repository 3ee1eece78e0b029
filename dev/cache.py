"""Folders that are built once: whole or not at all, by one process at a time."""

import fcntl
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dev.errors import disk_full

COMPLETE = ".complete"
NEEDED_BYTES = 4 * 1024**3

held_locks: list[int] = []
"""Locks that child programs inherit: should this process be killed, what it started
keeps the lock until it ends, and no second set-up writes into the same folder."""


@contextmanager
def locked(path: Path, waiting_for: str) -> Iterator[None]:
    """Hold the lock file, saying so when another process has it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print(f"waiting for {waiting_for} …", file=sys.stderr, flush=True)
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        held_locks.append(descriptor)
        yield
    finally:
        if descriptor in held_locks:
            held_locks.remove(descriptor)
        os.close(descriptor)


def is_complete(folder: Path) -> bool:
    """Tell whether a folder was built to its end."""
    return (folder / COMPLETE).is_file()


def built(folder: Path, build: Callable[[Path], None]) -> Path:
    """Return the folder, building it first if it is missing or only half there.

    It is built where it stays, since virtual environments cannot be moved, and the
    mark that makes it count is written last: what was interrupted has none and is
    thrown away by the next start.
    """
    if is_complete(folder):
        return folder
    lock = folder.with_name(f"{folder.name}.lock")
    with locked(lock, f"another set-up of {folder.name}"):
        if not is_complete(folder):
            require_space(folder.parent)
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            build(folder)
            (folder / COMPLETE).touch()
    return folder


def require_space(folder: Path, needed: int = NEEDED_BYTES) -> None:
    """Refuse to start what the disk cannot hold."""
    if shutil.disk_usage(folder).free < needed:
        raise disk_full(folder)
