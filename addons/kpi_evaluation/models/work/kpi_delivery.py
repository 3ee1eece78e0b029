import math

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..base.paper_text import plain


class KpiDelivery(models.Model):
    """One hand-in of work, with its evidence and the verdict on it (Điều 11.2)."""

    _name = "kpi.delivery"
    _description = "Hand-in"
    _inherit = ["kpi.workflow.mixin", "kpi.evidence.mixin"]
    _order = "date desc, id desc"

    STATE_FIELD = "verdict"
    TRANSITIONS = {
        "accept": (("pending",), "accepted"),
        "return": (("pending",), "returned"),
        "reopen": (("accepted", "returned"), "pending"),
    }

    assignment_id = fields.Many2one(
        "kpi.assignment", required=True, index=True, ondelete="restrict"
    )
    employee_id = fields.Many2one(related="assignment_id.employee_id", store=True)
    company_id = fields.Many2one(related="assignment_id.company_id", store=True)
    date = fields.Date(
        string="Handed in on",
        required=True,
        default=lambda self: self.env["kpi.regulation.clause"]._today(),
    )
    quantity = fields.Float(default=1.0, digits=(16, 4), required=True, aggregator=None)
    note = fields.Text()
    attachment_ids = fields.One2many(
        "ir.attachment",
        "res_id",
        domain=[("res_model", "=", "kpi.delivery")],
        string="Evidence",
    )
    verdict = fields.Selection(
        [
            ("pending", "Waiting"),
            ("accepted", "Accepted"),
            ("returned", "Returned"),
        ],
        default="pending",
        required=True,
    )
    fault = fields.Char(help="What was wrong, when the work was returned.")
    verdict_date = fields.Date(readonly=True)
    verdict_user_id = fields.Many2one(
        "res.users", string="Verdict by", readonly=True, ondelete="restrict"
    )
    is_late = fields.Boolean(compute="_compute_is_late")
    may_judge = fields.Boolean(
        string="Waits for my verdict",
        compute="_compute_may_judge",
        search="_search_may_judge",
    )

    _quantity_is_positive = models.Constraint(
        "CHECK (quantity > 0 AND quantity < 'Infinity')",
        "The quantity handed in must be above 0.",
    )

    _waiting = models.Index("(employee_id) WHERE verdict = 'pending'")
    _returned = models.Index("(employee_id, verdict_date) WHERE verdict = 'returned'")

    @api.depends("assignment_id.name", "date")
    def _compute_display_name(self):
        for delivery in self:
            delivery.display_name = self.env._(
                "%(work)s, handed in on %(day)s",
                work=delivery.assignment_id.name or "",
                day=f"{delivery.date:%d/%m/%Y}" if delivery.date else "",
            )

    @api.depends("date", "assignment_id.date_deadline")
    def _compute_is_late(self):
        for delivery in self:
            deadline = delivery.assignment_id.date_deadline
            delivery.is_late = bool(
                delivery.date and deadline and delivery.date > deadline
            )

    @api.depends_context("uid")
    @api.depends("verdict")
    def _compute_may_judge(self):
        reasons = self._reasons_against("accept")
        for delivery in self:
            delivery.may_judge = not reasons[delivery]

    def _reasons_of_step(self, step):
        closed = self.assignment_id._reasons_against_changing_facts()
        day = self.env["kpi.regulation.clause"]._today()
        # sudo: who stands in for whom is asked for everybody
        givers = self.sudo().assignment_id.assigner_id
        substitutes = self.env["kpi.delegation"]._substitutes(givers, day)
        return {
            delivery: delivery._reason_of_role(substitutes)
            or closed[delivery.assignment_id]
            for delivery in self
        }

    def _reason_of_role(self, substitutes):
        if self.assignment_id.employee_user_id == self.env.user:
            return self.env._(
                "“%(work)s”: nobody judges their own work (Điều 9).",
                work=self.assignment_id.name,
            )
        # sudo: who stands in for whom is asked for everybody
        giver = self.assignment_id.sudo().assigner_id
        if self.env.user in (giver | substitutes.get(giver, giver)).user_id:
            return ""
        return self.env._(
            "“%(work)s”: only %(giver)s, who gave the work, accepts or returns it "
            "(Điều 6.2).",
            work=self.assignment_id.name,
            giver=giver.name or "–",
        )

    def action_accept(self):
        """Accept the work as handed in: all of these hand-ins, or none.

        For whoever gave the work or their substitute (Điều 6.2). UserError lists
        every hand-in for which it is refused. Accepted work has no fault: one that
        counts is given by returning the work (Điều 11.2.b).
        """
        return self._judge("accept", {"fault": False})

    def action_return(self, fault=""):
        """Return the work with a fault, which lowers its quality (Điều 11.2.b)."""
        by_reason = self.grouped(lambda d: (fault or d.fault or "").strip())
        if "" in by_reason:
            raise UserError(
                self.env._("Say what was wrong before you return the work.")
            )
        for reason, deliveries in by_reason.items():
            deliveries._judge("return", {"fault": reason})
        return True

    def _judge(self, step, values):
        today = self.env["kpi.regulation.clause"]._today()
        values |= {"verdict_date": today, "verdict_user_id": self.env.uid}
        taken = self._take(step, values)
        self.assignment_id._refresh_sheets()
        return taken

    @api.model_create_multi
    def create(self, vals_list):
        deliveries = super().create(vals_list)
        deliveries.assignment_id._refresh_sheets()
        return deliveries

    def write(self, vals):
        if not self.env.su:
            if set(vals) - {"fault"}:
                raise UserError(
                    self.env._("A hand-in does not change after it was handed in.")
                )
            self._check_step("return")
        return super().write(vals)

    @api.model
    def _hand_in(self, assignment, quantity, note, files):
        """Create the current user's hand-in for an assignment of theirs."""
        assignment.check_access("read")
        if assignment.employee_user_id != self.env.user:
            raise UserError(
                self.env._("Only the person whom the work was given to hands it in.")
            )
        closed = assignment._reasons_against_changing_facts()[assignment]
        if closed:
            raise UserError(closed)
        assignment._lock_facts()
        self._check_quantity(assignment, quantity)
        files = self._checked_files(files)
        # sudo: employees have no right to write; the checks above are their right
        delivery = self.sudo().create(
            {"assignment_id": assignment.id, "quantity": quantity, "note": note}
        )
        delivery._attach(files)
        return delivery

    def _check_quantity(self, assignment, quantity):
        left = assignment.remaining_quantity
        try:
            is_usable = math.isfinite(quantity) and quantity > 0
        except (TypeError, OverflowError):
            is_usable = False
        if not is_usable:
            raise UserError(self.env._("Type how much you hand in: a number above 0."))
        if quantity > left:
            raise UserError(
                self.env._(
                    "Only %(left)s of “%(work)s” is still to be handed in.",
                    left=plain(left),
                    work=assignment.name,
                )
            )
