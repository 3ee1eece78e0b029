from odoo import fields, models


class KpiAppraisalReturn(models.TransientModel):
    """Ask why sheets go back: to their people, or to whoever gave the opinion."""

    _name = "kpi.appraisal.return"
    _description = "Giving a Sheet Back"

    appraisal_ids = fields.Many2many("kpi.appraisal", required=True)
    reason = fields.Text(required=True)
    step = fields.Selection(
        [("return", "To the person"), ("send_back", "To whoever gave the opinion")],
        required=True,
        default="return",
        readonly=True,
    )

    def action_return(self):
        """Give the sheets back with the reason (Điều 16 steps 3 and 4)."""
        self.ensure_one()
        if self.step == "send_back":
            self.appraisal_ids.action_send_back(self.reason)
        else:
            self.appraisal_ids.action_return(self.reason)
        return {"type": "ir.actions.act_window_close"}
