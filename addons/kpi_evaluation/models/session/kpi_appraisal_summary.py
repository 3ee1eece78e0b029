from odoo import models

from ..base.paper_text import CLASSES, plain

SHORT = {grade: grade.upper() for grade in CLASSES}


class KpiAppraisal(models.Model):
    """A month's sheets as the list of results that a unit keeps (Điều 18.2)."""

    _inherit = "kpi.appraisal"

    def _summary(self):
        """Return the list of these sheets, by unit, and how many are of each class."""
        self.check_access("read")
        # sudo: the reader of the sheets reads their people and units on the list too
        sheets = self.sudo().sorted(
            lambda one: (one.department_name or "", -one.total_score, one.id)
        )
        by_class = sheets.grouped("grade")
        return {
            "units": [
                (unit or "Chưa rõ đơn vị", [one._summary_row() for one in some])
                for unit, some in sheets.grouped("department_name").items()
            ],
            "counts": [
                (name, len(by_class.get(grade, ()))) for grade, name in CLASSES.items()
            ],
            "exempt": len(sheets.filtered(lambda one: one.state == "exempt")),
            "total": len(sheets),
            "is_final": all(one.grade or one.state == "exempt" for one in sheets),
        }

    def _summary_row(self):
        self.ensure_one()
        figures = ("general_score", "result_score", "bonus_score", "total_score")
        is_known = self.is_scorable and self.state != "exempt"
        return {
            "name": self.employee_name or "",
            "title": self.job_title or "",
            "own": SHORT.get(self.self_grade, ""),
            "by_points": SHORT.get(self.system_grade, "") if is_known else "",
            "class": SHORT.get(self.grade, ""),
            "note": self._summary_note(),
        } | {name: plain(self[name], 2) if is_known else "" for name in figures}

    def _summary_note(self):
        if self.state == "exempt":
            return f"Không đánh giá (Điều 6.7). {self.exempt_reason or ''}".strip()
        if self.is_external:
            return "Cơ quan Trung ương đánh giá (Điều 9.1)"
        if self.grade and self.grade != self.system_grade:
            return self.grade_reason or self.override_reason or ""
        return "" if self.grade else "Chưa quyết định"
