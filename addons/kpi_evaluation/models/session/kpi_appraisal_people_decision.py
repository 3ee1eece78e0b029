from odoo import api, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ..base.paper_text import plain

STATES = ("reviewed", "decided")


class KpiAppraisal(models.Model):
    """Deciding a unit without a licence: ranking, share of A, decision (Điều 8.5, 16).

    The figures are those of the session; the steps are those of the sheets.
    """

    _inherit = "kpi.appraisal"

    @api.model
    def _to_decide(self, period):
        """The sheets of a month on which the current user's word decides."""
        of_month = Domain("period_id", "=", period.id) & Domain("state", "in", STATES)
        sheets = self._people_sheets(of_month)
        substitutes = sheets._substitutes_today()
        user = self.env.user
        mine = sheets.filtered(
            lambda one: not one._reason_against_judge(user, "decider", substitutes)
        )
        return mine.sorted(lambda one: (-one.total_score, one.id))

    def _decision_rows(self, typed):
        """The people by their points, with their rank among those of class A."""
        ranking = {}
        for period in self.period_id:
            ranking |= self.env["kpi.quota"]._ranking(period)
        refused = self._reasons_against("decide")
        return [
            sheet._decision_row(typed, refused[sheet])
            | dict(zip(("rank", "fate"), ranking.get(sheet, ("", "")), strict=True))
            for sheet in self
        ]

    def _decision_row(self, typed, refused):
        self.ensure_one()
        states = dict(self._fields["state"]._description_selection(self.env))
        number, is_open = self.id, self.state == "reviewed"
        ready = not refused
        return {
            "id": number,
            "name": self.employee_name,
            "total": plain(self.total_score),
            "by_points": (self.system_grade or "").upper(),
            "grade": typed.get(f"grade_{number}", self.grade or self.proposed_grade),
            "reason": typed.get(f"reason_{number}", self.grade_reason or ""),
            "exceptions": self.exceptions or "",
            "is_open": is_open,
            "label": states[self.state],
            "refused": refused if is_open else "",
            "is_ticked": f"decide_{number}" in typed if typed else ready,
        }

    def _quota_tables(self):
        """Where the units of these sheets stand, as their session shows it."""
        sessions = self.env["kpi.session"]
        keys = {sessions._key_of_sheet(sheet) for sheet in self}
        # sudo: whoever judges in a session reads its share of A
        found = sessions.sudo().search([("period_id", "in", self.period_id.ids)])
        mine = found.filtered(lambda one: one._key() in keys)
        return [session.quota_html for session in mine]

    def _decide_typed(self, form):
        """Save the proposals typed into the list, then decide those ticked, if asked.

        The sheets are those the form was shown with; nothing is decided by half.
        """
        open_ones = self.filtered(lambda one: one.state == "reviewed")
        for sheet in open_ones:
            given = {
                "proposed_grade": form.get(f"grade_{sheet.id}", sheet.proposed_grade),
                "grade_reason": form.get(f"reason_{sheet.id}", sheet.grade_reason),
            }
            sheet._save_proposal(given)
        if form.get("step") != "decide":
            return
        ticked = open_ones.filtered(lambda one: f"decide_{one.id}" in form)
        if not ticked:
            raise UserError(
                self.env._("Tick the people whom you decide now (Điều 16 step 4).")
            )
        ticked.action_decide()
