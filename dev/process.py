"""Running other programs: progress while they work, their output kept in a log."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from dev import cache
from dev.errors import SetupError, disk_full, explain_failure

TICK_SECONDS = 15
FULL_DISK_BYTES = 16 * 1024**2


@contextmanager
def step(title: str) -> Iterator[None]:
    """Say what is being done, that it is still going on, and how long it took."""
    started = time.monotonic()
    ended = threading.Event()
    on_screen = sys.stderr.isatty()

    def seconds() -> str:
        return f"{time.monotonic() - started:.0f} s"

    def tick() -> None:
        while not ended.wait(1 if on_screen else TICK_SECONDS):
            _say(f"\r• {title} … {seconds()}" if on_screen else f"  … {seconds()}\n")

    _say(f"• {title} …" if on_screen else f"• {title} …\n")
    ticker = threading.Thread(target=tick, daemon=True)
    ticker.start()
    try:
        yield
    finally:
        ended.set()
        ticker.join()
    _say(f"\r• {title}: {seconds()}   \n" if on_screen else f"  done: {seconds()}\n")


def _say(words: str) -> None:
    print(words, end="", file=sys.stderr, flush=True)


def run(
    argv: Sequence[object],
    what: str,
    log: Path,
    *,
    append: bool = False,
    **options: Any,
) -> str:
    """Run a program to its end and return its output; failing, say why in words.

    The options are those of `subprocess.run`; what it says goes to the log.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("a+" if append else "w+") as output:
        start = output.seek(0, os.SEEK_END)
        returncode = _run_into(output, argv, what, options)
        output.seek(start)
        text = output.read()
    if returncode:
        if shutil.disk_usage(log.parent).free < FULL_DISK_BYTES:
            raise disk_full(log.parent)
        raise explain_failure(what, text, log)
    return text


def _run_into(output: IO, argv: Sequence[object], what: str, options: dict) -> int:
    source = {} if "input" in options else {"stdin": subprocess.DEVNULL}
    try:
        return subprocess.run(
            [str(part) for part in argv],
            stdout=output,
            stderr=subprocess.STDOUT,
            pass_fds=tuple(cache.held_locks),
            check=False,
            text=True,
            **source,
            **options,
        ).returncode
    except FileNotFoundError as error:
        raise SetupError(
            f"The program {argv[0]} is missing (needed while {what}).\n"
            "Install it, then start again."
        ) from error


def hand_over(
    command: Sequence[str], *, env: Mapping[str, str], cwd: Path | None = None
) -> int:
    """Run a program on the caller's terminal and return its exit code.

    Ctrl-C reaches it by itself, since it shares the terminal; a plain kill does not.
    """
    process = subprocess.Popen(command, env=dict(env), cwd=cwd)
    signal.signal(signal.SIGINT, lambda *_: None)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: process.terminate())
    return process.wait()


def path_with(*folders: Path) -> str:
    """Return the PATH with folders put before the others."""
    return os.pathsep.join([*map(str, folders), os.environ.get("PATH", os.defpath)])
