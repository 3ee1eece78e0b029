from collections import Counter

from odoo import api, fields, models


class KpiAppraisal(models.Model):
    """A sheet that a collective judges is decided at its meeting (Điều 4.4, 9.1)."""

    _inherit = "kpi.appraisal"

    vote_summary = fields.Char(
        compute="_compute_vote_summary", string="Votes", groups="base.group_user"
    )

    @api.depends_context("uid")
    def _compute_vote_summary(self):
        votes = self._votes(self.env["kpi.session.vote"])
        for sheet in self:
            counted = sorted(votes.get(sheet, {}).items())
            sheet.vote_summary = " · ".join(
                f"{grade.upper()} {number}" for grade, number in counted
            )

    def _votes(self, model):
        """{sheet: {class: number of votes}} as the given model may read them."""
        votes = {}
        for sheet, grade, number in model._read_group(
            [("appraisal_id", "in", self.ids)], ["appraisal_id", "grade"], ["__count"]
        ):
            votes.setdefault(self.browse(sheet.id), Counter())[grade] = number
        return votes

    def _reasons_of_step(self, step):
        reasons = super()._reasons_of_step(step)
        if step == "decide":
            judged = self.filtered(lambda one: one.body_id and not one.decider_id)
            open_ones = judged.filtered(lambda one: not reasons[one])
            reasons.update(open_ones._reasons_against_body_decision())
        return reasons

    def _reasons_against_body_decision(self):
        # sudo: the meeting is asked for whoever decides
        sessions = self.env["kpi.session"].sudo()
        held = sessions.search(
            [
                ("period_id", "in", self.period_id.ids),
                ("body_id", "in", self.body_id.ids),
            ]
        )
        by_key = {one._key(): one for one in held}
        # sudo: a vote counts, whoever may read it
        votes = self._votes(self.env["kpi.session.vote"].sudo())
        # sudo: whom a sheet names decides in which session it is judged
        keys = {sheet: sessions._key_of_sheet(sheet) for sheet in self.sudo()}
        return {
            sheet: sheet._reason_against_meeting(
                by_key.get(keys[sheet]), votes.get(sheet)
            )
            for sheet in self
        }

    def _reason_against_meeting(self, session, votes):
        if not session or not session.held_on or not session._present_members():
            return self.env._(
                "%(body)s has not met on %(person)s yet: record in the session when it "
                "met and who was present (Điều 9.1).",
                body=self.sudo().body_id.name,  # sudo: its name is no secret
                person=self.employee_name,
            )
        most = max(votes.values()) if votes else 0
        leading = {grade for grade, number in (votes or {}).items() if number == most}
        if not leading or self.proposed_grade in leading:
            return ""
        if self.period_id._rulebook().body_conclusion == "majority":
            return self.env._(
                "The members voted for class %(classes)s for %(person)s (Điều 9.1).",
                classes=", ".join(sorted(leading)).upper(),
                person=self.employee_name,
            )
        if not (self.grade_reason or "").strip():
            return self.env._(
                "Say why %(person)s is classed otherwise than the members voted "
                "(Điều 9.1).",
                person=self.employee_name,
            )
        return ""
