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
        known = [("employee_id", "=", person.id)]
        if not self._is_law(month) or carried.search(known, limit=1):
            return
        days = [month - relativedelta(months=one) for one in range(1, len(BEFORE) + 1)]
        results = zip(days, BEFORE, strict=True)
        lawful = [(day, result) for day, result in results if self._is_law(day)]
        carried.create([self._carried_values(person, *one) for one in lawful])
        company = self.env.ref("kpi_evaluation.demo_company")
        rollups = self.env["kpi.rollup"].with_user(self._user("tochuc"))
        for day in [day for day, _result in lawful[:1]] + [month]:
            rollups.with_company(company).action_count("quarter", day)

    def _carried_values(self, person, day, result):
        total, grade = result
        return {
            "employee_id": person.id,
            "date_start": day,
            "total_score": total,
            "grade": grade,
            "agency": "UBND phường Đồng Chè",
            "document": f"{day.month}{day:%d}/TB-UBND",
        }
