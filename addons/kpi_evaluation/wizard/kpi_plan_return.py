from odoo import fields, models


class KpiPlanReturn(models.TransientModel):
    """Ask why plans are given back to be changed (Điều 2.1)."""

    _name = "kpi.plan.return"
    _description = "Giving a Plan Back"

    plan_ids = fields.Many2many("kpi.plan", required=True, string="Plans")
    reason = fields.Text(required=True)

    def action_return(self):
        """Give the plans back with the reason."""
        self.ensure_one()
        self.plan_ids.action_return(self.reason)
        return {"type": "ir.actions.act_window_close"}
