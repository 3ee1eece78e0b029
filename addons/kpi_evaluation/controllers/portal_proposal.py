from odoo.exceptions import UserError
from odoo.http import request, route

from .portal import MONTH, KpiPortal


class KpiPortalProposal(KpiPortal):
    """Proposing work outside the plan (Điều 2.1); every rule lives in the models."""

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
