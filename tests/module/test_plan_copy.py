"""What goes on from month to month is taken over, not typed again."""

from datetime import date

from freezegun import freeze_time

from odoo.exceptions import UserError

from .plan_case import PlanCase


class TestPlanCopy(PlanCase):
    def _copy(self, plan, user=None):
        keeper = user or plan.employee_user_id or self.head.user_id
        plan.with_user(keeper).action_copy_last_month()
        return plan

    def _deadlines(self, plan):
        return sorted(plan.line_ids.mapped("date_deadline"))

    def test_deadlines_move_into_the_month_and_the_31st_to_its_last_day(self):
        january = self._month(date(2027, 1, 1))
        february = self._month(date(2027, 2, 1))
        days = (date(2027, 1, 15), date(2027, 1, 29), date(2027, 1, 31))
        lines = [self._line("K1", 1, day=day, name=str(day)) for day in days]
        self._own_plan(self.staff, *lines, period=january)
        plan = self._copy(self._own_plan(self.staff, period=february))
        self.assertEqual(
            self._deadlines(plan),
            [date(2027, 2, 15), date(2027, 2, 28), date(2027, 2, 28)],
        )

    def test_all_that_was_typed_comes_along_and_what_was_drawn_does_not(self):
        source = self._approve(self._unit_plan("month", self._line("K1", 9))).line_ids
        self._own_plan(
            self.staff,
            self._line(
                "K1", 2.5, source_line_id=source.id, note="Gấp", name="Thẩm tra"
            ),
        )
        line = self._copy(self._own_plan(self.staff, period=self._next())).line_ids
        self.assertEqual(
            (line.item_id, line.quantity, line.note, line.name),
            (self.items["K1"], 2.5, "Gấp", "Thẩm tra"),
        )
        self.assertFalse(line.source_line_id)
        self.assertEqual(source.remaining_quantity, 6.5)

    def test_copying_twice_copies_once_and_keeps_what_is_there(self):
        self._own_plan(
            self.staff, self._line("K1", 2), self._line("K1", 2), self._line("K2", 1)
        )
        plan = self._own_plan(self.staff, self._line("K2", 5), period=self._next())
        for _again in range(2):
            self._copy(plan)
        self.assertEqual(sorted(plan.line_ids.mapped("quantity")), [2, 2, 5])

    def test_a_unit_s_month_is_copied_with_the_people_who_are_still_there(self):
        self._unit_plan(
            "month",
            self._line("K1", 2, employee_id=self.staff.id),
            self._line("K2", 1, employee_id=self.colleague.id),
        )
        self.colleague.action_archive()
        plan = self._copy(self._unit_plan("month", period=self._next()))
        self.assertEqual(
            {line.item_id.code: line.employee_id for line in plan.line_ids},
            {"K1": self.staff, "K2": self.env["hr.employee"]},
        )

    def test_without_a_plan_of_last_month_there_is_nothing_to_copy(self):
        with self.assertRaisesRegex(UserError, "no plan of the month before"):
            self._copy(self._own_plan(self.staff))
        self._own_plan(self.colleague, self._line())
        plan = self._own_plan(self.staff, period=self._next(2))
        with self.assertRaisesRegex(UserError, "no plan of the month before"):
            self._copy(plan)

    def test_only_its_maker_copies_and_only_into_a_draft(self):
        self._own_plan(self.staff, self._line())
        plan = self._own_plan(self.staff, self._line("K2", 1), period=self._next())
        for user in (self.colleague, self.head, self.officer):
            with self.assertRaises(UserError):
                self._copy(plan, user.user_id)
        self._submit(plan)
        with self.assertRaisesRegex(UserError, "does not allow"):
            self._copy(plan)
        with self.assertRaisesRegex(UserError, "Only the plan of a month"):
            self._copy(self._unit_plan("quarter"))

    def test_a_product_that_left_the_catalogue_stays_behind_and_the_log_says_so(self):
        self._own_plan(self.staff, self._line("K1", 2), self._line("K2", 1))
        self._set_behind(self.items["K2"], active=False)
        plan = self._copy(self._own_plan(self.staff, period=self._next()))
        self.assertEqual(plan.line_ids.item_id, self.items["K1"])
        self.assertIn("Sản phẩm K2", " ".join(plan.message_ids.mapped("body")))

    def test_recurring_work_of_the_last_approved_month_is_in_each_new_plan(self):
        first = self._own_plan(
            self.staff,
            self._line("K1", 4, day=date(2026, 7, 31), is_recurring=True),
            self._line("K2", 1),
        )
        self._approve(first)
        # Not approved, so it does not count; nor does another person's plan.
        self._own_plan(
            self.staff, self._line("K0.4", 1, is_recurring=True), period=self._next()
        )
        self._own_plan(self.colleague, self._line("K2.5", 1, is_recurring=True))
        plan = self._own_plan(self.staff, period=self._next(2))
        line = plan.line_ids
        self.assertEqual(
            (line.item_id, line.quantity, line.is_recurring, line.date_deadline),
            (self.items["K1"], 4, True, date(2026, 9, 30)),
        )
        self._copy(plan)
        # August has the recurring one too; it is not taken twice.
        codes = sorted(plan.line_ids.mapped("item_id.code"))
        self.assertEqual(codes, ["K0.4", "K1"])

    def test_recurring_work_of_a_unit_goes_on_too(self):
        self._approve(
            self._unit_plan(
                "month",
                self._line("K1", 4, is_recurring=True, employee_id=self.staff.id),
            )
        )
        plan = self._unit_plan("month", period=self._next())
        self.assertEqual(plan.line_ids.employee_id, self.staff)
        self.assertEqual(plan.line_ids.date_deadline, date(2026, 8, 31))
        self.assertFalse(self._unit_plan("quarter").line_ids)

    def test_a_plan_made_with_the_recurring_work_in_it_has_it_once(self):
        line = self._line("K1", 4, is_recurring=True, name="Báo cáo tuần")
        self._approve(self._own_plan(self.head, line))
        plans = self.env["kpi.plan"].with_user(self.head.user_id)
        values = {"employee_id": self.head.id, "period_id": self._next().id}
        plan = plans.create(values | {"line_ids": [(0, 0, line)]})
        self.assertEqual(len(plan.line_ids), 1)

    def test_over_the_turn_of_the_year_too(self):
        december, january = (
            self._month(date(2026, 12, 1)),
            self._month(date(2027, 1, 1)),
        )
        line = self._line("K1", 1, day=date(2026, 12, 31), is_recurring=True)
        with freeze_time("2026-12-10 03:00:00"):
            self._approve(self._own_plan(self.staff, line, period=december))
            plan = self._own_plan(self.staff, period=january)
        self.assertEqual(plan.line_ids.date_deadline, date(2027, 1, 31))
