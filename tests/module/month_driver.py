"""Two judges of one month at the same moment, each in an Odoo of its own."""

import os
import time
from contextlib import contextmanager
from unittest.mock import patch

from psycopg2 import InterfaceError, OperationalError

from odoo.api import Environment
from odoo.exceptions import UserError
from odoo.service.model import retrying
from odoo.tools import split_every

from odoo.addons.kpi_evaluation.models.decision import kpi_appraisal_freeze

from benchmarks.sheets import like

from .common import INTERNAL
from .decision_driver import World
from .quota_case import LAW

PLACES = 9001  # the advisory locks at which the two meet
PATIENCE_SECONDS = 30
REASON = "'Trong tỷ lệ'"
BOTH = ("Đỗ Văn Một", "Vũ Thị Hai")


def prepare(env, units, sheets):
    """Make units with an own share of A, and blocks of sheets to be decided.

    "raise": a decided A stands on six B, three of each judge; one of them may go.
    "take": an A of the first judge, not decided, and five B of the second.
    """
    sheet = World.made_in(env)
    World._choose(day="2026-06-02", **LAW)
    judges = [World._person(name, "deputy", INTERNAL, World.head) for name in BOTH]
    _units(sheet, judges, units, "raise", 7, "mod(g, 7) < 4")
    _units(sheet, judges, units, "take", 6, "mod(g, 6) < 1")
    carried = env["kpi.appraisal"].search(
        [("job_title", "like", "raise"), ("proposed_grade", "=", "a")]
    )
    carried.with_user(judges[0].user_id).action_decide()
    for block in ("clicked", "two", "gone"):
        _block(sheet, sheets, block)
    env.cr.commit()


def _units(sheet, judges, number, block, size, is_of_first):
    env = sheet.env
    made = env["hr.department"].create(
        [
            {
                "name": f"{block} {one}",
                "company_id": sheet.company_id.id,
                "kpi_is_quota_unit": True,
            }
            for one in range(number)
        ]
    )
    assert made.ids == [*range(made[0].id, made[0].id + number)]

    def of_judge(first, second):
        return f"CASE WHEN {is_of_first} THEN {first.id} ELSE {second.id} END"

    users = [judge.user_id for judge in judges]
    is_a = f"mod(g, {size}) = 0"
    like(
        sheet,
        number * size,
        job_title=f"'{block} ' || g / {size}",
        department_id=f"{made[0].id} + g / {size}",
        evaluator_id=of_judge(*judges),
        evaluator_user_id=of_judge(*users),
        proposed_grade=f"CASE WHEN {is_a} THEN 'a' ELSE 'b' END",
        grade_reason=f"CASE WHEN {is_a} THEN NULL ELSE {REASON} END",
    )


def _block(sheet, number, block):
    """Sheets of class B of a judge of their own, who has a substitute."""
    judge, substitute = (
        World._person(f"{role} {block}", "deputy", INTERNAL, World.head)
        for role in ("Trưởng", "Thay")
    )
    World.env["kpi.delegation"].create(
        {
            "principal_id": judge.id,
            "substitute_id": substitute.id,
            "date_from": "2026-01-01",
            "date_to": "2099-12-31",
            "document": "12/UQ-UBND",
        }
    )
    like(
        sheet,
        number,
        job_title=f"'{block}'",
        evaluator_id=str(judge.id),
        evaluator_user_id=str(judge.user_id.id),
        proposed_grade="'b'",
        grade_reason=REASON,
    )
    World.env["kpi.session"]._ensure(sheet.period_id)


def raise_one(env, who, units):
    """Raise a B of one's own to A in unit after unit, just when the other does."""
    for unit in range(units):
        own = _waiting(env, f"raise {unit}", BOTH[who], "b")[:1]
        values = {"proposed_grade": "a", "grade_reason": False}
        _at_once(env, who, unit, own.write, values)


def take(env, who, units):
    """Decide the A, or class somebody whom it stands on lower, at the same moment."""
    for unit in range(units):
        if who:
            own = _waiting(env, f"take {unit}", BOTH[1], "b")[:1]
            values = {"proposed_grade": "c", "grade_reason": "Chậm"}
            _at_once(env, who, unit, own.write, values)
        else:
            own = _waiting(env, f"take {unit}", BOTH[0], "a")
            _at_once(env, who, unit, own.action_decide)


def click(env, who):
    """Press “Decide all that are ready” of a session a second time at once."""
    sheets = _waiting(env, "clicked", "Trưởng clicked", "b")
    session = env["kpi.session"].search([("evaluator_id", "=", sheets.evaluator_id.id)])
    session = session.with_user(sheets.evaluator_user_id)
    _at_once(env, who, 0, session.action_decide)


def decide_portions(env, who, portion):
    """Decide the same sheets as the judge, or as the substitute from their end."""
    sheets = _waiting(env, "two", "Trưởng two", "b")
    if who:
        substitute = env["hr.employee"].search([("name", "=", "Thay two")])
        sheets = sheets.with_user(substitute.user_id)
    portions = [*split_every(portion, sheets.ids)]
    for number, ids in enumerate(reversed(portions) if who else portions):
        _at_once(env, who, number, sheets.browse(ids).action_decide)


def decide_through_a_breakdown(env, portion):
    """Decide a batch; the database goes in its midst, and it is asked for again."""
    sheets = env.registry["kpi.appraisal"]
    write, portions = sheets._add_to_book, []

    def wait_in_the_third(some, kind):
        links = write(some, kind)
        links.flush_recordset()
        portions.append(links)
        if len(portions) == 3:
            print("waiting", flush=True)
            some.env.cr.execute("SELECT pg_sleep(60)")
        return links

    own = _waiting(env, "gone", "Trưởng gone", "b")
    ids, judge = own.ids, own.env.uid
    with (
        patch.object(kpi_appraisal_freeze, "SHEETS_AT_ONCE", portion),
        patch.object(sheets, "_add_to_book", wait_in_the_third),
    ):
        for _time in range(2):
            try:
                with env.registry.cursor() as cr:
                    again = Environment(cr, judge, {})["kpi.appraisal"].browse(ids)
                    retrying(again.action_decide, again.env)
                print("decided", flush=True)
            except (InterfaceError, OperationalError):
                print("gone", flush=True)
    # The cursor of this shell is gone too; there is nothing to end in order.
    os._exit(0)


def _waiting(env, block, judge, grade):
    """The sheets of a block that wait for a judge, as that one sees them."""
    sheets = env["kpi.appraisal"].search(
        [
            ("job_title", "=", block),
            ("state", "=", "reviewed"),
            ("evaluator_id.name", "=", judge),
            ("proposed_grade", "=", grade),
        ]
    )
    return sheets.with_user(sheets.evaluator_user_id)


def _at_once(env, who, place, act, *values):
    """Act as a web request does, when both have come to the same place; say how."""
    with met(env, who, place), env.registry.cursor() as cr:
        records = act.__self__.with_env(Environment(cr, act.__self__.env.uid, {}))
        act = getattr(records, act.__name__)
        try:
            retrying(lambda: act(*values), records.env)
            print("done", flush=True)
        except UserError:
            cr.rollback()
            print("refused", flush=True)


@contextmanager
def met(env, who, place):
    """Wait until both have come to the same place.

    The connection keeps its sign, so that the slower one finds it too.
    """
    with env.registry.cursor() as signs:
        signs.execute("SELECT pg_advisory_lock(%s, %s)", (PLACES + place, who))
        end = time.monotonic() + PATIENCE_SECONDS
        while not _both_are_there(signs, place):
            assert time.monotonic() < end, f"nobody came to {place}"
            time.sleep(0.002)
        yield


def _both_are_there(signs, place):
    signs.execute(
        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = %s "
        "AND database = (SELECT oid FROM pg_database "
        "WHERE datname = current_database())",
        (PLACES + place,),
    )
    return signs.fetchone()[0] == 2
