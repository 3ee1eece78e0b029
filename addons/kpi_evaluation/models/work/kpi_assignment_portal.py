from odoo import api, models
from odoo.exceptions import UserError

from ..base.paper_text import plain
from ..base.portal_text import typed_number

PRESSING = ("overdue", "this_week", "later")


class KpiAssignment(models.Model):
    """A person's work as the portal shows it to them, as plain values."""

    _inherit = "kpi.assignment"

    @api.model
    def _own_tasks(self, period, domain=()):
        """The current user's work of a month."""
        own = [("employee_user_id", "=", self.env.uid), ("period_id", "=", period.id)]
        # sudo: names of people and products; the domain is the owner check
        return self.sudo().search([*own, *domain], order="date_deadline, id")

    def _task_groups(self):
        """[{"code", "label", "tasks"}]: the work in the order in which it presses."""
        closed = self._reasons_against_changing_facts()
        today = self.env["kpi.regulation.clause"]._today()
        by_group = self.grouped(lambda one: one._task_group_told(today, closed[one]))
        return [
            {
                "code": code,
                "label": label,
                "presses": code in PRESSING,
                "tasks": [one._card_view(closed[one]) for one in by_group[code]],
            }
            for code, label in self._group_labels().items()
            if code in by_group
        ]

    def _task_group_told(self, today, closed):
        """The group; what can no longer be handed in presses no more."""
        group = self._task_group(today)
        return "unfinished" if closed and group in PRESSING else group

    def _group_labels(self):
        return {
            "overdue": self.env._("Overdue"),
            "this_week": self.env._("Due this week"),
            "later": self.env._("Due later"),
            "unfinished": self.env._("Not finished"),
            "waiting": self.env._("Waiting for the verdict"),
            "done": self.env._("Done"),
        }

    def _task_group(self, today):
        self.ensure_one()
        if self.progress == "done":
            return "done"
        if not self.remaining_quantity:
            return "waiting"
        if self.date_deadline < today:
            return "overdue"
        is_near = self.date_deadline <= self.env["kpi.period"]._this_sunday()
        return "this_week" if is_near else "later"

    def _card_view(self, closed=""):
        """A task in its month; ``closed`` says why nothing more can be handed in."""
        self.ensure_one()
        origins = dict(self._fields["origin"]._description_selection(self.env))
        pending = self.delivery_ids.filtered(lambda one: one.verdict == "pending")
        waiting = sum(pending.mapped("quantity"))
        return {
            "id": self.id,
            "page": f"/my/kpi/{self.period_id.id}/task/{self.id}",
            "name": self.name,
            "product": self.product if self.product != self.name else "",
            "origin": origins[self.origin] if self.origin != "plan" else "",
            "quantity": plain(self.quantity),
            "done": plain(self.done_quantity),
            "waiting": plain(waiting) if waiting else "",
            "remaining": plain(self.remaining_quantity),
            "deadline": self.env["kpi.period"]._countdown(self.date_deadline),
            "may_hand_in": bool(self.remaining_quantity) and not closed,
            "closed": closed if self.remaining_quantity else "",
            "news": self._news(),
        }

    def _news(self):
        """[{"tone", "title", "text"}]: what somebody said about the task."""
        fault = self.delivery_ids.sorted()[:1]._fault_told()
        title = self.env._("Returned:")
        return [self._told("warning", title, fault)] if fault else []

    def _told(self, tone, title, text):
        return {"tone": tone, "title": title, "text": text}

    def _page_view(self):
        """A task on the page of its own, with what was handed in and asked for."""
        closed = self._reasons_against_changing_facts()[self]
        return self._card_view(closed) | self._page_details(closed)

    def _page_details(self, closed):
        today = self.env["kpi.regulation.clause"]._today()
        return {
            "presses": self._task_group_told(today, closed) in PRESSING,
            "assigner": self.assigner_id.name or "",
            "coefficient": plain(self.coefficient),
            "hand_ins": [one._employee_view() for one in self.delivery_ids.sorted()],
        }

    def _hand_in_typed(self, form, files):
        """Hand in as typed into the portal's form, with (name, base64) files.

        The form carries how many hand-ins there were when it was shown, so that one
        form never hands in twice.
        """
        self.ensure_one()
        if form.get("hand_in_count") != str(len(self.delivery_ids)):
            raise UserError(
                self.env._(
                    "Something was handed in for “%(work)s” since you opened this "
                    "page. Look at the list, then hand in what is left.",
                    work=self.name,
                )
            )
        quantity = typed_number(form.get("quantity"))
        return self.hand_in(quantity, (form.get("note") or "").strip(), files)
