from odoo import models

from ..base.paper_text import CLASSES, long_date


class KpiPeriod(models.Model):
    """The papers of a publication: the public notice and the commendation list.

    Điều 16 step 5, 17.3. They hold what the reader of the published list may read.
    """

    _inherit = "kpi.period"

    def _publication_papers(self):
        """[what the papers of each month say], as plain Vietnamese texts."""
        return [period._publication_paper() for period in self]

    def _publication_paper(self):
        self.ensure_one()
        published = self.env["kpi.publication"]._list_of_month(self)
        # sudo: names of the agency on its own paper
        agency = self.sudo().company_id
        units = [
            (unit, [row | {"class": CLASSES[row["grade"]]} for row in rows])
            for unit, rows in published["units"]
        ]
        everybody = [row for _unit, rows in units for row in rows]
        return {
            "parent_agency": (agency.parent_id.name or "").upper(),
            "agency": agency.name.upper(),
            "month": f"tháng {self.date_start:%m năm %Y}",
            "place_and_day": f"{agency.city or '...............'}, {long_date(False)}",
            "has_points": published["has_points"],
            "units": units,
            "commended": published["commended"],
            "counts": [
                (name, sum(row["grade"] == grade for row in everybody))
                for grade, name in CLASSES.items()
            ],
            "total": len(everybody),
        }
