from odoo import fields, models


class KpiAppraisalOverride(models.TransientModel):
    """Ask for the disciplinary document (Nghị định 335/2025 Điều 20.4)."""

    _name = "kpi.appraisal.override"
    _description = "Class D for a Disciplinary Measure"

    appraisal_ids = fields.Many2many("kpi.appraisal", required=True)
    document = fields.Char(string="Document number", required=True)
    document_date = fields.Date(required=True)
    authority = fields.Char(string="Issued by", required=True)
    reason = fields.Text(required=True)

    def action_override(self):
        """Class the chosen sheets D by the document."""
        self.ensure_one()
        self.appraisal_ids.action_override(
            self.document, self.document_date, self.authority, self.reason
        )
        return {"type": "ir.actions.act_window_close"}
