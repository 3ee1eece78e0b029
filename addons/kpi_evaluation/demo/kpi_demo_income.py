from odoo import api, models

FUND = 60_000_000
SCALE = {
    "name": "Mức chi thu nhập tăng thêm năm 2026",
    "method": "fund",
    "coefficient_a": 1.2,
    "coefficient_b": 1,
    "coefficient_c": 0.6,
    "ceiling": 3_500_000,
    "decision_number": "31/QĐ-UBND",
    "decision_authority": "Chủ tịch UBND phường Đồi Cọ",
}


class KpiDemo(models.AbstractModel):
    """The additional income of the published month, by an approved scale (Điều 17)."""

    _inherit = "kpi.demo"

    @api.model
    def _make_aftermath(self, month):
        made = super()._make_aftermath(month)
        company = self.env.ref("kpi_evaluation.demo_company")
        period = self.env["kpi.period"].search(
            [("date_start", "=", month), ("company_id", "=", company.id)]
        )
        runs = self.env["kpi.income.run"].with_user(self._user("tochuc"))
        if period and not runs.search([("period_id", "=", period.id)], limit=1):
            self._approve_scale(company, month)
            run = runs.create({"period_id": period.id, "fund": FUND})
            run.action_count()
            run.action_approve()
        return made

    def _approve_scale(self, company, day):
        scales = self.env["kpi.income.scale"].with_user(self._user("tochuc"))
        if scales._in_force(company, day):
            return
        dated = {"date_from": day, "decision_date": day, "company_id": company.id}
        scales.create(SCALE | dated).action_approve()
