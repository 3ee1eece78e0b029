from odoo import api, fields, models

from ...regulation.values import exact


class KpiAssignment(models.Model):
    """Work that was given by approving a plan knows the line it comes from."""

    _inherit = "kpi.assignment"

    plan_line_id = fields.Many2one(
        "kpi.plan.line",
        string="Line of the plan",
        readonly=True,
        copy=False,
        ondelete="restrict",
    )

    joined_as = fields.Char("How it joined", compute="_compute_joined_as")

    _once_by_a_line = models.UniqueIndex(
        "(plan_line_id) WHERE plan_line_id IS NOT NULL",
        "The work of this line was given already.",
    )

    @api.depends("origin")
    def _compute_joined_as(self):
        """How work came into a month beside the plan."""
        origins = dict(self._fields["origin"]._description_selection(self.env))
        for work in self:
            is_direct = work.origin == "plan"
            work.joined_as = (
                self.env._("Given directly") if is_direct else origins[work.origin]
            )

    def _derived_fields(self):
        return super()._derived_fields() | {"plan_line_id"}


class KpiPlan(models.Model):
    """An approved month of a person becomes their work (Điều 15.1.a–b).

    What else joined during the month is shown beside it and never copied: work ad hoc,
    taken over, or given without the plan.
    """

    _inherit = "kpi.plan"

    extra_work_ids = fields.Many2many(
        "kpi.assignment",
        compute="_compute_extra_work_ids",
        string="Joined during the month",
        help="Work of the month that does not come from this plan (Điều 15.1.d).",
    )

    @api.depends_context("uid")
    @api.depends("employee_id", "period_id")
    def _compute_extra_work_ids(self):
        work = self.env["kpi.assignment"].search(
            [
                ("employee_id", "in", self.employee_id.ids),
                ("period_id", "in", self.period_id.ids),
                ("plan_line_id", "=", False),
            ]
        )
        by_month = work.grouped(lambda one: (one.employee_id, one.period_id))
        for plan in self:
            key = (plan.employee_id._origin, plan.period_id._origin)
            plan.extra_work_ids = by_month.get(key, work.browse())

    def _give_work(self):
        given = super()._give_work()
        # sudo: the approval is the right; the leader's substitute gives work too
        works, plans = self.env["kpi.assignment"].sudo(), self.sudo()
        lines = plans.filtered("employee_id").line_ids
        works.create([line._assignment_values() for line in lines])
        return given


class KpiPlanLine(models.Model):
    """A line of a person's month, with how far its work has come."""

    _inherit = "kpi.plan.line"

    assignment_ids = fields.One2many("kpi.assignment", "plan_line_id")
    done_quantity = fields.Float(
        "Done", compute="_compute_done_quantity", digits=(16, 4)
    )

    @api.depends("assignment_ids.done_quantity")
    def _compute_done_quantity(self):
        for line in self:
            line.done_quantity = sum(line.assignment_ids.mapped("done_quantity"))

    @api.depends("assignment_ids.coefficient")
    def _compute_worth(self):
        """Approved work weighs what it weighed then, whatever the catalogue becomes."""
        computed = super()._compute_worth()
        for line in self:
            given = line.sudo().assignment_ids  # sudo: the weight is no secret
            if given:
                line.coefficient = given.coefficient
                line.worth = float(exact(line.coefficient) * exact(line.quantity))
        return computed

    def _assignment_values(self):
        self.ensure_one()
        plan = self.plan_id
        return {
            "employee_id": plan.employee_id.id,
            "period_id": plan.period_id.id,
            "item_id": self.item_id.id,
            "name": self.name,
            "quantity": self.quantity,
            "date_deadline": self.date_deadline,
            "origin": "plan",
            "role": self.role,
            "plan_line_id": self.id,
            "assigner_id": self._assigner().id,
        }

    def _assigner(self):
        """Who gives the work: the evaluator, or whoever approves for a collective."""
        person = self.plan_id.employee_id
        # sudo: the approver's own personnel record
        approver = self.env.user.sudo().employee_id
        return person.kpi_evaluator_id or approver
