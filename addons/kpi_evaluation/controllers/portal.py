from base64 import b64encode

from odoo.exceptions import UserError
from odoo.http import request, route

from odoo.addons.portal.controllers.portal import CustomerPortal

MONTHS = "/my/kpi"
MONTH = f"{MONTHS}/<int:period_id>"


class KpiPortal(CustomerPortal):
    """The employee's own months. Every rule lives in the models; this only talks."""

    def _prepare_home_portal_values(self, counters):
        values = super()._prepare_home_portal_values(counters)
        periods = request.env["kpi.period"]
        if "kpi_month_count" in counters:
            values["kpi_month_count"] = len(periods._own_months())
        if "kpi_todo_count" in counters:
            values["kpi_todo_count"] = periods._own_todo_count()
        return values

    @route(MONTHS, type="http", auth="user", website=True, methods=["GET"])
    def months(self, **_query):
        periods = request.env["kpi.period"]
        months = periods._own_months()
        present, others = periods._split_months(months)
        values = {
            "page_name": "kpi",
            "months": months,
            "present": present,
            "others": others,
            "todos": periods._own_todos(),
            "chart": request.env["kpi.record"]._own_chart(),
            "wants_mail": request.env.user.kpi_reminders,
        }
        return request.render("kpi_evaluation.portal_months", values)

    @route(
        f"{MONTHS}/reminders", type="http", auth="user", website=True, methods=["POST"]
    )
    def reminders(self, wanted="", **_form):
        request.env.user.write({"kpi_reminders": bool(wanted)})
        return request.redirect(f"{MONTHS}#reminders")

    @route(MONTH, type="http", auth="user", website=True, methods=["GET"])
    def month(self, period_id, **_query):
        period = request.env["kpi.period"]._own_month(period_id)
        if not period:
            return request.redirect(MONTHS)
        return self._render_month(period, request.session.pop("kpi_notice", None))

    @route(
        f"{MONTH}/self-assessment",
        type="http",
        auth="user",
        website=True,
        methods=["GET", "POST"],
    )
    def self_assess(self, period_id, **form):
        period = request.env["kpi.period"]._own_month(period_id)
        sheet = request.env["kpi.appraisal"]._own_sheet(period)
        if request.httprequest.method == "GET" or not sheet:
            return self._redirect(period)
        place = "self-assessment"
        done = "saved"
        try:
            with request.env.cr.savepoint():
                sheet.sudo(False)._save_typed(form)
            if form.get("step") == "hand_in":
                with request.env.cr.savepoint():
                    sheet.sudo(False).action_self_assess()
                done = "assessed"
        except UserError as error:
            return self._refused(period, place, error, form)
        if form.get("step") == "summary":
            return request.redirect(f"{MONTHS}/{period.id}/self-assessment/summary")
        return self._redirect(period, {"place": place, "done": done})

    def _files(self):
        """The evidence sent along, as (name, base64 content)."""
        files = request.httprequest.files.getlist("files")
        for file in files:
            file.seek(0)  # a request that is retried has been read before
        return [(one.filename, b64encode(one.read())) for one in files if one.filename]

    def _refused(self, period, place, error, typed):
        """Show the form again with what was typed and why it was refused."""
        if waiting := self._waiting_notice(place):
            return self._redirect(period, waiting)
        return self._render_month(period, {"place": place, "error": str(error)}, typed)

    def _waiting_notice(self, place):
        """The answer to the first of a double tap, which is the true one, or None."""
        waiting = request.session.get("kpi_notice") or {}
        return waiting if waiting.get("place") == place else None

    def _render_month(self, period, notice=None, typed=None):
        """The month; ``notice`` says at its place what was done or what went wrong."""
        values = self._month_values(period, notice or {}, typed or {})
        return request.render("kpi_evaluation.portal_month", values)

    def _month_values(self, period, notice, typed):
        sheet = request.env["kpi.appraisal"]._own_sheet(period)
        tasks = request.env["kpi.assignment"]._own_tasks(period)
        is_sheet = notice.get("place") == "self-assessment"
        return {
            "page_name": "kpi",
            "month": self._month_view(period),
            "sheet": sheet and sheet._employee_view(typed if is_sheet else None),
            "timeline": sheet and sheet._timeline(bool(tasks)),
            "ends_quarter": sheet and sheet._ends_quarter(),
            "task_groups": tasks._task_groups(),
            "notice": notice,
            "typed": typed,
        }

    def _month_view(self, period):
        return {
            "id": period.id,
            "name": period.name,
            "first_day": str(period.date_start),
            "last_day": str(period.date_end),
        }

    def _redirect(self, period, notice=None):
        """Show the month by a GET, so that reloading the page repeats nothing."""
        if not period:
            return request.redirect(MONTHS)
        if not notice:
            return request.redirect(f"{MONTHS}/{period.id}")
        request.session["kpi_notice"] = notice
        return request.redirect(f"{MONTHS}/{period.id}#{notice['place']}")
