"""What the portal says about days, work and numbers; today is Friday 10/07/2026."""

from datetime import date, timedelta

from .common import KpiCase

TODAY = date(2026, 7, 10)


class TestPortalWords(KpiCase):
    def _day(self, days):
        return TODAY + timedelta(days=days)

    def _mine(self):
        return self.env["kpi.assignment"].with_user(self.staff.user_id)

    def _groups(self):
        groups = self._mine()._own_tasks(self.period)._task_groups()
        return {
            group["code"]: [task["name"] for task in group["tasks"]] for group in groups
        }

    def test_a_countdown_tells_the_days_that_are_left_and_how_they_press(self):
        for days, text, pressure in (
            (-1, "1 day(s) overdue", "danger"),
            (0, "today is the last day", "warning"),
            (2, "2 day(s) left", "warning"),
            (3, "3 day(s) left", "light"),
        ):
            words = self.env["kpi.period"]._countdown(self._day(days))
            self.assertEqual((words["text"], words["pressure"]), (text, pressure))
        self.assertEqual(words["date"], "13/07/2026")

    def test_work_stands_in_the_order_in_which_it_presses(self):
        for name, days in (("muộn", -1), ("nay", 0), ("chủ nhật", 2), ("sau", 3)):
            self._give(self.staff, name=name, date_deadline=self._day(days))
        waiting = self._give(self.staff, name="chờ")
        self._hand_in(waiting)
        self._deliver(self._give(self.staff, name="xong"))
        self.assertEqual(
            list(self._groups().items()),
            [
                ("overdue", ["muộn"]),
                ("this_week", ["nay", "chủ nhật"]),
                ("later", ["sau"]),
                ("waiting", ["chờ"]),
                ("done", ["xong"]),
            ],
        )

    def test_what_can_no_longer_be_handed_in_presses_no_more(self):
        self._deliver(self._give(self.staff, name="xong"))
        self._give(self.staff, name="dở", date_deadline=self._day(-1))
        self._until(self._open()[self.staff], "reviewed")
        self.assertEqual(self._groups(), {"unfinished": ["dở"], "done": ["xong"]})

    def test_more_tasks_take_no_more_queries(self):
        self._open()
        counts = []
        for number in (3, 3, 12):
            for _one in range(number):
                hand_in = self._hand_in(self._give(self.staff, quantity=2), 1, TODAY)
                hand_in.with_user(self.head.user_id).action_return("Sai")
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            self._groups()
            counts.append(self.env.cr.sql_log_count - before)
        self.assertLessEqual(counts[2], counts[1], counts)

    def test_work_handed_in_by_half_still_presses(self):
        work = self._give(self.staff, quantity=2, name="nửa", date_deadline=TODAY)
        self._hand_in(work, 1)
        self.assertEqual(self._groups(), {"this_week": ["nửa"]})
        (task,) = self._mine()._own_tasks(self.period)._task_groups()[0]["tasks"]
        self.assertEqual((task["waiting"], task["remaining"]), ("1", "1"))

    def test_only_the_latest_fault_is_shown_with_the_work(self):
        work = self._give(self.staff)
        first = self._hand_in(work, day=TODAY)
        first.with_user(self.head.user_id).action_return("Sai số liệu")
        self.assertEqual([one["text"] for one in work._news()], ["Sai số liệu"])
        self._hand_in(work, day=TODAY)
        self.assertFalse(work._news())

    def test_what_is_to_be_done_until_sunday_is_counted_and_nothing_else(self):
        todo = self.env["kpi.period"].with_user(self.staff.user_id)._own_todo_count
        self.assertEqual(todo(), 0)
        self._give(self.staff, date_deadline=self._day(-5))
        self._give(self.staff, date_deadline=self._day(3))
        self._hand_in(self._give(self.staff, date_deadline=TODAY))
        self._give(self.colleague, date_deadline=TODAY)
        self.assertEqual(todo(), 1)

    def test_work_of_a_judged_month_is_no_longer_to_be_done(self):
        self._deliver(self._give(self.staff))
        self._give(self.staff, date_deadline=TODAY)
        sheet = self._open()[self.staff]
        todo = self.env["kpi.period"].with_user(self.staff.user_id)._own_todo_count
        self.assertEqual(todo(), 1)
        self._until(sheet, "reviewed")
        self.assertEqual(todo(), 0)

    def test_no_total_is_shown_where_there_was_no_score(self):
        sheet = self._until(self._open()[self.staff], "self_assessed")
        self.assertEqual(sheet._employee_view()["self_total"], "")

    def test_a_state_that_the_portal_does_not_know_shows_nothing_of_a_judge(self):
        sheet = self._until(self._open()[self.staff], "self_assessed")
        view = sheet._employee_view()
        self.assertEqual(view["stage"], "waiting")
        self.assertIsNone(view["score"])
        self.assertIsNone(view["opinion"])
        lines = [line for group in view["groups"] for line in group["lines"]]
        self.assertFalse(
            [line for line in lines if {"evaluator", "reason"} & set(line)]
        )
