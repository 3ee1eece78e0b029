from odoo import models

from ..base.paper_text import long_date


class ResCompany(models.Model):
    """The head of an agency's papers: Nghị định 30/2020, or Hướng dẫn 36-HD/VPTW."""

    _inherit = "res.company"

    def _letterhead(self, unit=None):
        """Return what the head of a paper of the agency, or of a unit of it, says.

        Without a unit the style is that of the agency's own unit, the topmost one.
        """
        self.ensure_one()
        if unit is None:
            unit = self.env["hr.department"].search(
                [("company_id", "=", self.id), ("parent_id", "=", False)], limit=1
            )
        return {
            "style": unit._paper_style(),
            "parent_agency": (self.parent_id.name or "").upper(),
            "agency": self.name.upper(),
            "place_and_day": f"{self.city or '...............'}, {long_date(False)}",
        }
