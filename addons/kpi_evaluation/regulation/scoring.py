"""The score of one person's month, with the trace that explains it."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from fractions import Fraction

from .directing import directing_part
from .facts import LeaderFacts, Mark, Product, SupportMarks, WorkSum
from .grading import grade_of
from .ratios import (
    assigned_base,
    earned,
    leader_steps,
    product_steps,
    support_steps,
)
from .rulebook import Rulebook
from .values import Missing, Step

__all__ = [
    "LeaderFacts",
    "Mark",
    "Product",
    "Score",
    "SupportMarks",
    "WorkSum",
    "score",
]

# Where the band that a total fell into is written down.
_BAND_RULES = {
    "a": "band_a_from",
    "b": "band_b_from",
    "c": "band_c_from",
    "d": "band_c_from",
}

Figure = Fraction | Missing


@dataclass(frozen=True)
class Score:
    """A month's result: ratios and `result` in percent, the other figures in points.

    A figure that cannot be had is Missing; `missing` lists every reason at once. The
    ratios that do not apply are None: `unit`, `organising` and `unity` for staff.
    `total` is exact; `trace` holds one Step for each figure, in order.
    """

    quantity: Figure | None
    quality: Figure | None
    progress: Figure | None
    unit: Figure | None
    organising: Figure | None
    unity: Figure | None
    result: Figure
    general: Figure
    bonus: Figure
    total: Figure
    grade: str | Missing
    trace: tuple[Step, ...]
    missing: tuple[Missing, ...]


def score(
    products: Iterable[Product],
    marks: Iterable[Mark],
    rulebook: Rulebook,
    leader: LeaderFacts | None = None,
    support: SupportMarks | None = None,
) -> Score:
    """Return the score of a month's products and general criteria (Điều 11-14).

    With `leader` the ratios d, đ, e count too, and beside the own products those of
    the people led. `support` holds a support worker's marks; they replace the products'
    ratios where `support_worker_method` says so.
    Criteria worth more than `general_max` together raise ValueError.
    """
    if leader is not None and support is not None:
        raise ValueError("a support worker does not lead")
    products, marks = tuple(products), tuple(marks)
    directed = directing_part(leader.directed, rulebook) if leader else ()
    rule, trace = _measured(products, directed, leader, support, rulebook)
    result = _result(rule, trace, rulebook)
    general = _general(marks, rulebook)
    bonus = _bonus((*products, *directed), rulebook)
    total = _total(general, result, bonus, rulebook)
    trace += [result, general, bonus, total, _grade(total.value, rulebook)]
    return _score_of(tuple(trace))


def _measured(products, directed, leader, support, rulebook):
    """Return which rule says what is averaged, and the lines of what is measured."""
    if support is not None and rulebook.support_worker_method == "three_marks":
        return "support_worker_method", support_steps(support, rulebook)
    steps = product_steps(products, rulebook, directed)
    if leader is None:
        return "staff_ratios", steps
    return "leader_ratios", steps + leader_steps(leader, rulebook)


def _score_of(trace):
    figures = {step.code: step.value for step in trace}
    parts = [part for step in trace for part in (*step.terms, (step.code, step.value))]
    gaps = (value for _name, value in parts if isinstance(value, Missing))
    names = {one.name for one in fields(Score)} - {"trace", "missing"}
    return Score(
        **{name: figures.get(name) for name in names},
        trace=trace,
        missing=tuple(dict.fromkeys(gaps)),
    )


def _result(rule, steps, rulebook):
    """R, the mean of the ratios that count for this person (Điều 13)."""
    clause = rulebook.clause(rule)
    values = {step.code: step.value for step in steps}
    averaged = values if rule == "support_worker_method" else getattr(rulebook, rule)
    terms = tuple((name, values[name]) for name in averaged)
    gap = _gap(terms)
    if gap is not None:
        return Step("result", None, None, gap, clause, terms)
    ratios, number = sum(value for _name, value in terms), Fraction(len(terms))
    return Step("result", ratios, number, ratios / number, clause, terms)


def _general(marks, rulebook):
    """The points of the general criteria, complete or not at all (Điều 7.2)."""
    clause, maximum = rulebook.clause("general_max"), rulebook.general_max
    if sum(mark.maximum for mark in marks) > maximum:
        raise ValueError(f"the criteria are worth more than {maximum} points together")
    terms = tuple(
        (mark.code, _unmarked(mark.code) if mark.points is None else mark.points)
        for mark in marks
    )
    gap = _gap(terms) if terms else _unmarked("")
    if gap is not None:
        return Step("general", None, maximum, gap, clause, terms)
    value = sum(points for _code, points in terms)
    return Step("general", value, maximum, value, clause, terms)


def _unmarked(criterion):
    return Missing("criterion_without_points", criterion)


def _bonus(products, rulebook):
    """Points for work outside the base, taken over or ad hoc (Điều 14, 15.1.d)."""
    clause = rulebook.clause("bonus_method")
    extra = [one for one in products if one.extra]
    if rulebook.bonus_method == "none" or not extra:
        return Step("bonus", Fraction(0), Fraction(1), Fraction(0), clause)
    if rulebook.bonus_method == "fixed":
        whole = Fraction(sum(one.finished for one in extra))
        points = _capped(whole * rulebook.bonus_fixed_points, rulebook)
        return Step("bonus", whole, Fraction(1), points, clause)
    base = assigned_base(products)
    if not base:
        return Step("bonus", None, None, Missing("nothing_assigned"), clause)
    return _proportional_bonus(extra, base, rulebook, clause)


def _proportional_bonus(extra, base, rulebook, clause):
    terms = tuple(
        (f"extra_{ratio}", earned(extra, ratio, rulebook) * 100 / base)
        for ratio in rulebook.staff_ratios
    )
    ratios, number = sum(value for _name, value in terms), Fraction(len(terms))
    points = _capped(ratios / number * rulebook.bonus_weight / 100, rulebook)
    return Step("bonus", ratios, number, points, clause, terms)


def _capped(points, rulebook):
    cap = rulebook.bonus_cap
    return points if cap is None else min(points, cap)


def _total(general, result, bonus, rulebook):
    """General criteria + weighted result + bonus, at most the whole scale (Điều 14)."""
    clause, maximum = rulebook.clause("result_weight"), rulebook.total_max
    weighted = result.value
    if not isinstance(weighted, Missing):
        weighted = weighted * rulebook.result_weight / 100
    terms = (("general", general.value), ("weighted_result", weighted))
    terms += (("bonus", bonus.value),)
    gap = _gap(terms)
    if gap is not None:
        return Step("total", None, maximum, gap, clause, terms)
    points = sum(value for _name, value in terms)
    if points > maximum:
        clause = f"{clause}; {rulebook.clause('total_max')}"
    return Step("total", points, maximum, min(points, maximum), clause, terms)


def _grade(total, rulebook):
    """The band of the exact total (Điều 8)."""
    if isinstance(total, Missing):
        clause = rulebook.clause("band_a_from")
        return Step("grade", None, rulebook.total_max, total, clause)
    grade = grade_of(total, rulebook)
    clause = rulebook.clause(_BAND_RULES[grade])
    return Step("grade", total, rulebook.total_max, grade, clause)


def _gap(terms):
    return next((value for _name, value in terms if isinstance(value, Missing)), None)
