"""What a plan refuses, in words, and of which then nothing is written."""

from datetime import date

from odoo.exceptions import AccessError, UserError

from .plan_case import PlanCase

HUGE = 10**30


class TestPlanLines(PlanCase):
    BAD_LINES = {
        "zero": {"quantity": 0},
        "negative": {"quantity": -1},
        "less than the last decimal": {"quantity": 0.00004},
        "not a number": {"quantity": float("nan")},
        "infinite": {"quantity": float("inf")},
        "huge": {"quantity": HUGE},
        "a word for a quantity": {"quantity": "ba"},
        "a truth for a quantity": {"quantity": True},
        "a list for a quantity": {"quantity": [1]},
        "no quantity": {"quantity": None},
        "the day before": {"date_deadline": "2026-06-30"},
        "the day after": {"date_deadline": "2026-08-01"},
        "no day of the calendar": {"date_deadline": "2026-02-30"},
        "a word for a day": {"date_deadline": "mai"},
        "a number for a day": {"date_deadline": 20260720},
        "no product": {"item_id": None},
        "a product of nothing": {"item_id": 10**8},
        "a word for a product": {"item_id": "K1"},
        "a list for a product": {"item_id": [1]},
        "a source of nothing": {"source_line_id": 10**8},
        "an unknown role": {"role": "boss"},
        "a number for a name": {"name": 7},
        "an unknown field": {"price": 7},
        "a field that follows": {"coefficient": 9},
        "another plan": {"plan_id": 1},
        "another's id": {"id": 10**8},
        "a word for an id": {"id": "x"},
    }

    def test_bad_input_is_refused_in_words_and_nothing_is_written(self):
        plan = self._own_plan(self.staff, self._line("K1", 2))
        mine = plan.with_user(self.staff.user_id)
        good = self._line("K2", 1)
        before = self._facts(plan)
        for label, bad in self.BAD_LINES.items():
            with self.subTest(label), self.assertRaises(UserError) as refused:
                mine.save_lines([good, good | bad])
            self.assertGreater(len(str(refused.exception)), 15, label)
            self.env.invalidate_all()
            self.assertEqual(self._facts(plan), before, label)

    def _facts(self, plan):
        return plan.line_ids.read(["item_id", "name", "quantity", "date_deadline"])

    def test_what_is_no_list_of_lines_is_refused(self):
        mine = self._own_plan(self.staff).with_user(self.staff.user_id)
        for lines in (None, "x", 7, [7], [None], {"item_id": 1}):
            with self.subTest(lines=lines), self.assertRaises(UserError):
                mine.save_lines(lines)

    def test_the_same_is_refused_to_the_screens(self):
        plan = self._own_plan(self.head)
        lines = self.env["kpi.plan.line"].with_user(self.head.user_id)
        good = self._line("K2", 1, plan_id=plan.id)
        for label, bad in self.BAD_LINES.items():
            if not {"id", "plan_id", "coefficient"} & bad.keys():
                with self.subTest(label), self.assertRaises(UserError):
                    lines.create(good | bad)
        self.assertFalse(plan.line_ids)

    def test_a_deadline_may_lie_on_the_first_and_on_the_last_day(self):
        days = (date(2026, 7, 1), date(2026, 7, 31))
        plan = self._own_plan(
            self.staff, *[self._line("K1", 1, day=day) for day in days]
        )
        self.assertEqual(tuple(plan.line_ids.mapped("date_deadline")), days)
        plan = self._own_plan(self.colleague, self._line("K1", 1))
        self.assertEqual(plan.line_ids.date_deadline, days[1])

    def test_a_product_of_another_agency_is_refused(self):
        foreign = self._catalogue(self._agency("UBND xã Bình Yên"))["K1"]
        mine = self._own_plan(self.staff).with_user(self.staff.user_id)
        with self.assertRaisesRegex(UserError, "another agency"):
            mine.save_lines([{"item_id": foreign.id, "quantity": 1}])

    def test_a_product_without_coefficient_is_neither_planned_nor_approved(self):
        plan = self._submit(self._own_plan(self.staff, self._line("K1", 2)))
        self.items["K1"].flush_recordset()
        self.env.cr.execute(
            "UPDATE kpi_catalogue_item SET coefficient = 0 WHERE id = %s",
            [self.items["K1"].id],
        )
        self.env.invalidate_all()
        with self.assertRaisesRegex(UserError, "no coefficient"):
            plan.with_user(self.head.user_id).action_approve()
        with self.assertRaisesRegex(UserError, "no coefficient"):
            self._own_plan(self.colleague, self._line("K1", 2))

    def test_a_person_named_in_a_unit_s_plan_is_of_the_agency(self):
        other = self._person(
            "Bùi Ngoài", "staff", company=self._agency("UBND xã Bình Yên")
        )
        with self.assertRaisesRegex(UserError, "another agency"):
            self._unit_plan("month", self._line(employee_id=other.id))
        plan = self._own_plan(self.head)
        with self.assertRaisesRegex(UserError, "that person's"):
            plan.with_user(self.head.user_id).write(
                {"line_ids": [(0, 0, self._line(employee_id=self.staff.id))]}
            )

    def test_only_lines_of_the_own_plan_are_changed_and_withdrawn(self):
        mine = self._own_plan(self.staff, self._line("K1", 2))
        theirs = self._own_plan(self.colleague, self._line("K1", 2))
        me = mine.with_user(self.staff.user_id)
        for act in (
            lambda: me.save_lines([{"id": theirs.line_ids.id, "quantity": 9}]),
            lambda: me.remove_lines(theirs.line_ids.ids),
            lambda: me.remove_lines([*mine.line_ids.ids, *theirs.line_ids.ids]),
            lambda: me.remove_lines("x"),
            lambda: theirs.with_user(self.staff.user_id).save_lines([]),
            lambda: theirs.with_user(self.staff.user_id).remove_lines([]),
        ):
            with self.assertRaises(UserError):
                act()
        self.assertEqual(theirs.line_ids.quantity, 2)
        self.assertEqual(len(mine.line_ids), 1)

    def test_a_portal_user_does_not_write_past_the_methods(self):
        plan = self._own_plan(self.staff, self._line("K1", 2))
        mine = plan.with_user(self.staff.user_id)
        for act in (
            lambda: mine.line_ids.write({"quantity": 9}),
            lambda: mine.line_ids.unlink(),
            lambda: mine.write({"note": "x"}),
            lambda: mine.env["kpi.plan"].create(
                {"employee_id": self.staff.id, "period_id": self._next().id}
            ),
        ):
            with self.assertRaises(AccessError):
                act()

    def test_a_line_stays_in_its_plan(self):
        plan = self._own_plan(self.head, self._line("K1", 2))
        other = self._own_plan(self.head, period=self._next())
        with self.assertRaisesRegex(UserError, "stays in the plan"):
            plan.with_user(self.head.user_id).line_ids.write({"plan_id": other.id})

    def test_no_month_but_a_true_one_is_opened(self):
        plans = self.env["kpi.plan"].with_user(self.staff.user_id)
        for period in (None, 0, -1, "7", True, 10**8, [self.period.id]):
            with self.subTest(period=period), self.assertRaises(UserError):
                plans.open_own(period)
