"""Rules of the house that a linter does not know, read off the code itself."""

import ast
import re
from pathlib import Path

from odoo.modules import get_module_path

ADDON = Path(get_module_path("kpi_evaluation"))
ROOT = ADDON.parent.parent
FILE_LINES, METHOD_LINES, DOCSTRING_LINES = 250, 25, 6
CODE = sorted(
    path
    for folder in ("addons", "dev", "tests")
    for path in (ROOT / folder).rglob("*.py")
)
OF_ADDON = [path for path in CODE if ADDON in path.parents]
RUNNING = [path for path in CODE if ROOT / "tests" not in path.parents]
OPEN_TO_THE_READER = re.compile(r">>>|::\n")


def nodes(path, *kinds):
    tree = ast.parse(path.read_text())
    return (one for one in ast.walk(tree) if isinstance(one, kinds))


def place(path, node, name=""):
    return f"{path.relative_to(ROOT)}:{node.lineno} {name}"


def test_a_file_has_at_most_250_lines():
    lengths = {path: len(path.read_text().splitlines()) for path in CODE}
    assert not [path for path, lines in lengths.items() if lines > FILE_LINES]


def test_a_method_has_at_most_25_lines():
    assert not [
        place(path, one, one.name)
        for path in RUNNING
        for one in nodes(path, ast.FunctionDef)
        if one.end_lineno - one.lineno >= METHOD_LINES
    ]


def test_every_class_says_in_a_few_lines_what_it_is():
    wrong = []
    for path in OF_ADDON:
        for one in nodes(path, ast.ClassDef):
            text = OPEN_TO_THE_READER.split(ast.get_docstring(one) or "")[0].strip()
            if not 1 <= len(text.splitlines()) <= DOCSTRING_LINES:
                wrong.append(place(path, one, one.name))
    assert not wrong


def test_every_sudo_says_why():
    assert not [
        place(path, statement)
        for path in OF_ADDON
        for statement in nodes(path, ast.stmt)
        if any(map(is_sudo, own_expressions(statement)))
        if not has_reason(path.read_text().splitlines(), statement)
    ]


def own_expressions(statement):
    """All expressions of a statement, but not of the statements inside it."""
    for child in ast.iter_child_nodes(statement):
        if not isinstance(child, ast.stmt | ast.excepthandler | ast.match_case):
            yield from ast.walk(child)


def is_sudo(node):
    is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    return is_call and node.func.attr == "sudo" and not node.args


def has_reason(lines, statement):
    """Whether "# sudo: …" stands in a statement or right above it."""
    first = statement.lineno - 1
    while first and lines[first - 1].lstrip().startswith("#"):
        first -= 1
    body = getattr(statement, "body", None)
    last = body[0].lineno - 1 if body else statement.end_lineno
    return any(re.search(r"# sudo: \S", line) for line in lines[first:last])


def test_no_guard_asks_the_context():
    """Whoever calls over RPC may put into the context what they like."""
    assert not [
        place(path, one)
        for path in OF_ADDON
        for one in nodes(path, ast.Attribute)
        if one.attr == "context"
    ]


def test_every_refusal_can_be_translated():
    assert not [
        place(path, one)
        for path in OF_ADDON
        for one in nodes(path, ast.Raise)
        if isinstance(one.exc, ast.Call)
        if getattr(one.exc.func, "id", "") in ("UserError", "ValidationError")
        if isinstance(one.exc.args[0], ast.Constant | ast.JoinedStr)
    ]


def test_a_model_is_made_in_one_place_only():
    made = [
        names["_name"][0]
        for path in OF_ADDON
        for one in nodes(path, ast.ClassDef)
        if (names := assigned_texts(one)).get("_name")
        and names["_name"][0] not in names.get("_inherit", [])
    ]
    assert not [name for name in set(made) if made.count(name) > 1]


def assigned_texts(node):
    """Return the texts given to each plain name of a class, by that name."""
    return {
        line.targets[0].id: [
            one.value for one in ast.walk(line.value) if isinstance(one, ast.Constant)
        ]
        for line in node.body
        if isinstance(line, ast.Assign) and isinstance(line.targets[0], ast.Name)
    }
