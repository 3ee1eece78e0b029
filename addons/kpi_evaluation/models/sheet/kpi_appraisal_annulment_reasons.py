from odoo import models


class KpiAppraisal(models.Model):
    """Who annuls a result: its decider or who stands above, never the person."""

    _inherit = "kpi.appraisal"

    def _reasons_of_step(self, step):
        reasons = super()._reasons_of_step(step)
        if step != "annul":
            return reasons
        substitutes = self._substitutes_today()
        heads = self._heads_of_agencies()
        for sheet in self:
            reasons[sheet] = reasons[sheet] or sheet._reason_against_annuller(
                substitutes, heads
            )
        return reasons

    def _heads_of_agencies(self):
        """{employee id: head of their agency}, where only heads annul."""
        by_head = self.filtered(
            lambda sheet: sheet.period_id._rulebook().annulment_by == "agency_head"
        )
        if not by_head:
            return {}
        day = self.env["kpi.regulation.clause"]._today()
        return self.env["kpi.authority"]._agency_heads(by_head.employee_id, day)

    def _reason_against_annuller(self, substitutes, heads):
        self.ensure_one()
        user, rules = self.env.user, self.period_id._rulebook()
        if self.employee_user_id == user:
            return self.env._("Nobody judges their own sheet (Điều 9).")
        if rules.annulment_by == "agency_head":
            # sudo: who heads the agency is no secret
            head = self.env["hr.employee"].sudo().browse(heads.get(self.employee_id.id))
            if user in head.user_id:
                return ""
            return self.env._(
                "Only the head of the agency annuls a result (%(clause)s).",
                clause=rules.clause("annulment_by"),
            )
        if user in self._users_deciding(substitutes) or self.is_overseen:
            return ""
        if self._is_found_wrong_by(user):
            return ""
        return self.env._(
            "Only whoever decided the sheet of %(person)s, or their superior, annuls "
            "it (%(clause)s).",
            person=self.employee_name,
            clause=rules.clause("annulment_by"),
        )
