from odoo import models

from ..base.paper_text import plain


class KpiCatalogue(models.Model):
    """A version on paper: the catalogue of converted products (Điều 10.3)."""

    _inherit = "kpi.catalogue"

    def _paper_values(self):
        """[what the paper of each version says], read with the user's rights."""
        self.check_access("read")
        return [catalogue._paper_value() for catalogue in self]

    def _paper_value(self):
        self.ensure_one()
        items = self.env["kpi.catalogue.item"].search(
            [("catalogue_id", "=", self.id)], order="annex, code"
        )
        parts = items.grouped(lambda item: item._part())
        # sudo: the agency's name on its own paper
        return self.sudo().company_id._letterhead() | {
            "decision": self._decision_on_paper(),
            "standard": plain(self.standard_points),
            "day": f"{self.date_from:%d/%m/%Y}",
            "parts": [
                (part[1], [item._paper_row() for item in parts[part]])
                for part in sorted(parts)
            ],
            "total": len(items),
        }


class KpiCatalogueItem(models.Model):
    """A product as a row of the catalogue's paper."""

    _inherit = "kpi.catalogue.item"

    def _paper_row(self):
        self.ensure_one()
        return {
            "code": self.code or "",
            "work": self.name,
            "detail": self.detail or "",
            "product": self.product or "",
            "group": self.group_id.code or "",
            "points": plain(self.points),
            "coefficient": plain(self.coefficient),
        }
