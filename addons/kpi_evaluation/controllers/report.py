from odoo.exceptions import AccessError, MissingError
from odoo.http import Controller, content_disposition, request, route

REPORT = "kpi_evaluation.report_kpi_appraisal"


class KpiReport(Controller):
    """One's own sheet as PDF, also for people without an internal licence."""

    @route("/my/kpi/<int:sheet_id>/pdf", type="http", auth="user", methods=["GET"])
    def own_sheet(self, sheet_id, **_query):
        sheet = request.env["kpi.appraisal"].browse(sheet_id)
        try:
            sheet.check_access("read")
            is_own = sheet.employee_user_id == request.env.user
        except (AccessError, MissingError):
            is_own = False
        if not is_own:
            raise request.not_found()
        report = request.env["ir.actions.report"]
        pdf, _type = report._render_qweb_pdf(REPORT, sheet.ids)
        name = f"Phiếu theo dõi, đánh giá {sheet.period_id.date_start:%m-%Y}.pdf"
        return request.make_response(
            pdf,
            headers=[
                ("Content-Type", "application/pdf"),
                ("Content-Length", len(pdf)),
                ("Content-Disposition", content_disposition(name, "inline")),
            ],
        )
