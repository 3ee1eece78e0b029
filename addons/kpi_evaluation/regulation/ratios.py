"""The ratios a, b, c, d, đ, e in percent, each as a line of the trace."""

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction

from .facts import LeaderFacts, Product, SupportMarks, WorkSum
from .grading import GRADES
from .rulebook import Rulebook
from .values import Missing, Step

# What each ratio of the products takes off a product, and by which rule.
_PENALTIES = {
    "quantity": (None, "over_completion"),
    "quality": ("faults", "fault_penalty"),
    "progress": ("lates", "late_penalty"),
}


def assigned_base(products: Iterable[Product | WorkSum]) -> Fraction:
    """Return A, the initial assignments in standard units (Điều 11.1)."""
    return sum((one.worth for one in products if not one.extra), Fraction(0))


def earned(
    products: Iterable[Product | WorkSum], ratio: str, rulebook: Rulebook
) -> Fraction:
    """Return what products earn in one ratio, in standard units (Điều 11.2).

    `ratio` is quantity, quality or progress. Each fault or lateness takes its share
    off the product's own points, never below their floor.
    """
    counter, penalty_rule = _PENALTIES[ratio]
    if counter is None:
        return sum((one.done for one in products), Fraction(0))
    penalty, floor = getattr(rulebook, penalty_rule), rulebook.product_floor
    done = defaultdict(Fraction)
    for one in products:
        done[getattr(one, counter)] += one.done
    left = (
        points * max(floor, 100 - penalty * times) / 100
        for times, points in done.items()
    )
    return sum(left, Fraction(0))


def product_steps(
    own: Iterable[Product], rulebook: Rulebook, directed: Iterable[WorkSum] = ()
) -> list[Step]:
    """Return A and the ratios a, b, c of the initial assignments (Điều 11.2).

    `directed` is what the work of those led counts for a leader (Điều 12.1.b); where
    there is any, the terms of each line name the own part and the directed one.
    """
    parts = {"own": [one for one in own if not one.extra]}
    if directed := [one for one in directed if not one.extra]:
        parts["directing"] = directed
    base = assigned_base(one for part in parts.values() for one in part)
    terms = _by_part(parts, assigned_base)
    clause = rulebook.clause("transferred_task_base")
    steps = [Step("assigned_base", base, Fraction(1), base, clause, terms)]
    return steps + [_ratio_step(one, parts, base, rulebook) for one in _PENALTIES]


def _by_part(parts, measure):
    """Name what is the leader's own and what is directed, where both can be."""
    if len(parts) == 1:
        return ()
    return tuple((name, measure(part)) for name, part in parts.items())


def _ratio_step(ratio, parts, base, rulebook):
    clause = rulebook.clause(_PENALTIES[ratio][1])
    if not base:
        return Step(ratio, None, None, Missing("nothing_assigned"), clause)
    planned = [one for part in parts.values() for one in part]
    won = earned(planned, ratio, rulebook)
    by_part = _by_part(parts, lambda part: earned(part, ratio, rulebook))
    if ratio == "quantity":
        return Step(ratio, won, base, won * 100 / base, clause, by_part)
    done, reading = earned(planned, "quantity", rulebook), rulebook.ratio_denominator
    # Of nothing completed there is no share: it stays over what was assigned.
    over = done if reading == "completed" and done else base
    terms = (("completed", done), ("lost", done - won), ("ratio_denominator", reading))
    return Step(ratio, won, over, won * 100 / over, clause, terms + by_part)


def leader_steps(leader: LeaderFacts, rulebook: Rulebook) -> list[Step]:
    """Return the ratios d, đ, e of someone who leads (Điều 12.3, Điều 12.4).

    d falls with the first subordinate who failed, whoever is still undecided; nobody
    to be counted is nobody who failed. Of a deputy of whom nobody knows the field
    there is no d (Điều 12.4).
    """
    return [
        _unit_step(leader, rulebook),
        _chosen_step("organising", leader.organising, rulebook),
        _chosen_step("unity", leader.unity, rulebook),
    ]


def _unit_step(leader, rulebook):
    grades = leader.subordinate_grades
    if grades is None:
        gap, clause = Missing("no_field_in_charge"), rulebook.clause("deputy_scope")
        return Step("unit", None, None, gap, clause)
    passed = Fraction(sum(grade in GRADES[:-1] for grade in grades))
    if GRADES[-1] in grades:
        value, clause = rulebook.unit_ratio_reduced, "unit_ratio_reduced"
    elif None in grades:
        value = Missing("subordinate_undecided", leader.waiting_for)
        clause = "subordinate_undecided"
    else:
        value, clause = rulebook.unit_ratio_full, "unit_ratio_full"
    return Step("unit", passed, Fraction(len(grades)), value, rulebook.clause(clause))


def _chosen_step(ratio, choice, rulebook):
    if choice is None:
        clause = rulebook.clause("organising_unity_default")
        return Step(ratio, None, None, Missing(f"{ratio}_not_chosen"), clause)
    value = getattr(rulebook, f"{ratio}_ratio_{choice}")
    clause = rulebook.clause(f"{ratio}_ratio_{choice}")
    return Step(ratio, value, Fraction(100), value, clause, (("choice", choice),))


def support_steps(support: SupportMarks, rulebook: Rulebook) -> list[Step]:
    """Return a support worker's three marks, instead of ratios of products."""
    clause = rulebook.clause("support_worker_method")
    return [
        Step(name, None, None, Missing("support_mark_not_given", name), clause)
        if value is None
        else Step(name, value, Fraction(100), value, clause)
        for name, value in support.items()
    ]
