"""Verdicts on 1000 hand-ins and a unit's 1000 tasks, beside a floor in plain SQL."""

from dateutil.relativedelta import relativedelta

from odoo import Command
from odoo.tools import SQL

from .agency import FROM, new_agency
from .measure import Measure

SOME, ALL = 100, 1000
WARM_UPS, RUNS = 1, 5
COLUMNS = (
    *("employee_id", "name", "coefficient", "quantity", "done_quantity"),
    *("date_deadline", "fault_count", "late_count", "progress"),
)


def main(env):
    """Measure several months, print the medians."""
    agency = new_agency(env, 60)
    head = env["hr.employee"].search(
        [("company_id", "=", agency.company.id), ("kpi_position_category", "=", "head")]
    )
    head.user_id = agency.hr.copy(
        {
            "login": "thu-truong",
            "group_ids": [Command.set(env.ref("base.group_user").ids)],
        }
    )
    env.cr.commit()
    measure = Measure(env)
    for number in range(WARM_UPS + RUNS):
        if number == WARM_UPS:
            measure.clear()
        _month(env, agency, head, FROM + relativedelta(months=number), measure)
        print(f"month {number + 1} of {WARM_UPS + RUNS}", flush=True)
    _report(measure)


def _month(env, agency, head, day, measure):
    period = env["kpi.period"].create(
        {"company_id": agency.company.id, "date_start": day}
    )
    period.with_user(agency.hr).action_open()
    works = _works(env, agency, head, period)
    judge = head.user_id
    for number, some in ((SOME, works[:SOME]), (ALL, works[SOME : SOME + ALL])):
        hand_ins = env["kpi.delivery"].create([{"assignment_id": w.id} for w in some])
        env.cr.execute("ANALYZE kpi_delivery; ANALYZE kpi_assignment")
        with measure(f"accept {number}"):
            hand_ins.with_user(judge).action_accept()
        with measure(f"accept {number} floor"):
            _accept_in_sql(env, hand_ins)
        of_month = [("period_id", "=", period.id), ("id", "in", some.ids)]
        with measure(f"list {number}"):
            env["kpi.assignment"].with_user(judge).search_read(of_month, COLUMNS)
        with measure(f"list {number} floor"):
            _list_in_sql(env, some)
    env.cr.commit()


def _works(env, agency, head, period):
    """1100 tasks of the people whom the head judges."""
    people = env["hr.employee"].search([("kpi_evaluator_id", "=", head.id)])
    return (
        env["kpi.assignment"]
        .with_context(tracking_disable=True)
        .create(
            [
                {
                    "employee_id": people[number % len(people)].id,
                    "period_id": period.id,
                    "item_id": agency.products[number % len(agency.products)].id,
                    "date_deadline": period.date_end,
                }
                for number in range(SOME + ALL)
            ]
        )
    )


def _accept_in_sql(env, hand_ins):
    """The verdicts, and what they add up to on the tasks: two statements."""
    env.cr.execute(
        SQL(
            """
            UPDATE kpi_delivery SET verdict = 'accepted', fault = NULL,
                verdict_date = now(), verdict_user_id = 1 WHERE id IN %(ids)s;
            UPDATE kpi_assignment AS task SET done_quantity = done.quantity
            FROM (SELECT assignment_id, sum(quantity) AS quantity FROM kpi_delivery
                  WHERE id IN %(ids)s GROUP BY assignment_id) AS done
            WHERE task.id = done.assignment_id
            """,
            ids=hand_ins._ids,
        )
    )


def _list_in_sql(env, works):
    """The same columns with the names of the people and what waits."""
    env.execute_query(
        SQL(
            """
            SELECT task.id, person.id, person.name, task.name, task.coefficient,
                task.quantity, task.done_quantity, task.date_deadline,
                task.fault_count, task.late_count, count(waiting.id)
            FROM kpi_assignment AS task
            JOIN hr_employee AS person ON person.id = task.employee_id
            LEFT JOIN kpi_delivery AS waiting
                ON waiting.assignment_id = task.id AND waiting.verdict = 'pending'
            WHERE task.id IN %s GROUP BY task.id, person.id
            """,
            works._ids,
        )
    )


def _report(measure):
    print(f"\nmedian of {RUNS} months, one process")
    print(f"{'':<24}{'ms':>9}{'queries':>10}{'floor ms':>11}{'ratio':>8}")
    for title in ("accept", "list"):
        for number in (SOME, ALL):
            name = f"{title} {number}"
            ms, floor = (
                measure.milliseconds(name),
                measure.milliseconds(f"{name} floor"),
            )
            queries = measure.queries(name)
            print(f"{name:<24}{ms:9.1f}{queries:10.0f}{floor:11.2f}{ms / floor:8.1f}")
