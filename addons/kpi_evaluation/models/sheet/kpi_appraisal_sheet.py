from odoo import models

from ...regulation.values import exact
from ..base.paper_text import CLASSES, MARKS, plain


class KpiAppraisal(models.Model):
    """The sheet as its paper says it: Nghị định 335/2025, Phụ lục II, Mẫu số 01.

    One set of plain Vietnamese texts for every output, PDF or workbook.
    """

    _inherit = "kpi.appraisal"

    # Before these there is no evaluator's side, or it is not theirs to see.
    JUDGED_STATES = ("self_assessed", "reviewed", "decided", "published", "annulled")

    def _sheet_values(self):
        """{sheet: all that its paper says} for sheets that the current user reads.

        The number of queries does not grow with the number of sheets.
        """
        self.check_access("read")
        # sudo: the reader of a sheet reads its agency, form and products on it too
        sheets = self.sudo()
        work = sheets._work_tables()
        return {
            sheet: sheet._paper_values() | {"work": work[sheet]} for sheet in sheets
        }

    def _paper_values(self):
        self.ensure_one()
        form, agency = self.form_id, self.company_id
        return agency._letterhead(self.department_id) | {
            "form": f"Mẫu số {form.code} – {form.name}" if form else "",
            "mark": MARKS.get(self.state, ""),
            "month": self.period_id._month_in_words(),
            "name": self.employee_name or "",
            "title": self.job_title or "",
            "unit": self.department_name or "",
            "authority": self._authority_in_words(),
            "presence": self._presence_on_paper(),
            "is_judged": self.state in self.JUDGED_STATES,
            "criteria": self._criterion_groups(),
            "criteria_total": self._criterion_sums(self.criterion_ids),
            "ratios": self._ratio_rows(),
            "points": self._point_rows(),
            "decimals": self.period_id._rulebook().shown_decimals,
            "remarks": self._remarks(),
            "signatures": self._signatures(),
        }

    def _presence_on_paper(self):
        """The time at work (Điều 6.7), where the person was away at all."""
        self.ensure_one()
        if self.present_days == self.working_days:
            return ""
        present, working = plain(self.present_days), plain(self.working_days)
        return f"{present}/{working} ngày làm việc ({plain(self.presence_ratio)}%)"

    def _criterion_groups(self):
        """The criteria by groups, as text."""
        return [
            {
                "code": code or "",
                "name": lines[0].group_name or "",
                **self._criterion_sums(lines),
                "lines": [line._paper_row() for line in lines],
            }
            for code, lines in self.criterion_ids.grouped("group_code").items()
        ]

    def _criterion_sums(self, lines):
        """The points of some criteria together; "" while one of them has none."""
        sums = {"maximum": plain(sum(exact(line.max_points) for line in lines))}
        for side in ("self", "evaluator"):
            given = lines and all(line[f"{side}_given"] for line in lines)
            total = sum(exact(line[f"{side}_points"]) for line in lines)
            sums[side] = plain(total) if given else ""
        return sums

    def _remarks(self):
        """The numbered remarks after the points: (heading, lines of text)."""
        remarks = [
            ("Kết quả cá nhân tự đánh giá", self._own_class()),
            ("Ưu điểm", self.self_strengths),
            ("Hạn chế, khuyết điểm", self.self_weaknesses),
        ]
        if self.state in self.JUDGED_STATES:
            remarks += [
                (
                    "Ý kiến nhận xét của cấp có thẩm quyền theo dõi, đánh giá",
                    self.evaluator_comment,
                ),
                ("Xếp loại", "\n".join(self._class_lines())),
            ]
        remarks = [
            (heading, _lines(text) or ["Chưa ghi."]) for heading, text in remarks
        ]
        last_lines = remarks[-1][1]
        last_lines[-1] = f"{last_lines[-1].rstrip('.')}./."
        return remarks

    def _own_class(self):
        if not self.self_assessed_on:
            return "Chưa tự đánh giá."
        grade = CLASSES.get(self.self_grade, "chưa xác định được loại")
        if not self.self_grade:
            return f"Đã tự chấm điểm, {grade}."
        return f"{plain(self.self_total_score)} điểm, {grade}."

    def _class_lines(self):
        """The class by points, the class given, and why the two differ."""
        by_points, given = self.system_grade, self.grade or self.proposed_grade
        lines = [f"Theo điểm: {CLASSES.get(by_points, 'chưa xác định được')}."]
        if self.grade:
            lines.append(f"Được quyết định: {CLASSES[self.grade]}.")
        elif given:
            lines.append(f"Được đề xuất: {CLASSES[given]}; chưa quyết định.")
        else:
            lines.append("Chưa được quyết định.")
        if given and given != by_points:
            lines.append(
                f"Lý do khác với xếp loại theo điểm: {self.grade_reason or 'chưa ghi'}."
            )
        return lines


def _lines(text):
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


class KpiAppraisalCriterion(models.Model):
    """A criterion as a row of the paper."""

    _inherit = "kpi.appraisal.criterion"

    def _paper_row(self):
        self.ensure_one()
        return {
            "code": self.code or "",
            "name": self.name or "",
            "maximum": plain(self.max_points),
            "self": plain(self.self_points) if self.self_given else "Chưa chấm",
            "evaluator": plain(self.evaluator_points)
            if self.evaluator_given
            else "Chưa chấm",
            "note": self._notes_on_paper(),
        }

    def _notes_on_paper(self):
        """Why the points are what they are, in the words of both sides."""
        self.ensure_one()
        if not self.self_note:
            return self.evaluator_reason or ""
        notes = [f"Cá nhân: {self.self_note}"]
        if self.evaluator_reason:
            notes.append(f"Cấp có thẩm quyền: {self.evaluator_reason}")
        return "\n".join(notes)
