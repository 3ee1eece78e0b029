from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import SQL

from ...regulation.shares import left_over
from ..base.paper_text import plain


class KpiJointProduct(models.Model):
    """A product worth many units, split over people and months (Điều 15.1.c).

    Its shares are assignments that together never exceed the whole. One person is in
    charge (chủ trì), the others collaborate (phối hợp).
    """

    _name = "kpi.joint.product"
    _description = "Joint Product"
    _inherit = [
        "kpi.entrusted.mixin",
        "kpi.history.mixin",
        "kpi.fixed.mixin",
        "mail.thread",
    ]
    _order = "id desc"

    FIXED_FIELDS = ("item_id", "owner_id", "origin")

    name = fields.Char(
        string="Work",
        compute="_compute_name",
        store=True,
        readonly=False,
        precompute=True,
        tracking=True,
    )
    item_id = fields.Many2one(
        "kpi.catalogue.item",
        string="Product",
        required=True,
        index=True,
        ondelete="restrict",
    )
    coefficient = fields.Float(
        compute="_compute_coefficient",
        store=True,
        precompute=True,
        digits=(16, 4),
        aggregator=None,
        help="Of the product when the joint work began; every share has it.",
    )
    quantity = fields.Float(
        string="Whole",
        default=1.0,
        digits=(16, 4),
        required=True,
        aggregator=None,
        tracking=True,
        help="How many of the product there are to share out.",
    )
    origin = fields.Selection(
        [("plan", "In the plan"), ("adhoc", "Ad hoc")], default="plan", required=True
    )
    owner_id = fields.Many2one(
        "hr.employee",
        string="In charge",
        required=True,
        index=True,
        ondelete="restrict",
    )
    owner_user_id = fields.Many2one(
        related="owner_id.user_id", store=True, string="User of who is in charge"
    )
    company_id = fields.Many2one(related="owner_id.company_id", store=True, index=True)
    assigner_id = fields.Many2one(
        "hr.employee",
        string="Assigned by",
        compute="_compute_assigner_id",
        store=True,
        precompute=True,
        index="btree_not_null",
        ondelete="restrict",
    )
    assigner_user_id = fields.Many2one(
        related="assigner_id.user_id", store=True, index=True, string="Assigner's user"
    )
    assignment_ids = fields.One2many("kpi.assignment", "joint_id", string="Shares")
    allotted_quantity = fields.Float(
        string="Shared out",
        compute="_compute_allotted_quantity",
        store=True,
        digits=(16, 4),
        aggregator=None,
    )
    remaining_quantity = fields.Float(
        string="Left to share out",
        compute="_compute_remaining_quantity",
        digits=(16, 4),
        aggregator=None,
    )

    _quantity_is_positive = models.Constraint(
        "CHECK (quantity > 0 AND quantity < 'Infinity')",
        "The whole must be above 0 (Điều 15.1.c).",
    )
    _coefficient_is_positive = models.Constraint(
        "CHECK (coefficient > 0 AND coefficient < 'Infinity')",
        "The product has no coefficient; it cannot be shared out (Điều 15.1.b).",
    )

    @api.depends("item_id")
    def _compute_name(self):
        for joint in self:
            joint.name = joint.name or joint.item_id.name

    @api.depends("item_id")
    def _compute_coefficient(self):
        for joint in self:
            joint.coefficient = joint.coefficient or joint.item_id.coefficient

    @api.depends("owner_id")
    def _compute_assigner_id(self):
        for joint in self:
            # sudo: who judges whom is no secret, but hr.employee is not for everybody
            joint.assigner_id = joint.owner_id.sudo().kpi_evaluator_id

    @api.depends("assignment_ids.quantity", "assignment_ids.state")
    def _compute_allotted_quantity(self):
        for joint in self:
            joint.allotted_quantity = float(-left_over(0, joint._shares()))

    @api.depends("quantity", "allotted_quantity")
    def _compute_remaining_quantity(self):
        for joint in self:
            joint.remaining_quantity = joint.quantity - joint.allotted_quantity

    def _shares(self):
        # sudo: every share counts, whosever it is
        work = self.sudo().assignment_ids
        return work.filtered_domain(work._counted_domain()).mapped("quantity")

    @api.constrains("quantity")
    def _check_total(self):
        """Refuse shares above the whole, of whoever shares out at the same moment."""
        if not self:
            return
        # Of two at the same moment the later one starts again and sees the first.
        self.env.cr.execute(
            SQL("UPDATE kpi_joint_product SET id = id WHERE id IN %s", self._ids)
        )
        for joint in self:
            left = left_over(joint.quantity, joint._shares())
            if left < 0:
                raise ValidationError(
                    self.env._(
                        "The shares of “%(work)s” exceed the whole of %(whole)s by "
                        "%(excess)s. Make them smaller (Điều 15.1.c).",
                        work=joint.name,
                        whole=plain(joint.quantity),
                        excess=plain(-left),
                    )
                )

    @api.constrains("item_id", "owner_id")
    def _check_company(self):
        # sudo: the product may be of an agency that is hidden
        for joint in self.sudo():
            if joint.item_id.company_id != joint.company_id:
                raise ValidationError(
                    self.env._("The product is of another agency's catalogue.")
                )

    def _sentence_of_fixed(self, name):
        return self.env._(
            "“%(field)s” of joint work stands from its beginning, so that its shares "
            "mean the same (Điều 15.1.c).",
            field=self._fields[name]._description_string(self.env),
        )
