from odoo.exceptions import UserError
from odoo.http import request, route

from .portal import MONTH, KpiPortal


class KpiPortalSteps(KpiPortal):
    """The person's steps with their work; every rule lives in the models."""

    @route(
        f"{MONTH}/<any(unable,change):step>/<int:assignment_id>",
        type="http",
        auth="user",
        website=True,
        methods=["GET", "POST"],
    )
    def take_step(self, period_id, step, assignment_id, **form):
        period = request.env["kpi.period"]._own_month(period_id)
        tasks = request.env["kpi.assignment"]._own_tasks(period)
        task = tasks.filtered(lambda one: one.id == assignment_id).sudo(False)
        if request.httprequest.method == "GET" or not task:
            return self._redirect(period)
        take = {"unable": task._report_typed, "change": task._ask_change_typed}[step]
        place = f"task-{task.id}"
        try:
            with request.env.cr.savepoint():
                take(form)
        except UserError as error:
            return self._refused(period, place, error, form | {"step": step})
        return self._redirect(period, {"place": place, "done": step})

    @route(
        f"{MONTH}/propose",
        type="http",
        auth="user",
        website=True,
        methods=["GET", "POST"],
    )
    def propose(self, period_id, **form):
        period = request.env["kpi.period"]._own_month(period_id)
        if not period:
            return self._redirect(period)
        if request.httprequest.method == "GET":
            return self._render_proposal(period, {}, {})
        try:
            with request.env.cr.savepoint():
                request.env["kpi.assignment"]._propose_typed(period, form)
        except UserError as error:
            notice = {"place": "propose", "error": str(error)}
            return self._render_proposal(period, notice, form)
        return self._redirect(period, {"place": "propose", "done": "proposed"})

    def _render_proposal(self, period, notice, typed):
        values = {
            "page_name": "kpi",
            "month": self._month_view(period),
            "products": request.env["kpi.assignment"]._products_to_propose(period),
            "notice": notice,
            "typed": typed,
        }
        return request.render("kpi_evaluation.portal_proposal", values)

    def _month_view(self, period):
        days = {"first_day": str(period.date_start), "last_day": str(period.date_end)}
        return super()._month_view(period) | days
