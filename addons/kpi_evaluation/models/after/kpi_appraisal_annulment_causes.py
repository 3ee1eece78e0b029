from odoo import models
from odoo.exceptions import UserError


class KpiAppraisal(models.Model):
    """Findings and petitions as causes of an annulment (Điều 6.8, 20.5)."""

    _inherit = "kpi.appraisal"

    def _cause_of_annulment(self, document, document_date, finding_id, objection_id):
        if finding_id:
            return self._cause_from_finding(finding_id)
        if objection_id:
            return self._cause_from_objection(objection_id)
        return super()._cause_of_annulment(
            document, document_date, finding_id, objection_id
        )

    def _cause_from_finding(self, finding_id):
        # sudo: it is asked only whether such a finding stands
        finding = self.env["kpi.finding"].sudo().browse(finding_id).exists()
        demands = finding.demand == "reevaluate"
        # sudo: the sheets of the finding, whoever annuls
        if not demands or self.sudo() - finding._sheets():
            raise UserError(
                self.env._("The finding does not demand to judge these sheets anew.")
            )
        return {
            "annulment_cause": "finding",
            "annulment_document": finding.document,
            "annulment_document_date": finding.document_date,
        }

    def _cause_from_objection(self, objection_id):
        # sudo: it is asked only whether such a petition was found right
        objection = self.env["kpi.objection"].sudo().browse(objection_id).exists()
        if objection.outcome != "changed" or self != objection.appraisal_id:
            raise UserError(
                self.env._(
                    "No petition on this sheet was answered as right (Điều 20.5)."
                )
            )
        return {
            "annulment_cause": "objection",
            "annulment_document_date": objection.received_on,
        }
