from odoo import api, fields, models

from ..models.sheet.kpi_appraisal import GRADES


class KpiExternalResult(models.TransientModel):
    """Ask what the central agency has decided of its leader (Điều 9.1)."""

    _name = "kpi.external.result"
    _description = "Result of a Central Agency"

    appraisal_id = fields.Many2one(
        "kpi.appraisal", string="Sheet", required=True, ondelete="cascade"
    )
    is_correction = fields.Boolean(compute="_compute_is_correction")
    grade = fields.Selection(GRADES, string="Class", required=True)
    has_points = fields.Boolean(string="The notice states points")
    points = fields.Float(digits=(16, 2))
    agency = fields.Char(string="Central agency")
    document = fields.Char(string="Number of the notice", required=True)
    date = fields.Date(string="Date of the notice", required=True)
    reason = fields.Text(string="Reason for the correction")

    @api.depends("appraisal_id")
    def _compute_is_correction(self):
        for wizard in self:
            wizard.is_correction = bool(wizard.appraisal_id.grade)

    @api.model
    def default_get(self, fields_list):
        """Start a correction from what was recorded before."""
        values = super().default_get(fields_list)
        sheet = self.env["kpi.appraisal"].browse(values.get("appraisal_id"))
        if sheet.grade:
            values |= {
                "grade": sheet.grade,
                "has_points": sheet.external_points_given,
                "points": sheet.external_points,
                "agency": sheet.external_agency,
                "document": sheet.external_document,
                "date": sheet.external_date,
            }
        return values

    def action_record(self):
        """Record the result on the sheet."""
        self.ensure_one()
        result = {
            "grade": self.grade,
            "points": self.points if self.has_points else None,
            "agency": self.agency,
            "document": self.document,
            "date": self.date,
        }
        self.appraisal_id.action_record_external(result, self.reason or "")
        return {"type": "ir.actions.act_window_close"}
