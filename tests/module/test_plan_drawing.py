"""A plan below takes parts of a plan above, never more than the whole."""

from datetime import date

from odoo.exceptions import UserError

from .plan_case import PlanCase


class TestPlanDrawing(PlanCase):
    def _month_of_unit(self, *lines):
        return self._approve(self._unit_plan("month", *lines))

    def _draw(self, person, source, quantity):
        line = self._line("K1", quantity, source_line_id=source.id)
        return self._own_plan(person, line)

    def test_a_large_product_is_given_in_parts_within_the_whole(self):
        source = self._month_of_unit(self._line("K1", 1)).line_ids
        for second, refused in ((0.8, True), (0.7001, True), (0.7, False)):
            with self.env.cr.savepoint() as savepoint:
                self._draw(self.staff, source, 0.3)
                self.assertEqual(source.remaining_quantity, 0.7)
                if refused:
                    with self.assertRaisesRegex(UserError, "holds 1; all parts"):
                        self._draw(self.colleague, source, second)
                else:
                    self._draw(self.colleague, source, second)
                    self.assertEqual(source.remaining_quantity, 0)
                savepoint.rollback()

    def test_three_parts_of_a_third_fit_as_far_as_they_are_stored(self):
        source = self._month_of_unit(self._line("K1", 0.3)).line_ids
        for person in (self.staff, self.colleague, self.officer):
            self._draw(person, source, 0.1)
        self.assertEqual(source.remaining_quantity, 0)

    def test_a_part_does_not_grow_past_the_whole_afterwards(self):
        source = self._month_of_unit(self._line("K1", 1)).line_ids
        self._draw(self.staff, source, 0.5)
        plan = self._draw(self.colleague, source, 0.5)
        with self.assertRaisesRegex(UserError, "holds 1"):
            plan.with_user(self.colleague.user_id).save_lines(
                [{"id": plan.line_ids.id, "quantity": 0.6}]
            )

    def test_a_withdrawn_part_is_free_again(self):
        source = self._month_of_unit(self._line("K1", 1)).line_ids
        plan = self._draw(self.staff, source, 1)
        plan.with_user(self.staff.user_id).remove_lines(plan.line_ids.ids)
        self.assertEqual(source.remaining_quantity, 1)
        self._draw(self.colleague, source, 1)

    def test_nothing_is_drawn_from_a_plan_that_is_not_approved(self):
        plan = self._unit_plan("month", self._line("K1", 1))
        for _state in ("draft", "submitted"):
            with self.assertRaisesRegex(UserError, "there is none yet"):
                self._draw(self.staff, plan.line_ids, 1)
            if plan.state == "draft":
                self._submit(plan)

    def test_nothing_is_drawn_from_another_unit_or_another_month(self):
        unit = self.env["hr.department"].create(
            {
                "name": "Văn phòng",
                "company_id": self.company.id,
                "manager_id": self.head.id,
            }
        )
        of_unit = self._unit_plan("month", self._line("K1", 1), unit=unit)
        of_month = self._unit_plan("month", self._line("K1", 1), period=self._next())
        for plan in (of_unit, of_month):
            self._approve(plan)
            with self.assertRaisesRegex(UserError, "only be drawn from"):
                self._draw(self.staff, plan.line_ids, 1)

    def test_what_is_drawn_is_the_same_product_and_for_the_person_named(self):
        source = self._month_of_unit(
            self._line("K1", 1, employee_id=self.colleague.id)
        ).line_ids
        with self.assertRaisesRegex(UserError, "is to be done by Lê Văn Bình"):
            self._draw(self.staff, source, 1)
        with self.assertRaisesRegex(UserError, "another product"):
            self._own_plan(
                self.colleague, self._line("K2", 1, source_line_id=source.id)
            )

    def test_a_month_draws_from_the_nearest_approved_plan_above(self):
        month = self._unit_plan("month")
        self.assertFalse(month.parent_id)
        year = self._approve(self._unit_plan("year", self._line()))
        month.invalidate_recordset()
        self.assertEqual(month.parent_id, year)
        quarter = self._approve(self._unit_plan("quarter", self._line()))
        other = self._approve(
            self._unit_plan("quarter", self._line(), day=date(2026, 10, 1))
        )
        month.invalidate_recordset()
        self.assertEqual(month.parent_id, quarter)
        self.assertEqual((quarter.parent_id, other.parent_id), (year, year))
        self.assertFalse(year.parent_id)

    def test_the_head_gives_the_month_to_the_people_of_the_unit(self):
        self._own_plan(self.colleague, self._line("K2", 1))
        submitted = self._submit(self._own_plan(self.officer, self._line("K2", 1)))
        plan = self._month_of_unit(
            self._line("K1", 3, day=date(2026, 7, 15), employee_id=self.staff.id),
            self._line("K2", 2, employee_id=self.colleague.id),
            self._line("K2.5", 1, employee_id=self.officer.id),
            self._line("K0.4", 1),
        )
        head = plan.with_user(self.head.user_id)
        action = head.action_draw()
        found = self.env["kpi.plan"].search(action["domain"])
        self.assertEqual(
            found.employee_id, self.head | self.staff | self.colleague | self.officer
        )
        by_person = {one.employee_id: one for one in found}
        drawn = by_person[self.staff].line_ids
        self.assertEqual(
            (drawn.item_id, drawn.quantity, drawn.date_deadline),
            (self.items["K1"], 3, date(2026, 7, 15)),
        )
        self.assertEqual(len(by_person[self.colleague].line_ids), 2)
        self.assertEqual(len(submitted.line_ids), 1)
        notes = " ".join(plan.message_ids.mapped("body"))
        self.assertIn("the plan of Phạm Thị Sự is submitted", notes)

    def test_giving_the_month_again_gives_nothing_twice(self):
        plan = self._month_of_unit(self._line("K1", 3, employee_id=self.staff.id))
        head = plan.with_user(self.head.user_id)
        for _again in range(2):
            head.action_draw()
        drawn = self.env["kpi.plan.line"].search(
            [("source_line_id", "in", plan.line_ids.ids)]
        )
        self.assertEqual(drawn.mapped("quantity"), [3])

    def test_recurring_work_that_the_unit_plans_too_stands_there_once(self):
        line = self._line("K1", 4, name="Báo cáo tuần", is_recurring=True)
        self._approve(self._own_plan(self.staff, line))
        august = self._next()
        mine = self._own_plan(self.staff, self._line("K2", 1), period=august)
        plan = self._unit_plan(
            "month",
            self._line("K1", 5, name="Báo cáo tuần", employee_id=self.staff.id),
            self._line("K1", 1, name="Báo cáo khác", employee_id=self.staff.id),
            period=august,
        )
        self._approve(plan).with_user(self.head.user_id).action_draw()
        self.assertEqual(
            sorted(
                (one.name, one.quantity, one.is_recurring, bool(one.source_line_id))
                for one in mine.line_ids
            ),
            [
                ("Báo cáo khác", 1, False, True),
                ("Báo cáo tuần", 5, True, True),
                ("Sản phẩm K2", 1, False, False),
            ],
        )

    def test_only_the_head_gives_an_approved_month(self):
        draft = self._unit_plan("month", self._line("K1", 1))
        with self.assertRaises(UserError):
            draft.with_user(self.head.user_id).action_draw()
        self._approve(draft)
        for user in (self.staff, self.chair, self.officer):
            with self.assertRaisesRegex(UserError, "Only the head"):
                draft.with_user(user.user_id).action_draw()
        year = self._approve(self._unit_plan("year", self._line("K1", 1)))
        with self.assertRaisesRegex(UserError, "from the month"):
            year.with_user(self.head.user_id).action_draw()

    def test_a_chosen_source_fills_the_line_on_the_screen(self):
        source = self._month_of_unit(
            self._line("K2", 3, day=date(2026, 7, 15), name="Báo cáo")
        ).line_ids
        plan = self._own_plan(self.head)
        line = self.env["kpi.plan.line"].new(
            {"plan_id": plan.id, "source_line_id": source.id}
        )
        line._onchange_source_line_id()
        self.assertEqual(
            (line.item_id, line.name, line.quantity, line.date_deadline),
            (self.items["K2"], "Báo cáo", 3, date(2026, 7, 15)),
        )
        self.assertIn("3 left", source.display_name)
