from odoo import fields, models


class KpiDeliveryReturn(models.TransientModel):
    """Ask what was wrong before hand-ins are returned (Điều 11.2.b)."""

    _name = "kpi.delivery.return"
    _description = "Returning Work with a Fault"

    delivery_ids = fields.Many2many("kpi.delivery", required=True)
    fault = fields.Text(required=True)

    def action_return(self):
        """Return the hand-ins, each with the fault."""
        self.ensure_one()
        self.delivery_ids.action_return(self.fault)
        return {"type": "ir.actions.act_window_close"}
