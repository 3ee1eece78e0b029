from odoo import api, fields, models

from ...regulation.aggregate import SPANS
from ..base.paper_text import CLASSES, long_date


class KpiRecord(models.AbstractModel):
    """The competence record on paper, in the style of the unit (Điều 2.3)."""

    _inherit = "kpi.record"

    @api.model
    def _paper_values(self):
        """What the paper of the current user's record says."""
        record = self._own()
        person = record["person"]
        for month in record["months"]:
            month["class"] = CLASSES[month["grade"]]
        for one in record["spans"]:
            one["paper_name"] = self._span_on_paper(one["span"], one["day"])
            one["paper_class"] = CLASSES.get(one["grade"], "Chưa xếp loại")
        place = person["city"] or "..............."
        return record | {
            "style": person["style"],
            "parent_agency": person["above"].upper(),
            "agency": person["agency"].upper(),
            "whose": [
                ("Họ và tên", person["name"]),
                ("Chức vụ, chức danh", person["job_title"] or "chưa ghi"),
                ("Đơn vị công tác", person["unit"] or "chưa ghi"),
            ],
            "place_and_day": f"{place}, {long_date(fields.Datetime.now())}",
        }

    def _span_on_paper(self, span, day):
        if span == "quarter":
            return f"Quý {(day.month + 2) // SPANS[span]} năm {day:%Y}"
        if span == "half":
            half = "đầu" if day.month <= SPANS[span] else "cuối"
            return f"6 tháng {half} năm {day:%Y}"
        return f"Năm {day:%Y}"
