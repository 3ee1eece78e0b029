from odoo import models


class KpiAssignment(models.Model):
    """Who confirms a cause once there is a sheet: the evaluator whom it names."""

    _inherit = "kpi.assignment"

    def _authority_on_causes(self):
        authority = super()._authority_on_causes()
        sheet = self.env["kpi.appraisal"]._sheets_of(self._month_pairs())[:1]
        by_rule = self.period_id._rulebook().cause_confirmed_by
        if by_rule == "evaluator" and sheet:
            return sheet.evaluator_id
        return authority


class KpiAppraisal(models.Model):
    """A sheet is not reviewed over an objective cause without an answer (Điều 6.6)."""

    _inherit = "kpi.appraisal"

    def _reasons_of_step(self, step):
        reasons = super()._reasons_of_step(step)
        if step == "review":
            waiting = self._unanswered_causes()
            for sheet in self & self.browse(waiting):
                reasons[sheet] = reasons[sheet] or self.env._(
                    "An objective cause of %(person)s still waits for the answer of "
                    "%(authority)s (Điều 6.6).",
                    person=sheet.employee_name,
                    authority=", ".join(waiting[sheet.id].mapped("authority_id.name")),
                )
        return reasons

    def _unanswered_causes(self):
        """{sheet id: the causes without an answer}, of those that have any."""
        # sudo: not all causes are for the one who reviews
        causes = (
            self.env["kpi.cause"]
            .sudo()
            .search(
                [
                    ("state", "=", "asked"),
                    ("employee_id", "in", self.employee_id.ids),
                    ("assignment_id.period_id", "in", self.period_id.ids),
                ]
            )
        )
        by_month = causes.grouped(
            lambda one: (one.employee_id.id, one.assignment_id.period_id.id)
        )
        return {
            sheet.id: by_month[sheet.employee_id.id, sheet.period_id.id]
            for sheet in self
            if (sheet.employee_id.id, sheet.period_id.id) in by_month
        }

    def _hand_work_over(self, evaluator):
        """Causes that the former evaluator has not answered go to the new one."""
        done = super()._hand_work_over(evaluator)
        causes = self.env["kpi.cause"].sudo()  # sudo: the step has just been allowed
        for unanswered in self._unanswered_causes().values():
            causes |= unanswered
        causes.filtered(lambda one: one._is_for_evaluator()).write(
            {"authority_id": evaluator.id}
        )
        return done


class KpiCause(models.Model):
    """A cause that the evaluator answers, whoever that is."""

    _inherit = "kpi.cause"

    def _is_for_evaluator(self):
        rules = self.assignment_id.period_id._rulebook()
        return rules.cause_confirmed_by == "evaluator"
