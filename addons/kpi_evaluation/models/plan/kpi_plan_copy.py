from collections import Counter

from dateutil.relativedelta import relativedelta

from odoo import api, models
from odoo.exceptions import UserError

from .plan_span import moved

COPIED_FIELDS = ("name", "quantity", "role", "is_recurring", "note")


class KpiPlan(models.Model):
    """What goes on from month to month is taken over, not typed again (Điều 16).

    Recurring products of the last approved month come into each new plan by
    themselves; the rest of last month by ``action_copy_last_month``.
    """

    _inherit = "kpi.plan"

    @api.model_create_multi
    def create(self, vals_list):
        plans = super().create(vals_list)
        plans._take_over_recurring()
        return plans

    def action_copy_last_month(self):
        """Take last month's products over into the draft, with deadlines moved on.

        What stands there already is not taken twice, so it may be repeated; products
        that left the catalogue stay behind, which the log says. Raises UserError
        where there was no plan last month.
        """
        self._check_step("copy")
        before = self._plans_of_last_month()
        for plan in self:
            if plan not in before:
                raise UserError(
                    self.env._(
                        "%(plan)s: there is no plan of the month before to copy.",
                        plan=plan.display_name,
                    )
                )
        self._take_over({plan: before[plan].line_ids for plan in self})
        return True

    def _planner_key(self):
        """Whose months follow one another: a person's, or a unit's."""
        self.ensure_one()
        return self.employee_id or self.department_id

    def _plans_of_last_month(self):
        """{plan: the same planner's plan of the month before}, where there is one."""
        before = {one.date_start - relativedelta(months=1) for one in self}
        # sudo: the copy is checked as a step; it reads what is one's own anyway
        earlier = self.sudo().search([*self._same_planners(), self._starting(before)])
        by_key = {(one._planner_key(), one.date_start): one for one in earlier}
        return {
            plan: by_key[key]
            for plan in self
            if (key := (plan._planner_key(), plan.date_start - relativedelta(months=1)))
            in by_key
        }

    def _same_planners(self):
        units = self.filtered(lambda one: not one.employee_id).department_id
        return [
            ("span", "=", "month"),
            "|",
            ("employee_id", "in", self.employee_id.ids),
            "&",
            ("employee_id", "=", False),
            ("department_id", "in", units.ids),
        ]

    def _starting(self, days):
        return ("date_start", "in", list(days))

    def _take_over_recurring(self):
        months = self.filtered(lambda one: one.span == "month")
        for first, plans in months.grouped("date_start").items():
            last = plans._last_approved(first)
            plans._take_over(
                {
                    plan: last[plan._planner_key()].line_ids.filtered("is_recurring")
                    for plan in plans
                    if plan._planner_key() in last
                }
            )

    def _last_approved(self, before):
        """{planner: their last approved month before a day}."""
        # sudo: one's own earlier plans, whoever opens the new one
        approved = self.sudo()
        domain = [
            *self._same_planners(),
            ("state", "=", "approved"),
            ("date_start", "<", before),
        ]
        groups = approved._read_group(
            domain, ["employee_id", "department_id"], ["date_start:max"]
        )
        latest = {}
        for person, unit, day in groups:
            key = person or unit
            latest[key] = max(day, latest.get(key, day))
        plans = approved.search([*domain, self._starting(set(latest.values()))])
        return {
            plan._planner_key(): plan
            for plan in plans
            if latest[plan._planner_key()] == plan.date_start
        }

    def _take_over(self, lines_of):
        """Put into each plan what of these lines it has not yet."""
        vals_list, left_out = [], {}
        products = self._products_of_then(lines_of)
        for plan, lines in lines_of.items():
            there = Counter(line._same_work(line.item_id) for line in plan.line_ids)
            for line in lines:
                item = products[plan.date_start][line.item_id]
                if not item:
                    left_out.setdefault(plan, []).append(line)
                elif there[line._same_work(item)]:
                    there[line._same_work(item)] -= 1
                else:
                    vals_list.append(line._copied_into(plan, item))
        # sudo: taking over was checked as a step, or is part of making the plan
        lines = self.env["kpi.plan.line"].sudo()
        lines.create(vals_list)
        lines._note(
            {
                plan: [lines._sentence_of_left_out(gone)]
                for plan, gone in left_out.items()
            }
        )

    def _products_of_then(self, lines_of):
        """{first day: {product: the same in the version of that month, or none}}."""
        products = {}
        for plan, lines in lines_of.items():
            known = products.get(plan.date_start, lines.item_id)
            products[plan.date_start] = known | lines.item_id
        return {day: items._in_force_on(day) for day, items in products.items()}


class KpiPlanLine(models.Model):
    """A line as it comes into another month's plan."""

    _inherit = "kpi.plan.line"

    def _same_work(self, item):
        self.ensure_one()
        return item.id, self.name, self.employee_id.id, self.role

    def _copied_into(self, plan, item):
        self.ensure_one()
        person = self.employee_id.filtered("active")
        return {name: self[name] for name in COPIED_FIELDS} | {
            "plan_id": plan.id,
            "item_id": item.id,
            "employee_id": person.id,
            "date_deadline": moved(
                self.date_deadline, self.plan_id.date_start, plan.date_start
            ),
        }

    def _sentence_of_left_out(self, lines):
        return self.env._(
            "Not taken over, no longer in the catalogue: %(products)s",
            products=", ".join(line.name for line in lines),
        )
