"""Verdicts in an agency of 1000 people, whose leaders' points follow (Điều 12.1.b)."""

from odoo import Command
from odoo.tools import SQL

from odoo.addons.kpi_evaluation.models.work import kpi_assignment_directed as directed

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
    env["kpi.period"]._cron_open()
    works, judge = _works(env, agency, period), _judge(env, agency)
    _take_over_some(env, works)
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
    _explain(mine[:1])


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


def _take_over_some(env, works):
    """Every twelfth task was taken over from somebody else."""
    env.execute_query(
        SQL(
            "UPDATE kpi_assignment task SET source_id = source.id, origin = 'takeover'"
            " FROM kpi_assignment source"
            " WHERE source.id = task.id - %s AND task.id %% %s = 0"
            " AND task.id IN %s AND source.id IN %s RETURNING task.id",
            PEOPLE // 2,
            TASKS,
            works._ids,
            works._ids,
        )
    )
    env.invalidate_all()


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


def _teams_over(works):
    """{sheet of a leader over the people of this work: ids of all whom they lead}."""
    sheets = works.env["kpi.appraisal"]._sheets_of(works._month_pairs())
    led = sheets._leaders_above()._people_led()
    return {sheet: [one.person for one in people] for sheet, people in led.items()}


def _measure_sums(measure, works):
    teams = _teams_over(works)
    with measure(QUERY):
        works._directed_facts(teams)


def _explain(works):
    """Print how the database works the leaders' sums out."""
    rows = [
        (sheet.id, person, sheet.period_id.id)
        for sheet, people in _teams_over(works).items()
        for person in people
    ]
    leaders, people, months = map(list, zip(*rows, strict=True))
    query = SQL(
        "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, BUFFERS OFF) %s",
        SQL(
            directed.SUMS,
            leaders=leaders,
            people=people,
            months=months,
            states=list(directed.COUNTED),
        ),
    )
    print()
    for (line,) in works.env.execute_query(query):
        print(line)


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
