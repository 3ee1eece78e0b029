from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL


class KpiAssignment(models.Model):
    """What a confirmed objective cause takes off a product (Điều 6.6, 11.2).

    A waived product leaves the base of the ratios: wholly, or all but the part that
    was done, as the row ``waived_part`` says.
    """

    _inherit = "kpi.assignment"

    cause_ids = fields.One2many("kpi.cause", "assignment_id", string="Objective causes")
    base_quantity = fields.Float(
        string="Counts as assigned",
        compute="_compute_waiver",
        store=True,
        precompute=True,
        digits=(16, 4),
        aggregator=None,
        help="The quantity, less what a confirmed objective cause waived (Điều 6.6).",
    )
    is_waived = fields.Boolean(
        string="Waived",
        compute="_compute_waiver",
        store=True,
        precompute=True,
        help="Nothing of it counts: it could not be done for an objective cause that "
        "was confirmed (Điều 6.6).",
    )
    excused_fault_count = fields.Integer(
        string="Excused faults", compute="_compute_excused"
    )
    excused_late_count = fields.Integer(
        string="Excused delays", compute="_compute_excused"
    )

    @api.model
    def _scored_domain(self):
        """Work that enters a score: it counts, and was not waived altogether."""
        return [*self._counted_domain(), ("is_waived", "=", False)]

    @api.depends("quantity", "done_quantity", "cause_ids.kind", "cause_ids.state")
    def _compute_waiver(self):
        for assignment in self:
            assignment.base_quantity = assignment.quantity
            if assignment._has_waiver():
                rules = assignment.period_id._rulebook()
                keeps_done = rules.waived_part == "undone_leaves"
                done = min(assignment.done_quantity, assignment.quantity)
                assignment.base_quantity = done if keeps_done else 0
            assignment.is_waived = (
                assignment._has_waiver() and not assignment.base_quantity
            )

    @api.depends("delivery_ids.is_fault_excused", "delivery_ids.is_delay_excused")
    def _compute_excused(self):
        for assignment in self:
            hand_ins = assignment.delivery_ids
            faults = hand_ins.filtered(lambda one: one.is_fault_excused)
            delays = hand_ins.filtered(lambda one: one.is_delay_excused)
            assignment.excused_fault_count = len(faults)
            assignment.excused_late_count = len(delays)

    @api.depends("cause_ids.kind", "cause_ids.state")
    def _compute_standing(self):
        done = super()._compute_standing()
        for assignment in self:
            if assignment._has_waiver():
                assignment.standing = "waived"
                assignment.remaining_quantity = 0
        return done

    def hand_in(self, quantity, note="", files=()):
        if self._has_waiver():
            raise UserError(
                self.env._(
                    "“%(work)s” is waived for an objective cause; nothing more is "
                    "handed in for it (Điều 6.6).",
                    work=self.name,
                )
            )
        return super().hand_in(quantity, note, files)

    def _has_waiver(self):
        return any(
            (cause.kind, cause.state) == ("waive", "confirmed")
            for cause in self.cause_ids
        )

    def _lock_facts(self):
        """Of changes at the same moment the later start again and see the first."""
        self.env.cr.execute(
            SQL("UPDATE kpi_assignment SET id = id WHERE id IN %s", self._ids)
        )

    def _authority_on_causes(self):
        """The person who confirms an objective cause of this work (Điều 6.6)."""
        self.ensure_one()
        # sudo: who judges whom is no secret, but hr.employee is not for everybody
        person = self.sudo().employee_id
        if self.period_id._rulebook().cause_confirmed_by == "agency_head":
            day = self.env["kpi.regulation.clause"]._today()
            province = self.env["kpi.authority"]._province(person.company_id, day)
            if person.id in province.people:
                return person.browse(province.agency_head_over(person.id)) - person
        return person.kpi_evaluator_id

    def _reason_against_asking_cause(self):
        """Why the current user may ask for no objective cause here, or ""."""
        self.check_access("read")
        if self.employee_user_id != self.env.user:
            return self.env._(
                "Only the person whom the work was given to asks for an objective "
                "cause to be confirmed (Điều 6.6)."
            )
        closed = self._reasons_against_changing_facts()[self]
        if closed:
            return closed
        if not self._authority_on_causes():
            return self.env._(
                "Nobody is named yet who could confirm it; the HR officer of your "
                "agency names your evaluator (Điều 6.6, 9)."
            )
        return ""

    def _reason_against_target(self, kind, delivery):
        """Why there is nothing to excuse or to waive, or it is asked for already."""
        targets = {
            "fault": delivery.verdict == "returned",
            "delay": delivery.is_late,
            "waive": not delivery and self.done_quantity < self.quantity,
        }
        if not targets.get(kind):
            return self._sentence_of_no_target(kind)
        earlier = self.cause_ids.filtered(
            lambda one: (one.kind, one.delivery_id) == (kind, delivery)
        )
        if set(earlier.mapped("state")) - {"refused"}:
            return self.env._(
                "This was asked for already; wait for the answer (Điều 6.6)."
            )
        return ""

    def _sentence_of_no_target(self, kind):
        sentences = {
            "fault": self.env._(
                "A fault is excused on a hand-in that was returned; name it "
                "(Điều 11.2.b)."
            ),
            "delay": self.env._(
                "A delay is excused on a hand-in that came after the deadline; name it "
                "(Điều 11.2.c)."
            ),
            "waive": self.env._(
                "A product is waived as a whole and only while something of it is not "
                "done (Điều 6.6)."
            ),
        }
        return sentences.get(kind) or self.env._(
            "Ask for a fault, a delay or the whole product to be excused (Điều 6.6)."
        )


class KpiDelivery(models.Model):
    """A hand-in whose fault or delay may be excused (Điều 11.2.b, 11.2.c)."""

    _inherit = "kpi.delivery"

    cause_ids = fields.One2many("kpi.cause", "delivery_id", string="Objective causes")
    is_fault_excused = fields.Boolean(
        compute="_compute_excused", store=True, precompute=True
    )
    is_delay_excused = fields.Boolean(
        compute="_compute_excused", store=True, precompute=True
    )

    @api.depends("cause_ids.kind", "cause_ids.state")
    def _compute_excused(self):
        for delivery in self:
            confirmed = delivery.cause_ids.filtered(lambda c: c.state == "confirmed")
            kinds = confirmed.mapped("kind")
            delivery.is_fault_excused = "fault" in kinds
            delivery.is_delay_excused = "delay" in kinds
