from odoo import models
from odoo.exceptions import UserError

from ..base.paper_text import CLASSES, UNKNOWN, plain


class KpiRollup(models.Model):
    """A year as the sheet of Nghị định 335/2025/NĐ-CP, Phụ lục II, Mẫu số 02."""

    _inherit = "kpi.rollup"

    def _year_papers(self):
        """[what the yearly sheet of each person says]; UserError for other spans."""
        self.check_access("read")
        if any(one.span != "year" for one in self):
            raise UserError(
                self.env._(
                    "The sheet of Nghị định 335/2025/NĐ-CP, Mẫu số 02, is of a whole "
                    "year; choose years only."
                )
            )
        # sudo: the reader of a year reads its agency and unit on paper too
        return [one.sudo()._year_paper() for one in self]

    def _year_paper(self):
        person = self.employee_id
        months = {int(one["month"].split("/")[0]): one for one in self.months or ()}
        return self.company_id._letterhead(person.department_id) | {
            "year": self.date_start.year,
            "name": self.employee_name or "",
            "title": self.job_title or "",
            "unit": self.department_name or "",
            "months": [
                self._month_row(number, months.get(number))
                for number in range(1, self.date_end.month + 1)
            ],
            "mean": plain(self.mean_score, 2) if self.month_count else UNKNOWN,
            "month_count": self.month_count,
            "classes": list(CLASSES.values()),
            "class": CLASSES.get(self.grade, "chưa xác định"),
            "reason": self.reason or "",
        }

    def _month_row(self, number, month):
        if not month:
            return {"number": number, "total": "", "note": "Không có kết quả"}
        total = plain(month["total"], 2) if month["total"] else ""
        note = f"Loại {month['grade'].upper()}" if month.get("grade") else ""
        return {"number": number, "total": total, "note": note}
