from odoo import api, fields, models

from ..base.recompute import compute_again


class KpiCatalogue(models.Model):
    """The parts of a catalogue: of all, of the divisions, of the leaders (Điều 10)."""

    _inherit = "kpi.catalogue"

    leaders_annex = fields.Char(
        string="Leaders' annex",
        default="PL II",
        help="Products of this annex may be given to heads and deputies only.",
    )
    unknown_divisions = fields.Text(
        compute="_compute_unknown_divisions",
        help="Divisions that are no units of the agency, with their products.",
    )

    @api.depends("item_ids.department_id", "item_ids.division")
    def _compute_unknown_divisions(self):
        counts = self.env["kpi.catalogue.item"]._read_group(
            self._lacking_divisions(),
            ["catalogue_id", "division"],
            ["__count"],
        )
        for catalogue in self:
            catalogue.unknown_divisions = ", ".join(
                f"{division} ({count})"
                for one, division, count in counts
                if one == catalogue
            )

    def action_match_divisions(self):
        """Look again for the units that the products name, as after creating them."""
        self._check_step("edit")
        self.check_access("write")
        lacking = self.env["kpi.catalogue.item"].search(self._lacking_divisions())
        compute_again(lacking, "department_id")
        return True

    def _lacking_divisions(self):
        return [
            ("catalogue_id", "in", self.ids),
            ("division", "!=", False),
            ("department_id", "=", False),
        ]
