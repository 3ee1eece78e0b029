from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...regulation.values import exact
from ..base.paper_text import plain
from ..base.portal_text import shown_date

# More of a product than anybody makes, and as many decimals as are stored.
QUANTITY_LIMIT = 1_000_000
QUANTITY_DIGITS = 4


class KpiPlanLine(models.Model):
    """A product of the catalogue in a plan: how much, until when, by whom.

    The six "rõ" of Điều 2.1; in a person's month it becomes an assignment when the
    plan is approved (Điều 15.1.b).
    """

    _name = "kpi.plan.line"
    _description = "Line of a Work Plan"
    _inherit = ["kpi.fixed.mixin", "kpi.typed.mixin"]
    _order = "plan_id, date_deadline, id"
    _rec_names_search = ["name", "item_id"]

    FIXED_FIELDS = ("plan_id",)

    plan_id = fields.Many2one("kpi.plan", required=True, index=True, ondelete="cascade")
    plan_scope = fields.Selection(related="plan_id.scope")
    plan_state = fields.Selection(related="plan_id.state", string="Plan's state")
    company_id = fields.Many2one(related="plan_id.company_id", store=True, index=True)
    item_id = fields.Many2one(
        "kpi.catalogue.item",
        string="Product",
        required=True,
        index=True,
        ondelete="restrict",
    )
    name = fields.Char(
        "Work", compute="_compute_name", store=True, readonly=False, precompute=True
    )
    quantity = fields.Float(
        default=1.0, digits=(16, QUANTITY_DIGITS), required=True, aggregator=None
    )
    date_deadline = fields.Date(
        "Deadline",
        compute="_compute_date_deadline",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
        help="Until told otherwise the last day of the plan.",
    )
    employee_id = fields.Many2one(
        "hr.employee",
        string="To be done by",
        ondelete="restrict",
        index="btree_not_null",
        help="In the plan of a unit: who shall do it.",
    )
    role = fields.Selection(
        [("direct", "Own work"), ("directing", "Directing")],
        default="direct",
        required=True,
        help="Directing work counts for leaders (Điều 12.1.b).",
    )
    is_recurring = fields.Boolean(
        "Every month", help="Comes into each new plan of a month by itself."
    )
    note = fields.Char()
    coefficient = fields.Float(
        compute="_compute_worth", digits=(16, 4), help="Of the product today."
    )
    worth = fields.Float(
        "Standard products", compute="_compute_worth", digits=(16, 4), aggregator=None
    )

    @api.depends("item_id")
    def _compute_name(self):
        for line in self:
            # sudo: people in the portal do not read the catalogue itself
            line.name = line.name or line.item_id.sudo().name

    @api.depends("plan_id")
    def _compute_date_deadline(self):
        for line in self:
            # A plan that is being filled in has its month, but no days yet.
            plan = line.plan_id
            last = plan.date_end or plan.period_id.date_end
            line.date_deadline = line.date_deadline or last

    @api.depends("item_id.coefficient", "quantity")
    def _compute_worth(self):
        for line in self:
            # sudo: people in the portal do not read the catalogue itself
            line.coefficient = line.item_id.sudo().coefficient
            line.worth = float(exact(line.coefficient) * exact(line.quantity))

    @api.constrains("quantity", "date_deadline", "plan_id")
    def _check_how_much_until_when(self):
        for line in self:
            if not 0 < round(line.quantity, QUANTITY_DIGITS) <= QUANTITY_LIMIT:
                raise ValidationError(
                    self.env._(
                        "The quantity of “%(work)s” must be above 0 and at most "
                        "%(most)s (Điều 15.1.b).",
                        work=line.name,
                        most=plain(QUANTITY_LIMIT),
                    )
                )
            plan = line.plan_id
            if not plan.date_start <= line.date_deadline <= plan.date_end:
                raise ValidationError(
                    self.env._(
                        "The deadline of “%(work)s” must lie between %(first)s and "
                        "%(last)s, the time of the plan (Điều 15.1.b).",
                        work=line.name,
                        first=shown_date(plan.date_start),
                        last=shown_date(plan.date_end),
                    )
                )

    @api.constrains("item_id", "employee_id", "plan_id")
    def _check_agency(self):
        # sudo: what was named may be of an agency that is hidden
        for line in self.sudo():
            if line.item_id.company_id != line.company_id:
                raise ValidationError(
                    self.env._("The product is of another agency's catalogue.")
                )
            if line.item_id.coefficient <= 0:
                raise ValidationError(
                    self.env._(
                        "%(product)s has no coefficient yet; it cannot be planned "
                        "(Điều 15.1.b).",
                        product=line.item_id.display_name,
                    )
                )
            if line.employee_id and line.employee_id.company_id != line.company_id:
                raise ValidationError(
                    self.env._("The person belongs to another agency than the plan.")
                )
            if line.employee_id and line.plan_id.employee_id:
                raise ValidationError(
                    self.env._("In a person's own plan all work is that person's.")
                )

    @api.model_create_multi
    def create(self, vals_list):
        self._check_typed(vals_list)
        plans = {vals.get("plan_id") for vals in vals_list} - {None, False}
        self.env["kpi.plan"].browse(plans)._check_open()
        return super().create(vals_list)

    def write(self, vals):
        self._check_typed([vals])
        self.plan_id._check_open()
        return super().write(vals)

    def unlink(self):
        self.plan_id._check_open()
        return super().unlink()

    def _sentence_of_fixed(self, name):
        if name == "plan_id":
            return self.env._("A line stays in the plan it was made for.")
        return super()._sentence_of_fixed(name)
