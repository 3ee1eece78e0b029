"""The weekly schedule and the daily log (Điều 2.1, 16); today is Friday 10/07/2026."""

from odoo.exceptions import AccessError, UserError

from .common import INTERNAL, KpiCase


class TestSchedule(KpiCase):
    def _entries(self, person):
        return self.env["kpi.schedule.entry"].with_user(person.user_id)

    def _add(self, person, first, last, **more):
        """An entry of a person by the hours of Viet Nam, as "10 08:00"."""
        values = {
            "name": "Thẩm định hồ sơ",
            "date_start": self._utc(first),
            "date_end": self._utc(last),
        }
        entries = self._entries(person)
        return entries.browse(entries.add_own(values | more)).with_env(self.env)

    def _utc(self, moment):
        """A day of July 2026 and its hour at UTC+7, as the server stores it."""
        day, _space, clock = moment.partition(" ")
        hour, minute = map(int, clock.split(":"))
        day, hour = int(day) + (hour - 7) // 24, (hour - 7) % 24
        return f"2026-07-{day:02} {hour:02}:{minute:02}:00"

    def _log(self, person, first, last, **more):
        return self._add(person, first, last, kind="log", **more)

    def test_a_day_is_counted_in_viet_nam(self):
        early = self._add(self.staff, "10 00:30", "10 01:30")
        late = self._add(self.staff, "10 23:00", "10 23:59")
        self.assertEqual({str(early.day), str(late.day)}, {"2026-07-10"})

    def test_hours_are_the_time_between_until_told_otherwise(self):
        self.assertEqual(self._log(self.staff, "9 08:00", "9 11:30").hours, 3.5)
        self.assertEqual(self._log(self.staff, "9 13:00", "9 17:00", hours=2).hours, 2)

    def test_nothing_is_logged_for_a_day_to_come(self):
        today = self._log(self.staff, "10 16:00", "10 17:00")
        self.assertTrue(today)
        with self.assertRaisesRegex(UserError, "a day still to come"):
            self._log(self.staff, "11 00:00", "11 01:00")
        planned = self._add(self.staff, "11 08:00", "11 09:00")
        for values in ({"kind": "log"}, {"date_start": "x"}):
            with self.assertRaises(UserError):
                planned.with_user(self.staff.user_id).change_own(values)
        with self.assertRaisesRegex(UserError, "a day still to come"):
            today.with_user(self.staff.user_id).change_own(
                {"date_start": self._utc("13 08:00"), "date_end": self._utc("13 09:00")}
            )

    def test_a_day_has_24_hours_and_no_more(self):
        self._log(self.staff, "9 00:00", "9 12:00")
        half = self._log(self.staff, "9 12:00", "9 18:00", hours=12)
        with self.assertRaisesRegex(UserError, "24.1 hours|24,1 hours"):
            self._log(self.staff, "9 18:00", "9 19:00", hours=0.1)
        self.assertTrue(self._log(self.colleague, "9 00:00", "9 12:00"))
        self.assertTrue(self._log(self.staff, "8 00:00", "8 12:00"))
        with self.assertRaises(UserError):
            half.with_user(self.staff.user_id).change_own({"hours": 12.5})
        for hours in (0, -1, 24.5, float("nan"), "x"):
            with self.subTest(hours=hours), self.assertRaises(UserError):
                self._log(self.staff, "7 08:00", "7 09:00", hours=hours)

    def test_bad_input_is_refused_in_words(self):
        for values in (
            {"name": ""},
            {"name": None},
            {"date_start": None},
            {"date_end": "2026-07-10 00:00:00"},
            {"date_start": "2026-02-30 08:00:00"},
            {"date_start": 7},
            {"kind": "secret"},
            {"assignment_id": 10**8},
            {"assignment_id": "x"},
            {"employee_id": self.colleague.id},
            {"day": "2026-07-01"},
            {"price": 1},
        ):
            good = {
                "name": "Họp",
                "date_start": "2026-07-10 01:00:00",
                "date_end": "2026-07-10 02:00:00",
            }
            with self.subTest(values=values), self.assertRaises(UserError):
                self._entries(self.staff).add_own(good | values)
        for values in (None, "x", 7, []):
            with self.subTest(values=values), self.assertRaises(UserError):
                self._entries(self.staff).add_own(values)
        self.assertFalse(self._entries(self.staff).search([]))

    def test_what_was_planned_is_written_down_as_done_and_stays_planned(self):
        work = self._give(self.staff)
        more = {"place": "Tổ dân phố 4", "assignment_id": work.id}
        planned = self._add(self.staff, "9 08:00", "9 10:00", **more)
        planned.with_user(self.staff.user_id).action_log()
        log = self.env["kpi.schedule.entry"].search([("kind", "=", "log")])
        self.assertEqual(
            (log.hours, log.place, log.assignment_id, log.employee_id),
            (2, "Tổ dân phố 4", work, self.staff),
        )
        self.assertEqual(planned.kind, "planned")
        planned.with_user(self.staff.user_id).action_log()
        self.assertEqual(
            self.env["kpi.schedule.entry"].search([("kind", "=", "log")]), log
        )
        later = self._add(self.staff, "11 08:00", "11 10:00")
        with self.assertRaisesRegex(UserError, "a day still to come"):
            later.with_user(self.staff.user_id).action_log()

    def test_one_logs_one_s_own_work_only(self):
        mine, theirs = self._give(self.staff), self._give(self.colleague)
        entry = self._log(self.staff, "9 08:00", "9 09:00", assignment_id=mine.id)
        self.assertEqual(entry.assignment_id, mine)
        with self.assertRaisesRegex(UserError, "own work only"):
            self._log(self.staff, "9 09:00", "9 10:00", assignment_id=theirs.id)
        with self.assertRaisesRegex(UserError, "own work only"):
            entry.with_user(self.staff.user_id).change_own({"assignment_id": theirs.id})

    def test_an_internal_user_moves_their_own_entries_on_the_calendar(self):
        entries = self._entries(self.head)
        entry = entries.create(
            {
                "name": "Giao ban",
                "date_start": "2026-07-13 01:00:00",
                "date_end": "2026-07-13 02:00:00",
            }
        )
        self.assertEqual(entry.employee_id, self.head)
        entry.write(
            {"date_start": "2026-07-14 01:00:00", "date_end": "2026-07-14 03:00:00"}
        )
        self.assertEqual(str(entry.day), "2026-07-14")
        with self.assertRaises(UserError):
            entry.employee_id = self.officer
        with self.assertRaises(AccessError):
            entries.create(
                {
                    "name": "x",
                    "employee_id": self.officer.id,
                    "date_start": "2026-07-13 01:00:00",
                    "date_end": "2026-07-13 02:00:00",
                }
            )
        entry.unlink()

    def test_leaders_and_hr_read_a_person_s_week_and_change_nothing(self):
        entry = self._add(self.staff, "10 08:00", "10 09:00")
        deputy = self._person("Đỗ Văn Phó", "deputy", INTERNAL, self.head)
        for user, may in (
            (self.head.user_id, True),
            (self.hr, True),
            (self.staff.user_id, True),
            (self.colleague.user_id, False),
            (deputy.user_id, False),
        ):
            seen = entry.with_user(user)
            self.assertEqual(seen.has_access("read"), may, user.name)
            if user != self.staff.user_id:
                for act in (
                    lambda seen=seen: seen.write({"name": "x"}),
                    lambda seen=seen: seen.change_own({"name": "x"}),
                    lambda seen=seen: seen.remove_own(),
                    lambda seen=seen: seen.unlink(),
                ):
                    with self.assertRaises(UserError, msg=user.name):
                        act()
        led = self._entries(self.head).search([("is_led", "=", True)])
        self.assertEqual(led, entry)

    def test_the_log_of_a_judged_month_stands(self):
        log = self._log(self.staff, "9 08:00", "9 09:00")
        planned = self._add(self.staff, "20 08:00", "20 09:00")
        self._deliver(self._give(self.staff))
        self._until(self._open()[self.staff], "reviewed")
        mine = log.with_user(self.staff.user_id)
        for act in (
            lambda: mine.change_own({"hours": 8}),
            lambda: mine.change_own({"kind": "planned"}),
            lambda: mine.remove_own(),
            lambda: self._log(self.staff, "9 09:00", "9 10:00"),
        ):
            with self.assertRaisesRegex(UserError, "already judged"):
                act()
        planned.with_user(self.staff.user_id).change_own({"place": "Hội trường"})
        self.assertTrue(self._log(self.colleague, "9 09:00", "9 10:00"))
