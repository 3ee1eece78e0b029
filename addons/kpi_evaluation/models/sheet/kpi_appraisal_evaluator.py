from markupsafe import escape

from odoo import api, models
from odoo.exceptions import UserError, ValidationError


class KpiAppraisal(models.Model):
    """What follows when a sheet gets another evaluator, comes or goes."""

    _inherit = "kpi.appraisal"

    @api.constrains("evaluator_id", "employee_id")
    def _check_evaluator(self):
        if any(sheet.evaluator_id == sheet.employee_id for sheet in self):
            raise ValidationError(self.env._("Nobody judges their own sheet (Điều 9)."))

    def action_change_evaluator(self, evaluator_id, reason):
        """Have somebody else judge these sheets, for a stated reason.

        ``evaluator_id``: id of an employee. For the HR officer, until the opinion is
        given; the change and its reason are kept in the sheet's log. The new evaluator
        also receives the work that is not done yet.
        """
        self._check_step("change_evaluator")
        evaluator = self._named_evaluator(evaluator_id)
        if not (reason or "").strip():
            raise UserError(self.env._("Say why the evaluator changes (Điều 9)."))
        for period, sheets in self.grouped("period_id").items():
            versions = evaluator._versions_on(period._snapshot_day())
            copy = self._evaluator_copy(evaluator, versions)
            values = {"body_id": False, "authority_note": reason}
            sheets._take("change_evaluator", copy | values)
            sheets._hand_work_over(evaluator)
        # sudo: the log is written by the step, not by hand
        self.sudo()._message_log_batch(dict.fromkeys(self.ids, escape(reason)))
        self._leaders_of_month()._recompute_scores()
        return True

    @api.model
    def _named_evaluator(self, evaluator_id):
        # sudo: the HR officer names an evaluator of whatever agency Điều 9 demands
        evaluator = self.env["hr.employee"].sudo().browse(evaluator_id).exists()
        if not evaluator:
            raise UserError(self.env._("Name the new evaluator."))
        if evaluator.user_id == self.env.user:
            raise UserError(
                self.env._(
                    "Nobody names themselves to judge others; another officer does "
                    "(Điều 9)."
                )
            )
        return evaluator

    def _hand_work_over(self, evaluator):
        # sudo: the step has just been allowed, whoever may write the work
        work = (
            self.env["kpi.assignment"]
            .sudo()
            .search(
                [
                    ("period_id", "in", self.period_id.ids),
                    ("employee_id", "in", self.employee_id.ids),
                ]
            )
        )
        work.filtered(lambda one: one.progress != "done")._hand_over(evaluator)

    def unlink(self):
        leaders = self._leaders_above() - self
        unlinked = super().unlink()
        leaders._recompute_scores()
        return unlinked
