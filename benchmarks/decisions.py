"""Deciding and freezing 1 000 and 12 000 sheets, beside the same rows in plain SQL."""

from time import perf_counter, process_time

from odoo.tools import SQL, split_every

from tests.module.decision_driver import World

from .measure import resident
from .sheets import like

SIZES = (1_000, 12_000)
TASKS = 12
SHEETS_OF_A_CLICK = 500
# What the live list of a session shows, and so many lines a page.
LISTED = (
    "employee_name",
    "self_total_score",
    "total_score",
    "system_grade",
    "fault_total",
    "late_total",
    "previous_change",
    "proposed_grade",
    "grade_reason",
    "may_propose",
    "grade",
    "exceptions",
    "state",
)
LINES = 40
# What is printed of each size, and with how many decimals.
COLUMNS = {
    "sheets": 0,
    "rank ms": 3,
    "rank q": 0,
    "ms each": 2,
    "CPU ms": 2,
    "queries": 3,
    "floor ms": 3,
    "ratio": 0,
    "RSS +MB": 0,
    "check ms": 2,
    "kB each": 1,
}


def main(env):
    """Measure each size in its own run of sheets, print the figures."""
    sheet = World.made_in(env, TASKS)
    env.cr.commit()
    _decide(env, like(sheet, SHEETS_OF_A_CLICK))
    print("".join(f"{title:>10}" for title in COLUMNS), flush=True)
    for size in SIZES:
        figures = _measure(env, size, like(sheet, size))
        shown = zip(figures, COLUMNS.values(), strict=True)
        print("".join(f"{one:>10.{digits}f}" for one, digits in shown), flush=True)


def _measure(env, size, sheets):
    env.cr.commit()
    ranking, asked = _rank(env, sheets)
    memory = resident()
    ms, busy, queries, most = _decide(env, sheets)
    floor = _floor(env, size)
    begin = perf_counter()
    count, faults = env["kpi.decision"]._check_book(sheets.company_id)
    checking = (perf_counter() - begin) * 1000
    assert not faults, faults[:1]
    ((bytes_each,),) = env.execute_query(
        SQL("SELECT avg(pg_column_size(snapshot)) FROM kpi_decision")
    )
    each = [one / size for one in (ms, busy, queries, floor)]
    grown, checked = most - memory, checking / count
    ranked = (ranking / size, asked)
    return (size, *ranked, *each, ms / floor, grown, checked, bytes_each / 1024)


def _rank(env, sheets):
    """Open the session of all as its judge: the list, best first, and the share of A.

    Time in ms, and queries.
    """
    judge = sheets.evaluator_user_id
    session = env["kpi.session"].search([("evaluator_user_id", "=", judge.id)], limit=1)
    env.invalidate_all()
    queries, begin = env.cr.sql_log_count, perf_counter()
    (read,) = session.with_user(judge).web_read(
        {
            "quota_html": {},
            "readiness": {},
            "reviewed_count": {},
            "appraisal_ids": {"fields": dict.fromkeys(LISTED, {}), "limit": LINES},
        }
    )
    took = (perf_counter() - begin) * 1000
    assert len(read["appraisal_ids"]) >= len(sheets)
    env.invalidate_all()
    return took, env.cr.sql_log_count - queries


def _decide(env, sheets):
    """Decide sheets as so many clicks do, each a transaction.

    Time and time of this process in ms, queries, the most memory in MB.
    """
    judge = sheets.evaluator_user_id
    queries, most = env.cr.sql_log_count, 0
    begin, busy = perf_counter(), process_time()
    for some in split_every(SHEETS_OF_A_CLICK, sheets.ids):
        sheets.browse(some).with_user(judge).action_decide()
        most = max(most, resident())
        env.cr.commit()
        env.invalidate_all()
    took, busy = perf_counter() - begin, process_time() - busy
    return took * 1000, busy * 1000, env.cr.sql_log_count - queries, most


def _floor(env, size):
    """Add the newest rows of the book to a table of the same columns and indexes."""
    env.cr.execute(
        "CREATE TABLE IF NOT EXISTS floor_kpi_decision "
        "(LIKE kpi_decision INCLUDING ALL)"
    )
    env.cr.execute("TRUNCATE floor_kpi_decision")
    env.cr.commit()
    begin = perf_counter()
    for portion in range(0, size, SHEETS_OF_A_CLICK):
        env.cr.execute(
            SQL(
                "INSERT INTO floor_kpi_decision SELECT * FROM kpi_decision "
                "ORDER BY id DESC OFFSET %s LIMIT %s",
                portion,
                SHEETS_OF_A_CLICK,
            )
        )
        env.cr.commit()
    return (perf_counter() - begin) * 1000
