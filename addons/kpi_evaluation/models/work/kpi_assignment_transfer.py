from markupsafe import escape

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL

from ..base.paper_text import plain
from .kpi_assignment_steps import COUNTED


class KpiAssignment(models.Model):
    """Work that its person cannot finish goes to somebody else (Điều 15.1.d).

    It stays in the base of the giver, with nothing more done, and is extra work of
    the taker: what people were first given in all never changes by it. The taker must
    be in the reach of whoever transfers, for only they may give that person work;
    across units the HR officer transfers, and the taker's own evaluator receives it.
    """

    _inherit = "kpi.assignment"

    source_id = fields.Many2one(
        "kpi.assignment",
        string="Taken over from",
        readonly=True,
        index="btree_not_null",
        ondelete="restrict",
    )
    taken_ids = fields.One2many("kpi.assignment", "source_id", string="Taken over by")
    unable_reason = fields.Text(
        string="Cannot be finished because", readonly=True, tracking=True
    )
    unable_on = fields.Date(string="Reported on", readonly=True)
    transferred_quantity = fields.Float(
        string="With somebody else",
        compute="_compute_transferred_quantity",
        store=True,
        precompute=True,
        digits=(16, 4),
        aggregator=None,
    )
    untransferred_quantity = fields.Float(
        string="Not done and with nobody else",
        compute="_compute_standing",
        store=True,
        precompute=True,
        digits=(16, 4),
        aggregator=None,
    )

    @api.depends("source_id")
    def _compute_copies(self):
        for assignment in self.filtered("source_id"):
            source = assignment.source_id
            assignment.product = assignment.product or source.product
            assignment.coefficient = assignment.coefficient or source.coefficient
        return super()._compute_copies()

    @api.depends("taken_ids.quantity", "taken_ids.state")
    def _compute_transferred_quantity(self):
        for assignment in self:
            taken = assignment.taken_ids.filtered_domain(self._counted_domain())
            assignment.transferred_quantity = sum(taken.mapped("quantity"))

    @api.depends("state", "transferred_quantity")
    def _compute_standing(self):
        computed = super()._compute_standing()
        for one in self:
            left = max(one.remaining_quantity - one.transferred_quantity, 0)
            one.untransferred_quantity = left if one.state in COUNTED else 0
            one.remaining_quantity = left if one.state == "given" else 0
            is_open = one.state == "given" and one.remaining_quantity
            if one.state == "proposed":
                one.standing = "proposed"
            elif one.standing in ("todo", "part") and not is_open:
                one.standing = "closed"
        return computed

    def report_unable(self, reason):
        """Tell the assigner at once that one cannot finish work (Điều 15.1.d).

        For the person whom it was given to. ``reason``: why, in words. The assigner
        then hands it back or transfers it. Raises UserError for somebody else's work,
        without a reason, when nothing is left to do, or in a closed month.
        """
        self._check_step("report_unable")
        today = self.env["kpi.regulation.clause"]._today()
        values = {"unable_reason": self._given_reason(reason), "unable_on": today}
        return self._take("report_unable", values)

    def action_hand_back(self, reason=""):
        """Take back what its person cannot finish; without a reason, for theirs."""
        self._check_step("hand_back")
        own = self.grouped(lambda one: (reason or one.unable_reason or "").strip())
        for why, works in own.items():
            works._close("hand_back", why)
        return True

    def action_transfer(self, employee_id, date_deadline, reason="", quantity=None):
        """Give what is not done to somebody else; return the new assignment's id.

        ``employee_id``: the taker, who is in the reach of the current user;
        ``date_deadline``: a day of the same month; ``reason``: unless the person has
        reported one; ``quantity``: a part of what is left, all of it by default.
        Raises UserError when hand-ins wait for a verdict, nothing or less is left,
        the taker already had this work, or one of the two months is closed.
        """
        self.ensure_one()
        self._check_step("transfer")
        reason = self._given_reason(reason or self.unable_reason or self.closing_reason)
        self._wait_for_others()
        left = self.untransferred_quantity
        amount = self._checked_amount(left if quantity is None else quantity)
        taken = self._take_over(employee_id, date_deadline, amount)
        if self.state == "given" and not self.remaining_quantity:
            self._take("finish_transfer", {"closing_reason": reason})
        notes = {self.id: escape(reason), taken.id: escape(reason)}
        # sudo: the log is written by the step, not by hand
        (self | taken).sudo()._message_log_batch(notes)
        self._refresh_sheets()
        return taken.id

    def _wait_for_others(self):
        """Of two at the same moment the later one starts again and sees the first."""
        self.env.cr.execute(
            SQL("UPDATE kpi_assignment SET id = id WHERE id IN %s", self._ids)
        )

    def _take_over(self, employee_id, date_deadline, amount):
        """The new assignment of the taker, with the coefficient of this one."""
        # sudo: whom a taker works for is asked for everybody
        taker = self.env["hr.employee"].sudo().browse(employee_id).exists()
        if self._is_of(taker):
            raise UserError(
                self.env._(
                    "Nobody takes over work that was their own; choose somebody else "
                    "(Điều 15.1.d)."
                )
            )
        # sudo: the right to give it to the taker is checked at once
        taken = self.sudo().create(
            self._taken_values()
            | {
                "employee_id": taker.id,
                "quantity": amount,
                "date_deadline": self._day(date_deadline),
            }
        )
        taken.sudo(False)._check_reach()
        return taken.sudo(False)

    def _taken_values(self):
        work = self.sudo()  # sudo: the month and the product may be hidden
        return {
            "period_id": work.period_id.id,
            "item_id": work.item_id.id,
            "name": work.name,
            "coefficient": work.coefficient,
            "origin": "takeover",
            "role": work.role,
            "responsibility": work.responsibility,
            "source_id": work.id,
        }

    def _is_of(self, person):
        """Whether a person, or another record of their user, had this work before."""
        work = self.sudo()  # sudo: whose work it was before may be hidden
        while work:
            user = work.employee_user_id
            if person == work.employee_id or (user and user == person.user_id):
                return True
            work = work.source_id
        return False

    def _check_reach(self):
        """Refuse work for people whom the current user may give none."""
        try:
            self.check_access("create")
        except AccessError as error:
            allowed = self._filtered_access("create")
            others = (self - allowed).sudo().employee_id  # sudo: whom it concerns
            raise AccessError(
                self.env._(
                    "You do not give work to %(people)s. Their evaluator does, or the "
                    "HR officer (Điều 6.2).",
                    people=", ".join(others.mapped("name")),
                )
            ) from error

    def _checked_amount(self, quantity):
        left = self.untransferred_quantity
        if not self._is_amount(quantity) or quantity > left:
            raise UserError(
                self.env._(
                    "Of “%(work)s” %(left)s can be given to somebody else: type a "
                    "number above 0 and no more than that (Điều 15.1.d).",
                    work=self.name,
                    left=plain(left),
                )
            )
        return quantity

    def _reason_against_report_unable(self):
        return "" if self.remaining_quantity else self._sentence_of_nothing_left()

    def _reason_against_hand_back(self):
        return self._sentence_of_waiting() or self._reason_against_report_unable()

    def _reason_against_transfer(self):
        if self.untransferred_quantity:
            return self._sentence_of_waiting()
        return self._sentence_of_waiting() or self._sentence_of_nothing_left()

    def _sentence_of_nothing_left(self):
        return self.env._(
            "Nothing of “%(work)s” is left to be given back (Điều 15.1.d).",
            work=self.name,
        )

    def _sentence_of_waiting(self):
        # sudo: whoever gives the work on may not read all hand-ins
        hand_ins = self.sudo().delivery_ids.filtered(lambda d: d.verdict == "pending")
        if not hand_ins:
            return ""
        return self.env._(
            "%(count)s hand-ins of “%(work)s” still wait for a verdict; judge them "
            "first (Điều 11.2).",
            count=len(hand_ins),
            work=self.name,
        )
