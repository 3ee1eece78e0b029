from odoo import models

from ..base.paper_text import long_date, plain
from ..base.portal_text import shown_date

MARKS = {
    "draft": "DỰ THẢO – chưa trình",
    "submitted": "ĐÃ TRÌNH – chờ phê duyệt",
}
QUARTERS = ("I", "II", "III", "IV")


class KpiPlan(models.Model):
    """The plan as its paper says it (Điều 16, bước 1), in plain Vietnamese texts."""

    _inherit = "kpi.plan"

    def _paper_values(self):
        """{plan: all that its paper says} for plans that the current user reads.

        The number of queries does not grow with the number of plans.
        """
        self.check_access("read")
        planners = self._planners()
        # sudo: the reader of a plan reads its agency, people and products on it too
        return {
            plan: plan.sudo()._paper_value(planner)
            for plan, planner in planners.items()
        }

    def _paper_value(self, planner):
        self.ensure_one()
        note = self.note or ""
        return self._paper_head() | {
            "title": f"KẾ HOẠCH CÔNG TÁC {self._when_on_paper().upper()}",
            "mark": MARKS.get(self.state, ""),
            "is_unit": self.scope == "unit",
            "note": [line for line in note.splitlines() if line.strip()],
            "rows": self._numbered(self.line_ids),
            "worth": plain(self.worth),
            "extra": self._numbered(self.extra_work_ids),
            "signatures": self._signatures(planner),
        }

    def _paper_head(self):
        """Whose paper it is: an agency's for a person, a unit's for the unit."""
        agency = self.company_id
        if self.scope == "unit":
            above, own, whose = agency.name, self.department_name, []
        else:
            above, own = agency.parent_id.name or "", agency.name
            whose = [
                ("Họ và tên", self.employee_name),
                ("Chức vụ, chức danh", self.job_title or "chưa ghi"),
                ("Đơn vị công tác", self.department_name or "chưa ghi"),
            ]
        return agency._letterhead(self.department_id) | {
            "parent_agency": above.upper(),
            "agency": own.upper(),
            "whose": whose,
        }

    def _numbered(self, lines):
        lines = lines.sorted(lambda one: (one.date_deadline, one.id))
        return [
            {"number": number, **line._plan_row()}
            for number, line in enumerate(lines, 1)
        ]

    def _when_on_paper(self):
        first = self.date_start
        if self.span == "year":
            return f"năm {first:%Y}"
        if self.span == "quarter":
            return f"quý {QUARTERS[first.month // 3]} năm {first:%Y}"
        return f"tháng {first:%m năm %Y}"

    def _signatures(self, planner):
        place = self.company_id.city or "..............."
        leader = planner._kpi_leader_name() if planner else ""
        maker = ["NGƯỜI LẬP KẾ HOẠCH"]
        if self.scope == "unit":
            maker = ["NGƯỜI ĐỨNG ĐẦU ĐƠN VỊ"]
        return [
            {
                "place_and_day": f"{place}, {long_date(moment)}",
                "heading": heading,
                "name": name,
            }
            for moment, heading, name in (
                (self.submitted_on, maker, planner.name or ""),
                (
                    self.approved_on,
                    ["LÃNH ĐẠO TRỰC TIẾP", "PHÊ DUYỆT"],
                    self.approved_by_id.name or leader,
                ),
            )
        ]


class KpiPlanLine(models.Model):
    """A line of a plan as a row of the paper."""

    _inherit = "kpi.plan.line"

    def _plan_row(self):
        self.ensure_one()
        item = self.item_id
        directing = " (chỉ đạo, điều hành)" if self.role == "directing" else ""
        return {
            "work": f"{self.name}{directing}",
            "product": item.product or item.name,
            "quantity": plain(self.quantity),
            "coefficient": plain(self.coefficient),
            "worth": plain(self.worth),
            "deadline": shown_date(self.date_deadline),
            "person": self.employee_id.name or "",
            "note": self.note or "",
        }
