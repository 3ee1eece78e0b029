from odoo import fields, models


class KpiComplaintAnswer(models.TransientModel):
    """Ask what the examination of a report found and what was done (Điều 20.5)."""

    _name = "kpi.complaint.answer"
    _description = "Examination of a Report"

    complaint_id = fields.Many2one("kpi.complaint", required=True)
    result = fields.Text(string="What the examination found", required=True)
    measures = fields.Text(string="Measures taken", required=True)

    def action_examine(self):
        """Record the examination."""
        self.ensure_one()
        self.complaint_id.action_examine(self.result, self.measures)
        return {"type": "ir.actions.act_window_close"}
