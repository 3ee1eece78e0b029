from dateutil.relativedelta import relativedelta

from odoo import api, fields, models

from ..base.names import joined


class KpiCatalogue(models.Model):
    """One version of an agency's converted catalogue (Điều 10, 20.2).

    It is drawn up as a draft, approved with its decision, and superseded by the next
    version; each month is given its work by the one version in force.
    """

    _name = "kpi.catalogue"
    _description = "Product Catalogue"
    _inherit = ["kpi.fixed.mixin", "kpi.standing.mixin"]
    _order = "date_from desc, id desc"

    FIXED_FIELDS = ("company_id", "predecessor_id")

    name = fields.Char(required=True)
    company_id = fields.Many2one(
        "res.company", string="Agency", required=True, default=lambda s: s.env.company
    )
    state = fields.Selection(
        [
            ("draft", "Draft"),
            ("approved", "Approved"),
            ("superseded", "Superseded"),
        ],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        index=True,
    )
    decision_number = fields.Char(
        string="Decision no.", copy=False, help="For instance 125/QĐ-UBND."
    )
    decision_date = fields.Date(string="Decided on", copy=False)
    decision_authority = fields.Char(
        string="Issuing authority",
        copy=False,
        help="Who issues the catalogue (Điều 20.2).",
    )
    approved_on = fields.Datetime(readonly=True, copy=False)
    approved_by_id = fields.Many2one(
        "res.users",
        string="Recorded by",
        readonly=True,
        copy=False,
        ondelete="restrict",
    )
    date_from = fields.Date(
        string="In force from",
        required=True,
        default=lambda self: self._first_day_of_month(),
        help="The first day of a month: a month is judged by one catalogue.",
    )
    date_to = fields.Date(
        string="In force until",
        compute="_compute_date_to",
        store=True,
        help="The day before the next version; empty: until there is one.",
    )
    predecessor_id = fields.Many2one(
        "kpi.catalogue",
        string="Earlier version",
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    successor_ids = fields.One2many("kpi.catalogue", "predecessor_id")
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
    scoring = fields.Selection(
        [("direct", "Directly"), ("four_criteria", "By the four criteria")],
        string="Points given",
        default="direct",
        required=True,
        help="With the Handbook's four criteria (ch. II) a product's points are their "
        "sum.",
    )
    group_ids = fields.One2many("kpi.complexity.group", "catalogue_id")
    item_ids = fields.One2many("kpi.catalogue.item", "catalogue_id")
    item_count = fields.Integer(compute="_compute_item_count")

    _standard_is_positive = models.Constraint(
        "CHECK (standard_points > 0)",
        "The standard product must have more than 0 points (Điều 10.2).",
    )
    _one_from_a_day = models.UniqueIndex(
        "(company_id, date_from) WHERE state <> 'draft'",
        "The agency already has an approved catalogue from that day on (Điều 10).",
    )
    _one_successor = models.UniqueIndex(
        "(predecessor_id) WHERE state <> 'draft'",
        "The version before already has a successor; look at the list again.",
    )

    @api.depends("name", "date_from")
    def _compute_display_name(self):
        for catalogue in self:
            day = catalogue.date_from and f"({catalogue.date_from:%d/%m/%Y})"
            catalogue.display_name = joined(catalogue.name, day, by=" ")

    @api.depends("successor_ids.state", "successor_ids.date_from")
    def _compute_date_to(self):
        for catalogue in self:
            following = catalogue.successor_ids.filtered(lambda c: c.state != "draft")
            first = min(following.mapped("date_from"), default=None)
            catalogue.date_to = first and first - relativedelta(days=1)

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

    @api.model
    def _first_day_of_month(self):
        return self.env["kpi.regulation.clause"]._today().replace(day=1)

    @api.model
    def _in_force(self, day, companies):
        """{company: its version in force on a day}; a company without one is left out.

        A superseded version still counts for the days before its successor.
        """
        # sudo: the catalogue of an agency holds for its people, whoever gives the work
        versions = self.sudo().search(
            [
                ("company_id", "in", companies.ids),
                ("state", "!=", "draft"),
                ("date_from", "<=", day),
                "|",
                ("date_to", "=", False),
                ("date_to", ">=", day),
            ]
        )
        return {version.company_id: version for version in versions}

    def _covers(self, day):
        """Whether this very version is in force on a day."""
        self.ensure_one()
        is_begun = self.state != "draft" and self.date_from <= day
        return is_begun and (not self.date_to or day <= self.date_to)
