from odoo import api, models
from odoo.exceptions import AccessError
from odoo.fields import Domain

from ..base.paper_text import plain
from ..base.portal_text import shown_date

STEPS = {"cancel": "action_cancel", "hand_back": "action_hand_back"}
BADGES = {"done": "success", "overdue": "danger", "pending": "warning"}


class KpiAssignment(models.Model):
    """Work given and followed by a leader without a licence (Điều 2.1, 15.1).

    Nobody gets a right by it: work is given to those to whom the record rule would let
    an evaluator with a licence give it, and closed by those who gave it.
    """

    _inherit = "kpi.assignment"

    @api.model
    def _give_to_my_people(self, rows):
        """Give work to people whom the current user leads, all or none of it."""
        # sudo: the rule of evaluators with a licence is asked of each below
        works = self.sudo().create(rows)
        if works != works.filtered_domain(self._led_by_me()):
            raise AccessError(
                self.env._(
                    "You give work to those whose evaluator you are, or whose "
                    "evaluator you stand in for (Điều 6.2). Choose among them."
                )
            )
        return works

    @api.model
    def _given_by_hand(self, period):
        """How much the current user has given in a month, so that a form gives once."""
        # sudo: only counts one's own
        works = self.sudo()
        return works.search_count(
            [("period_id", "=", period.id), ("create_uid", "=", self.env.uid)]
        )

    @api.model
    def _of_my_people(self, period):
        """The work of a month of those whom the current user leads or gave work to."""
        mine = self._led_by_me() | self._given_by_me()
        # sudo: the domain is that of the record rules of those who give work
        works = self.sudo().search(Domain("period_id", "=", period.id) & mine)
        return works.sorted(
            lambda one: (one.employee_id.name, one.date_deadline, one.id)
        )

    def _led_views(self):
        """[{"person", "works", …}]: the work of each person, as plain values."""
        mine = self.filtered_domain(self._given_by_me())
        reasons = {step: mine._reasons_against(step) for step in STEPS}
        labels = dict(self._fields["progress"]._description_selection(self.env))
        states = dict(self._fields["state"]._description_selection(self.env))
        return [
            {
                "id": person.id,
                "person": person.name,
                "works": [
                    one._led_view(labels, states)
                    | {"may": [step for step in STEPS if reasons[step].get(one) == ""]}
                    for one in works
                ],
                **works._led_sums(),
            }
            for person, works in self.grouped("employee_id").items()
        ]

    def _led_sums(self):
        """How many are given, done, waiting and overdue."""
        counted = self.filtered_domain(self._counted_domain())
        found = counted.grouped("progress")
        return {"given": len(counted)} | {
            name: len(found.get(name, ())) for name in ("done", "pending", "overdue")
        }

    def _led_view(self, labels, states):
        self.ensure_one()
        is_given = self.state == "given"
        return {
            "id": self.id,
            "name": self.name,
            "product": self.product if self.product != self.name else "",
            "joined": self.origin != "plan" and self.joined_as or "",
            "quantity": plain(self.quantity),
            "done": plain(self.done_quantity),
            "waiting": plain(self.waiting_quantity) if self.waiting_quantity else "",
            "coefficient": plain(self.coefficient),
            "deadline": shown_date(self.date_deadline),
            "label": labels.get(self.progress) if is_given else states[self.state],
            "badge": BADGES.get(self.progress, "light") if is_given else "light",
            "unable": is_given and self.unable_reason or "",
            "closing_reason": self.closing_reason or "",
        }

    def _take_led_step(self, step, reason):
        """Close work as whoever gave it; which steps there are, is said above."""
        getattr(self, STEPS[step])(reason)
