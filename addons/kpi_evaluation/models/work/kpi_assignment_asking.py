from odoo import fields, models
from odoo.exceptions import UserError

from ..base.paper_text import plain
from ..base.portal_text import shown_date


class KpiAssignment(models.Model):
    """Given work gets another quantity or deadline by an approved request only.

    Whoever does it or gave it asks, the assigner approves; both values are kept with
    the reason, in the request and in the log (Điều 15.1.b).
    """

    _inherit = "kpi.assignment"

    change_ids = fields.One2many(
        "kpi.assignment.change", "assignment_id", string="Requests for a change"
    )

    def ask_change(self, quantity=None, date_deadline=None, reason=""):
        """Ask for another quantity or deadline; return the request's id.

        For the person whom the work was given to, and for its assigner. ``quantity``:
        in products, no less than was handed in; ``date_deadline``: a day of the
        month; what is left out stays. Raises UserError without a reason, while
        another request waits, or once the month was self-assessed (Điều 15.1.b).
        """
        self.ensure_one()
        self._check_step("ask_change")
        reason = self._given_reason(reason)
        amount = self.quantity if quantity is None else quantity
        day = self._day(date_deadline) or self.date_deadline
        refused = self._reason_against_asking(amount, day)
        if refused:
            raise UserError(refused)
        return self._asked(amount, day, reason).id

    def _change_on_record(self, quantity, day, reason):
        """Change the work for a caller who was allowed to keep it; note both values."""
        if (quantity, day) == (self.quantity, self.date_deadline):
            return
        refused = self._reason_against_asking(quantity, day)
        if refused:
            raise UserError(refused)
        today = self.env["kpi.regulation.clause"]._today()
        answer = {"decided_by_id": self.env.uid, "decided_on": today}
        self._asked(quantity, day, reason, state="approved", **answer)
        self._change(quantity, day)

    def _asked(self, quantity, day, reason, **answer):
        # sudo: nobody creates requests by hand; whoever asks was allowed to
        requests = self.env["kpi.assignment.change"].sudo()
        return requests.create(
            {
                "assignment_id": self.id,
                "old_quantity": self.quantity,
                "new_quantity": quantity,
                "old_deadline": self.date_deadline,
                "new_deadline": day,
                "reason": reason,
                **answer,
            }
        )

    def _reason_against_asking(self, quantity, day):
        if (quantity, day) == (self.quantity, self.date_deadline):
            return self.env._("Type another quantity or another deadline.")
        # sudo: whoever asks may not read another's request
        if self.sudo().change_ids.filtered(lambda one: one.state == "requested"):
            return self.env._(
                "A request to change “%(work)s” waits for an answer already.",
                work=self.name,
            )
        return self._reason_against_values(quantity, day)

    def _reason_against_values(self, quantity, day):
        """Why work cannot have this quantity and deadline, or ""."""
        self.ensure_one()
        if not self._is_amount(quantity):
            return self.env._("The quantity must be above 0 (Điều 15.1.b).")
        # sudo: whoever asks may not read all hand-ins
        work = self.sudo()
        valid = work.delivery_ids.filtered(lambda one: one.verdict != "returned")
        bound = sum(valid.mapped("quantity")) + work.transferred_quantity
        if quantity < bound:
            return self.env._(
                "%(bound)s of “%(work)s” is handed in or with somebody else already; "
                "its quantity cannot be less (Điều 15.1.b).",
                bound=plain(bound),
                work=self.name,
            )
        return self._reason_against_source(quantity) or self._reason_against_day(day)

    def _reason_against_source(self, quantity):
        source = self.sudo().source_id  # sudo: the giver's work may be hidden
        more = quantity - self.quantity
        if not source or more <= source.untransferred_quantity:
            return ""
        return self.env._(
            "“%(work)s” was taken over; no more of it is left than %(left)s "
            "(Điều 15.1.d).",
            work=self.name,
            left=plain(self.quantity + source.untransferred_quantity),
        )

    def _reason_against_day(self, day):
        period, today = self.period_id, self.env["kpi.regulation.clause"]._today()
        if not period.date_start <= day <= period.date_end:
            return self.env._(
                "The deadline of “%(work)s” must lie in the month %(month)s "
                "(Điều 15.1.b).",
                work=self.name,
                month=period.name,
            )
        if day < self.date_deadline and day < today:
            return self.env._(
                "%(day)s is over; an earlier deadline of “%(work)s” lies ahead "
                "(Điều 15.1.b).",
                day=shown_date(day),
                work=self.name,
            )
        return ""

    def _change(self, quantity, day):
        """Give work its new values, for a request that was just approved."""
        # sudo: the request was approved by whoever may
        self.sudo()._write_fixed({"quantity": quantity, "date_deadline": day})

    def _write_fixed(self, values):
        return super(KpiAssignment, self._noted())._write_fixed(values)
