from odoo import fields, models


class KpiEvaluatorChange(models.TransientModel):
    """Ask who judges a sheet from now on, and why."""

    _name = "kpi.evaluator.change"
    _description = "Change of Evaluator"

    appraisal_ids = fields.Many2many("kpi.appraisal", required=True)
    evaluator_id = fields.Many2one("hr.employee", string="New evaluator", required=True)
    reason = fields.Text(required=True)

    def action_change(self):
        """Change the evaluator of the chosen sheets."""
        self.ensure_one()
        self.appraisal_ids.action_change_evaluator(self.evaluator_id.id, self.reason)
        return {"type": "ir.actions.act_window_close"}
