from odoo import models

# Sheets whose opinion is finished: only then do points and class stand.
JUDGED = ("reviewed", "decided", "published")


class KpiBoard(models.TransientModel):
    """The units of a board side by side."""

    _inherit = "kpi.board"

    def _unit_lines(self):
        """A line for each unit; for each agency, where the board has several."""
        sheets = self.env["kpi.appraisal"]
        agencies = sheets._read_group(self._sheets(), ["company_id"])
        name = "company_id" if len(agencies) > 1 else "department_id"
        groups = sheets._read_group(
            self._sheets(),
            [name, "state", "grade"],
            ["__count", "total_score:sum"],
        )
        by_unit = {}
        for unit, *facts in groups:
            by_unit.setdefault(unit, []).append(facts)
        return [
            # sudo: what a unit is called is no secret to whoever reads its sheets
            {name: unit.id, "name": unit.sudo().display_name or self.env._("No unit")}
            | self._unit_figures(facts)
            for unit, facts in by_unit.items()
        ]

    def _unit_figures(self, facts):
        """The figures of (state, class, number, sum of points)."""
        classes = {
            grade: sum(n for _state, one, n, _sum in facts if one == grade)
            for grade in "abcd"
        }
        judged = [(n, points) for state, _g, n, points in facts if state in JUDGED]
        judged_count = sum(n for n, _points in judged)
        rated = classes["a"] + classes["b"]
        people = sum(n for _state, _grade, n, _sum in facts)
        exempt = sum(n for state, _g, n, _sum in facts if state == "exempt")
        return {f"{grade}_count": n for grade, n in classes.items()} | {
            "people_count": people,
            "waiting_count": people - exempt - sum(classes.values()),
            "share_of_a": classes["a"] / rated if rated else 0,
            "mean_score": judged_count
            and sum(points or 0 for _n, points in judged) / judged_count,
        }
