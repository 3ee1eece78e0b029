from odoo import models

from ...regulation.grading import better


class KpiAppraisal(models.Model):
    """Why somebody may not take a step on a sheet: whose step it is, what it lacks."""

    _inherit = "kpi.appraisal"

    def _reason_of_role(self, step, substitutes):
        self.ensure_one()
        user, role = self.env.user, self.ROLES[step]
        if role == "employee" and self.employee_user_id != user:
            return self.env._(
                "Only %(person)s assesses this sheet themselves (Điều 15.2).",
                person=self.employee_name,
            )
        if role in ("evaluator", "decider"):
            return self._reason_against_judge(user, role, substitutes)
        if role == "hr" and not user.has_group("kpi_evaluation.group_hr"):
            return self.env._("Only the HR officer of the agency takes this step.")
        return ""

    def _reason_against_judge(self, user, role, substitutes):
        if self.employee_user_id == user:
            return self.env._("Nobody judges their own sheet (Điều 9).")
        if self.is_external:
            return self.env._(
                "%(person)s is judged by the central agency; here the result is only "
                "recorded (Điều 9.1).",
                person=self.employee_name,
            )
        if not self.evaluator_id and not self.body_id:
            return self.env._(
                "%(person)s has no evaluator yet; the HR officer names one "
                "(Điều 6.2, 9).",
                person=self.employee_name,
            )
        if user in self._judges(role, substitutes):
            return ""
        return self.env._(
            "Only %(judge)s may take this step on the sheet of %(person)s "
            "(%(clause)s).",
            judge=self._judge_name(role),
            person=self.employee_name,
            clause=self.authority_clause or "Điều 6.2",
        )

    def _judges(self, role, substitutes):
        if role == "decider":
            return self._users_deciding(substitutes)
        return self._users_giving_opinion(substitutes)

    def _judge_name(self, role):
        # sudo: names of those who judge are no secret
        sheet = self.sudo()
        if role == "decider" and sheet.decider_id:
            return sheet.decider_id.name
        return sheet.body_id.name or sheet.evaluator_name

    def _reason_against_review(self):
        if not self.is_scorable:
            return self.env._(
                "The sheet of %(person)s has no score yet: %(reasons)s",
                person=self.employee_name,
                reasons="; ".join(self._missing_sentences()),
            )
        unexplained = self.criterion_ids.filtered(lambda line: line._lacks_reason())
        if unexplained:
            return self.env._(
                "Say why your points for “%(criterion)s” differ from those of "
                "%(person)s.",
                criterion=unexplained[0].name,
                person=self.employee_name,
            )
        return self._reason_against_levels() or self._reason_against_proposal()

    def _reason_against_levels(self):
        if self.position_category not in ("head", "deputy"):
            return ""
        if (self.organising_reason or "").strip() and (self.unity_reason or "").strip():
            return ""
        return self.env._(
            "Give a reason for your choice of đ and e for %(person)s (Điều 12.3).",
            person=self.employee_name,
        )

    def _reason_against_proposal(self):
        proposed, by_points = self.proposed_grade, self.system_grade
        if not proposed or proposed == by_points:
            return ""
        if better(proposed, by_points):
            return self.env._(
                "%(person)s cannot be classed above the points (Điều 8).",
                person=self.employee_name,
            )
        if not (self.grade_reason or "").strip():
            return self.env._(
                "Say why %(person)s is classed below the points (Điều 6.1).",
                person=self.employee_name,
            )
        return ""
