"""Plans of units and people, weekly schedules and daily logs."""

from datetime import date

from .patterns import EVERYBODY, KEEPERS, OF_NOBODY, PERSONAL

READ_BY_LEADERS = PERSONAL | {"evaluator": "r"}
EMPLOYEES = {
    "employee",
    "other_employee",
    "evaluator",
    "other_evaluator",
    "hr",
    "admin",
}
JUNE = date(2026, 6, 1)
ENTRY = {
    "name": "Họp giao ban",
    "date_start": "2026-07-09 01:00:00",
    "date_end": "2026-07-09 02:00:00",
}

RIGHTS = {
    "kpi.plan": READ_BY_LEADERS,
    "kpi.plan.line": READ_BY_LEADERS,
    "kpi.plan.return": OF_NOBODY | {"evaluator": "crwd"},
    "kpi.schedule.entry": READ_BY_LEADERS,
    "kpi.schedule.print": OF_NOBODY | {"evaluator": "crwd"},
}


def _plan(case, period=None):
    """The plan of ``staff`` for the month, a draft with one product."""
    period = period or case.period
    plans = case.env["kpi.plan"].with_user(case.staff.user_id)
    plan = plans.browse(plans.open_own(period.id))
    if not plan.line_ids:
        plan.save_lines([{"item_id": case.items["K1"].id, "quantity": 2}])
    return plan.with_env(case.env)


def _submitted(case, **arguments):
    """Submit the plan that the method is tried on; give the arguments back."""
    plan = _plan(case)
    if plan.state == "draft":
        plan.with_user(case.staff.user_id).action_submit()
    return arguments


def _copied(case):
    """Make a plan of the month before."""
    june = case.env["kpi.period"].search(
        [("company_id", "=", case.company.id), ("date_start", "=", JUNE)]
    )
    _plan(case, june or case._month(JUNE))
    return {}


METHODS = {
    ("kpi.plan", "open_own"): (
        "draft",
        EMPLOYEES,
        lambda case: {"period_id": case.period.id},
    ),
    ("kpi.plan", "save_lines"): ("draft", {"employee"}, {"lines": []}),
    ("kpi.plan", "remove_lines"): (
        "draft",
        {"employee"},
        lambda case: {"line_ids": _plan(case).line_ids.ids},
    ),
    ("kpi.plan", "action_submit"): ("draft", {"employee"}, {}),
    ("kpi.plan", "action_copy_last_month"): ("draft", {"employee"}, _copied),
    ("kpi.plan", "action_return"): (
        "draft",
        {"evaluator"},
        lambda case: _submitted(case, reason="Bổ sung"),
    ),
    ("kpi.plan", "action_approve"): ("draft", {"evaluator"}, _submitted),
    # Nobody draws from the plan of a person.
    ("kpi.plan", "action_draw"): ("draft", set(), {}),
    # A wizard serves who opened it: the evaluator.
    ("kpi.plan.return", "action_return"): ("draft", {"evaluator"}, _submitted),
    ("kpi.period", "action_open_plans"): ("draft", KEEPERS, {}),
    # Only lead to lists, which show everybody what they may read.
    ("kpi.period", "action_open_period_plans"): ("draft", EVERYBODY, {}),
    ("kpi.period", "action_people_without_plan"): ("draft", EVERYBODY, {}),
    ("kpi.schedule.entry", "add_own"): (
        "draft",
        EMPLOYEES | {"hr_elsewhere"},
        {"values": ENTRY},
    ),
    ("kpi.schedule.entry", "change_own"): (
        "draft",
        {"employee"},
        {"values": {"place": "Phòng họp"}},
    ),
    ("kpi.schedule.entry", "action_log"): ("draft", {"employee"}, {}),
    ("kpi.schedule.entry", "remove_own"): ("draft", {"employee"}, {}),
    ("kpi.schedule.print", "action_print"): ("draft", {"evaluator"}, {}),
}


def _plan_return(case):
    wizards = case.env["kpi.plan.return"].with_user(case.head.user_id)
    return wizards.create({"plan_ids": _plan(case).ids, "reason": "Bổ sung"})


def _entry(case):
    entries = case.env["kpi.schedule.entry"].with_user(case.staff.user_id)
    return entries.browse(entries.add_own(dict(ENTRY))).with_env(case.env)


RECORDS = {
    "kpi.plan": _plan,
    "kpi.plan.line": lambda case: _plan(case).line_ids[:1],
    "kpi.plan.return": _plan_return,
    "kpi.schedule.entry": _entry,
    "kpi.schedule.print": lambda case: (
        case.env["kpi.schedule.print"].with_user(case.head.user_id).create({})
    ),
}
