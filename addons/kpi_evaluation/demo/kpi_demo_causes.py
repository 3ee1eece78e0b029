from base64 import b64encode

from odoo import api, models

from .this_month import CAUSES

PROOF = b"%PDF-1.4 Bao cao tinh hinh thien tai cua Ban Chi huy phong thu dan su phuong"


class KpiDemo(models.AbstractModel):
    """Objective causes of the month under way: one waits, one is confirmed."""

    _inherit = "kpi.demo"

    @api.model
    def _make_months(self):
        super()._make_months()
        causes = self.env["kpi.cause"]
        company = self.env.ref("kpi_evaluation.demo_company")
        today = self.env["kpi.regulation.clause"]._today()
        month = ("period_id.date_start", "=", today.replace(day=1))
        if causes.search([("company_id", "=", company.id)], limit=1):
            return
        for login, code, reason, answer in CAUSES:
            user, item = self._user(login), self._item(code)
            whose = [("employee_user_id", "=", user.id), ("item_id", "=", item.id)]
            work = (
                self.env["kpi.assignment"]
                .search([month, *whose])
                .filtered(lambda one: not one.delivery_ids)[:1]
            )
            if work:
                self._ask_cause(work.with_user(user), reason, answer)

    def _ask_cause(self, work, reason, answer):
        proof = [("Báo cáo tình hình thiên tai.pdf", b64encode(PROOF))]
        asked = work.ask_objective_cause("waive", reason, proof)
        cause = self.env["kpi.cause"].browse(asked)
        if answer:
            cause.with_user(cause.authority_id.user_id).action_confirm(answer)
