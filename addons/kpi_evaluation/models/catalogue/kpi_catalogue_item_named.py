from odoo import models

from ...folding import fold


class KpiCatalogueItem(models.Model):
    """Products found by what somebody types on a phone, without accents or in part."""

    _inherit = "kpi.catalogue.item"

    def _named(self, text):
        """Those of these products whose code or name this is; else all that hold it."""
        wanted = fold(text or "")
        if not wanted:
            return self.browse()
        exact = self.filtered(
            lambda one: wanted in map(fold, (one.code, one.name, one.display_name))
        )
        return exact or self.filtered(lambda one: one._holds(wanted.split("_")))

    def _holds(self, words):
        self.ensure_one()
        text = fold(f"{self.code} {self.name} {self.product or ''}")
        return all(word in text for word in words)
