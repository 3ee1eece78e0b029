from odoo import api, models

TASKS_SHOWN = 3


class KpiPeriod(models.Model):
    """What waits for a person, in any of their months, and until when (Điều 15, 16)."""

    _inherit = "kpi.period"

    @api.model
    def _own_todos(self):
        """[{"text", "url", "due"}]: what the current user has to do, most urgent first.

        ``due`` is a countdown; empty where the law names no day.
        """
        tasks = self._own_pressing_tasks()
        todos = [one._todo_of_sheet() for one in self._own_open_sheets()]
        todos += [one._todo_of_task() for one in tasks[:TASKS_SHOWN]]
        todos += tasks[TASKS_SHOWN:]._todo_of_more_tasks()
        # sudo: the domain of one's own plans is the owner check
        plans = (
            self.env["kpi.plan"]
            .sudo()
            ._own_plans([("state", "=", "draft"), ("scope", "=", "person")])
        )
        today = self.env["kpi.regulation.clause"]._today()
        todos += [one._todo_of_plan() for one in plans if one.date_end >= today]
        todos.sort(key=lambda todo: todo.pop("day") or today)
        return todos

    @api.model
    def _split_months(self, months):
        """(the month of today or else the newest, the others), of one's own months."""
        today = self.env["kpi.regulation.clause"]._today()
        present = [one for one in months if one["first"] <= today <= one["last"]]
        chosen = next(iter(present or months), None)
        return chosen, [one for one in months if one is not chosen]


class KpiAppraisal(models.Model):
    """A self-assessment that waits for the person."""

    _inherit = "kpi.appraisal"

    def _todo_of_sheet(self):
        self.ensure_one()
        day, month = self._last_day("self_assess"), self.period_id.name
        if self.return_reason:
            text = self.env._(
                "Your self-assessment of %(month)s was given back: correct it and hand "
                "it in again",
                month=month,
            )
        else:
            text = self.env._("Assess yourself for %(month)s", month=month)
        return {
            "text": text,
            "url": f"/my/kpi/{self.period_id.id}#self-assessment",
            "due": self.period_id._countdown(day),
            "day": day,
        }


class KpiAssignment(models.Model):
    """Work that waits to be handed in."""

    _inherit = "kpi.assignment"

    def _todo_of_task(self):
        self.ensure_one()
        return {
            "text": self.env._("Hand in: %(work)s", work=self.name),
            "url": f"/my/kpi/{self.period_id.id}/task/{self.id}",
            "due": self.period_id._countdown(self.date_deadline),
            "day": self.date_deadline,
        }

    def _todo_of_more_tasks(self):
        """[one line for all the rest], or nothing where nothing is left."""
        if not self:
            return []
        text = self.env._("Hand in %(count)s more due by Sunday", count=len(self))
        place = f"/my/kpi/{self.period_id.id}#task-{self[0].id}"
        return [self[0]._todo_of_task() | {"text": text, "url": place}]


class KpiPlan(models.Model):
    """A plan that waits for being submitted."""

    _inherit = "kpi.plan"

    def _todo_of_plan(self):
        self.ensure_one()
        month = f"{self.date_start:%m/%Y}"
        if self.return_reason:
            text = self.env._("Your plan of %(month)s was given back", month=month)
        else:
            text = self.env._("Submit your plan of %(month)s", month=month)
        url = f"/my/kpi/plans/{self.period_id.id}"
        return {"text": text, "url": url, "due": None, "day": False}
