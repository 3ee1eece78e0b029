import sys

from odoo import fields, models
from odoo.exceptions import UserError


class KpiAppraisal(models.Model):
    """The person's own part of the sheet: points, words, handing in (Điều 15.2)."""

    _inherit = "kpi.appraisal"

    def _reason_against_self_assess(self):
        open_lines = self.criterion_ids.filtered(lambda line: not line.self_given)
        if not self.criterion_ids:
            return self.env._(
                "The sheet of %(person)s has no form; the HR officer sets the "
                "person's category (Điều 7.2).",
                person=self.employee_name,
            )
        if open_lines:
            return self.env._(
                "%(count)s criteria have no points yet; 0 must be typed too "
                "(Điều 15.2).",
                count=len(open_lines),
            )
        return ""

    def save_self_assessment(
        self, points=None, strengths=None, weaknesses=None, notes=None
    ):
        """Save the person's own points and words, without handing them in.

        ``points``: {id of a criterion line of the sheet: number, or None to take it
        back}; ``notes``: {id of such a line: text}; what is not named stays as it is.
        Raises UserError for somebody else's sheet, one already handed in, a line of
        another sheet, or points that are no number within the criterion's bounds.
        """
        self.ensure_one()
        self._check_step("save_self")
        for line, value in self._by_own_line(points or {}):
            line._give("self", self._number(value, line))
        for line, text in self._by_own_line(notes or {}):
            line._note(text.strip() if isinstance(text, str) else "")
        words = {"self_strengths": strengths, "self_weaknesses": weaknesses}
        given = {name: text for name, text in words.items() if text is not None}
        return self._take("save_self", given)

    def _by_own_line(self, given):
        """[(criterion line of this sheet, what was given for it)]."""
        # sudo: employees have no right to write; the step is their right
        lines = {str(line.id): line for line in self.sudo().criterion_ids}
        if not isinstance(given, dict) or {str(key) for key in given} - set(lines):
            raise UserError(
                self.env._("Points are given for the criteria of this sheet only.")
            )
        return [(lines[str(key)], value) for key, value in given.items()]

    def _number(self, value, line):
        if value is None:
            return None
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if not is_number or not abs(value) <= sys.float_info.max:
            raise UserError(
                self.env._(
                    "Points for “%(criterion)s” must be a number.", criterion=line.name
                )
            )
        return value

    def action_self_assess(self):
        """Hand in the self-assessment; the evaluator starts from its points."""
        self._check_step("self_assess")
        now = fields.Datetime.now()
        for sheet in self:
            values = {
                "self_total_score": sheet.total_score,
                "self_grade": sheet.system_grade,
                "self_assessed_on": now,
                "return_reason": False,
            }
            # sudo: the evaluator's side starts as a copy, made by the step itself
            for line in sheet.sudo().criterion_ids:
                line._give("evaluator", line.self_points)
            sheet._take("self_assess", values)
        return True
