"""What a file would do to a catalogue, row by row; nothing is done here."""

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256

from ...regulation.coefficient import coefficient_of
from ...regulation.rulebook import Rulebook
from .columns import CRITERIA, TEXTS
from .groups import Group, all_groups, group_problems
from .problem import Problem, problem
from .rows import Row, read_row
from .values import written

KINDS = ("error", "new", "changed", "unchanged")


@dataclass(frozen=True)
class Catalogue:
    """A catalogue as it stands: its groups and {id: values of the product}.

    One that is scored takes its points from the four criteria.
    """

    groups: tuple[Group, ...]
    products: dict[int, dict]
    standard_points: Fraction
    rulebook: Rulebook
    is_scored: bool = False


@dataclass(frozen=True)
class Outcome:
    """What happens to a row: its kind, and why or which (field, old, new) change.

    The coefficient is the one that the points make, whatever the row says.
    """

    row: Row
    kind: str
    coefficient: Fraction | None = None
    problems: tuple[Problem, ...] = ()
    product_id: int | None = None
    changes: tuple[tuple[str, object, object], ...] = ()


@dataclass(frozen=True)
class Plan:
    """The outcomes of all rows, the groups to create, and what the file leaves out."""

    outcomes: tuple[Outcome, ...]
    new_groups: tuple[Group, ...]
    absent: int

    @property
    def counts(self):
        return Counter(outcome.kind for outcome in self.outcomes)

    def of_kind(self, kind):
        return [outcome for outcome in self.outcomes if outcome.kind == kind]

    @property
    def fingerprint(self):
        """Two plans that would do the same to the same have the same fingerprint."""
        return sha256(repr(self).encode()).hexdigest()


def make_plan(table, catalogue):
    """Return the plan of a table of rows for a catalogue (Điều 10)."""
    rows = [read_row(number, cells) for number, cells in table.rows]
    groups = all_groups(rows, catalogue.groups)
    repeated = _repeated(rows)
    find = _finder(catalogue.products)
    outcomes = tuple(
        _outcome(row, groups, repeated.get(row.number), find(row.code), catalogue)
        for row in rows
    )
    met = {outcome.product_id for outcome in outcomes}
    return Plan(
        outcomes=outcomes,
        new_groups=tuple(
            sorted((one for one in groups.values() if one.row), key=lambda one: one.low)
        ),
        absent=sum(
            values["active"] and product_id not in met
            for product_id, values in catalogue.products.items()
        ),
    )


def _repeated(rows):
    """Return {row number: problem} of the codes that an earlier row has."""
    first, repeated = {}, {}
    for row in rows:
        earlier = first.setdefault(row.code.casefold(), row.number)
        if row.code and earlier != row.number:
            repeated[row.number] = problem("repeated", code=row.code, row=earlier)
    return repeated


def _finder(products):
    """Return a search by code that looks at the case only when it must."""
    exact = {values["code"]: one for one, values in products.items()}
    folded = {code.casefold(): one for code, one in exact.items()}
    return lambda code: exact.get(code) or folded.get(code.casefold())


def _outcome(row, groups, repeated, product_id, catalogue):
    limit = catalogue.rulebook.max_complexity_groups
    coefficient, wrong = _coefficient(row, catalogue)
    problems = [*row.problems, *group_problems(row, groups, limit)]
    problems += filter(None, (repeated, wrong))
    if catalogue.is_scored:
        problems += _criteria_problems(row, catalogue.products.get(product_id, {}))
    if problems:
        return Outcome(row, "error", coefficient, tuple(problems), product_id)
    if not product_id:
        return Outcome(row, "new", coefficient)
    changes = _changes(catalogue.products[product_id], wanted(row))
    kind = "changed" if changes else "unchanged"
    return Outcome(row, kind, coefficient, (), product_id, changes)


def _coefficient(row, catalogue):
    """Return the coefficient of a row's points, and the problem with it (Điều 10.3)."""
    if row.points is None:
        return None, None
    standard = catalogue.standard_points
    shown = {"points": written(row.points), "standard": written(standard)}
    try:
        right = coefficient_of(row.points, standard, catalogue.rulebook)
    except ValueError:
        return None, problem("no_coefficient", **shown)
    if row.coefficient in (None, right):
        return right, None
    given, expected = written(row.coefficient), written(right)
    wrong = problem("coefficient_differs", given=given, expected=expected, **shown)
    return right, wrong


def _criteria_problems(row, product):
    """Yield what is wrong with the criteria whose sum the points are (Handbook ch. II).

    Columns that the file lacks keep what the product has.
    """
    kept = {field: product.get(field) for field in CRITERIA} | row.criteria
    total = sum(filter(None, kept.values()), Fraction(0))
    if not total:
        yield problem("not_scored")
    elif row.points not in (None, total):
        points, total = written(row.points), written(total)
        yield problem("criteria_differ", points=points, total=total)


def wanted(row):
    """Return the values that a row gives a product, in the order of the columns."""
    texts = {field: row.texts[field] for field in TEXTS if field in row.texts}
    criteria = {field: value or Fraction(0) for field, value in row.criteria.items()}
    return texts | {"points": row.points} | criteria | {"active": True}


def _changes(old, new):
    return tuple(
        (field, old[field], value)
        for field, value in new.items()
        if not _same(field, old[field], value)
    )


def _same(field, old, new):
    if field == "group":
        return old.casefold() == new.casefold()
    return old == new
