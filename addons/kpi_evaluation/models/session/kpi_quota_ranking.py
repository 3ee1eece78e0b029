from odoo import api, models

from ...regulation.grading import Candidate, apply_quota
from ...regulation.values import exact
from .kpi_quota import DECIDED, WHOLE

ALL_STATES = ("reviewed", *DECIDED)


class KpiQuota(models.AbstractModel):
    """Who stays in class A when the limit is applied to the exact totals (Điều 8.5)."""

    _inherit = "kpi.quota"

    @api.model
    def _ranking(self, period):
        """{sheet: (rank in its unit, "keeps", "over" or "tied")} of all rated A.

        Those already decided keep their class; equal totals share a rank.
        """
        # sudo: one ranking for all authorities, whichever sheets the user may read
        sheets = self.env["kpi.appraisal"].sudo()
        rated = sheets.search(
            [
                ("period_id", "=", period.id),
                ("state", "in", ALL_STATES),
                ("is_external", "=", False),
            ]
        ).filtered(lambda one: (one.grade or one.proposed_grade) == "a")
        keys = rated._quota_keys()
        ranking = {}
        for _unit, members in rated.grouped(lambda one: keys[one][0]).items():
            ranking.update(self._ranked(period, members, keys))
        return ranking

    def _ranked(self, period, members, keys):
        totals = {one: self._exact_total(one) for one in members}
        candidates = [Candidate(one.id, totals[one], keys[one][1][1]) for one in totals]
        unit = keys[members[0]][0][0]
        outcome = self._outcome(period, unit, candidates)
        fates = {
            key: fate
            for fate in ("keeps", "over", "tied")
            for key in getattr(outcome, fate)
        }
        return {
            one: (
                1 + sum(other > total for other in totals.values()),
                "keeps" if one.state in DECIDED else fates[one.id],
            )
            for one, total in totals.items()
        }

    def _outcome(self, period, unit, candidates):
        tallies = self._tallies(period)
        rated_b = {
            group: tally.rated_b
            for (owner, group), tally in tallies.items()
            if owner == unit and group != WHOLE
        }
        exceptional = tallies[unit, WHOLE].exceptional
        return apply_quota(candidates, rated_b, period._rulebook(), exceptional)

    def _exact_total(self, sheet):
        steps = {step["code"]: step["value"] for step in sheet.trace["steps"]}
        return exact(steps["total"])
