"""The law stands in the rows and nowhere else; the kernel knows no Odoo."""

import ast
import doctest
import importlib
import pkgutil
from fractions import Fraction

import pytest

from kpi_evaluation import regulation

MODULES = sorted(one.name for one in pkgutil.iter_modules(regulation.__path__))

# Nothing, one, a pair, a half as 1/2, and percent: no law in any of them.
HARMLESS = {0, 1, 2, 100}
# Numbers under a name with one of these words are about screens and files, not people.
TECHNICAL = {"bytes", "digits", "limit", "page", "sequence", "size", "step", "timeout"}
TECHNICAL |= {"height", "megabytes", "rows", "width"}


def files(addon, *folders):
    return [
        path for folder in folders for path in sorted((addon / folder).rglob("*.py"))
    ]


def numbers(path):
    """Yield each number that is written in a file, with its line."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    technical = {
        id(part)
        for node in ast.walk(tree)
        if TECHNICAL & set(name_of(node).lower().split("_")) or counts_bytes(node)
        for part in ast.walk(node)
    }
    for node in ast.walk(tree):
        value = getattr(node, "value", None) if isinstance(node, ast.Constant) else None
        if type(value) in (int, float) and id(node) not in technical:
            yield node.lineno, value


def name_of(node):
    """Return the name that a keyword or a plain assignment gives its value."""
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
        return node.targets[0].id
    return (isinstance(node, ast.keyword) and node.arg) or ""


def counts_bytes(node):
    """Tell whether this is a shift, as in 10 << 20 bytes."""
    return isinstance(node, ast.BinOp) and isinstance(node.op, (ast.LShift, ast.RShift))


def law_numbers(law):
    """Return the numbers of the shipped rows, as written and as a share of one."""
    written = {
        Fraction(part)
        for line in law.table
        if line["unit"] in ("points", "percent", "day")
        for part in line["value"].split(",")
        if part
    }
    shares = {
        Fraction(line["value"]) / 100 for line in law.table if line["unit"] == "percent"
    }
    return (written | shares | {1 - share for share in shares}) - HARMLESS


def test_the_kernel_contains_no_number_but_harmless_ones(addon):
    found = [
        f"{path.name}:{line}: {value}"
        for path in files(addon, "regulation")
        for line, value in numbers(path)
        if value not in HARMLESS
    ]
    assert found == []


def test_no_number_of_the_law_stands_outside_its_rows(addon, law):
    forbidden = law_numbers(law)
    found = [
        f"{path.relative_to(addon)}:{line}: {value}"
        for path in files(addon, "models", "controllers", "report", "wizard")
        for line, value in numbers(path)
        if Fraction(str(value)) in forbidden
    ]
    assert found == []


def test_the_search_for_numbers_finds_them(tmp_path, law):
    sample = tmp_path / "sample.py"
    sample.write_text("x = 0.25 * 90\nsearch(limit=50)\nPAGE_SIZE = 20\nm = -70\n")
    assert [value for _line, value in numbers(sample)] == [0.25, 90, 70]
    assert {Fraction("0.25"), 90, 70, Fraction("0.3")} <= law_numbers(law)


def test_the_kernel_imports_nothing_but_python(addon):
    allowed = {
        "calendar",
        "collections",
        "dataclasses",
        "datetime",
        "decimal",
        "fractions",
        "functools",
        "itertools",
        "math",
        "re",
        "types",
        "typing",
        "zoneinfo",
    }
    for path in files(addon, "regulation"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                assert {name.name for name in node.names} <= allowed, path.name
            elif isinstance(node, ast.ImportFrom) and not node.level:
                assert node.module.partition(".")[0] in allowed, path.name


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_the_docstrings_hold(name):
    module = importlib.import_module(f"{regulation.__name__}.{name}")
    assert module.__doc__
    assert doctest.testmod(module).failed == 0


def test_every_public_name_says_what_it_is(addon):
    for path in files(addon, "regulation"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, (ast.FunctionDef, ast.ClassDef))
                and node.name[0] != "_"
            ):
                assert ast.get_docstring(node), f"{path.name}: {node.name}"
