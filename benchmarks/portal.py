"""The month in the portal beside Odoo's own /my, alone and on the last evening."""

import asyncio
import math
import os
import time
from datetime import date
from statistics import mean, median

from odoo import Command

from .agency import new_agency
from .served import served, sessions
from .visitors import Timings, Visitor, crowd

WORKERS = int(os.environ.get("KPI_BENCHMARK_WORKERS", "4"))
THINK = tuple(map(int, os.environ.get("KPI_BENCHMARK_THINK", "20 60").split()))
CROWDS = (200, 1000)
TASKS, CROWD_TASKS = 30, 12
QUERY_TASKS = (5, 30, 100)
ROUNDS, WARM_UPS = 30, 10
# What this project wants of itself, and what the Handbook wants of a system.
MOST_RATIO, MOST_MEAN, MOST_WORST = 1.5, 3, 15
PASSWORDLESS = {"no_reset_password": True, "mail_create_nolog": True}


def main(env):
    """Make an agency of portal users, serve it, measure, print."""
    crowds = [int(one) for one in os.environ.get("KPI_BENCHMARK_CROWDS", "").split()]
    crowds = crowds or list(CROWDS)
    count = ROUNDS + WARM_UPS + len(QUERY_TASKS)
    print("people and their work are being made …", flush=True)
    period, staff = _agency(env, count + sum(crowds))
    tasks = [*QUERY_TASKS, *[TASKS] * (count - len(QUERY_TASKS))]
    tasks += [CROWD_TASKS] * sum(crowds)
    _give_work(env, period, dict(zip(staff, tasks, strict=True)))
    known = [session for _user, session in sessions(env, staff.user_id)]
    env.cr.execute("ANALYZE")
    env.cr.commit()
    month = f"/my/kpi/{period.id}"
    with served(env.cr.dbname, WORKERS) as server:
        alone, known = known[:count], known[count:]
        _compare(server, month, alone)
        for number in crowds:
            people, known = known[:number], known[number:]
            start = time.monotonic()
            timings = asyncio.run(crowd(server.port, people, month, THINK))
            _report_crowd(number, timings, time.monotonic() - start)


def _agency(env, count):
    """A month of an agency with so many staff in the portal; (month, these people)."""
    agency = new_agency(env, count + 51)
    staff = env["hr.employee"].search(
        [
            ("company_id", "=", agency.company.id),
            ("kpi_position_category", "=", "staff"),
        ],
        order="id",
    )
    portal = env.ref("base.group_portal")
    users = env["res.users"].with_context(**PASSWORDLESS)
    users = users.create(
        [
            {
                "name": person.name,
                "login": f"benchmark {person.id}",
                "company_id": agency.company.id,
                "company_ids": [Command.set(agency.company.ids)],
                "group_ids": [Command.set(portal.ids)],
            }
            for person in staff
        ]
    )
    for person, user in zip(staff, users, strict=True):
        person.user_id = user
    today = date.today()
    period = env["kpi.period"].create(
        {"company_id": agency.company.id, "date_start": today.replace(day=1)}
    )
    period.with_user(agency.hr).action_open()
    while period.opening_left:
        period.with_user(agency.hr).action_open()
    env.cr.commit()
    return period, staff


def _give_work(env, period, tasks):
    """Give each person so many tasks, a hand-in for each; every other is accepted."""
    items = env["kpi.catalogue.item"].search(
        [("company_id", "=", period.company_id.id)]
    )
    works = env["kpi.assignment"].with_context(tracking_disable=True)
    works = works.create(
        [
            {
                "employee_id": person.id,
                "period_id": period.id,
                "item_id": items[number % len(items)].id,
                "quantity": number + 1,
                "date_deadline": period.date_end,
            }
            for person, count in tasks.items()
            for number in range(count)
        ]
    )
    env["kpi.delivery"].create(
        [
            {
                "assignment_id": work.id,
                "quantity": 0.5,
                "date": period.date_start,
                "verdict": "accepted" if number % 2 else "pending",
            }
            for number, work in enumerate(works)
        ]
    )
    env.cr.commit()


def _compare(server, month, known):
    """One person after the other: /my, the month, the submission."""
    timings = Timings()

    async def visit(session, kept):
        visitor = Visitor(server.port, session, kept)
        await visitor.get("/my", "/my")
        page = await visitor.get("month", month)
        await visitor.submit("submission", f"{month}/self-assessment", page)

    counted, known = known[: len(QUERY_TASKS)], known[len(QUERY_TASKS) :]
    for number, session in enumerate(known):
        kept = timings if number >= WARM_UPS else Timings()
        asyncio.run(visit(session, kept))
    before = len(server.queries(month))
    for session in counted:
        asyncio.run(Visitor(server.port, session, Timings()).get("month", month))
    _report_alone(timings, server.queries(month)[before:])


def _report_alone(timings, queries):
    floor = median(timings.seconds["/my"])
    print(f"\none person after the other, {ROUNDS} people, {WORKERS} workers")
    print(f"{'':<34}{'median ms':>10}{'p95 ms':>9}{'ratio':>8}")
    for name, title in (
        ("/my", "Odoo's own /my"),
        ("month", f"the month with {TASKS} tasks"),
        ("submission", "handing in the self-assessment"),
    ):
        seconds = timings.seconds[name]
        ratio = median(seconds) / floor
        over = "  above 1.5" if ratio > MOST_RATIO else ""
        print(
            f"{title:<34}{median(seconds) * 1000:10.0f}"
            f"{_percentile(seconds, 95) * 1000:9.0f}{ratio:8.2f}{over}"
        )
        _print_errors(timings.errors[name])
    counted = ", ".join(
        f"{count} with {tasks} tasks"
        for tasks, count in zip(QUERY_TASKS, queries, strict=True)
    )
    print(f"queries of the month's page: {counted}")


def _report_crowd(number, timings, took):
    print(
        f"\nthe last evening: {number} people, {THINK[0]} to {THINK[1]} s between two "
        f"pages, {WORKERS} workers, {took:.0f} s"
    )
    header = ("requests", "mean s", "p50 s", "p95 s", "max s", "errors")
    print(f"{'':<20}" + "".join(f"{one:>10}" for one in header))
    for name, seconds in timings.seconds.items():
        _print_row(name, seconds, len(timings.errors[name]))
    everything = timings.all()
    errors = [one for some in timings.errors.values() for one in some]
    _print_row("all", everything, len(errors))
    _print_errors(errors)
    holds = mean(everything) < MOST_MEAN and max(everything) < MOST_WORST
    print(
        f"the Handbook's less than {MOST_MEAN} s on average, {MOST_WORST} s at worst: "
        + ("held" if holds and not errors else "NOT held")
    )


def _print_row(name, seconds, errors):
    figures = (
        mean(seconds),
        _percentile(seconds, 50),
        _percentile(seconds, 95),
        max(seconds),
    )
    print(
        f"{name:<20}{len(seconds):10}"
        + "".join(f"{one:10.2f}" for one in figures)
        + f"{errors:10}"
    )


def _print_errors(errors):
    for error in sorted(set(errors)):
        print(f"    {errors.count(error)} × {error}")


def _percentile(values, percent):
    ordered = sorted(values)
    return ordered[math.ceil(len(ordered) * percent / 100) - 1]
