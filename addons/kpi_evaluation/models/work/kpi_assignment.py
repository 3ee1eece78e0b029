from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...regulation.deadlines import late_count


class KpiAssignment(models.Model):
    """A product given to one person for one month, with its deadline (Điều 15.1).

    The coefficient is copied from the catalogue when the work is given and never
    follows it afterwards. What was done is the sum of the accepted hand-ins.
    """

    _name = "kpi.assignment"
    _description = "Assignment"
    _inherit = [
        "kpi.workflow.mixin",
        "kpi.history.mixin",
        "kpi.fixed.mixin",
        "mail.thread",
    ]
    _order = "period_id, employee_id, date_deadline, id"
    _mail_post_access = "read"

    name = fields.Char(
        string="Work",
        compute="_compute_name",
        store=True,
        readonly=False,
        precompute=True,
    )
    employee_id = fields.Many2one("hr.employee", required=True, ondelete="restrict")
    employee_user_id = fields.Many2one(
        related="employee_id.user_id",
        store=True,
        precompute=True,
        index=True,
        string="Employee's user",
    )
    period_id = fields.Many2one(
        "kpi.period", string="Month", required=True, index=True, ondelete="restrict"
    )
    company_id = fields.Many2one(
        related="period_id.company_id", store=True, precompute=True, index=True
    )
    assigner_id = fields.Many2one(
        "hr.employee",
        string="Assigned by",
        compute="_compute_assigner_id",
        store=True,
        precompute=True,
        ondelete="restrict",
        help="Gives the work and receives it.",
    )
    assigner_user_id = fields.Many2one(
        related="assigner_id.user_id",
        store=True,
        precompute=True,
        index=True,
        string="Assigner's user",
    )
    item_id = fields.Many2one(
        "kpi.catalogue.item",
        string="Product",
        required=True,
        index=True,
        ondelete="restrict",
    )
    product = fields.Char(
        "Product's name",
        compute="_compute_copies",
        store=True,
        precompute=True,
        help="Named as in the catalogue when the work was given.",
    )
    coefficient = fields.Float(
        compute="_compute_copies",
        store=True,
        precompute=True,
        digits=(16, 4),
        aggregator=None,
        help="Of the product when the work was given.",
    )
    quantity = fields.Float(
        default=1.0, digits=(16, 4), required=True, aggregator=None, tracking=True
    )
    date_deadline = fields.Date(string="Deadline", required=True, tracking=True)
    origin = fields.Selection(
        [
            ("plan", "In the plan"),
            ("takeover", "Taken over"),
            ("adhoc", "Ad hoc"),
        ],
        default="plan",
        required=True,
        help="Work taken over or ad hoc counts outside the base, as bonus "
        "(Điều 15.1.d).",
    )
    role = fields.Selection(
        [("direct", "Own work"), ("directing", "Directing")],
        default="direct",
        required=True,
        help="Directing work counts for leaders (Điều 12.1.b).",
    )
    delivery_ids = fields.One2many("kpi.delivery", "assignment_id")
    done_quantity = fields.Float(
        string="Done",
        compute="_compute_measures",
        store=True,
        precompute=True,
        digits=(16, 4),
        aggregator=None,
    )
    fault_count = fields.Integer(
        compute="_compute_measures", store=True, precompute=True, string="Faults"
    )
    late_count = fields.Integer(
        compute="_compute_measures", store=True, precompute=True, string="Times late"
    )

    _quantity_is_positive = models.Constraint(
        "CHECK (quantity > 0 AND quantity < 'Infinity')",
        "The quantity must be above 0 (Điều 15.1.b).",
    )
    _coefficient_is_positive = models.Constraint(
        "CHECK (coefficient > 0 AND coefficient < 'Infinity')",
        "The product has no coefficient; it cannot be assigned (Điều 15.1.b).",
    )
    _month_of_person = models.Index("(employee_id, period_id)")

    @api.depends("item_id")
    def _compute_name(self):
        for assignment in self:
            assignment.name = assignment.name or assignment.item_id.name

    @api.depends("employee_id")
    def _compute_assigner_id(self):
        for assignment in self:
            # sudo: who judges whom is no secret, but hr.employee is not for everybody
            evaluator = assignment.employee_id.sudo().kpi_evaluator_id
            assignment.assigner_id = assignment.assigner_id or evaluator

    @api.depends("item_id")
    def _compute_copies(self):
        for assignment in self:
            item = assignment.item_id
            assignment.product = assignment.product or item.product or item.name
            assignment.coefficient = assignment.coefficient or item.coefficient

    @api.depends(
        "date_deadline",
        "delivery_ids.verdict",
        "delivery_ids.quantity",
        "delivery_ids.date",
        "delivery_ids.is_fault_excused",
        "delivery_ids.is_delay_excused",
    )
    def _compute_measures(self):
        for assignment in self:
            hand_ins = assignment.delivery_ids
            accepted = hand_ins.filtered(lambda d: d.verdict == "accepted")
            assignment.done_quantity = sum(accepted.mapped("quantity"))
            returned = hand_ins.filtered(lambda d: d.verdict == "returned")
            assignment.fault_count = len(
                returned.filtered(lambda d: not d.is_fault_excused)
            )
            unexcused = hand_ins.filtered(lambda d: not d.is_delay_excused)
            # New work has no month yet while its form is being filled in.
            assignment.late_count = hand_ins and late_count(
                assignment.date_deadline,
                unexcused.mapped("date"),
                assignment.period_id._rulebook(),
            )

    @api.constrains("date_deadline", "period_id")
    def _check_deadline(self):
        for assignment in self:
            period = assignment.period_id
            if not period.date_start <= assignment.date_deadline <= period.date_end:
                raise ValidationError(
                    self.env._(
                        "The deadline of “%(work)s” must lie in the month %(month)s "
                        "(Điều 15.1.b).",
                        work=assignment.name,
                        month=period.name,
                    )
                )

    @api.constrains("employee_id", "period_id", "item_id")
    def _check_company(self):
        # sudo: the person and the product may be of an agency that is hidden
        for assignment in self.sudo():
            agency = assignment.company_id
            if assignment.employee_id.company_id != agency:
                raise ValidationError(
                    self.env._("The month belongs to another agency than the person.")
                )
            if assignment.item_id.company_id != agency:
                raise ValidationError(
                    self.env._("The product is of another agency's catalogue.")
                )

    def _sentence_of_fixed(self, name):
        return self.env._(
            "“%(field)s” is copied when the work is given or measured from the "
            "hand-ins; it is never typed (Điều 15.1).",
            field=self._fields[name]._description_string(self.env),
        )

    def _hand_over(self, evaluator):
        """Have another evaluator receive the work from now on."""
        return self._write_fixed({"assigner_id": evaluator.id})

    def _refresh_sheets(self):
        """Have computed again what depends on these facts."""

    def _reasons_against_changing_facts(self):
        """{assignment: why its facts may no longer change, or ""}."""
        return dict.fromkeys(self, "")

    def hand_in(self, quantity, note="", files=()):
        """Hand in a part or the whole of a product; return the hand-in's id.

        For the person whom the work was given to. ``quantity`` is counted in products
        and may be a fraction; ``files`` are (name, base64 content) pairs of evidence.
        Raises UserError when nothing remains, the quantity is not above 0 or more than
        what remains, or the month is closed for this person.
        """
        self.ensure_one()
        return self.env["kpi.delivery"]._hand_in(self, quantity, note, files).id
