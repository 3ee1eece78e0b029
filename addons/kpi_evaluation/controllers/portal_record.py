from odoo.http import Controller, content_disposition, request, route

RECORD = "/my/kpi/record"
REPORT = "kpi_evaluation.report_kpi_record"


class KpiPortalRecord(Controller):
    """One's own competence record, on the screen and on paper (Điều 2.3)."""

    @route(RECORD, type="http", auth="user", website=True, methods=["GET"])
    def record(self, **_query):
        values = {"page_name": "kpi_record", "record": request.env["kpi.record"]._own()}
        return request.render("kpi_evaluation.portal_record", values)

    @route(f"{RECORD}/pdf", type="http", auth="user", methods=["GET"])
    def record_pdf(self, **_query):
        report = request.env["ir.actions.report"]
        pdf, _type = report._render_qweb_pdf(REPORT, request.env.user.ids)
        name = "Hồ sơ năng lực số.pdf"
        return request.make_response(
            pdf,
            headers=[
                ("Content-Type", "application/pdf"),
                ("Content-Length", len(pdf)),
                ("Content-Disposition", content_disposition(name, "inline")),
            ],
        )
