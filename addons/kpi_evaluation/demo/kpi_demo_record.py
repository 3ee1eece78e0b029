from dateutil.relativedelta import relativedelta

from odoo import api, models

NEWCOMER = "chuyenvien"
# Points and class of the months before the demonstration's first, the newest first.
BEFORE = ((88.25, "b"), (91.5, "a"), (79, "b"), (76.5, "b"))


class KpiDemo(models.AbstractModel):
    """Months that a person brought along from another agency, and their quarters."""

    _inherit = "kpi.demo"

    @api.model
    def _make_aftermath(self, month):
        super()._make_aftermath(month)
        person = self.env.ref(f"kpi_evaluation.demo_employee_{NEWCOMER}")
        carried = self.env["kpi.carried.month"]
        if carried.search([("employee_id", "=", person.id)], limit=1):
            return
        days = [month - relativedelta(months=one) for one in range(1, len(BEFORE) + 1)]
        carried.create(
            [
                {
                    "employee_id": person.id,
                    "date_start": day,
                    "total_score": total,
                    "grade": grade,
                    "agency": "UBND phường Đồng Chè",
                    "document": f"{day.month}{day:%d}/TB-UBND",
                }
                for day, (total, grade) in zip(days, BEFORE, strict=True)
                if self._is_law(day)
            ]
        )
        rollups = self.env["kpi.rollup"].with_user(self._user("tochuc"))
        company = self.env.ref("kpi_evaluation.demo_company")
        rollups.with_company(company).action_count("quarter", days[0])
        rollups.with_company(company).action_count("quarter", month)
