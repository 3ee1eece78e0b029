from datetime import date

from odoo.exceptions import UserError
from odoo.http import Controller, content_disposition, request, route

PLANS = "/my/kpi/plans"
WEEK = "/my/kpi/week"
PLAN_REPORT = "kpi_evaluation.report_kpi_plan"
WEEK_REPORT = "kpi_evaluation.report_kpi_schedule"
NOTICE = "kpi_plan_notice"
YEARS_LIMIT = 60


class KpiPlanPortal(Controller):
    """One's own plans and weeks. Every rule lives in the models; this only talks."""

    @route(PLANS, type="http", auth="user", website=True, methods=["GET"])
    def plans(self, **_query):
        months = request.env["kpi.plan"]._own_plan_months()
        values = {"page_name": "kpi_plans", "months": months}
        return request.render("kpi_evaluation.portal_plans", values)

    @route(f"{PLANS}/<int:period_id>", type="http", auth="user", website=True)
    def plan(self, period_id, **form):
        if request.httprequest.method == "POST":
            return self._take(f"{PLANS}/{period_id}", self._plan_step, period_id, form)
        months = request.env["kpi.plan"]._own_plan_months()
        month = [one for one in months if one["id"] == period_id]
        if not month:
            return request.redirect(PLANS)
        plan = self._own_plan(period_id)
        values = {
            "page_name": "kpi_plans",
            "plan_month": month[0],
            "plan": plan and plan._employee_view(),
            **self._notice(),
        }
        return request.render("kpi_evaluation.portal_plan", values)

    @route(f"{PLANS}/<int:period_id>/pdf", type="http", auth="user", methods=["GET"])
    def plan_pdf(self, period_id, **_query):
        plan = self._own_plan(period_id)
        if not plan:
            raise request.not_found()
        name = f"Kế hoạch công tác {plan.date_start:%m-%Y}.pdf"
        return self._pdf(request.env["ir.actions.report"], PLAN_REPORT, plan, name)

    @route([WEEK, f"{WEEK}/<string:of_day>"], type="http", auth="user", website=True)
    def week(self, of_day="", **form):
        day = self._day(of_day)
        if request.httprequest.method == "POST":
            return self._take(f"{WEEK}/{day}", self._week_step, form)
        values = {
            "page_name": "kpi_week",
            "week": request.env["kpi.schedule.entry"]._own_week(day),
            **self._notice(),
        }
        return request.render("kpi_evaluation.portal_week", values)

    @route(f"{WEEK}/<string:of_day>/pdf", type="http", auth="user", methods=["GET"])
    def week_pdf(self, of_day, **_query):
        own = request.env["kpi.schedule.entry"]._own_employee()
        if not own:
            raise request.not_found()
        day = self._day(of_day)
        # sudo: the portal has no wizards; the week is the user's own
        reports = request.env["ir.actions.report"].sudo()
        week = reports.env["kpi.schedule.print"].create(
            {"day": day, "employee_id": own, "kind": "all"}
        )
        name = f"Lịch công tác tuần {day:%d-%m-%Y}.pdf"
        return self._pdf(reports, WEEK_REPORT, week, name)

    def _own_plan(self, period_id):
        of_month = [("period_id", "=", period_id), ("scope", "=", "person")]
        return request.env["kpi.plan"]._own_plans(of_month)[:1]

    def _plan_step(self, period_id, form):
        plans = request.env["kpi.plan"]
        plan = plans.browse(plans.open_own(period_id))
        step = form.get("step")
        if step == "line":
            plan._save_typed_line(form)
        elif step == "remove":
            plan.remove_lines([plan._typed_id(form.get("line_id") or "")])
        elif step == "copy":
            plan.action_copy_last_month()
        elif step == "submit":
            plan.action_submit()

    def _week_step(self, form):
        entries = request.env["kpi.schedule.entry"]
        step, number = form.get("step"), form.get("entry_id") or ""
        if step == "add":
            entries._add_typed(form)
        elif number.isascii() and number.isdigit():
            entry = entries._own_entry(int(number)).sudo(False)
            if step == "log":
                entry.action_log()
            elif step == "remove":
                entry.remove_own()

    def _take(self, url, step, *arguments):
        """Take a step and show the page by a GET, so that reloading repeats nothing."""
        form = arguments[-1]
        try:
            with request.env.cr.savepoint():
                step(*arguments)
            request.session[NOTICE] = {"done": form.get("step") or "open"}
        except UserError as error:
            typed = {name: text for name, text in form.items() if name != "csrf_token"}
            request.session[NOTICE] = {"error": str(error), "typed": typed}
        return request.redirect(f"{url}#kpi-notice")

    def _notice(self):
        notice = request.session.pop(NOTICE, None) or {}
        return {"notice": notice, "typed": notice.get("typed") or {}}

    def _day(self, text):
        """The day in the address, or today where it is none that has a week."""
        today = request.env["kpi.regulation.clause"]._today()
        try:
            day = date.fromisoformat(text)
        except ValueError:
            return today
        return day if abs(day.year - today.year) < YEARS_LIMIT else today

    def _pdf(self, reports, report, records, name):
        pdf, _type = reports._render_qweb_pdf(report, records.ids)
        return request.make_response(
            pdf,
            headers=[
                ("Content-Type", "application/pdf"),
                ("Content-Length", len(pdf)),
                ("Content-Disposition", content_disposition(name, "inline")),
            ],
        )
