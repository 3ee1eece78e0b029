"""Giving a month's 12 000 assignments to 1000 people, beside a floor in plain SQL."""

from dateutil.relativedelta import relativedelta

from odoo.tools import SQL

from .agency import FROM, new_agency
from .measure import Measure

PEOPLE = 1001  # one of them, the head, has no evaluator and is given nothing
TASKS = 12
WARM_UPS, RUNS = 1, 3
SCENES = {
    "give": "before the month is opened",
    "give_open": "with a sheet to score for each",
}


def main(env):
    """Measure several months, print the medians."""
    print(f"{PEOPLE} people are being made …", flush=True)
    agency = new_agency(env, PEOPLE)
    env.cr.execute(
        "CREATE TABLE floor_kpi_assignment (LIKE kpi_assignment INCLUDING ALL)"
    )
    env.cr.execute("ANALYZE")
    env.cr.commit()
    measure = Measure(env)
    for number in range(2 * (WARM_UPS + RUNS)):
        if number == 2 * WARM_UPS:
            measure.clear()
        scene = list(SCENES)[number % len(SCENES)]
        _month(env, agency, FROM + relativedelta(months=number), measure, scene)
        print(f"month {number + 1} of {2 * (WARM_UPS + RUNS)}", flush=True)
    _report(measure)


def _month(env, agency, day, measure, scene):
    period = env["kpi.period"].create(
        {"company_id": agency.company.id, "date_start": day}
    )
    if scene == "give_open":
        period.with_user(agency.hr).action_open()
    rows = _rows(env, agency, period)
    with measure(scene):
        works = env["kpi.assignment"].with_user(agency.hr).create(rows)
    assert len(works) == (PEOPLE - 1) * TASKS
    with measure(f"{scene}_floor"):
        env.cr.execute(
            SQL(
                "INSERT INTO floor_kpi_assignment "
                "SELECT * FROM kpi_assignment WHERE period_id = %s",
                period.id,
            )
        )
    env.cr.commit()


def _rows(env, agency, period):
    people = env["hr.employee"].search(
        [("company_id", "=", agency.company.id), ("kpi_evaluator_id", "!=", False)]
    )
    return [
        {
            "employee_id": person.id,
            "period_id": period.id,
            "item_id": agency.products[number % len(agency.products)].id,
            "quantity": number + 1,
            "date_deadline": period.date_end,
        }
        for person in people
        for number in range(TASKS)
    ]


def _report(measure):
    number = (PEOPLE - 1) * TASKS
    print(f"\n{number} assignments by one create, median of {RUNS} months")
    titles = f"{'ms a row':>10}{'queries':>9}{'a row':>8}{'floor ms':>10}{'ratio':>7}"
    print(f"{'':<34}{titles}")
    for scene, title in SCENES.items():
        ms, queries = measure.milliseconds(scene) / number, measure.queries(scene)
        floor = measure.milliseconds(f"{scene}_floor") / number
        print(
            f"{title:<34}{ms:10.3f}{queries:9.0f}{queries / number:8.3f}"
            f"{floor:10.4f}{ms / floor:7.0f}"
        )
