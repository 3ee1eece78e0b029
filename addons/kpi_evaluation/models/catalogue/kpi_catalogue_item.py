from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...regulation.coefficient import coefficient_of
from ...regulation.values import exact
from ..base.names import joined
from ..base.paper_text import plain


class KpiCatalogueItem(models.Model):
    """A product of the catalogue, converted to the standard product (Điều 10.3)."""

    _name = "kpi.catalogue.item"
    _description = "Catalogue Item"
    _inherit = ["kpi.catalogue.part.mixin", "kpi.fixed.mixin"]
    _order = "catalogue_id, annex, code"
    _rec_names_search = ["code", "name", "product"]

    FIXED_FIELDS = ("catalogue_id",)

    catalogue_id = fields.Many2one(
        "kpi.catalogue", required=True, ondelete="cascade", index=True
    )
    company_id = fields.Many2one(
        related="catalogue_id.company_id", store=True, precompute=True
    )
    code = fields.Char(required=True)
    name = fields.Char(string="Task", required=True)
    detail = fields.Text(string="Detailed work")
    product = fields.Char()
    annex = fields.Char()
    division = fields.Char(
        string="Division as written", help="As the file names it; empty: all."
    )
    frequency = fields.Char(
        string="How often", help="For instance 02 documents a month (Phụ lục I)."
    )
    people = fields.Char(
        string="How many people", help="Who make the product together (Phụ lục I)."
    )
    note = fields.Char()
    group_id = fields.Many2one(
        "kpi.complexity.group",
        string="Complexity",
        required=True,
        ondelete="restrict",
        domain="[('catalogue_id', '=', catalogue_id)]",
    )
    points = fields.Float(digits=(16, 4), required=True, aggregator=None)
    coefficient = fields.Float(
        compute="_compute_coefficient",
        store=True,
        precompute=True,
        digits=(16, 4),
        aggregator=None,
        help="Points divided by those of the standard product.",
    )
    active = fields.Boolean(default=True)

    _unique_code = models.Constraint(
        "UNIQUE (catalogue_id, code)",
        "The catalogue already has a product of that code.",
    )

    @api.depends("code", "name")
    def _compute_display_name(self):
        for item in self:
            item.display_name = joined(
                item.code and f"[{item.code}]", item.name, by=" "
            )

    @api.depends("points", "catalogue_id.standard_points", "catalogue_id.date_from")
    def _compute_coefficient(self):
        for catalogue, items in self.grouped("catalogue_id").items():
            if catalogue.state in ("approved", "superseded"):
                items._keep_coefficient()
                continue
            rules = catalogue._rulebook() if catalogue.standard_points else None
            for item in items:
                item.coefficient = item._converted(rules) if rules else 0

    def _keep_coefficient(self):
        """What was approved stands, even if everything is computed anew."""
        for item in self:
            item.coefficient = item.coefficient

    def _converted(self, rules):
        """The product in standard products; 0 for one that has no points yet."""
        self.ensure_one()
        if self.points <= 0:
            return 0
        standard = exact(self.catalogue_id.standard_points)
        try:
            return float(coefficient_of(exact(self.points), standard, rules))
        except ValueError as error:
            raise ValidationError(
                self.env._(
                    "%(item)s has so few points that its coefficient would be rounded "
                    "to 0; it could never count (Điều 10.3).",
                    item=self.display_name,
                )
            ) from error

    @api.constrains("points", "group_id", "catalogue_id")
    def _check_frame(self):
        for item in self:
            group = item.group_id
            if group.catalogue_id != item.catalogue_id:
                raise ValidationError(
                    self.env._(
                        "The group of %(item)s belongs to another catalogue.",
                        item=item.display_name,
                    )
                )
            if not group.points_min <= item.points <= group.points_max:
                raise ValidationError(
                    self.env._(
                        "%(item)s has %(points)s points, outside the frame "
                        "%(low)s–%(high)s of its group (Điều 10.1).",
                        item=item.display_name,
                        points=plain(item.points),
                        low=plain(group.points_min),
                        high=plain(group.points_max),
                    )
                )
