from odoo import models
from odoo.tools import SQL

from .decision_chain import NOTHING_BEFORE

# The printed sheet is made after the decision; it is put in once.
WRITTEN_LATER = ("pdf_id", "pdf_sha256", "write_uid", "write_date")
# Moving a file between the file store and the database changes nothing of it.
OF_STORAGE = ("store_fname", "db_datas", "index_content", "write_uid", "write_date")

STANDS = """
CREATE OR REPLACE FUNCTION kpi_decision_stands() RETURNS trigger AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF TG_TABLE_NAME = 'kpi_decision' THEN
            IF to_jsonb(OLD) ->> 'pdf_id' IS NULL
                AND to_jsonb(NEW) - %(later)s = to_jsonb(OLD) - %(later)s
            THEN RETURN NEW; END IF;
        ELSIF to_jsonb(NEW) - %(storage)s = to_jsonb(OLD) - %(storage)s
        THEN RETURN NEW; END IF;
    END IF;
    RAISE EXCEPTION 'What is decided never changes and is never removed.'
        USING ERRCODE = 'check_violation', TABLE = 'kpi_decision',
              CONSTRAINT = 'kpi_decision_stands';
END $$ LANGUAGE plpgsql;

CREATE OR REPLACE TRIGGER kpi_decision_stands BEFORE UPDATE OR DELETE
    ON kpi_decision FOR EACH ROW EXECUTE FUNCTION kpi_decision_stands();
CREATE OR REPLACE TRIGGER kpi_decision_stands_whole BEFORE TRUNCATE
    ON kpi_decision FOR EACH STATEMENT EXECUTE FUNCTION kpi_decision_stands();
CREATE OR REPLACE TRIGGER kpi_decision_file_stands BEFORE UPDATE OR DELETE
    ON ir_attachment FOR EACH ROW WHEN (OLD.res_model = 'kpi.decision')
    EXECUTE FUNCTION kpi_decision_stands();
"""


class KpiDecision(models.Model):
    """What stands behind the ORM: the database refuses, and deciders queue up."""

    _inherit = "kpi.decision"

    def init(self):
        """Have PostgreSQL itself refuse to change or remove a decision or its file."""
        self.env.cr.execute(
            SQL(STANDS, later=list(WRITTEN_LATER), storage=list(OF_STORAGE))
        )

    def _lock_book(self, company):
        """Wait for one's turn to add to an agency's book; its last number and hash.

        A transaction sees the database as it was when it began. Whoever waited here
        would not see what was added meanwhile, so the end of the book is also read
        through a connection of its own, which sees all that was committed.
        """
        self.env.cr.execute(
            SQL(
                "SELECT pg_advisory_xact_lock(hashtext(%s), %s)", self._name, company.id
            )
        )
        ends = [(0, NOTHING_BEFORE), *self._end_of_book(self.env.cr, company)]
        # While modules are installed the tables may not be there for others yet.
        if self.env.registry.ready:
            with self.env.registry.cursor() as fresh:
                ends += self._end_of_book(fresh, company)
        return max(ends)

    def _end_of_book(self, cursor, company):
        self.flush_model(["number", "hash"])
        cursor.execute(
            SQL(
                "SELECT number, hash FROM kpi_decision WHERE company_id = %s "
                "ORDER BY number DESC LIMIT 1",
                company.id,
            )
        )
        return cursor.fetchall()


def forget_decision_triggers(env):
    """Take the triggers away with their function, before the add-on goes."""
    env.cr.execute("DROP FUNCTION IF EXISTS kpi_decision_stands() CASCADE")
