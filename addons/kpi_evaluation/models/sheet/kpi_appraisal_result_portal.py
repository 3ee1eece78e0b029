from odoo import models


class KpiAppraisal(models.Model):
    """The published result in the portal: its parts, and a class below the points."""

    _inherit = "kpi.appraisal"

    def _employee_view(self, typed=None):
        view = super()._employee_view(typed)
        if self.state == "published":
            view |= {
                "parts": self._part_rows(),
                "differs": self._differing(),
            }
        return view

    def _part_rows(self):
        """[(label, points)]: the parts of the total (Điều 14), then the total."""
        steps = {step["code"]: step for step in (self.trace or {}).get("steps", ())}
        total = steps.get("total")
        if not total or not self.is_scorable:
            return []
        labels = self._step_labels() | {
            "weighted_result": self.env._("Result of the work")
        }
        parts = [*total["terms"], ("total", total["value"])]
        return [(labels.get(code, code), self._shown(value)) for code, value in parts]

    def _differing(self):
        """The class by the points and the one given, where the two differ."""
        self.ensure_one()
        if not self.is_scorable or self.grade == self.system_grade:
            return None
        grades = dict(self._fields["grade"]._description_selection(self.env))
        return {
            "by_points": grades[self.system_grade],
            "given": grades[self.grade],
            "is_share": (self.system_grade, self.grade) == ("a", "b"),
        }
