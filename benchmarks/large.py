"""Verdicts in an agency of 1000 people, whose leaders' points follow (Điều 12.1.b)."""

from odoo import Command

from .agency import FROM, new_agency
from .measure import Measure

PEOPLE, TASKS, HAND_INS = 1001, 12, 20
WARM_UPS, RUNS = 1, 5
# What one verdict may move: the person's sheet, the deputy's, and the head's.
QUERY = "the leaders' sums of work, alone"


def main(env):
    """Measure several rounds of verdicts, print the medians and the query's plan."""
    print(f"{PEOPLE} people with {TASKS} tasks each are being made …", flush=True)
    agency = new_agency(env, PEOPLE)
    period = env["kpi.period"].create(
        {"company_id": agency.company.id, "date_start": FROM}
    )
    period.with_user(agency.hr).action_open()
    works, judge = _works(env, agency, period), _judge(env, agency)
    mine = works.filtered(lambda one: one.assigner_user_id == judge)
    env.cr.execute("ANALYZE")
    env.cr.commit()
    measure = Measure(env)
    for number in range(WARM_UPS + RUNS):
        if number == WARM_UPS:
            measure.clear()
        some = mine[number * HAND_INS : (number + 1) * HAND_INS]
        hand_ins = env["kpi.delivery"].create([{"assignment_id": w.id} for w in some])
        with measure("accept"):
            hand_ins.with_user(judge).action_accept()
        with measure("one"):
            hand_ins[:1].with_user(judge).action_reopen_verdict("Nhầm")
        _measure_sums(measure, some)
        env.cr.commit()
    _report(measure)


def _works(env, agency, period):
    people = env["hr.employee"].search(
        [("company_id", "=", agency.company.id), ("kpi_evaluator_id", "!=", False)]
    )
    values = [
        {
            "employee_id": person.id,
            "period_id": period.id,
            "item_id": agency.products[number % len(agency.products)].id,
            "date_deadline": period.date_end,
        }
        for number in range(TASKS)
        for person in people
    ]
    return env["kpi.assignment"].create(values)


def _judge(env, agency):
    """The account of a deputy who judges some of the people."""
    deputy = env["hr.employee"].search(
        [
            ("company_id", "=", agency.company.id),
            ("kpi_position_category", "=", "deputy"),
        ],
        limit=1,
    )
    deputy.user_id = agency.hr.copy(
        {
            "login": "pho-phong",
            "group_ids": [Command.set(env.ref("base.group_user").ids)],
        }
    )
    return deputy.user_id


def _measure_sums(measure, works):
    sheets = works.env["kpi.appraisal"]._sheets_of(works._month_pairs())
    leaders = sheets._leaders_above()
    teams = {
        sheet: [one.person for one in people]
        for sheet, people in leaders._people_led().items()
    }
    with measure(QUERY):
        works._directed_facts(teams)


def _report(measure):
    print(f"\nmedian of {RUNS} rounds, one process")
    print(f"{'':<36}{'ms':>9}{'queries':>10}")
    for name, title in (
        ("accept", f"accept {HAND_INS} hand-ins"),
        ("one", "take one verdict back"),
        (QUERY, QUERY),
    ):
        ms, queries = measure.milliseconds(name), measure.queries(name)
        print(f"{title:<36}{ms:9.1f}{queries:10.0f}")
