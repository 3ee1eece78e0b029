"""Opening and scoring months of 1 000 and 12 000 people, beside a floor in SQL."""

from dateutil.relativedelta import relativedelta

from odoo import Command
from odoo.tools import SQL

from .agency import FROM, new_agency
from .floor import Floor
from .measure import Measure, resident

# How many people, and how many months of them are measured.
SIZES = ((1_000, 5), (12_000, 2))
TASKS = 12
WARM_UPS = 1
# The nearest existing module for Odoo 19, opening the same month.
OTHERS_MS, OTHERS_QUERIES = 8.4, 11.2


def main(env):
    """Measure several months of each size, print the medians."""
    floor = Floor(env)
    for people, runs in SIZES:
        print(f"{people} people are being made …", flush=True)
        agency = new_agency(env, people)
        env.cr.commit()
        measure = Measure(env)
        for number in range(WARM_UPS + runs):
            if number == WARM_UPS:
                measure.clear()
                memory = resident()
            day = FROM + relativedelta(months=number)
            _month(env, agency, people, day, measure, floor)
            print(f"month {number + 1} of {WARM_UPS + runs}", flush=True)
        _report(measure, people, runs, measure.most - memory)


def _month(env, agency, people, day, measure, floor):
    period = env["kpi.period"].create(
        {"company_id": agency.company.id, "date_start": day}
    )
    with measure("open"):
        period.with_user(agency.hr).action_open()
        while period.opening_left:
            period.with_user(agency.hr).action_open()
    sheets = period.appraisal_ids
    lines = sheets.criterion_ids
    assert (len(sheets), len(lines)) == (people, 10 * people)
    with measure("open_floor"):
        floor.insert_sheets(period)
    _give_work(env, agency, period)
    sheets = period.appraisal_ids
    with measure("score"):
        sheets.browse(sheets.ids)._recompute_scores()
    staff = sheets.filtered(lambda sheet: sheet.position_category == "staff")
    assert all(staff.mapped("is_scorable"))
    with measure("score_floor"):
        floor.aggregate(period)
    _hand_in(env, period, measure)
    env.cr.commit()


def _hand_in(env, period, measure):
    """Hand in one product late and have it accepted: the leaders' sheets follow."""
    work = env["kpi.assignment"].search(
        [("period_id", "=", period.id), ("origin", "=", "plan")], order="id desc"
    )[:1]
    giver = work.assigner_id
    giver.user_id = giver.user_id or env["res.users"].with_context(
        no_reset_password=True
    ).create(
        {
            "name": giver.name,
            "login": f"benchmark {giver.id}",
            "company_id": giver.company_id.id,
            "company_ids": [Command.set(giver.company_id.ids)],
        }
    )
    before = period.appraisal_ids.filtered(lambda s: s.employee_id == giver).trace
    with measure("hand_in"):
        delivery = env["kpi.delivery"].create(
            {"assignment_id": work.id, "date": period.date_end, "quantity": 0.5}
        )
    with measure("accept"):
        delivery.with_user(giver.user_id).action_accept()
    env.invalidate_all()
    after = period.appraisal_ids.filtered(lambda s: s.employee_id == giver).trace
    assert before != after, "the leader's sheet did not follow"


def _give_work(env, agency, period):
    """Give 12 tasks to all who can get any, have them done and all criteria judged."""
    env["kpi.assignment"].with_context(tracking_disable=True).create(
        [
            {
                "employee_id": sheet.employee_id.id,
                "period_id": period.id,
                "item_id": agency.products[number % len(agency.products)].id,
                "quantity": number + 1,
                "date_deadline": period.date_end,
                "origin": "adhoc" if number == TASKS - 1 else "plan",
            }
            for sheet in period.appraisal_ids
            if sheet.evaluator_id
            for number in range(TASKS)
        ]
    )
    env.flush_all()
    env.cr.execute(
        SQL(
            """
            UPDATE kpi_assignment SET done_quantity = quantity,
                fault_count = (id %% 5 = 0)::int, late_count = (id %% 7 = 0)::int
            WHERE period_id = %(month)s;
            UPDATE kpi_appraisal_criterion AS line
            SET self_points = max_points, self_given = TRUE
            FROM kpi_appraisal AS sheet
            WHERE sheet.id = line.appraisal_id AND sheet.period_id = %(month)s;
            ANALYZE
            """,
            month=period.id,
        )
    )
    env.invalidate_all()


def _report(measure, people, runs, memory):
    print(f"\nper employee, median of {runs} months of {people} people, one process")
    print(f"{'':<28}{'ms':>8}{'queries':>10}{'floor ms':>11}{'ratio':>8}")
    for title, name in (
        ("open the month", "open"),
        (f"score {TASKS} tasks each", "score"),
    ):
        ms = measure.milliseconds(name) / people
        floor = measure.milliseconds(f"{name}_floor") / people
        queries = measure.queries(name) / people
        print(f"{title:<28}{ms:8.2f}{queries:10.3f}{floor:11.3f}{ms / floor:8.1f}")
    for title, name in (
        ("hand in one product", "hand_in"),
        ("accept one product", "accept"),
    ):
        ms, queries = measure.milliseconds(name), measure.queries(name)
        print(f"{title:<28}{ms:8.2f}{queries:10.0f}")
    print(f"the process grew by {memory} MB over these months")
    ms = OTHERS_MS / (measure.milliseconds("open") / people)
    queries = OTHERS_QUERIES / (measure.queries("open") / people)
    print(
        f"The nearest existing module opens with {OTHERS_MS} ms and {OTHERS_QUERIES} "
        f"queries a person:\n{queries:.0f} times the queries, {ms:.1f} times the time."
    )
