from odoo import models


class KpiCatalogueItem(models.Model):
    """A product that took up work from outside the catalogue (Handbook ch. V, 2.đ)."""

    _inherit = "kpi.catalogue.item"

    def unlink(self):
        self._check_draft()
        # sudo: work of other evaluators waits again once its product leaves the draft
        works = self.env["kpi.assignment"].sudo()
        waiting = works.search([("listed_item_id", "in", self.ids)])
        waiting._write_fixed({"listed_item_id": False})
        return super().unlink()
