"""The law on a given day, as one frozen and typed value."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from types import MappingProxyType
from typing import Literal, get_type_hints

from .rules import (
    Count,
    DayOfMonth,
    Days,
    Decimals,
    LeaderRatios,
    Months,
    MonthsOfYear,
    OptionalPoints,
    Percent,
    Points,
    ProductRatios,
    Rule,
    RuleInvalid,
    RuleMissing,
    rule_of,
)

__all__ = ["RULES", "Row", "RuleInvalid", "RuleMissing", "Rulebook", "rule_codes"]


@dataclass(frozen=True)
class Row:
    """One dated row of the law; with a company it is that agency's own choice."""

    code: str
    value: str
    date_from: date
    clause: str = ""
    company: int | None = None


@dataclass(frozen=True, kw_only=True)
class Rulebook:
    """Every rule in force on a day; the attribute is named as the row's code.

    Points and percentages are Fraction (70 % is 70), days and counts int, choices
    str; see the rows themselves for names, sources and rival readings.
    """

    max_complexity_groups: Count
    coefficient_decimals: Decimals
    coefficient_rounding: Literal["half_up", "down"]
    catalogue_span: Literal["whole_months"]
    unlisted_work: Literal["likened_item"]

    transferred_task_base: Literal["stays_with_giver"]
    over_completion: Literal["capped"]
    missing_figure: Literal["not_scorable"]
    ratio_denominator: Literal["assigned", "completed"]
    fault_penalty: Percent
    late_penalty: Percent
    late_unit: Literal["occurrence", "day"]
    product_floor: Percent
    cause_confirmed_by: Literal["evaluator", "agency_head"]
    waived_part: Literal["undone_leaves", "whole_leaves"]

    leader_sources: Literal["direct_and_directing", "direct"]
    directing_share: Percent
    directing_extra: Literal["not_counted", "counted"]
    directing_exempt: Literal["counted", "not_counted"]
    unit_ratio_full: Percent
    unit_ratio_reduced: Percent
    subordinate_undecided: Literal["blocks"]
    subordinate_settled_at: Literal["reviewed", "decided"]
    subordinate_exempt: Literal["not_counted"]
    organising_ratio_full: Percent
    organising_ratio_reduced: Percent
    unity_ratio_full: Percent
    unity_ratio_reduced: Percent
    organising_unity_default: Literal["none"]
    deputy_scope: Literal["field_in_charge"]

    staff_ratios: ProductRatios
    leader_ratios: LeaderRatios
    support_worker_method: Literal["products", "three_marks"]

    general_max: Points
    result_weight: Percent
    bonus_method: Literal["proportional", "fixed", "none"]
    bonus_weight: Percent
    bonus_fixed_points: OptionalPoints
    bonus_cap: OptionalPoints
    total_max: Points
    band_basis: Literal["exact_total"]
    shown_decimals: Decimals
    shown_rounding: Literal["truncate"]

    band_a_from: Points
    band_b_from: Points
    band_c_from: Points
    discipline_override: Literal["off", "on"]

    quota_share: Percent
    quota_share_exceptional: Percent
    quota_exceptional_proof: Literal["decision"]
    quota_base: Literal["rated_b", "rated_a_b"]
    quota_rounding: Literal["down", "half_up", "at_least_one"]
    quota_unit: Literal["agency", "department"]
    quota_scope: Literal["unit_and_group"]
    quota_over_decided_by: Literal["session"]

    presence_min: Percent
    presence_absence: Literal["any_leave"]
    unit_of_month: Literal["last_day", "most_working_days", "first_day"]
    opinion_by: Literal["evaluator", "agency_head"]
    decision_by: Literal["evaluator", "agency_head"]
    authority_vacant_seat: Literal["next_level_up"]
    authority_without_line: Literal["direct_leader"]
    authority_over_chair: Literal["other_members"]
    body_conclusion: Literal["chair", "majority"]
    deadline_reading: Literal["end_of_previous_day"]
    self_assessment_before: DayOfMonth
    opinion_before: DayOfMonth
    decision_before: DayOfMonth
    publication_before: DayOfMonth
    quarter_end_months: MonthsOfYear
    quarter_end_self_before: DayOfMonth
    quarter_end_opinion_before: DayOfMonth
    quarter_end_decision_before: DayOfMonth
    month_opened_by: Literal["hr", "cron"]
    late_steps: Literal["allowed", "closed"]
    reminder_days: Days

    publication_unit: Literal["agency", "department"]
    publication_shows: Literal["class_and_reason", "points_too"]
    objection_answered_by: Literal["superior", "decider"]
    objection_first_day: Literal["next_day", "same_day"]
    objection_answer_working_days: Days
    annulment_by: Literal["decider_or_superior", "agency_head"]
    aggregate_method: Literal["mean_of_scored"]
    annual_min_months: Months
    income_strictly_falling: Literal["yes"]

    clauses: Mapping[str, str] = field(compare=False, repr=False)

    def __post_init__(self):
        for code, reason in _contradictions(self):
            raise RuleInvalid(code, str(getattr(self, code)), reason)

    @classmethod
    def in_force(cls, rows: Iterable[Row], day: date, company=None) -> "Rulebook":
        """Return the rules in force on a day, for a company or (None) for anyone.

        Of the rows dated on or before the day the newest holds; a company's own
        newest row beats the general one whatever their dates; rows of other
        companies do not count. RuleMissing when a rule has no row, RuleInvalid when
        a value cannot be read, a code is unknown, or rows contradict each other.
        """
        holding = {}
        for row in rows:
            if row.date_from <= day and (row.company or None) in (None, company):
                _keep_stronger(holding, row)
        if lacking := [code for code in RULES if code not in holding]:
            raise RuleMissing(lacking[0], day)
        values = {
            code: rule.read(code, holding[code].value) for code, rule in RULES.items()
        }
        clauses = {code: row.clause for code, row in holding.items()}
        return cls(**values, clauses=MappingProxyType(clauses))

    def clause(self, code: str) -> str:
        """Return the citation of the row that gives this rule; KeyError if none."""
        return self.clauses[code]


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        code: rule
        for code, hint in get_type_hints(Rulebook, include_extras=True).items()
        if (rule := rule_of(hint))
    }
)

# Rules of which none may be below the one before.
_RISING = (
    ("unit_ratio_reduced", "unit_ratio_full"),
    ("organising_ratio_reduced", "organising_ratio_full"),
    ("unity_ratio_reduced", "unity_ratio_full"),
    ("band_c_from", "band_b_from", "band_a_from", "total_max"),
    ("quota_share", "quota_share_exceptional"),
    ("self_assessment_before", "opinion_before", "decision_before"),
    (
        "quarter_end_self_before",
        "quarter_end_opinion_before",
        "quarter_end_decision_before",
    ),
)


def rule_codes() -> tuple[str, ...]:
    """Return the codes of all rules, in the order of the process."""
    return tuple(RULES)


def _contradictions(rulebook):
    """Yield each rule that another rule of the same day denies, with the reason."""
    for chain in _RISING:
        for low, high in pairwise(chain):
            if getattr(rulebook, high) < getattr(rulebook, low):
                yield high, f"it must not be below {low}"
    if rulebook.bonus_method == "fixed" and rulebook.bonus_fixed_points is None:
        yield "bonus_method", "bonus_fixed_points says no number of points"


def _keep_stronger(holding, row):
    if row.code not in RULES:
        raise RuleInvalid(row.code, row.value, "no rule has this code")
    held = holding.get(row.code)
    if held is None or _strength(row) > _strength(held):
        holding[row.code] = row
    elif _strength(row) == _strength(held) and row.value != held.value:
        reason = f"another row of {row.date_from} says {held.value!r}"
        raise RuleInvalid(row.code, row.value, reason)


def _strength(row):
    return bool(row.company), row.date_from
