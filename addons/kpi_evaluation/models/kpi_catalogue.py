from odoo import fields, models


class KpiCatalogue(models.Model):
    """Converted catalogue of products of an agency, with its standard (Điều 10)."""

    _name = "kpi.catalogue"
    _description = "Product Catalogue"
    _inherit = ["kpi.fixed.mixin"]
    _order = "date_from desc, id desc"

    FIXED_FIELDS = ("company_id",)

    name = fields.Char(required=True)
    company_id = fields.Many2one(
        "res.company", string="Agency", required=True, default=lambda s: s.env.company
    )
    date_from = fields.Date(
        string="In force from",
        required=True,
        default=lambda self: self.env["kpi.regulation.clause"]._today(),
    )
    standard_name = fields.Char(
        string="Standard product",
        help="The frequent, countable product that all others are converted to.",
    )
    standard_points = fields.Float(
        string="Points of the standard product",
        digits=(16, 4),
        required=True,
        help="A product's coefficient is its points divided by these (Điều 10.2).",
    )
    group_ids = fields.One2many("kpi.complexity.group", "catalogue_id")
    item_ids = fields.One2many("kpi.catalogue.item", "catalogue_id")
    item_count = fields.Integer(compute="_compute_item_count")
    active = fields.Boolean(default=True)

    _standard_is_positive = models.Constraint(
        "CHECK (standard_points > 0)",
        "The standard product must have more than 0 points (Điều 10.2).",
    )

    def _compute_item_count(self):
        counts = dict(
            self.env["kpi.catalogue.item"]._read_group(
                [("catalogue_id", "in", self.ids)], ["catalogue_id"], ["__count"]
            )
        )
        for catalogue in self:
            catalogue.item_count = counts.get(catalogue, 0)

    def action_open_items(self):
        """The products of this catalogue."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "kpi_evaluation.kpi_catalogue_item_action"
        )
        action["domain"] = [("catalogue_id", "=", self.id)]
        action["context"] = {"default_catalogue_id": self.id}
        return action

    def _rulebook(self):
        self.ensure_one()
        return self.env["kpi.regulation.clause"]._rulebook(
            self.date_from, self.company_id
        )
