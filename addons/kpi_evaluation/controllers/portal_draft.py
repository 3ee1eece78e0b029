from odoo.exceptions import UserError
from odoo.http import request, route

from ..models.sheet.kpi_appraisal_draft_portal import StaleDraftError
from .portal import MONTH, KpiPortal

SUMMARY = "kpi_evaluation.portal_summary"
SCORE = "kpi_evaluation.portal_score"


class KpiPortalDraft(KpiPortal):
    """The self-assessment while it is typed, and looked over before it is handed in."""

    @route(f"{MONTH}/draft", type="jsonrpc", auth="user", website=True)
    def save_draft(self, period_id, typed=None, **_more):
        """Save what was typed so far; say in what state that leaves the page."""
        period = request.env["kpi.period"]._own_month(period_id)
        sheet = request.env["kpi.appraisal"]._own_sheet(period)
        if not sheet or sheet.state != "draft":
            return {"state": "closed"}
        try:
            with request.env.cr.savepoint():
                sheet.sudo(False)._save_typed(self._texts(typed))
        except StaleDraftError:
            return {"state": "stale"}
        except UserError as error:
            return {"state": "refused", "sentence": str(error)}
        values = {"sheet": sheet._employee_view()}
        score = request.env["ir.qweb"]._render(SCORE, values)
        return {
            "state": "saved",
            "mark": values["sheet"]["mark"],
            "score": score,
            "total": values["sheet"]["score"]["total"] or "–",
        }

    def _texts(self, typed):
        """What a form would have sent: names and texts, nothing else."""
        pairs = typed.items() if isinstance(typed, dict) else ()
        return {name: text for name, text in pairs if isinstance(text, str)}

    @route(
        f"{MONTH}/self-assessment/summary",
        type="http",
        auth="user",
        website=True,
        methods=["GET"],
    )
    def summary(self, period_id, **_query):
        period = request.env["kpi.period"]._own_month(period_id)
        sheet = request.env["kpi.appraisal"]._own_sheet(period)
        if not sheet or sheet.state != "draft":
            return self._redirect(period)
        values = {
            "page_name": "kpi",
            "month": self._month_view(period),
            "sheet": sheet._summary_view(),
        }
        return request.render(SUMMARY, values)
