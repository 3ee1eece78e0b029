from odoo import models
from odoo.exceptions import UserError

from ..base.paper_text import plain
from ..base.portal_text import typed_number


class KpiAppraisalCriterion(models.Model):
    """A criterion as a judge without a licence sees and fills it (Điều 7.2)."""

    _inherit = "kpi.appraisal.criterion"

    def _judge_view(self, typed):
        """Both sides' points; ``typed``: a form that was refused."""
        self.ensure_one()
        saved = plain(self.evaluator_points) if self.evaluator_given else ""
        points = typed.get(self._input_name(), saved)
        return {
            "input": self._input_name(),
            "code": self.code,
            "name": self.name,
            "max": plain(self.max_points),
            "own": plain(self.self_points) if self.self_given else "",
            "note": self.self_note or "",
            "points": points,
            "reason": typed.get(f"reason_{self.id}", self.evaluator_reason or ""),
            "is_wrong": not self._is_within(typed_number(points)),
        }

    def _save_judged(self, form):
        """Save the points and the reason that were typed, where they differ."""
        self.ensure_one()
        values = {}
        if self._input_name() in form:
            points = typed_number(form[self._input_name()])
            if points is None or isinstance(points, str):
                raise UserError(
                    self.env._(
                        "Points for “%(criterion)s” must be a number; 0 must be typed "
                        "too.",
                        criterion=self.name,
                    )
                )
            if not self.evaluator_given or points != self.evaluator_points:
                values["evaluator_points"] = points
        reason = form.get(f"reason_{self.id}")
        if reason is not None and reason.strip() != (self.evaluator_reason or ""):
            values["evaluator_reason"] = reason.strip()
        if values:
            self.write(values)
