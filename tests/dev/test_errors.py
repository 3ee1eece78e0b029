"""Failures say what happened and what to do."""

import errno
import socket
import subprocess
from pathlib import Path

import pytest

from dev import browser, odoo_package, process, serving
from dev.errors import SetupError, explain_failure, explain_os_error

ROOT = Path(__file__).parent.parent.parent
LOG = Path("log")


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("Err:1 Temporary failure resolving 'mirror'", "The network could not be"),
        ("WARNING: Retrying … NewConnectionError('…')", "The network could not be"),
        ("write: No space left on device", "The disk is full"),
        ("E: something else", "Its last words were"),
    ],
)
def test_the_cause_of_a_failed_program_is_named(output, words):
    assert words in str(explain_failure("fetching", output, LOG))


def test_a_full_disk_is_named_and_an_unknown_error_is_not_hidden():
    full = OSError(errno.ENOSPC, "No space left on device", "file")
    assert "The disk is full" in str(explain_os_error(full))
    assert explain_os_error(OSError(errno.EISDIR, "Is a directory")) is None


def test_a_failing_program_leaves_its_words_in_the_log(tmp_path):
    command = ("sh", "-c", "echo from the program; exit 3")
    with pytest.raises(SetupError, match="from the program"):
        process.run(command, "trying", tmp_path / "log")
    assert "from the program" in (tmp_path / "log").read_text()


def test_a_missing_program_is_named(tmp_path):
    with pytest.raises(SetupError, match="no-such-program is missing"):
        process.run(("no-such-program",), "trying", tmp_path / "log")


def test_a_taken_port_is_refused():
    with socket.socket() as other:
        other.bind((serving.ADDRESS, 0))
        other.listen()
        with pytest.raises(SetupError, match="is taken by another program"):
            serving.require_free_port(other.getsockname()[1])


def test_without_apt_another_way_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.delenv("ODOO_HOME", raising=False)
    with pytest.raises(SetupError, match="no apt(.|\n)*ODOO_HOME"):
        odoo_package.home()


@pytest.mark.parametrize(
    ("release", "words"),
    [(None, "holds no Odoo"), ("version_info = (18, 0, 0)", "is not Odoo 19")],
)
def test_a_wrong_odoo_home_is_refused(monkeypatch, tmp_path, release, words):
    if release:
        (tmp_path / "odoo").mkdir()
        (tmp_path / "odoo" / "release.py").write_text(release)
    monkeypatch.setenv("ODOO_HOME", str(tmp_path))
    with pytest.raises(SetupError, match=words):
        odoo_package.home()


def test_without_rights_a_person_is_told_what_to_type(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("PATH", str(tmp_path))
    browser.require(browser.FOR_PDF, needed=False)
    assert "apt-get install" in capsys.readouterr().err
    with pytest.raises(SetupError, match="chromium"):
        browser.require(browser.FOR_TESTS, needed=True)


def test_an_old_python_is_refused_by_name(tmp_path):
    old = tmp_path / "python3"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo Python 3.9.2 || exit 1\n')
    old.chmod(0o755)
    result = subprocess.run(
        ["/bin/sh", ROOT / "dev" / "start.sh", "odoo"],
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    assert "needs Python 3.10 to 3.13" in result.stderr
    assert "Python 3.9.2" in result.stderr
