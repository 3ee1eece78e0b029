from odoo import api, models
from odoo.exceptions import UserError
from odoo.fields import Domain

# What may wait, in the order of the page: its model, and what is done with it.
KINDS = {
    "delivery": "kpi.delivery",
    "cause": "kpi.cause",
    "change": "kpi.assignment.change",
    "proposal": "kpi.assignment",
    "plan": "kpi.plan",
}
STEPS = {
    "delivery": {"accept": "action_accept", "return": "action_return"},
    "cause": {"confirm": "action_confirm", "refuse": "action_refuse"},
    "change": {"approve": "action_approve", "refuse": "action_refuse"},
    "proposal": {"approve": "action_approve", "refuse": "action_refuse"},
    "plan": {"approve": "action_approve", "return": "action_return"},
}
WITH_WORDS = ("return", "refuse", "confirm")
ACCEPT_TICKED = "accept"
MONTHS_SHOWN = 6


class KpiPeople(models.AbstractModel):
    """The people of whoever judges in the portal, and what of theirs waits (Điều 9).

    Nobody gets a right by it: each list holds what the record rules give to a judge
    with a licence, each step is the action of the screens under its own guards.
    """

    _name = "kpi.people"
    _description = "People Judged in the Portal"

    @api.model
    def _months(self):
        """The months in which the current user judges somebody, newest first."""
        # sudo: the domain is that of the judge's record rule
        sheets = self.env["kpi.appraisal"].sudo()
        groups = sheets._read_group(sheets._of_my_people(), ["period_id"])
        months = self.env["kpi.period"].union(*(period for (period,) in groups))
        # sudo: whoever judges in a month may know it
        return months.sudo().sorted("date_start", reverse=True)

    @api.model
    def _month(self, period_id=None):
        """The month that was asked for; else the one that waits most, or the newest."""
        months = self._months()
        if period_id:
            return months.filtered(lambda one: one.id == period_id)
        waiting = Domain("state", "in", ("self_assessed", "reviewed"))
        sheets = self.env["kpi.appraisal"]._people_sheets(
            waiting & Domain("period_id", "in", months[:MONTHS_SHOWN].ids)
        )
        todo = sheets._todo_of_judge()
        pressing = sheets.filtered(lambda one: todo[one]).period_id
        return pressing.sorted("date_start")[:1] or months[:1]

    @api.model
    def _people_count(self):
        """How many people the current user judges or gives work to."""
        people = self.env["kpi.delegation"]._led_by_me()
        sheets = self.env["kpi.appraisal"]._people_sheets(
            [("period_id", "in", self._months()[:1].ids)]
        )
        return len({*people, *sheets.employee_id.ids})

    @api.model
    def _counts(self):
        """{kind: how many wait for the current user}."""
        return {
            kind: len(self.env[model]._waiting_for_me())
            for kind, model in KINDS.items()
        }

    @api.model
    def _todo_count(self):
        """All that waits: what people handed in or asked for, and their sheets."""
        sheets = self.env["kpi.appraisal"]._people_sheets(
            [("state", "in", ("self_assessed", "reviewed"))]
        )
        todo = sheets._todo_of_judge()
        return sum(self._counts().values()) + sum(map(bool, todo.values()))

    @api.model
    def _month_view(self, period):
        """One's people of a month, and what waits."""
        sheets = self.env["kpi.appraisal"]._people_sheets(
            [("period_id", "=", period.id)]
        )
        rows = sheets._people_rows()
        return {
            "months": [
                {"id": one.id, "name": one.name}
                for one in self._months()[:MONTHS_SHOWN]
            ],
            "month": {"id": period.id, "name": period.name},
            "rows": rows,
            "counts": self._counts(),
            "review_count": sum(row["todo"] == "review" for row in rows),
            "decide_count": sum(row["todo"] == "decide" for row in rows),
            "draft_count": sum(row["state"] == "draft" for row in rows),
        }

    @api.model
    def _waiting(self):
        """{kind: what waits, as plain values}."""
        return {
            kind: self.env[model]._waiting_for_me()._people_views()
            for kind, model in KINDS.items()
        }

    @api.model
    def _take_typed(self, form):
        """Take the step of the button: "kind-id-step", or accept what is ticked."""
        take = form.get("take") or ""
        if take == ACCEPT_TICKED:
            self._accept_ticked(form)
            return
        kind, number, step = (take.split("-") + ["", ""])[:3]
        method = STEPS.get(kind, {}).get(step)
        if not method or not number.isdecimal():
            raise UserError(self.env._("There is no such step; open the page again."))
        record = self._one_waiting(kind, int(number))
        words = form.get(f"reason_{kind}_{number}") or ""
        arguments = [words.strip()] if step in WITH_WORDS else []
        getattr(record, method)(*arguments)

    @api.model
    def _one_waiting(self, kind, number):
        found = self.env[KINDS[kind]]._waiting_for_me()
        record = found.filtered(lambda one: one.id == number)
        if not record:
            raise UserError(self._sentence_of_gone())
        return record

    @api.model
    def _accept_ticked(self, form):
        waiting = self.env["kpi.delivery"]._waiting_for_me()
        ticked = {name for name in form if name.startswith("accept_")}
        if not ticked:
            raise UserError(
                self.env._("Tick what you accept, or return it with a fault.")
            )
        chosen = waiting.filtered(lambda one: f"accept_{one.id}" in ticked)
        if len(chosen) != len(ticked):
            raise UserError(self._sentence_of_gone())
        chosen.action_accept()

    @api.model
    def _sentence_of_gone(self):
        return self.env._(
            "This no longer waits for you: it was answered already, or it is for "
            "somebody else to judge (Điều 6.2). Look at the list as it is now."
        )
