from collections import Counter, defaultdict

from odoo import api, models
from odoo.exceptions import ConcurrencyError
from odoo.tools import SQL

from ...regulation.quota import Tally

WHOLE = "whole"
DECIDED = ("decided", "published")
COUNTED = ("draft", "self_assessed", "reviewed", *DECIDED)


class KpiQuota(models.AbstractModel):
    """The share of A within a unit and within each group of similar tasks (Điều 8.5).

    Counts people by the class that is decided or proposed for them, across sessions:
    all authorities of an agency share one limit. A tally is kept for each unit,
    ``(unit, WHOLE)``, and for each group in it, ``(unit, group id or 0)``.
    """

    _name = "kpi.quota"
    _description = "Share of A"

    @api.model
    def _tallies(self, period):
        """{(unit, group): Tally} of a month, in a constant number of queries."""
        rules = period._rulebook()
        units = self.env["hr.department"]._quota_units(rules, period.company_id)
        exceptional = self._exceptional_units(period)
        counts = defaultdict(Counter)
        for department, group, *classes, number in self._classes(period):
            rated = self._rated(*classes, self._counts_open_ones(period))
            unit = units.get(department.id, 0)
            for key in ((unit, WHOLE), (unit, group.id or 0)):
                counts[key].update(dict.fromkeys(rated, number))
        return {
            key: Tally(rules, **count, exceptional=key[0] in exceptional)
            for key, count in counts.items()
        }

    def _classes(self, period):
        # sudo: one limit for all authorities, whichever sheets the user may read
        sheets = self.env["kpi.appraisal"].sudo()
        return sheets._read_group(
            [
                ("period_id", "=", period.id),
                ("state", "in", COUNTED),
                ("is_external", "=", False),
            ],
            ["department_id", "task_group_id", "state", "grade", "proposed_grade"],
            ["__count"],
        )

    def _rated(self, state, grade, proposed, counts_open):
        """The fields of a Tally in which such people count."""
        if state in DECIDED:
            return {"a": ("rated_a", "decided_a"), "b": ("rated_b",)}.get(grade, ())
        if state == "reviewed":
            return {"a": ("rated_a",), "b": ("rated_b",)}.get(proposed, ())
        return ("pending",) if counts_open else ()

    def _counts_open_ones(self, period):
        """Whether those without an opinion may still come in time to be counted."""
        today = self.env["kpi.regulation.clause"]._today()
        return today <= period.decision_until

    def _exceptional_units(self, period):
        # sudo: a higher share holds for everybody, whoever may read its decision
        exceptions = self.env["kpi.quota.exception"].sudo()
        found = exceptions.search([("period_id", "=", period.id)])
        return {one.department_id.id or 0 for one in found}

    @api.model
    def _has_decided_a(self, period):
        return any(tally.decided_a for tally in self._tallies(period).values())

    @api.model
    def _lock_for_deciding(self, periods):
        """Keep the B that carry A in their class until the A are decided.

        Deciders do not wait for each other, only for whoever leaves class B.
        """
        self.env.cr.execute(
            SQL(
                "SELECT id FROM kpi_period WHERE id IN %s ORDER BY id FOR SHARE",
                (*periods.ids, 0),
            )
        )

    @api.model
    def _lock_for_leaving(self, periods):
        """Let nobody decide class A while somebody leaves class B.

        Whoever had to wait starts again and sees what was decided meanwhile.
        """
        for period in periods.sorted("id"):
            self.env.cr.execute(
                SQL("UPDATE kpi_period SET id = id WHERE id = %s", period.id)
            )
        # While modules are installed the tables may not be there for others yet.
        if self.env.registry.ready:
            with self.env.registry.cursor() as fresh:
                if self._decided(fresh, periods) > self._decided(self.env.cr, periods):
                    raise ConcurrencyError("class A was decided meanwhile")

    def _decided(self, cursor, periods):
        """How many are decided as class A, as a connection sees it."""
        self.env["kpi.appraisal"].flush_model(["state", "grade", "period_id"])
        cursor.execute(
            SQL(
                "SELECT COUNT(*) FROM kpi_appraisal WHERE period_id IN %s "
                "AND grade = 'a' AND state IN %s",
                (*periods.ids, 0),
                DECIDED,
            )
        )
        return cursor.fetchone()
