from odoo import fields, models


class KpiAppraisalReturn(models.TransientModel):
    """Ask why sheets are given back to their people (Điều 16 step 3)."""

    _name = "kpi.appraisal.return"
    _description = "Giving a Sheet Back"

    appraisal_ids = fields.Many2many("kpi.appraisal", required=True)
    reason = fields.Text(required=True)

    def action_return(self):
        """Give the sheets back with the reason."""
        self.ensure_one()
        self.appraisal_ids.action_return(self.reason)
        return {"type": "ir.actions.act_window_close"}
