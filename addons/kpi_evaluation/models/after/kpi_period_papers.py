from odoo import models

from ..base.paper_text import CLASSES


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
        return agency._letterhead() | {
            "month": self._month_in_words(),
            "has_points": published["has_points"],
            "units": units,
            "commended": published["commended"],
            "counts": [
                (name, sum(row["grade"] == grade for row in everybody))
                for grade, name in CLASSES.items()
            ],
            "total": len(everybody),
        }

    def _summary_papers(self):
        """[what each month's list of results says, of sheets that one may read]."""
        return [period._summary_paper() for period in self]

    def _summary_paper(self):
        self.ensure_one()
        sheets = self.env["kpi.appraisal"].search(
            [("period_id", "=", self.id), ("state", "!=", "annulled")]
        )
        # sudo: names of the agency on its own paper
        agency = self.sudo().company_id
        return (
            agency._letterhead()
            | sheets._summary()
            | {
                "month": self._month_in_words(),
                "whose": agency.name,
                "signature": (["THỦ TRƯỞNG CƠ QUAN"], ""),
            }
        )
