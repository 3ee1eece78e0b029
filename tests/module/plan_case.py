"""A unit of the agency that plans its work, from the year to the person's month."""

from datetime import date

from .common import INTERNAL, MONTH, KpiCase


class Planning:
    """``head`` leads the unit in which all work; ``chair`` leads ``head``."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.chair = cls._person("Hoàng Thị Chủ", "head", INTERNAL)
        cls.head.parent_id = cls.chair
        cls.unit = cls.env["hr.department"].create(
            {
                "name": "Phòng Kinh tế",
                "company_id": cls.company.id,
                "manager_id": cls.head.id,
            }
        )
        people = cls.head | cls.staff | cls.colleague | cls.officer
        people.department_id = cls.unit

    @classmethod
    def _line(cls, code="K1", quantity=1, day=None, **more):
        values = {"item_id": cls.items[code].id, "quantity": quantity}
        return values | ({"date_deadline": day} if day else {}) | more

    @classmethod
    def _own_plan(cls, person, *lines, period=None):
        """A person's own draft of a month, with work, as its person makes it."""
        plans = cls.env["kpi.plan"].with_user(person.user_id)
        plan = plans.browse(plans.open_own((period or cls.period).id))
        plan.save_lines(list(lines))
        return plan.with_env(cls.env)

    @classmethod
    def _unit_plan(cls, span="month", *lines, day=MONTH, period=None, unit=None):
        """A unit's draft, as its head makes it."""
        unit = unit or cls.unit
        values = {
            "department_id": unit.id,
            "span": span,
            "line_ids": [(0, 0, line) for line in lines],
        }
        if span == "month":
            values["period_id"] = (period or cls.period).id
        else:
            values["date_start"] = day
        plans = cls.env["kpi.plan"].with_user(unit.manager_id.user_id)
        return plans.create(values).with_env(cls.env)

    @classmethod
    def _submit(cls, plan):
        keeper = plan.employee_user_id or plan.department_id.manager_id.user_id
        plan.with_user(keeper).action_submit()
        return plan

    @classmethod
    def _approve(cls, plan):
        """Submit and approve, each by whose step it is."""
        cls._submit(plan)
        plan.with_user(cls._leader(plan)).action_approve()
        return plan

    @classmethod
    def _leader(cls, plan):
        return plan._planners()[plan].kpi_evaluator_id.user_id

    @classmethod
    def _works(cls, plan):
        return cls.env["kpi.assignment"].search(
            [("plan_line_id.plan_id", "in", plan.ids)], order="id"
        )

    @classmethod
    def _next(cls, months=1):
        """A later month of the agency."""
        number = MONTH.month - 1 + months
        day = date(MONTH.year + number // 12, number % 12 + 1, 1)
        return cls._month(day)


class PlanCase(Planning, KpiCase):
    """The unit at noon of 10/07/2026."""
