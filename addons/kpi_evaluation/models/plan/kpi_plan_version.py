from odoo import models


class KpiCatalogueItem(models.Model):
    """A product in the version that holds at another time, known by its code."""

    _inherit = "kpi.catalogue.item"

    def _in_force_on(self, day):
        """{product: itself or its like in the version in force on a day, or none}.

        What is the same product in another version keeps its code (Điều 10).
        """
        # sudo: the catalogue of an agency holds for its people, whoever plans
        items = self.sudo()
        versions = self.env["kpi.catalogue"]._in_force(day, items.company_id)
        found = items.search(
            [
                ("catalogue_id", "in", [one.id for one in versions.values()]),
                ("code", "in", items.mapped("code")),
            ]
        ).with_env(self.env)
        by_code = {one._like(): one for one in found}
        return {one: by_code.get(one._like(), self.browse()) for one in self}

    def _like(self):
        """What the same product has alike in all versions."""
        item = self.sudo()  # sudo: as above
        return item.company_id.id, item.code


class KpiPlanLine(models.Model):
    """Work goes on when a new version of the catalogue begins (Điều 10, 15.1.a)."""

    _inherit = "kpi.plan.line"

    def _item_within(self, plan):
        """The product of this line as a plan below it plans it."""
        if plan.span != "month":
            return self.item_id
        day = plan.date_start or plan.period_id.date_start
        return self.item_id._in_force_on(day)[self.item_id] or self.item_id
