from odoo import fields, models


class KpiDeliveryReopen(models.TransientModel):
    """Ask why verdicts are taken back (Điều 6.1, 11.2)."""

    _name = "kpi.delivery.reopen"
    _description = "Taking a Verdict Back"

    delivery_ids = fields.Many2many("kpi.delivery", required=True)
    reason = fields.Text(required=True)

    def action_reopen(self):
        """Take the verdicts back for the reason."""
        self.ensure_one()
        self.delivery_ids.action_reopen_verdict(self.reason)
        return {"type": "ir.actions.act_window_close"}
