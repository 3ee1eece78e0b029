"""What the commands decide before they start anything."""

from pathlib import Path

from dev import paths
from dev.commands import run, test
from dev.instance import tool_environment

ROOT = Path(__file__).parent.parent.parent


def test_options_of_pytest_are_not_taken_for_files(monkeypatch):
    monkeypatch.chdir(ROOT)
    assert test._path("-x") is None
    assert test._path("no such expression") is None
    assert test._path("tests/dev::test_x") == ROOT / "tests" / "dev"


def test_a_path_means_the_same_from_any_folder(monkeypatch):
    monkeypatch.chdir(ROOT / "tests")
    assert test._from_root("dev::test_x") == f"{ROOT / 'tests' / 'dev'}::test_x"
    assert test._from_root("--maxfail=1") == "--maxfail=1"


def test_only_the_kernel_and_these_tests_need_no_odoo():
    assert test._is_below(ROOT / "tests" / "kernel" / "test_x.py", test.WITHOUT_ODOO)
    assert not test._is_below(ROOT / "tests" / "module", test.WITHOUT_ODOO)


def test_each_clone_has_databases_of_its_own(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    folders = set()
    for clone in ("one", "two"):
        monkeypatch.setattr(paths, "ROOT", tmp_path / clone)
        folders.add(paths.clone_state())
    assert len(folders) == 2


def test_a_changed_added_or_renamed_file_changes_the_key_of_the_code(tmp_path):
    (tmp_path / "a.py").write_text("1")
    keys = {paths.tree_fingerprint(tmp_path)}
    (tmp_path / "a.py").write_text("2")
    keys.add(paths.tree_fingerprint(tmp_path))
    (tmp_path / "b.xml").touch()
    keys.add(paths.tree_fingerprint(tmp_path))
    (tmp_path / "b.xml").rename(tmp_path / "c.xml")
    keys.add(paths.tree_fingerprint(tmp_path))
    assert len(keys) == 4


def test_compiled_and_hidden_files_are_no_change_of_the_code(tmp_path):
    before = paths.tree_fingerprint(tmp_path)
    (tmp_path / ".ruff_cache").mkdir()
    (tmp_path / ".ruff_cache" / "x").touch()
    (tmp_path / "a.pyc").touch()
    assert paths.tree_fingerprint(tmp_path) == before


def test_variables_of_another_database_are_kept_only_with_its_server(monkeypatch):
    monkeypatch.setenv("PGUSER", "someone")
    for name in ("PGHOST", "PGHOSTADDR", "PGPORT", "PGSERVICE"):
        monkeypatch.delenv(name, raising=False)
    assert "PGUSER" not in tool_environment(Path("venv"))
    monkeypatch.setenv("PGHOST", "db.local")
    assert tool_environment(Path("venv"))["PGUSER"] == "someone"


def test_the_logins_of_the_demonstration_are_those_of_the_issue():
    assert list(run.LOGINS) == [
        "admin",
        "tochuc",
        "chutich",
        "truongphong",
        "chuyenvien",
    ]
