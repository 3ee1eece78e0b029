from odoo import models

from ..base.paper_text import plain
from ..base.portal_text import typed_number


class KpiAppraisalCriterion(models.Model):
    """A criterion as the person sees it in the portal."""

    _inherit = "kpi.appraisal.criterion"

    def _input_name(self):
        return f"points_{self.id}"

    def _note_name(self):
        return f"note_{self.id}"

    def _employee_view(self, typed):
        """The person's own points, and the evaluator's once they are published."""
        self.ensure_one()
        saved = plain(self.self_points) if self.self_given else ""
        text = typed.get(self._input_name(), saved)
        note = typed.get(self._note_name(), self.self_note or "")
        view = {
            "input": self._input_name(),
            "code": self.code,
            "name": self.name,
            "max": plain(self.max_points),
            "points": text,
            "note_input": self._note_name(),
            "note": note,
            "is_wrong": not self._is_within(typed_number(text)),
        }
        if self.appraisal_id.state == "published":
            view |= {
                "evaluator": plain(self.evaluator_points),
                "reason": self.evaluator_reason or "",
                "differs": self.evaluator_points != self.self_points,
            }
        return view

    def _is_within(self, points):
        if points is None:
            return True
        return isinstance(points, float) and 0 <= points <= self.max_points
