from odoo.exceptions import UserError
from odoo.http import request, route

from .portal import MONTH, MONTHS, KpiPortal


class KpiCausePortal(KpiPortal):
    """Asking for an objective cause in the portal; every rule lives in the models."""

    @route(
        f"{MONTH}/cause/<int:assignment_id>",
        type="http",
        auth="user",
        website=True,
        methods=["GET", "POST"],
    )
    def ask_objective_cause(self, period_id, assignment_id, **form):
        period = request.env["kpi.period"]._own_month(period_id)
        tasks = request.env["kpi.assignment"]._own_tasks(period)
        task = tasks.filtered(lambda one: one.id == assignment_id)
        if request.httprequest.method == "GET" or not task:
            return self._redirect(period)
        place = f"task-{task.id}"
        try:
            with request.env.cr.savepoint():
                task.sudo(False)._ask_cause_typed(form, self._files())
        except UserError as error:
            return self._refused(period, place, error, form)
        return self._redirect(period, {"place": place, "done": "asked"})

    @route(
        f"{MONTHS}/cause-evidence/<int:attachment_id>",
        type="http",
        auth="user",
        website=True,
        methods=["GET"],
    )
    def cause_evidence(self, attachment_id, **_query):
        attachment = request.env["kpi.cause"]._own_evidence(attachment_id)
        if not attachment:
            return request.redirect(MONTHS)
        return request.env["ir.binary"]._get_stream_from(attachment).get_response()
