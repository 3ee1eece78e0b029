from odoo import api, fields, models

from ..models.sheet.kpi_appraisal_annulment import CAUSES


class KpiAppraisalAnnul(models.TransientModel):
    """Ask for the cause and the reason of an annulment (Điều 6.8)."""

    _name = "kpi.appraisal.annul"
    _description = "Annulment of a Result"

    appraisal_ids = fields.Many2many("kpi.appraisal", required=True)
    cause = fields.Selection(CAUSES, required=True, default="document")
    finding_id = fields.Many2one(
        "kpi.finding", ondelete="cascade", domain="[('demand', '=', 'reevaluate')]"
    )
    objection_id = fields.Many2one(
        "kpi.objection",
        string="Petition",
        ondelete="cascade",
        domain="[('appraisal_id', 'in', appraisal_ids), ('outcome', '=', 'changed')]",
    )
    document = fields.Char(string="Document number")
    document_date = fields.Date()
    reason = fields.Text(required=True)

    @api.onchange("cause")
    def _onchange_cause(self):
        """Propose what there is: the petition that was found right."""
        if self.cause == "objection" and not self.objection_id:
            right = [
                ("appraisal_id", "in", self.appraisal_ids.ids),
                ("outcome", "=", "changed"),
            ]
            self.objection_id = self.env["kpi.objection"].search(right, limit=1)

    def action_annul(self):
        """Annul the chosen sheets and open their new versions."""
        self.ensure_one()
        cause = self.cause
        self.appraisal_ids.action_annul(
            self.reason,
            document=cause == "document" and self.document,
            document_date=cause == "document" and self.document_date,
            finding_id=cause == "finding" and self.finding_id.id,
            objection_id=cause == "objection" and self.objection_id.id,
        )
        return {"type": "ir.actions.act_window_close"}
