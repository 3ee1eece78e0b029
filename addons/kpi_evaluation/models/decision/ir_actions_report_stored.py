from io import BytesIO

from odoo import api, models

OF_DECIDED = (
    "kpi_evaluation.report_kpi_appraisal",
    "kpi_evaluation.report_kpi_decision",
)
DELAY = "--javascript-delay"


class IrActionsReport(models.Model):
    """What is printed of decided sheets is the stored paper itself, once it is made."""

    _inherit = "ir.actions.report"

    def _render_qweb_pdf_prepare_streams(self, report_ref, data, res_ids=None):
        report = self._get_report(report_ref)
        if report.report_name in OF_DECIDED and res_ids:
            stored = self.env[report.model].browse(res_ids)._stored_papers()
            if all(one in stored for one in res_ids):
                return {
                    one: {"stream": BytesIO(stored[one]), "attachment": None}
                    for one in res_ids
                }
        return super()._render_qweb_pdf_prepare_streams(report_ref, data, res_ids)

    @api.model
    def _build_wkhtmltopdf_args(self, paperformat_id, *args, **kwargs):
        command = super()._build_wkhtmltopdf_args(paperformat_id, *args, **kwargs)
        if paperformat_id == self.env.ref("kpi_evaluation.kpi_paperformat_state"):
            # These pages load nothing: they need none of the second Odoo waits.
            command[command.index(DELAY) + 1] = "10"
        return command
