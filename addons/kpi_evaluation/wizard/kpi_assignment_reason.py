from odoo import fields, models


class KpiAssignmentReason(models.TransientModel):
    """Ask why work is handed back, refused or cancelled (Điều 15.1)."""

    _name = "kpi.assignment.reason"
    _description = "Reason for a Step of Work"

    assignment_ids = fields.Many2many("kpi.assignment", string="Work")
    change_ids = fields.Many2many("kpi.assignment.change", string="Requests")
    step = fields.Selection(
        [
            ("hand_back", "Hand back"),
            ("refuse", "Refuse"),
            ("cancel", "Cancel the work"),
        ],
        required=True,
    )
    reason = fields.Text(required=True)

    def action_take(self):
        """Take the step with the reason."""
        self.ensure_one()
        if self.change_ids:
            self.change_ids.action_refuse(self.reason)
        if self.assignment_ids:
            getattr(self.assignment_ids, f"action_{self.step}")(self.reason)
        return {"type": "ir.actions.act_window_close"}
