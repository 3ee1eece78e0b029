from odoo import api, fields, models
from odoo.fields import Domain


class KpiObjection(models.Model):
    """Who answers a petition: the superior of whoever decided (Điều 9, 20.5)."""

    _inherit = "kpi.objection"

    is_mine_to_answer = fields.Boolean(
        compute="_compute_is_mine_to_answer", search="_search_is_mine_to_answer"
    )
    may_answer = fields.Boolean(compute="_compute_may")
    may_name_answerer = fields.Boolean(compute="_compute_may")

    @api.depends_context("uid")
    @api.depends("answerer_id", "body_id")
    def _compute_is_mine_to_answer(self):
        mine = self.filtered_domain(self._mine_to_answer())
        for one in self:
            one.is_mine_to_answer = one in mine

    def _search_is_mine_to_answer(self, operator, value):
        if operator != "in":
            return NotImplemented
        mine = self._mine_to_answer()
        return mine if True in value else ~mine

    @api.depends_context("uid")
    @api.depends("state", "answerer_id", "body_id")
    def _compute_may(self):
        for step in self.TRANSITIONS:
            reasons = self._reasons_against(step)
            for one in self:
                one[f"may_{step}"] = not reasons[one]

    @api.model
    def _mine_to_answer(self):
        """Petitions to the user, or to whom or for what body they speak."""
        day = self.env["kpi.regulation.clause"]._today()
        principals = self.env["kpi.delegation"]._principals(self.env.user, day)
        user = self.env.user
        bodies = self.env["kpi.delegation"]._own_bodies()
        bodies = bodies.filtered(
            lambda one: one.active and user in (one.chair_id | one.secretary_id).user_id
        )
        return (
            Domain("answerer_user_id", "=", self.env.uid)
            | Domain("answerer_id", "in", principals.ids)
            | Domain("body_id", "in", bodies.ids)
        )

    def _reasons_of_step(self, step):
        if step == "answer":
            return {one: one._reason_against_answerer() for one in self}
        return {one: one._reason_against_naming() for one in self}

    def _reason_against_naming(self):
        user = self.env.user
        if self.employee_user_id == user:
            return self.env._(
                "Nobody names who answers their own petition; another officer does "
                "(Điều 20.5)."
            )
        is_officer = user.has_group("kpi_evaluation.group_hr")
        if is_officer and self.company_id in user.company_ids:
            return ""
        return self.env._("Only the HR officer of the agency takes this step.")

    def _reason_against_answerer(self):
        if self.employee_user_id == self.env.user:
            return self.env._("Nobody judges their own sheet (Điều 9).")
        if not self.answerer_name:
            return self.env._(
                "No superior was found by Điều 9; the HR officer names who answers "
                "(Điều 20.5)."
            )
        if self.is_mine_to_answer:
            return ""
        return self.env._(
            "Only %(superior)s answers this petition (Điều 20.5).",
            superior=self.answerer_name,
        )

    @api.model
    def _answerer_values(self, sheet, rules):
        """The fields that say who answers a petition on a sheet, found today."""
        # sudo: who judges whom decides, whoever asks
        sheet = sheet.sudo()
        judge = sheet.decider_id or sheet.body_id.chair_id or sheet.evaluator_id
        person, body = judge.id, sheet.body_id.id if not sheet.decider_id else None
        if rules.objection_answered_by == "superior":
            person, body = self._superior_of(judge, sheet)
        named, collective = judge.browse(person), sheet.body_id.browse(body)
        return {
            "answerer_id": named.id,
            "answerer_name": collective.name or named.name,
            "body_id": collective.id,
        }

    def _superior_of(self, judge, sheet):
        """(employee id, body id) above a judge; neither the person nor the judge."""
        day = self.env["kpi.regulation.clause"]._today()
        person, body = (
            self.env["kpi.authority"]._superiors(judge, day).get(judge.id, (None, None))
        )
        is_same = person in (judge.id, sheet.employee_id.id)
        if is_same or (body and body == sheet.body_id.id):
            return None, None
        return person, body
