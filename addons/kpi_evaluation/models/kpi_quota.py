from collections import Counter, defaultdict

from odoo import api, models
from odoo.tools import SQL

from ..regulation.quota import Tally

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
    def _lock(self, periods):
        """Let only one at a time change what a month's share of A is counted from.

        The later of two transactions starts again and sees what the first one did.
        """
        for period in periods.sorted("id"):
            self.env.cr.execute(
                SQL("UPDATE kpi_period SET id = id WHERE id = %s", period.id)
            )
