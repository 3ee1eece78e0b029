"""Parts of stories that need processes of their own; run in an Odoo shell."""

import json
import time
from threading import Barrier, Thread
from unittest.mock import patch

from odoo.api import Environment
from odoo.exceptions import UserError
from odoo.service.model import retrying
from odoo.tools import split_every

from odoo.addons.kpi_evaluation.models.decision import kpi_appraisal_freeze

from benchmarks.sheets import like

from .common import Agency

SHEETS_OF_A_CLICK = 5
# Long enough for a kill to come in time.
STORING_SECONDS = 0.3


class Ground:
    """In the place of a test case: no transaction of its own."""

    @classmethod
    def setUpClass(cls):
        """Do nothing; the environment is given."""


class World(Agency, Ground):
    """The small agency of the tests, made to stay."""

    @classmethod
    def made_in(cls, env, tasks=1):
        """Make the agency; a sheet of it that waits for the head's decision."""
        cls.env = env
        cls.setUpClass()
        work = [cls._give(cls.staff, name=f"Công việc {one}") for one in range(tasks)]
        sheet = cls._open()[cls.staff]
        for one in work:
            cls._deliver(one)
        cls._until(sheet, "reviewed")
        env.flush_all()
        return sheet


def prepare(env, **blocks):
    """Make sheets that wait for the head's decision, so many for each block."""
    sheet = World.made_in(env)
    for block, size in blocks.items():
        like(sheet, size, job_title=f"'{block}'")
    env.cr.commit()


def _waiting(env, block):
    """A block's sheets that wait, as their judge sees them."""
    sheets = env["kpi.appraisal"].search(
        [("job_title", "=", block), ("state", "=", "reviewed")]
    )
    return sheets.with_user(sheets.evaluator_user_id)


def decide_at_once(env, block, portion=100):
    """Decide a whole block in one transaction; say when a portion is written."""
    sheets = env.registry["kpi.appraisal"]
    write = sheets._add_to_book

    def say(some, kind):
        links = write(some, kind)
        links.flush_recordset()
        print("written", flush=True)
        return links

    with (
        patch.object(kpi_appraisal_freeze, "SHEETS_AT_ONCE", portion),
        patch.object(sheets, "_add_to_book", say),
    ):
        _waiting(env, block).action_decide()
    env.cr.commit()


def decide_in_portions(env, block, portion):
    """Decide a block as a decider does who clicks again and again."""
    waiting = _waiting(env, block)
    for some in split_every(portion, waiting.ids):
        print("deciding", flush=True)
        waiting.browse(some).action_decide()
        env.cr.commit()


def decide_by_many(env, block, pairs):
    """Have each sheet decided by both of a pair of deciders; all begin together."""
    waiting = _waiting(env, block)
    ids, judge = waiting.ids, waiting.env.uid
    env.cr.commit()
    start, answers = Barrier(pairs * 2), []

    def work(pair):
        start.wait()
        for some in split_every(SHEETS_OF_A_CLICK, ids[pair::pairs]):
            with env.registry.cursor() as cr:
                own = Environment(cr, judge, {})
                try:
                    retrying(own["kpi.appraisal"].browse(some).action_decide, own)
                    answers.append("decided")
                except UserError:
                    answers.append("refused")

    threads = [Thread(target=work, args=(pair,)) for pair in [*range(pairs)] * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(answers.count("decided"), answers.count("refused"), flush=True)


def print_files(env):
    """Print what was decided, one after the other; say what is done.

    "keeping": the file is stored, the decision does not name it yet.
    """
    decisions = env.registry["kpi.decision"]
    keep_file = decisions._keep_file

    def keep(self, values):
        self.env.flush_all()
        print("keeping", flush=True)
        time.sleep(STORING_SECONDS)
        return keep_file(self, values)

    def commit(self, processed=0, *, remaining=None, deactivate=False):
        self.env.cr.commit()
        if processed:
            print("printed", flush=True)
        return 1

    with (
        patch.object(env.registry["ir.cron"], "_commit_progress", commit),
        patch.object(decisions, "_keep_file", keep),
    ):
        env["kpi.decision"]._cron_print()


def check(env):
    """Say what is wrong with the books."""
    book = env["kpi.decision"]
    companies = book._agencies_with_book()
    print(json.dumps([book._check_book(company)[1] for company in companies]))
