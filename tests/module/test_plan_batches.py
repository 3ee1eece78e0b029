"""A month of plans for many people takes as many queries as for a few."""

from contextlib import contextmanager

from odoo.addons.kpi_evaluation.models.plan import kpi_plan_opening

from .plan_case import PlanCase

FEW, MANY = 10, 100
# One INSERT or UPDATE of the ORM takes 100 rows; more than that goes in portions.
SLACK = 6


class TestPlanBatches(PlanCase):
    @contextmanager
    def _queries(self):
        """Count the queries of a block, from an empty cache until all is stored."""
        self._store()
        notes = self._notes()
        count = [self.env.cr.sql_log_count]
        yield count
        self._store()
        count[0] = self.env.cr.sql_log_count - count[0]
        # Odoo stores notes of changed fields one by one: the note and what it tells.
        count[0] -= 2 * (self._notes() - notes)

    def _notes(self):
        return self.env["mail.message"].search_count(
            [("model", "=", "kpi.plan"), ("tracking_value_ids", "!=", False)]
        )

    def _store(self):
        self.env.flush_all()
        self.env.cr.precommit.run()
        self.env.invalidate_all()

    def _people(self, number, unit=None):
        company, head = self.company, self.head
        people = (
            self.env["hr.employee"]
            .with_context(tracking_disable=True)
            .create(
                [
                    {
                        "name": f"Chuyên viên {one}/{number}",
                        "company_id": company.id,
                        "parent_id": head.id,
                        "department_id": (unit or self.unit).id,
                        "kpi_position_category": "staff",
                        "date_version": "2026-01-01",
                    }
                    for one in range(number)
                ]
            )
        )
        self.env.flush_all()
        return people

    def _plans(self, people, period=None, lines=2, **more):
        """So many drafts, each with some lines."""
        values = [self._line("K1", 2, **more) for _one in range(lines)]
        return self.env["kpi.plan"].create(
            [
                {
                    "employee_id": person.id,
                    "period_id": (period or self.period).id,
                    "line_ids": [(0, 0, line) for line in values],
                }
                for person in people
            ]
        )

    def _assert_batched(self, step, *batches):
        """A step takes about the same queries for many, once a first one is done."""
        counts = []
        for batch in batches:
            with self._queries() as count:
                step(batch)
            counts += count
        self.assertLessEqual(counts[-1], counts[-2] + SLACK, counts)

    def _three_batches(self, make):
        return [make(self._people(number)) for number in (1, FEW, MANY)]

    def test_the_plans_of_a_month_are_opened_in_one_act(self):
        for plan in self._plans(self._people(3), is_recurring=True):
            self._state(plan, "approved")
        august = self._next()
        self._assert_batched(
            lambda people: self.env["kpi.plan"]._open_months(august, people),
            *[self._with_past(self._people(number)) for number in (1, FEW, MANY)],
        )
        plans = self.env["kpi.plan"].search([("period_id", "=", august.id)])
        self.assertEqual(len(plans), 1 + FEW + MANY)
        self.assertEqual(set(plans.mapped("line_count")), {2})

    def _with_past(self, people):
        self._state(self._plans(people, is_recurring=True), "approved")
        return people

    def _state(self, plans, state):
        """Bring plans into a state without the steps, to measure the next one."""
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE kpi_plan SET state = %s, submitted_on = now() WHERE id = ANY(%s)",
            [state, plans.ids],
        )
        self.env.invalidate_all()
        return plans

    def test_a_large_agency_is_opened_in_portions(self):
        people = self._people(5)
        self.patch(kpi_plan_opening, "PLANS_PER_STEP", 2)
        plans = self.env["kpi.plan"]._open_months(self.period, people)
        self.assertEqual(plans.employee_id, people)
        again = self.env["kpi.plan"]._open_months(self.period, people)
        self.assertEqual(again, plans)

    def test_plans_are_approved_and_their_work_given_in_one_act(self):
        batches = [
            self._state(plans, "submitted").with_user(self.head.user_id)
            for plans in self._three_batches(self._plans)
        ]
        self._assert_batched(lambda plans: plans.action_approve(), *batches)
        self.assertEqual(len(self._works(batches[-1])), 2 * MANY)

    def test_plans_are_given_back_in_one_act(self):
        batches = [
            self._state(plans, "submitted").with_user(self.head.user_id)
            for plans in self._three_batches(self._plans)
        ]
        self._assert_batched(lambda plans: plans.action_return("Sửa"), *batches)

    def test_the_list_is_drawn_with_its_totals_and_steps(self):
        batches = self._three_batches(self._plans)
        names = ["line_count", "worth", "may_approve", "parent_id", "extra_work_ids"]
        self._assert_batched(
            lambda plans: plans.with_user(self.head.user_id).read(names), *batches
        )

    def test_a_unit_s_month_is_given_to_its_people_in_one_act(self):
        plans = []
        for number in (1, FEW, MANY):
            unit = self.env["hr.department"].create(
                {
                    "name": f"Phòng {number}",
                    "company_id": self.company.id,
                    "manager_id": self.head.id,
                }
            )
            people = self._people(number, unit)
            lines = [self._line("K1", 1, employee_id=one.id) for one in people]
            plan = self._unit_plan("month", *lines, unit=unit)
            plans.append(self._state(plan, "approved").with_user(self.head.user_id))
        self._assert_batched(lambda plan: plan.action_draw(), *plans)
        self.assertEqual(set(plans[-1].line_ids.mapped("remaining_quantity")), {0})

    def test_lines_of_a_large_plan_are_read_with_what_is_left_of_them(self):
        batches = []
        for number in (1, FEW, MANY):
            unit = self.env["hr.department"].create(
                {
                    "name": f"Ban {number}",
                    "company_id": self.company.id,
                    "manager_id": self.head.id,
                }
            )
            lines = [self._line("K1", 1) for _one in range(number)]
            ids = self._unit_plan("month", *lines, unit=unit).line_ids.ids
            batches.append(self.env["kpi.plan.line"].browse(ids))
        names = ["display_name", "remaining_quantity", "worth", "done_quantity"]
        self._assert_batched(
            lambda lines: lines.with_user(self.head.user_id).read(names), *batches
        )

    def test_many_plans_are_printed_with_the_queries_of_a_few(self):
        self._assert_batched(
            lambda plans: plans.with_user(self.head.user_id)._paper_values(),
            *self._three_batches(self._plans),
        )
