from odoo import fields, models


class KpiDeadlineExtension(models.TransientModel):
    """Ask until when the deadline of some sheets is extended, and why (Điều 16)."""

    _name = "kpi.deadline.extension"
    _description = "Extension of a Deadline"

    appraisal_ids = fields.Many2many("kpi.appraisal", required=True)
    until = fields.Date(string="New last day", required=True)
    reason = fields.Text(required=True)

    def action_extend(self):
        """Extend the deadline of the chosen sheets."""
        self.ensure_one()
        self.appraisal_ids.action_extend_deadline(self.until, self.reason)
        return {"type": "ir.actions.act_window_close"}
