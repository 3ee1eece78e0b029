"""The first page and the steps of a month, as the person reads them on 10/07/2026."""

from datetime import date, timedelta

from freezegun import freeze_time

from .common import KpiCase

TODAY = date(2026, 7, 10)


class TestTodos(KpiCase):
    def _periods(self):
        return self.env["kpi.period"].with_user(self.staff.user_id)

    def _todos(self):
        return [
            (todo["text"], todo["due"] and todo["due"]["date"])
            for todo in self._periods()._own_todos()
        ]

    def _due(self, days, **more):
        return self._give(self.staff, date_deadline=TODAY + timedelta(days), **more)

    def test_what_presses_most_comes_first_and_says_until_when(self):
        self._due(2, name="Chủ nhật")
        self._due(-3, name="Muộn")
        self._due(10, name="Sau")
        self.assertEqual(
            self._todos(),
            [("Hand in: Muộn", "07/07/2026"), ("Hand in: Chủ nhật", "12/07/2026")],
        )
        self._open()
        self.assertEqual(
            self._todos()[-1], ("Assess yourself for 07/2026", "24/07/2026")
        )

    def test_many_tasks_are_named_by_their_number(self):
        for number in range(5):
            self._due(0, name=f"Việc {number}")
        texts = [text for text, _due in self._todos()]
        self.assertEqual(len(texts), 4)
        self.assertEqual(texts[-1], "Hand in 2 more due by Sunday")

    def test_a_sheet_that_was_given_back_says_so(self):
        sheet = self._open()[self.staff]
        self._deliver(self._give(self.staff))
        self._until(sheet, "self_assessed")
        self.assertFalse(self._todos())
        sheet.with_user(self.head.user_id).action_return("Chấm lại")
        ((text, _due),) = self._todos()
        self.assertIn("given back", text)

    def test_an_own_plan_waits_without_a_last_day_of_the_law(self):
        plans = self.env["kpi.plan"].with_user(self.staff.user_id)
        plans.open_own(self.period.id)
        self.assertEqual(self._todos(), [("Submit your plan of 07/2026", None)])

    def test_nothing_of_colleagues_waits_for_one(self):
        self._give(self.colleague, date_deadline=TODAY)
        self._open()
        texts = [text for text, _due in self._todos()]
        self.assertEqual(texts, ["Assess yourself for 07/2026"])

    def test_the_month_of_today_comes_first_even_where_a_later_one_is_there(self):
        august = self._month(date(2026, 8, 1))
        self._open(), self._open(august)
        months = self._periods()._own_months()
        present, others = self._periods()._split_months(months)
        self.assertEqual(present["name"], "07/2026")
        self.assertEqual([one["name"] for one in others], ["08/2026"])
        self.assertEqual(self._periods()._split_months([]), (None, []))


class TestTimeline(KpiCase):
    def _steps(self, sheet, has_work=True):
        steps = sheet.sudo()._timeline(has_work)
        return [(step["until"], step["mark"]) for step in steps]

    def _marks(self, sheet):
        return [mark for _until, mark in self._steps(sheet)]

    def test_an_open_month_shows_the_last_days_of_dieu_16(self):
        sheet = self._open()[self.staff]
        self.assertEqual(
            self._steps(sheet),
            [
                ("", "done"),
                ("24/07/2026", "now"),
                ("25/07/2026", "coming"),
                ("27/07/2026", "coming"),
                ("04/08/2026", "coming"),
            ],
        )
        self.assertFalse(sheet._ends_quarter())
        self.assertEqual(self._steps(sheet, has_work=False)[0], ("", "now"))

    def test_the_last_month_of_a_quarter_ends_before_the_15th(self):
        september = self._month(date(2026, 9, 1))
        sheet = self._open(september)[self.staff]
        days = [until for until, _mark in self._steps(sheet)][1:4]
        self.assertEqual(days, ["11/09/2026", "12/09/2026", "14/09/2026"])
        self.assertTrue(sheet._ends_quarter())

    def test_more_time_moves_the_last_days(self):
        sheet = self._open()[self.staff]
        sheet.with_user(self.hr).action_extend_deadline("2026-07-26", "Ốm")
        self.assertEqual(self._steps(sheet)[1][0], "26/07/2026")

    def test_a_step_that_is_overdue_or_was_late_says_so_in_words(self):
        sheet = self._open()[self.staff]
        self._deliver(self._give(self.staff))
        with freeze_time("2026-07-25 03:00:00"):
            step = sheet._timeline(True)[1]
            self.assertEqual((step["mark"], step["words"]), ("late", "Overdue"))
            self._self_assess(sheet)
        step = sheet._timeline(True)[1]
        self.assertEqual((step["mark"], step["words"]), ("late", "Done late"))
        self.assertEqual(step["done_on"], "25/07/2026")

    def test_nothing_is_told_of_the_judging_but_that_it_goes_on(self):
        sheet = self._open()[self.staff]
        self._deliver(self._give(self.staff))
        seen = []
        for state in ("self_assessed", "reviewed", "decided"):
            self._until(sheet, state)
            seen.append(sheet._timeline(True))
            with freeze_time("2026-08-10 03:00:00"):
                seen.append(sheet._timeline(True))
        self.assertEqual(seen[0], seen[2])
        self.assertEqual(seen[2], seen[4])
        self.assertEqual(seen[1], seen[5])
        self.assertEqual(self._marks(sheet), ["done", "done", "now", "now", "coming"])
        marks = [step["mark"] for step in seen[1]]
        self.assertEqual(marks, ["done", "done", "over", "over", "late"])
        self._publish(sheet)
        self.assertEqual(self._marks(sheet), ["done"] * 5)

    def test_who_is_not_evaluated_has_no_steps(self):
        sheet = self._open()[self.staff]
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE kpi_appraisal SET state = 'exempt' WHERE id = %s", sheet.ids
        )
        self.env.invalidate_all()
        self.assertEqual(sheet._timeline(True), [])


class TestResult(KpiCase):
    def test_the_parts_of_the_total_add_up(self):
        sheet = self._open()[self.staff]
        self._deliver(self._give(self.staff, "K2", 2))
        self._until(sheet, "published")
        parts = sheet._employee_view()["parts"]
        points = [float(text.replace(",", ".")) for _label, text in parts]
        self.assertEqual(points, [30.0, 70.0, 0.0, 100.0])
        self.assertIsNone(sheet._employee_view()["differs"])

    def test_a_class_below_the_points_is_explained(self):
        sheet = self._open()[self.staff]
        self._deliver(self._give(self.staff, "K2", 2))
        self._until(sheet, "self_assessed")
        self._review(sheet, proposed_grade="b", grade_reason="Vượt tỷ lệ loại A")
        self._until(sheet, "published")
        view = sheet._employee_view()
        self.assertEqual(view["differs"]["given"], "B – Good")
        self.assertTrue(view["differs"]["is_share"])
        self.assertIn(
            "Vượt tỷ lệ loại A", [text for _name, text in view["opinion"]["reasons"]]
        )
