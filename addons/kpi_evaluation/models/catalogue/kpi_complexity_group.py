from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..base.paper_text import plain


class KpiComplexityGroup(models.Model):
    """A level of complexity of a catalogue, with its frame of points (Điều 10.1)."""

    _name = "kpi.complexity.group"
    _description = "Complexity Group"
    _inherit = ["kpi.catalogue.part.mixin", "kpi.fixed.mixin"]
    _order = "catalogue_id, points_min, code"

    FIXED_FIELDS = ("catalogue_id",)

    catalogue_id = fields.Many2one(
        "kpi.catalogue", required=True, ondelete="cascade", index=True
    )
    code = fields.Char(required=True)
    name = fields.Char()
    points_min = fields.Float(string="From points", digits=(16, 4), required=True)
    points_max = fields.Float(string="To points", digits=(16, 4), required=True)

    _unique_code = models.Constraint(
        "UNIQUE (catalogue_id, code)", "The catalogue already has a group of that code."
    )
    _frame_is_ordered = models.Constraint(
        "CHECK (points_min > 0 AND points_min <= points_max)",
        "A group's frame of points must begin above 0 and end no lower than it begins.",
    )

    @api.depends("code", "name")
    def _compute_display_name(self):
        for group in self:
            group.display_name = " – ".join(filter(None, (group.code, group.name)))

    def _frame(self):
        return f"{plain(self.points_min)}–{plain(self.points_max)}"

    @api.constrains("points_min", "points_max")
    def _check_products_within(self):
        products = self.env["kpi.catalogue.item"].with_context(active_test=False)
        products.search([("group_id", "in", self.ids)])._check_frame()

    @api.constrains("catalogue_id")
    def _check_number_of_groups(self):
        for catalogue in self.catalogue_id:
            limit = catalogue._rulebook().max_complexity_groups
            if len(catalogue.group_ids) > limit:
                raise ValidationError(
                    self.env._(
                        "A catalogue has at most %(limit)s groups of complexity "
                        "(Điều 10.1).",
                        limit=int(limit),
                    )
                )
