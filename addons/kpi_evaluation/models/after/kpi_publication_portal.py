from odoo import api, models


class KpiPublication(models.Model):
    """The published list as plain values, for the portal and the papers."""

    _inherit = "kpi.publication"

    @api.model
    def _list_of_month(self, period):
        """What the user may read of a month: by units, the best, whether with points.

        {"units": [(unit, rows)], "commended": rows, "has_points": bool}
        """
        rows = self.search([("period_id", "=", period.id)])
        classes = dict(self._fields["grade"]._description_selection(self.env))
        units = rows.grouped(lambda row: row.department_name or "")
        best = next(iter(classes))
        commended = rows.filtered(lambda row: row.grade == best)
        return {
            "commended": [row._row_view(classes) for row in commended],
            "has_points": any(row.points for row in rows),
            "units": [
                (unit, [row._row_view(classes) for row in members])
                for unit, members in units.items()
            ],
        }

    def _row_view(self, classes):
        self.ensure_one()
        return {
            "name": self.employee_name or "",
            "title": self.job_title or "",
            "unit": self.department_name or "",
            "grade": self.grade,
            "class": classes.get(self.grade, ""),
            "reason": self.reason or "",
            "points": self.points or "",
        }

    @api.model
    def _months(self):
        """The months of which the user may read a published result, newest first."""
        groups = self._read_group([], ["period_id"])
        # sudo: whoever reads a result may know its month
        periods = self.env["kpi.period"].sudo().union(*(one for (one,) in groups))
        return periods.sorted("date_start", reverse=True)
