from odoo import models


class KpiAppraisal(models.Model):
    """A sheet is not reviewed over work that lies there unjudged (Điều 11.2)."""

    _inherit = "kpi.appraisal"

    def _reasons_of_step(self, step):
        reasons = super()._reasons_of_step(step)
        if step == "review":
            for sheet, count in self._waiting_hand_ins().items():
                reasons[sheet] = reasons[sheet] or self.env._(
                    "%(count)s hand-ins of %(person)s still wait for a verdict "
                    "(Điều 11.2).",
                    count=count,
                    person=sheet.employee_name,
                )
        return reasons

    def _waiting_hand_ins(self):
        """{sheet: how many hand-ins wait}, of those that have any."""
        # sudo: not all hand-ins were for the one who reviews
        groups = (
            self.env["kpi.delivery"]
            .sudo()
            ._read_group(
                [
                    ("verdict", "=", "pending"),
                    ("employee_id", "in", self.employee_id.ids),
                    ("assignment_id.period_id", "in", self.period_id.ids),
                ],
                ["assignment_id"],
                ["__count"],
            )
        )
        waiting = {}
        sheets = self.grouped(lambda s: (s.employee_id.id, s.period_id.id))
        for work, count in groups:
            for sheet in sheets.get((work.employee_id.id, work.period_id.id), ()):
                waiting[sheet] = waiting.get(sheet, 0) + count
        return waiting
