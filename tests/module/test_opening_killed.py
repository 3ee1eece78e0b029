"""kill -9 in the middle of opening a month: nothing is lost, nothing is there twice."""

import os
import signal
import subprocess
import sys
from contextlib import closing

import pytest

from odoo.service.db import _create_empty_database
from odoo.sql_db import close_db, db_connect
from odoo.tools import SQL, config
from odoo.tools.misc import exec_pg_environ, find_pg_tool

PEOPLE = 22
PEOPLE_OF_THE_AGENCY = """
company = env["res.company"].create({"name": agency})
env["hr.employee"].with_context(tracking_disable=True).create([
    {
        "name": f"Chuyên viên {one}",
        "company_id": company.id,
        "kpi_position_category": "staff",
        "date_version": "2026-06-01",
    }
    for one in range(people)
])
month = {"company_id": company.id, "date_start": "2026-07-01"}
month = env["kpi.period"].create(month)
month._write_fixed({"opening_left": left})
env.cr.commit()
"""
# The process dies when the rows of a portion are in the database already, but not for
# good. The cron is run by Odoo's own machinery, with its commits.
OPEN = """
import os, signal
from odoo.addons.kpi_evaluation.models.month import kpi_period_opening
kpi_period_opening.SHEETS_AT_ONCE = 5
sheets = type(env["kpi.appraisal.criterion"])
original, portions = sheets._copy_forms, []
def copy_forms(self, opened):
    lines = original(self, opened)
    portions.append(opened)
    if len(portions) == killed_in:
        self.env.flush_all()
        os.kill(os.getpid(), signal.SIGKILL)
    return lines
sheets._copy_forms = copy_forms
env.ref("kpi_evaluation.ir_cron_open").method_direct_trigger()
"""
# As long as the first works, the second comes, and is told so.
TOLD = 3
OPEN_SLOWLY = f"""
import time
from odoo.exceptions import UserError
sheets = type(env["kpi.appraisal.criterion"])
original = sheets._copy_forms
def copy_forms(self, opened):
    time.sleep(4)
    return original(self, opened)
sheets._copy_forms = copy_forms
company = env["res.company"].search([("name", "=", "UBND xã Hai Người")])
try:
    env["kpi.period"].search([("company_id", "=", company.id)]).action_open()
except UserError as error:
    assert "being opened right now" in str(error)
    raise SystemExit({TOLD})
env.cr.commit()
"""


@pytest.fixture(scope="module")
def copy():
    """A copy of the test database that commits and dies as it likes."""
    (source,) = config["db_name"]
    name = f"kpi_killed_{os.getpid()}"
    _create_empty_database(name)
    dump = subprocess.Popen(
        [find_pg_tool("pg_dump"), "--no-owner", "--format=c", source],
        env=exec_pg_environ(),
        stdout=subprocess.PIPE,
    )
    restore = [find_pg_tool("pg_restore"), "--no-owner", f"--dbname={name}"]
    subprocess.run(restore, env=exec_pg_environ(), stdin=dump.stdout, check=True)
    assert dump.wait() == 0
    yield name
    close_db(name)
    with closing(db_connect("postgres").cursor()) as cr:
        cr._cnx.autocommit = True
        cr.execute(SQL("DROP DATABASE %s WITH (FORCE)", SQL.identifier(name)))


def _start(database, script):
    """Start a script in an Odoo of its own."""
    command = [sys.executable, "-m", "odoo", "shell", "-d", database, "--no-http"]
    process = subprocess.Popen(
        [*command, "--log-level=critical", "--max-cron-threads=0"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    process.stdin.write(script)
    process.stdin.close()
    return process


def _run(database, script):
    """Run a script to its end; return how it ended."""
    return _start(database, script).wait(timeout=120)


def _state(database, agency):
    """(people with a sheet, sheets, criteria, people left) as the database has it."""
    with closing(db_connect(database).cursor()) as cr:
        cr.execute(
            """
            SELECT COUNT(DISTINCT sheet.employee_id), COUNT(DISTINCT sheet.id),
                   COUNT(line.id), MAX(period.opening_left)
              FROM kpi_period period
              JOIN res_company company ON company.id = period.company_id
         LEFT JOIN kpi_appraisal sheet ON sheet.period_id = period.id
         LEFT JOIN kpi_appraisal_criterion line ON line.appraisal_id = sheet.id
             WHERE company.name = %s
            """,
            (agency,),
        )
        return cr.fetchone()


def _made(agency, left):
    numbers = f"agency, people, left = {agency!r}, {PEOPLE}, {left}\n"
    return numbers + PEOPLE_OF_THE_AGENCY


def test_a_killed_opening_loses_nothing_and_makes_nothing_twice(copy):
    agency = "UBND xã Giữa Chừng"
    made = f"{_made(agency, PEOPLE)}\nkilled_in = 3\n{OPEN}"
    assert _run(copy, made) == -signal.SIGKILL
    assert _state(copy, agency) == (10, 10, 100, PEOPLE - 10)
    assert _run(copy, f"killed_in = 0\n{OPEN}") == 0
    assert _state(copy, agency) == (PEOPLE, PEOPLE, 10 * PEOPLE, 0)


def test_of_two_who_open_a_month_at_once_the_later_is_told_and_makes_nothing(copy):
    agency = "UBND xã Hai Người"
    assert _run(copy, _made(agency, 0)) == 0
    both = [_start(copy, OPEN_SLOWLY) for _one in range(2)]
    assert sorted(process.wait(timeout=120) for process in both) == [0, TOLD]
    assert _state(copy, agency) == (PEOPLE, PEOPLE, 10 * PEOPLE, 0)
