from datetime import datetime, time, timezone

from dateutil.relativedelta import MO, relativedelta

from odoo import Command, api, models

from ..models.plan.plan_span import first_day
from ..regulation.deadlines import LOCAL
from .plans import AIMS, LOGGED, PLANNED, PROPOSED, RECURRING, UNIT, WEEKS
from .work import DIRECTING, day_of

# How often a month's work of a unit stands in its quarter and in its year.
TIMES = {"quarter": 3, "year": 9}


class KpiDemo(models.AbstractModel):
    """The plans of one unit of the demonstration, and the week around today."""

    _inherit = "kpi.demo"

    @api.model
    def _make_months(self):
        made = super()._make_months()
        entries = self.env["kpi.schedule.entry"]
        company = self.env.ref("kpi_evaluation.demo_company")
        if not entries.search([("company_id", "=", company.id)], limit=1):
            for login, week in WEEKS.items():
                self._make_week(login, week)
        return made

    def _give(self, period, works):
        """Give what is planned by approving the plans, all else directly."""
        planned = [
            work for work in works if work.login in PLANNED and work.origin == "plan"
        ]
        rest = [work for work in works if work not in planned]
        given = self._give_by_plans(period, planned) | super()._give(period, rest)
        today = self.env["kpi.regulation.clause"]._today()
        if period.date_start <= today <= period.date_end:
            for login, lines, is_submitted in PROPOSED:
                self._propose(period, login, lines, is_submitted)
        return given

    def _give_by_plans(self, period, works):
        """Plan the unit's month and its people's; {assignment: work} of the latter."""
        of_unit = self._unit_month(period, works)
        sources = {
            (line.employee_id.user_id.login, line.item_id): line
            for line in of_unit.line_ids
        }
        by_line = {}
        is_last = period.date_end >= self.env["kpi.regulation.clause"]._today()
        for login in dict.fromkeys(work.login for work in works):
            own = [work for work in works if work.login == login]
            plan = self._own_plan(login, period)
            lines = [self._plan_line(work, sources, is_last) for work in own]
            ids = plan.save_lines(lines)
            by_line.update(zip(ids, own, strict=True))
            plan.action_submit()
            plan.with_user(self._leader(plan)).action_approve()
        given = self.env["kpi.assignment"].search([("plan_line_id", "in", [*by_line])])
        return {one: by_line[one.plan_line_id.id] for one in given}

    def _own_plan(self, login, period):
        plans = self.env["kpi.plan"].with_user(self._user(login))
        return plans.browse(plans.open_own(period.id))

    def _plan_line(self, work, sources, is_last):
        item = self._item(work.code)
        return {
            "item_id": item.id,
            "quantity": work.quantity,
            "date_deadline": work.deadline,
            "role": "directing" if work.code in DIRECTING else "direct",
            "is_recurring": is_last and work.code in RECURRING,
            "source_line_id": sources[work.login, item].id,
        }

    def _unit_month(self, period, works):
        """The unit's month, drawn from its quarter and year, approved."""
        people = self._employees().grouped(lambda person: person.user_id.login)
        sums, ends = {}, {}
        for work in works:
            key = (self._item(work.code), people[work.login])
            sums[key] = sums.get(key, 0) + work.quantity
            ends[key] = max(work.deadline, ends.get(key, work.deadline))
        for span in ("year", "quarter"):
            self._wider(span, period, sums)
        plan = self._unit_plan({"period_id": period.id, "note": AIMS})
        above = {line.item_id: line for line in plan.parent_id.line_ids}
        for (item, person), quantity in sums.items():
            line = {
                "item_id": item.id,
                "employee_id": person.id,
                "quantity": quantity,
                "date_deadline": ends[item, person],
                "source_line_id": self._if_enough(above.get(item), quantity),
            }
            plan.line_ids = [Command.create(line)]
        return self._approved(plan)

    def _wider(self, span, period, sums):
        """The unit's quarter or year in which a month lies, unless it is there."""
        unit = self.env.ref(f"kpi_evaluation.{UNIT}")
        first = first_day(span, period.date_start)
        same = [("department_id", "=", unit.id), ("employee_id", "=", False)]
        found = [*same, ("span", "=", span), ("date_start", "=", first)]
        if self.env["kpi.plan"].search(found, limit=1):
            return
        plan = self._unit_plan({"span": span, "date_start": first})
        totals = {}
        for (item, _person), quantity in sums.items():
            totals[item] = totals.get(item, 0) + quantity * TIMES[span]
        above = {line.item_id: line for line in plan.parent_id.line_ids}
        plan.line_ids = [
            Command.create(
                {
                    "item_id": item.id,
                    "quantity": quantity,
                    "source_line_id": self._if_enough(above.get(item), quantity),
                }
            )
            for item, quantity in totals.items()
        ]
        self._approved(plan)

    def _if_enough(self, source, quantity):
        return source.id if source and source.remaining_quantity >= quantity else False

    def _unit_plan(self, values):
        unit = self.env.ref(f"kpi_evaluation.{UNIT}")
        plans = self.env["kpi.plan"].with_user(unit.manager_id.user_id)
        return plans.create({"department_id": unit.id} | values)

    def _approved(self, plan):
        plan.action_submit()
        plan.with_user(self._leader(plan)).action_approve()
        return plan.with_env(self.env)

    def _leader(self, plan):
        return plan._planners()[plan].kpi_evaluator_id.user_id

    def _propose(self, period, login, lines, is_submitted):
        """A plan that still waits, for its person or for the leader."""
        plan = self._own_plan(login, period)
        plan.save_lines(
            [
                {
                    "item_id": self._item(code).id,
                    "quantity": quantity,
                    "date_deadline": day_of(period.date_start, day),
                }
                for code, quantity, day in lines
            ]
        )
        if is_submitted:
            plan.action_submit()

    def _make_week(self, login, week):
        """The week around today as planned, and what was logged of its past days."""
        today = self.env["kpi.regulation.clause"]._today()
        monday = today + relativedelta(weekday=MO(-1))
        entries = self.env["kpi.schedule.entry"].with_user(self._user(login))
        for number, (days, first, last, name, place, code) in enumerate(week):
            day = monday + relativedelta(days=days)
            values = {
                "name": name,
                "place": place,
                "date_start": self._utc(day, first),
                "date_end": self._utc(day, last),
                "assignment_id": self._work_of(login, code, day),
            }
            entries.add_own(values)
            if day.replace(day=1) == today.replace(day=1) and day <= today:
                hours, note = LOGGED[number % len(LOGGED)]
                entries.add_own(values | {"kind": "log", "hours": hours, "note": note})

    def _utc(self, day, hour):
        local = datetime.combine(day, time(hour), LOCAL)
        return local.astimezone(timezone.utc).replace(tzinfo=None)

    def _work_of(self, login, code, day):
        own = self.env["kpi.assignment"].search(
            [
                ("employee_user_id", "=", self._user(login).id),
                ("item_id", "=", self._item(code).id if code else 0),
                ("period_id.date_start", "<=", day),
                ("period_id.date_end", ">=", day),
            ],
            limit=1,
        )
        return own.id
