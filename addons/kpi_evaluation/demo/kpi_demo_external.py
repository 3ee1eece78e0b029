from odoo import api, models

NOTICE = {
    "grade": "b",
    "document": "41/TB-CCT",
    "agency": "Thuế tỉnh Thái Nguyên",
    "points": 86.5,
}


class KpiDemo(models.AbstractModel):
    """A leader whom a central agency judges: only the result is recorded (Điều 9.1)."""

    _inherit = "kpi.demo"

    @api.model
    def _make_aftermath(self, month):
        made = super()._make_aftermath(month)
        company = self.env.ref("kpi_evaluation.demo_company")
        waiting = self.env["kpi.appraisal"].search(
            [
                ("company_id", "=", company.id),
                ("period_id.date_start", "=", month),
                ("is_external", "=", True),
                ("grade", "=", False),
            ]
        )
        for sheet in waiting:
            day = str(sheet.period_id.date_end)
            sheet.with_user(self._user("tochuc")).action_record_external(
                NOTICE | {"date": day}
            )
        return made
