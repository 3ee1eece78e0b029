from odoo import api, models

PETITIONER = "pmcuong"
PETITION = (
    "Ba hồ sơ thẩm định chậm do chủ đầu tư bổ sung giấy tờ muộn; tôi đã báo cáo trưởng "
    "phòng. Đề nghị xem xét lại điểm tiến độ."
)
SAID = (
    (
        "mvkhanh",
        "praise",
        "organisation",
        "Hội Người cao tuổi phường",
        "Hướng dẫn tận tình, trả lời đúng hẹn.",
    ),
    (
        "tmtuan",
        "complaint",
        "citizen",
        "Bà Hoa, tổ dân phố 3",
        "Hẹn trả kết quả hai lần nhưng chưa trả.",
    ),
)


class KpiDemo(models.AbstractModel):
    """What came after the publication of the demonstration's month."""

    _inherit = "kpi.demo"

    @api.model
    def _make_aftermath(self, month):
        """Have feedback recorded and a petition made on a published month."""
        company = self.env.ref("kpi_evaluation.demo_company")
        period = self.env["kpi.period"].search(
            [("date_start", "=", month), ("company_id", "=", company.id)]
        )
        petitioner = self._user(PETITIONER)
        sheet = period.appraisal_ids.filtered(
            lambda one: one.employee_user_id == petitioner and one.state == "published"
        )
        if sheet and not sheet.objection_ids:
            sheet.with_user(petitioner).object("petition", PETITION)
            self._record_what_was_said(period)

    def _record_what_was_said(self, period):
        sheets = period.appraisal_ids.grouped("employee_user_id")
        feedback = self.env["kpi.feedback"].with_user(self._user("tochuc"))
        feedback.create(
            [
                {
                    "employee_id": sheets[self._user(login)].employee_id.id,
                    "period_id": period.id,
                    "direction": direction,
                    "source": source,
                    "source_name": name,
                    "content": content,
                }
                for login, direction, source, name, content in SAID
            ]
        )
