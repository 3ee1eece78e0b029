from odoo.exceptions import UserError
from odoo.http import request, route

from .portal import MONTH, MONTHS, KpiPortal

TASK = f"{MONTH}/task/<int:assignment_id>"
EVIDENCE_OF = {"evidence": "kpi.delivery", "cause-evidence": "kpi.cause"}


class KpiPortalTask(KpiPortal):
    """One task on a page of its own; every rule lives in the models."""

    @route(TASK, type="http", auth="user", website=True, methods=["GET"])
    def task_page(self, period_id, assignment_id, **_query):
        period, task = self._own_task(period_id, assignment_id)
        if not task:
            return self._redirect(period)
        return self._render_task(period, task, request.session.pop("kpi_notice", None))

    @route(
        f"{TASK}/<any('hand-in',unable,change,cause):step>",
        type="http",
        auth="user",
        website=True,
        methods=["GET", "POST"],
    )
    def task_step(self, period_id, assignment_id, step, **form):
        period, task = self._own_task(period_id, assignment_id)
        if not task:
            return self._redirect(period)
        page = f"{MONTHS}/{period.id}/task/{task.id}"
        if request.httprequest.method == "GET":
            return request.redirect(page)
        place = f"task-{task.id}"
        notice = {"place": place, "done": step}
        try:
            with request.env.cr.savepoint():
                self._take_step(task.sudo(False), step, form)
        except UserError as error:
            waiting = self._waiting_notice(place)
            if not waiting:
                notice = {"place": place, "step": step, "error": str(error)}
                return self._render_task(period, task, notice, form)
            notice = waiting
        if notice["done"] == "hand-in":
            return self._redirect(period, notice)
        request.session["kpi_notice"] = notice
        return request.redirect(page)

    def _take_step(self, task, step, form):
        if step == "hand-in":
            task._hand_in_typed(form, self._files())
        elif step == "cause":
            task._ask_cause_typed(form, self._files())
        elif step == "unable":
            task._report_typed(form)
        else:
            task._ask_change_typed(form)

    def _own_task(self, period_id, assignment_id):
        period = request.env["kpi.period"]._own_month(period_id)
        tasks = request.env["kpi.assignment"]
        return period, tasks._own_tasks(period, [("id", "=", assignment_id)])

    def _render_task(self, period, task, notice=None, typed=None):
        values = {
            "page_name": "kpi",
            "month": self._month_view(period),
            "crumb": task.name,
            "task": task._page_view(),
            "notice": notice or {},
            "typed": typed or {},
            "file_limit": request.env["kpi.delivery"]._file_limits(),
        }
        return request.render("kpi_evaluation.portal_task_page", values)

    @route(
        f"{MONTHS}/<any(evidence,'cause-evidence'):kind>/<int:attachment_id>",
        type="http",
        auth="user",
        website=True,
        methods=["GET"],
    )
    def evidence(self, kind, attachment_id, **_query):
        file = request.env[EVIDENCE_OF[kind]]._own_evidence(attachment_id)
        if not file:
            return request.redirect(MONTHS)
        return request.env["ir.binary"]._get_stream_from(file).get_response()
