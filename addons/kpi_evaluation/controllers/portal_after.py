from odoo.exceptions import UserError
from odoo.http import request, route

from .portal import MONTH, MONTHS, KpiPortal

OBJECTION = "objection"


class KpiPortalAfter(KpiPortal):
    """What comes after the publication: the public list, objections, reports."""

    @route(f"{MONTHS}/published", type="http", auth="user", website=True)
    def published_months(self, **_query):
        months = request.env["kpi.publication"]._months()
        if months:
            return request.redirect(f"{MONTHS}/published/{months[0].id}")
        return self._render_published(months, months)

    @route(
        f"{MONTHS}/published/<int:period_id>",
        type="http",
        auth="user",
        website=True,
        methods=["GET"],
    )
    def published(self, period_id, **_query):
        months = request.env["kpi.publication"]._months()
        period = months.filtered(lambda one: one.id == period_id)
        if not period:
            return request.redirect(f"{MONTHS}/published" if months else MONTHS)
        return self._render_published(months, period)

    def _render_published(self, months, period):
        published = request.env["kpi.publication"]._list_of_month(period)
        values = {
            "page_name": "kpi",
            "month": {"id": period.id, "name": period.name},
            "months": [{"id": one.id, "name": one.name} for one in months],
            "published": published,
        }
        return request.render("kpi_evaluation.portal_published", values)

    @route(
        f"{MONTH}/object",
        type="http",
        auth="user",
        website=True,
        methods=["GET", "POST"],
    )
    def object(self, period_id, **form):
        period = request.env["kpi.period"]._own_month(period_id)
        sheet = request.env["kpi.appraisal"]._own_sheet(period)
        if request.httprequest.method == "GET" or not sheet:
            return self._redirect(period)
        try:
            with request.env.cr.savepoint():
                mine = sheet.sudo(False)
                mine.object(form.get("kind"), form.get("text"), self._files())
        except UserError as error:
            return self._refused(period, OBJECTION, error, form)
        return self._redirect(period, {"place": OBJECTION, "done": "objected"})

    @route(
        f"{MONTHS}/objection-file/<int:attachment_id>",
        type="http",
        auth="user",
        website=True,
        methods=["GET"],
    )
    def objection_file(self, attachment_id, **_query):
        file = request.env["kpi.objection"]._own_file(attachment_id)
        if not file:
            return request.redirect(MONTHS)
        return request.env["ir.binary"]._get_stream_from(file).get_response()

    @route(
        f"{MONTHS}/report",
        type="http",
        auth="user",
        website=True,
        methods=["GET", "POST"],
    )
    def report(self, **form):
        complaints = request.env["kpi.complaint"]
        values = {"error": "", "typed": {}}
        if request.httprequest.method == "POST":
            try:
                with request.env.cr.savepoint():
                    complaints._report_typed(form, self._files())
                request.session["kpi_reported"] = True
                return request.redirect(f"{MONTHS}/report")
            except UserError as error:
                values = {"error": str(error), "typed": form}
        values |= {
            "page_name": "kpi",
            "choices": complaints._choices(),
            "reports": complaints.my_reports(),
            "done": request.session.pop("kpi_reported", False),
        }
        return request.render("kpi_evaluation.portal_report", values)
