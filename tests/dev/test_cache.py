"""Folders that are built once, whole or not at all."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from dev import cache
from dev.errors import SetupError

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(autouse=True)
def enough_space(monkeypatch):
    monkeypatch.setattr(cache, "require_space", lambda folder: None)


def test_a_folder_is_built_once(tmp_path):
    built = []
    for _start in range(2):
        cache.built(tmp_path / "thing", built.append)
    assert built == [tmp_path / "thing"]


def test_a_half_built_folder_is_thrown_away_and_built_again(tmp_path):
    folder = tmp_path / "thing"

    def fail(target):
        (target / "half").touch()
        raise SetupError("killed")

    with pytest.raises(SetupError):
        cache.built(folder, fail)
    assert not cache.is_complete(folder)

    cache.built(folder, lambda target: (target / "whole").touch())
    assert cache.is_complete(folder)
    assert not (folder / "half").exists()


def test_two_at_once_build_one_after_the_other_and_only_once(tmp_path):
    built = []

    def build(target):
        built.append(target)
        threading.Event().wait(0.1)

    both = [
        threading.Thread(target=cache.built, args=(tmp_path / "thing", build))
        for _each in range(2)
    ]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    assert len(built) == 1


def test_who_waits_for_another_set_up_is_told_so(tmp_path, capsys):
    lock = tmp_path / "lock"
    script = (
        "import sys; from pathlib import Path; from dev import cache\n"
        "with cache.locked(Path(sys.argv[1]), 'x'): print('held', flush=True); input()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(lock)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        holder.stdout.readline()
        threading.Timer(0.2, holder.stdin.close).start()
        with cache.locked(lock, "another set-up"):
            pass
    assert "waiting for another set-up" in capsys.readouterr().err


def test_a_program_of_a_killed_set_up_keeps_the_lock_until_it_ends(tmp_path):
    script = (
        "import os, sys; from pathlib import Path; from dev import cache, process\n"
        "folder = Path(sys.argv[1])\n"
        "with cache.locked(folder / 'lock', 'x'):\n"
        "    kill = 'kill -9 $PPID; sleep 0.5; touch ended'\n"
        "    process.run(('sh', '-c', kill), 'x', folder / 'log', cwd=folder)"
    )
    command = [sys.executable, "-c", script, str(tmp_path)]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == -9
    assert not (tmp_path / "ended").exists()
    with cache.locked(tmp_path / "lock", "x"):
        assert (tmp_path / "ended").exists()


def test_what_the_disk_cannot_hold_is_not_begun(tmp_path, monkeypatch):
    monkeypatch.undo()
    with pytest.raises(SetupError, match="The disk is full"):
        cache.require_space(tmp_path, needed=2**62)
