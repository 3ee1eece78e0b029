from odoo import fields, models


class KpiCauseRefusal(models.TransientModel):
    """Ask why an objective cause is not accepted (Điều 6.6)."""

    _name = "kpi.cause.refusal"
    _description = "Refusing an Objective Cause"

    cause_ids = fields.Many2many("kpi.cause", required=True)
    answer = fields.Text(string="Why not", required=True)

    def action_refuse(self):
        """Refuse the causes for the reason."""
        self.ensure_one()
        self.cause_ids.action_refuse(self.answer)
        return {"type": "ir.actions.act_window_close"}
