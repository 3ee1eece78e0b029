from contextlib import contextmanager
from datetime import date

from freezegun import freeze_time

from odoo.exceptions import UserError

from .common import KpiCase

# Local midnight is 17:00 in UTC: the last second of a day, and the first of the next.
LAST_SECOND, FIRST_SECOND = "16:59:59", "17:00:00"
FLAGS = ("self_late", "opinion_late", "decision_late", "publication_late")


class DeadlineCase(KpiCase):
    """Bình's and An's sheets of any month, and the agency's own choices."""

    @contextmanager
    def _opened(self, month):
        """The sheets of a month that is opened on its first day."""
        first = date.fromisoformat(f"{month}-01")
        is_there = first == self.period.date_start
        period = self.period if is_there else self._month(first)
        with freeze_time(f"{first} 03:00:00"):
            sheets = self._open(period)
            work = self._give(
                self.staff, period_id=period.id, date_deadline=period.date_end
            )
            self._deliver(work, day=first)
            yield sheets[self.staff]

    def _take_all(self, sheet, moments):
        steps = (self._self_assess, self._review, self._decide, self._publish)
        for step, moment in zip(steps, moments, strict=True):
            with freeze_time(moment):
                step(sheet)


class TestLateness(DeadlineCase):
    """A step is late from the first second after its last day in Viet Nam (Điều 16)."""

    def test_a_step_is_on_time_until_the_last_second_of_its_last_day(self):
        for month, days in (
            ("2026-07", ("2026-07-24", "2026-07-25", "2026-07-27", "2026-08-04")),
            ("2026-09", ("2026-09-11", "2026-09-12", "2026-09-14", "2026-10-04")),
            ("2026-12", ("2026-12-11", "2026-12-12", "2026-12-14", "2027-01-04")),
            ("2027-02", ("2027-02-24", "2027-02-25", "2027-02-27", "2027-03-04")),
            ("2027-03", ("2027-03-11", "2027-03-12", "2027-03-14", "2027-04-04")),
            ("2027-06", ("2027-06-11", "2027-06-12", "2027-06-14", "2027-07-04")),
        ):
            for second, is_late in ((LAST_SECOND, False), (FIRST_SECOND, True)):
                with (
                    self.subTest(month=month, second=second),
                    self.env.cr.savepoint() as savepoint,
                    self._opened(month) as sheet,
                ):
                    self._take_all(sheet, [f"{day} {second}" for day in days])
                    self.assertEqual(
                        [sheet[name] for name in FLAGS], [is_late] * len(FLAGS)
                    )
                    savepoint.rollback()
                    self.env.invalidate_all(flush=False)

    def test_each_step_records_its_own_lateness(self):
        with self._opened("2026-07") as sheet:
            self._take_all(
                sheet,
                (
                    "2026-07-24 03:00:00",
                    "2026-07-26 03:00:00",
                    "2026-07-27 03:00:00",
                    "2026-08-05 03:00:00",
                ),
            )
        self.assertEqual([sheet[name] for name in FLAGS], [False, True, False, True])
        self.assertEqual(sheet.late_words, "Late opinion, Late publication")

    def test_what_is_handed_in_again_is_as_punctual_as_the_first_time(self):
        with self._opened("2026-07") as sheet:
            with freeze_time("2026-07-23 03:00:00"):
                self._self_assess(sheet)
            with freeze_time("2026-07-26 03:00:00"):
                sheet.with_user(self.head.user_id).action_return("Bổ sung")
                self._self_assess(sheet)
        self.assertFalse(sheet.self_late)
        self.assertEqual(f"{sheet.self_assessed_on:%d}", "26")

    def test_sheets_taken_together_keep_each_their_own_lateness(self):
        july = self._open()[self.staff]
        august = self._open(self._month(date(2026, 8, 1)))[self.staff]
        for sheet in july, august:
            period = {"period_id": sheet.period_id.id}
            dates = {"date_deadline": sheet.period_id.date_end}
            with freeze_time("2026-08-01 03:00:00"):
                self._deliver(self._give(self.staff, **period, **dates))
            self._until(sheet, "self_assessed")
        with freeze_time("2026-07-28 03:00:00"):
            (july + august).with_user(self.head.user_id).action_review()
        self.assertEqual((july.opinion_late, august.opinion_late), (True, False))

    def test_the_next_step_is_counted_down_and_overdue_sheets_are_found(self):
        sheets = self.env["kpi.appraisal"].with_user(self.hr)
        sheet = self._open()[self.staff].with_user(self.hr)
        for moment, text, pressure, is_overdue in (
            ("2026-07-14 03:00:00", "10 day(s) left", "light", False),
            ("2026-07-23 03:00:00", "1 day(s) left", "warning", False),
            (f"2026-07-24 {LAST_SECOND}", "today is the last day", "warning", False),
            (f"2026-07-24 {FIRST_SECOND}", "1 day(s) overdue", "danger", True),
        ):
            with self.subTest(moment), freeze_time(moment):
                self.env.invalidate_all()
                shown = (sheet.due_text, sheet.due_pressure, sheet.is_overdue)
                self.assertEqual(shown, (text, pressure, is_overdue))
                found = sheets.search([("is_overdue", "=", True)])
                self.assertEqual(sheet in found, is_overdue)
                others = sheets.search([("is_overdue", "=", False)])
                self.assertEqual(sheet in others, not is_overdue)

    def test_the_officer_sees_late_and_overdue_sheets_of_a_month_counted(self):
        with self._opened("2026-07") as sheet, freeze_time("2026-07-26 03:00:00"):
            self._self_assess(sheet)
            period = self.period.with_user(self.hr)
            self.env.invalidate_all()
            # An's, and those of the three others who have not assessed themselves.
            self.assertEqual(period.late_count, 4)
            action = period.action_open_late()
            self.assertEqual(action["context"]["search_default_period_id"], period.id)
            self.assertIn("1 day(s) overdue", period.step_table)

    def test_a_month_names_its_next_last_day(self):
        for moment, shown in (
            ("2026-07-10 03:00:00", "Self-assessment: 14 day(s) left"),
            (f"2026-07-24 {FIRST_SECOND}", "Opinion: today is the last day"),
            ("2026-07-28 03:00:00", "Publication: 7 day(s) left"),
            ("2026-08-05 03:00:00", False),
        ):
            with self.subTest(moment), freeze_time(moment):
                self.env.invalidate_all()
                self.assertEqual(self.period.next_step, shown)


class TestClosedSteps(DeadlineCase):
    """Where the agency closes late steps, only the officer gives more time."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._choose(late_steps="closed")
        cls.sheet = cls._open()[cls.staff]
        cls._deliver(cls._give(cls.staff), day="2026-07-10")

    def _extend(self, until="2026-07-30", reason="Đi công tác", user=None):
        sheet = self.sheet.with_user(user or self.hr)
        return sheet.action_extend_deadline(until, reason)

    def test_a_step_is_closed_when_its_last_day_is_over(self):
        with (
            freeze_time(f"2026-07-24 {FIRST_SECOND}"),
            self.assertRaisesRegex(UserError, "24/07/2026.*Điều 16.*HR officer"),
        ):
            self._self_assess(self.sheet)
        with freeze_time(f"2026-07-24 {LAST_SECOND}"):
            self._self_assess(self.sheet)
        with freeze_time(f"2026-07-25 {FIRST_SECOND}"):
            with self.assertRaisesRegex(UserError, "25/07/2026"):
                self._review(self.sheet)
            self.env.invalidate_all()
            judge = self.sheet.with_user(self.head.user_id)
            self.assertFalse(judge.may_review)
            self.assertIn("25/07/2026", judge.next_step_hint)

    def test_by_default_late_steps_are_allowed(self):
        self._choose(late_steps="allowed", day="2026-06-15")
        with freeze_time("2026-07-30 03:00:00"):
            self._self_assess(self.sheet)
        self.assertTrue(self.sheet.self_late)

    def test_an_extension_opens_the_steps_of_the_named_sheet_only(self):
        other = self._open()[self.colleague]
        with freeze_time("2026-07-28 03:00:00"):
            self._extend()
            self._self_assess(self.sheet)
            self._review(self.sheet)
            with self.assertRaises(UserError):
                self._self_assess(other)
        self.assertFalse(self.sheet.self_late or self.sheet.opinion_late)
        with freeze_time(f"2026-07-30 {FIRST_SECOND}"), self.assertRaises(UserError):
            self._decide(self.sheet)

    def test_an_extension_keeps_its_reason_and_day_in_the_log(self):
        self.env.cr.precommit.run()
        with freeze_time("2026-07-28 03:00:00"):
            self._extend()
        self.env.cr.precommit.run()
        log = self.sheet.message_ids
        self.assertIn("Đi công tác", "".join(log.mapped("body")))
        tracked = log.tracking_value_ids.field_id.mapped("name")
        self.assertIn("extended_until", tracked)

    def test_a_sheet_given_back_after_the_last_day_is_handed_in_again(self):
        self._self_assess(self.sheet)
        with freeze_time("2026-07-25 03:00:00"):
            self.sheet.with_user(self.head.user_id).action_return("Bổ sung")
            self._self_assess(self.sheet)
        self.assertEqual(self.sheet.state, "self_assessed")

    def test_an_extension_is_refused(self):
        own = self._open()[self.officer]
        for label, sheet, until, reason, user in (
            ("without a reason", self.sheet, "2026-07-30", " ", self.hr),
            ("to a day that is over", self.sheet, "2026-07-27", "Ốm", self.hr),
            ("without a day", self.sheet, False, "Ốm", self.hr),
            ("by the evaluator", self.sheet, "2026-07-30", "Ốm", self.head.user_id),
            ("by the person", self.sheet, "2026-07-30", "Ốm", self.staff.user_id),
            ("for the officer's own", own, "2026-07-30", "Ốm", self.hr),
        ):
            with (
                self.subTest(label),
                freeze_time("2026-07-28 03:00:00"),
                self.assertRaises(UserError),
            ):
                sheet.with_user(user).action_extend_deadline(until, reason)
        with freeze_time("2026-07-10 03:00:00"), self.assertRaises(UserError):
            self._extend("2026-07-24")  # extends nothing
        self.assertFalse(self.sheet.extended_until)

    def test_the_portal_counts_down_to_the_extended_day(self):
        with freeze_time("2026-07-28 03:00:00"):
            self._extend()
            mine = self.env["kpi.appraisal"].with_user(self.staff.user_id)
            summary = mine._own_sheet(self.period)._employee_summary()
        self.assertEqual(summary["deadline"]["date"], "30/07/2026")
