from odoo.exceptions import UserError
from odoo.http import request, route

from .portal import MONTHS, KpiPortal

PEOPLE = f"{MONTHS}/people"
WAITING = f"{PEOPLE}/waiting"
SHEET = f"{PEOPLE}/sheet/<int:sheet_id>"
NOTICE = "kpi_people_notice"
OPINION_STEPS = ("save", "review")


class KpiPortalPeople(KpiPortal):
    """Judging one's people without a licence; every rule lives in the models."""

    def _prepare_home_portal_values(self, counters):
        values = super()._prepare_home_portal_values(counters)
        people = request.env["kpi.people"]
        if "kpi_people_count" in counters:
            values["kpi_people_count"] = people._people_count()
        if "kpi_people_todo_count" in counters:
            values["kpi_people_todo_count"] = people._todo_count()
        return values

    @route()
    def months(self, **query):
        response = super().months(**query)
        response.qcontext["judges"] = bool(request.env["kpi.people"]._people_count())
        return response

    @route(
        [PEOPLE, f"{PEOPLE}/<int:period_id>"],
        type="http",
        auth="user",
        website=True,
        methods=["GET"],
    )
    def people(self, period_id=None, **_query):
        people = request.env["kpi.people"]
        period = people._month(period_id)
        if not period and period_id:
            return request.redirect(PEOPLE)
        view = people._month_view(period)
        return self._page("portal_people", {"people": view, "month": view["month"]})

    @route(WAITING, type="http", auth="user", website=True, methods=["GET", "POST"])
    def waiting(self, **form):
        people = request.env["kpi.people"]
        typed = {}
        if request.httprequest.method == "POST":
            try:
                with request.env.cr.savepoint():
                    people._take_typed(form)
            except UserError as error:
                if not self._answered_before(WAITING):
                    notice = {"place": WAITING, "error": str(error)}
                    return self._render_waiting(notice, form)
                return request.redirect(WAITING)
            # What else was typed on the page is not lost with the step.
            return self._done(WAITING, form.get("take"), form)
        notice = self._notice(WAITING)
        return self._render_waiting(notice, notice.get("typed") or typed)

    def _render_waiting(self, notice, typed):
        waiting = request.env["kpi.people"]._waiting()
        values = {"waiting": waiting, "notice": notice, "typed": typed}
        return self._page("portal_people_waiting", values)

    @route(SHEET, type="http", auth="user", website=True, methods=["GET", "POST"])
    def people_sheet(self, sheet_id, **form):
        sheets = request.env["kpi.appraisal"]
        sheet = sheets._people_sheets([("id", "=", sheet_id)])
        if not sheet:
            return request.redirect(PEOPLE)
        place = f"{PEOPLE}/sheet/{sheet.id}"
        if request.httprequest.method == "GET":
            return self._render_sheet(sheet, self._notice(place), None)
        step = form.get("step")
        try:
            if step in OPINION_STEPS:
                with request.env.cr.savepoint():
                    sheet._save_opinion(form)
            with request.env.cr.savepoint():
                sheet._take_judge_step(step, form)
        except UserError as error:
            if self._answered_before(place):
                return request.redirect(place)
            notice = {"place": place, "error": str(error)}
            return self._render_sheet(sheet, notice, form)
        return self._done(place, step)

    def _render_sheet(self, sheet, notice, typed):
        view = sheet._judge_view(typed)
        values = {"sheet": view, "notice": notice, "month": view["period"]}
        if view["state"] in ("reviewed", "self_assessed"):
            values["quota"] = sheet._quota_tables()
        return self._page("portal_people_sheet", values)

    @route(
        f"{PEOPLE}/<int:period_id>/decisions",
        type="http",
        auth="user",
        website=True,
        methods=["GET", "POST"],
    )
    def people_decisions(self, period_id, **form):
        period = request.env["kpi.people"]._month(period_id)
        if not period:
            return request.redirect(PEOPLE)
        sheets = request.env["kpi.appraisal"]._to_decide(period)
        place = f"{PEOPLE}/{period.id}/decisions"
        if request.httprequest.method == "GET":
            return self._render_decisions(period, sheets, self._notice(place), {})
        try:
            with request.env.cr.savepoint():
                sheets._decide_typed(form)
        except UserError as error:
            if self._answered_before(place):
                return request.redirect(place)
            notice = {"place": place, "error": str(error)}
            return self._render_decisions(period, sheets, notice, form)
        return self._done(place, form.get("step"))

    def _render_decisions(self, period, sheets, notice, typed):
        values = {
            "month": {"id": period.id, "name": period.name},
            "rows": sheets._decision_rows(typed),
            "choices": sheets._judge_choices(),
            "quota": sheets._quota_tables(),
            "notice": notice,
        }
        return self._page("portal_people_decisions", values)

    @route(
        f"{PEOPLE}/<any(evidence,cause):kind>/<int:attachment_id>",
        type="http",
        auth="user",
        website=True,
        methods=["GET"],
    )
    def people_evidence(self, kind, attachment_id, **_query):
        model = {"evidence": "kpi.delivery", "cause": "kpi.cause"}[kind]
        file = request.env[model]._evidence_of_my_people(attachment_id)
        if not file:
            return request.redirect(PEOPLE)
        return request.env["ir.binary"]._get_stream_from(file).get_response()

    def _page(self, template, values):
        values = {"page_name": "kpi_people", "month": None} | values
        return request.render(f"kpi_evaluation.{template}", values)

    def _done(self, place, done, typed=None):
        """Show the page by a GET, so that reloading it repeats nothing."""
        typed = {name: text for name, text in (typed or {}).items() if name != "take"}
        request.session[NOTICE] = {"place": place, "done": done, "typed": typed}
        return request.redirect(f"{place}#kpi-notice")

    def _notice(self, place):
        notice = request.session.get(NOTICE) or {}
        if notice.get("place") != place:
            return {}
        return request.session.pop(NOTICE)

    def _answered_before(self, place):
        """Whether this is the second of a double tap: the first answer is true."""
        return (request.session.get(NOTICE) or {}).get("place") == place
