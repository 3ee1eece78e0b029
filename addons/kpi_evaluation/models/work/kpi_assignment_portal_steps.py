from odoo import api, models

from ..base.paper_text import plain
from ..base.portal_text import shown_date, typed_number


class KpiAssignment(models.Model):
    """What people do with their work in the portal beside handing it in.

    They report what they cannot finish, ask for a change, and propose work outside
    the plan (Điều 2.1, 15.1.d).
    """

    _inherit = "kpi.assignment"

    def _group_labels(self):
        return super()._group_labels() | {
            "proposed": self.env._("Proposed"),
            "closed": self.env._("Handed back, refused or cancelled"),
        }

    def _task_group(self, today):
        if self.state == "proposed":
            return "proposed"
        is_closed = self.state != "given" or self.progress == "closed"
        return "closed" if is_closed else super()._task_group(today)

    def _card_view(self, closed=""):
        states = dict(self._fields["state"]._description_selection(self.env))
        return super()._card_view(closed) | {
            "state_label": states[self.state] if self.state != "given" else ""
        }

    def _news(self):
        news = super()._news()
        if self.closing_reason:
            news.append(self._told("light", "", self.closing_reason))
        if self.state == "given" and self.unable_reason:
            title = self.env._("You reported that you cannot finish this:")
            news.append(self._told("info", title, self.unable_reason))
        waiting = self._waiting_change()
        refused = self.change_ids.filtered(lambda one: one.state == "refused")[:1]
        if waiting:
            news.append(self._told("info", "", waiting._in_words()))
        elif refused:
            title = self.env._("The change was refused:")
            news.append(self._told("warning", title, refused.refusal_reason))
        return news

    def _waiting_change(self):
        return self.change_ids.filtered(lambda one: one.state == "requested")

    def _page_details(self, closed):
        steps = self._own_steps()
        return super()._page_details(closed) | {
            "may_report": "report_unable" in steps,
            "may_ask": not self._waiting_change() and "ask_change" in steps,
            "day": str(self.date_deadline),
        }

    def _own_steps(self):
        """The steps beside handing in that the task's person may take now."""
        person = self.sudo(False)
        return [
            step
            for step in ("report_unable", "ask_change")
            if not person._reasons_against(step)[person]
        ]

    def _report_typed(self, form):
        """Report as typed into the portal's form that work cannot be finished."""
        return self.report_unable(form.get("reason"))

    def _ask_change_typed(self, form):
        """Ask for a change as typed into the portal's form."""
        return self.ask_change(
            typed_number(form.get("quantity")),
            form.get("date_deadline") or None,
            form.get("reason"),
        )

    @api.model
    def _propose_typed(self, period, form):
        """Propose work as typed into the portal's form."""
        item = form.get("item_id") or ""
        return self.propose_adhoc(
            period.id,
            form.get("name"),
            int(item) if item.isdecimal() else False,
            typed_number(form.get("quantity")),
            form.get("date_deadline"),
        )

    @api.model
    def _products_to_propose(self, period):
        """[(id, name)] of the products of the agency that proposed work may be of."""
        # sudo: portal users have no right to the catalogue; its names are no secret
        items = self.env["kpi.catalogue.item"].sudo()
        domain = [
            ("company_id", "=", period.company_id.id),
            ("catalogue_id.date_from", "<=", period.date_end),
            ("coefficient", ">", 0),
        ]
        return [(one.id, one.display_name) for one in items.search(domain)]


class KpiAssignmentChange(models.Model):
    """A request as the person who waits for its answer reads it."""

    _inherit = "kpi.assignment.change"

    def _in_words(self):
        self.ensure_one()
        return self.env._(
            "You asked for the quantity %(quantity)s and the deadline %(day)s; the "
            "answer is still to come.",
            quantity=plain(self.new_quantity),
            day=shown_date(self.new_deadline),
        )
