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
        periods = self.env["kpi.period"]
        company = self.env.ref("kpi_evaluation.demo_company")
        period = periods.search(
            [("date_start", "=", month), ("company_id", "=", company.id)]
        )
        sheets = period.appraisal_ids.grouped("employee_user_id")
        petitioner = self._user(PETITIONER)
        sheet = sheets.get(petitioner)
        if not sheet or sheet.state != "published" or sheet.objection_ids:
            return
        sheet.with_user(petitioner).object("petition", PETITION)
        officer = self._user("tochuc")
        self.env["kpi.feedback"].with_user(officer).create(
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
