from odoo import models

from ..base.paper_text import RATIOS, UNKNOWN, plain, reasons
from .kpi_appraisal_support import MARK_FIELDS

LEVEL_REASONS = {"organising": "organising_reason", "unity": "unity_reason"}


class KpiAppraisal(models.Model):
    """The ratios and points of the paper, each with how it came about.

    Every figure is a line of the sheet's trace; nothing is calculated here.
    """

    _inherit = "kpi.appraisal"

    def _paper_steps(self):
        """{code: line of the trace, its figures as the screen shows them}."""
        self.ensure_one()
        steps = (self.trace or {}).get("steps", ())
        return {
            step["code"]: row | {"terms": step["terms"], "gap": _gap_of(step)}
            for step, row in zip(steps, self._trace_rows(), strict=True)
        }

    def _ratio_rows(self):
        """The ratios a to e of Điều 13 and their mean, as text."""
        steps = self._paper_steps()
        rows = [
            self._figure_row(label, step, self._ratio_calculation(code, step), letter)
            for code, (letter, label) in RATIOS.items()
            if (step := steps.get(code))
        ]
        if "result" not in steps:
            return rows
        result = steps["result"]
        letters = " + ".join(RATIOS[code][0] for code, _value in result["terms"])
        label = (
            f"Điểm tiêu chí kết quả thực hiện nhiệm vụ = ({letters}) / "
            f"{len(result['terms'])}"
        )
        mean = f"{result['numerator']} / {result['denominator']}"
        return [*rows, self._figure_row(label, result, mean)]

    def _figure_row(self, label, step, calculation, letter=""):
        """A figure as text; what is missing has its reason for a calculation."""
        return {
            "letter": letter,
            "label": label,
            "calculation": reasons([step["gap"]]) if step["gap"] else calculation,
            "value": step["value"] or UNKNOWN,
            "clause": step["clause"],
        }

    def _ratio_calculation(self, code, step):
        over, under = step["numerator"], step["denominator"]
        if code == "unit" and under == "0":
            return "Không có người thuộc phạm vi quản lý được tính"
        if code == "unit":
            return f"{over}/{under} người thuộc phạm vi quản lý đạt từ Loại C trở lên"
        if code in LEVEL_REASONS:
            reason = self.state in self.JUDGED_STATES and self[LEVEL_REASONS[code]]
            chosen = f"Cấp có thẩm quyền chọn mức {over}%"
            return f"{chosen}: {reason}" if reason else chosen
        if code in MARK_FIELDS:
            return f"Người quản lý chấm {over}/{under}"
        parts = {name: self._shown(value) for name, value in step["terms"]}
        if "directing" in parts:
            own, directing = parts["own"], parts["directing"]
            over = f"({own} trực tiếp + {directing} chỉ đạo, điều hành)"
        return f"{over} / {under} × 100"

    def _point_rows(self):
        """The sum of Điều 14, line by line, as text."""
        self.ensure_one()
        steps = self._paper_steps()
        if not steps:
            return []
        general, bonus, total = (steps[one] for one in ("general", "bonus", "total"))
        parts = " + ".join(self._shown(value) for _name, value in total["terms"])
        missing = [code for code, _subject in self.trace["missing"]]
        of_thirty = f"Tổng điểm mục I, tối đa {general['denominator']}"
        of_all = f"{parts}, tối đa {total['denominator']}"
        of_bonus = self._bonus_calculation(bonus)
        return [
            self._figure_row("Điểm tiêu chí chung", general, of_thirty),
            self._weighted_row(steps),
            self._figure_row("Điểm cộng (nếu có)", bonus, of_bonus),
            self._figure_row("Tổng điểm theo dõi, đánh giá", total, of_all)
            | ({"calculation": reasons(missing)} if missing else {}),
        ]

    def _weighted_row(self, steps):
        rules = self.period_id._rulebook()
        weight = plain(rules.result_weight)
        weighted = dict(steps["total"]["terms"])["weighted_result"]
        step = steps["result"] | {
            "value": self._shown(weighted),
            "clause": rules.clause("result_weight"),
        }
        return self._figure_row(
            f"Điểm tiêu chí kết quả thực hiện nhiệm vụ × {weight}%",
            step,
            f"{steps['result']['value']} × {weight}%",
        )

    def _bonus_calculation(self, step):
        rules = self.period_id._rulebook()
        if rules.bonus_method == "none":
            return "Cơ quan không tính điểm cộng"
        if step["terms"]:
            mean = f"{step['numerator']} / {step['denominator']}"
            return f"{mean} × {plain(rules.bonus_weight)}%, xem mục II.2"
        if rules.bonus_method == "fixed" and step["numerator"] != "0":
            points = plain(rules.bonus_fixed_points)
            return f"{step['numerator']} nhiệm vụ × {points} điểm"
        return "Không phát sinh"


def _gap_of(step):
    """The code of why a line of the trace has no value, or ""."""
    value = step["value"]
    return value["missing"] if isinstance(value, dict) else ""
