"""Lateness by the clause's unit: occurrences or days, parts, excuses (Điều 11.2.c)."""

from datetime import date

from freezegun import freeze_time

from .test_cause import CauseCase

# Days of the hand-ins of a product due on the 9th, which of them are excused, and how
# late it is by occurrences and by days.
SITUATIONS = (
    ((), (), 0, 0),
    ((9,), (), 0, 0),
    ((8, 9), (), 0, 0),
    ((10,), (), 1, 1),
    ((9, 10), (), 1, 1),
    ((10, 10), (), 2, 1),
    ((10, 14), (), 2, 5),
    ((10, 14), (1,), 1, 1),
    ((10, 14), (0,), 1, 5),
    ((10, 14), (0, 1), 0, 0),
    ((8, 14), (1,), 0, 0),
)


class TestLateness(CauseCase):
    def _late_counts(self):
        for days, excused, *_late in SITUATIONS:
            work = self._give(
                self.staff,
                "K1",
                max(len(days), 1),
                date_deadline=date(2026, 7, 9),
                name=f"{days}{excused}",
            )
            parts = [self._deliver(work, 1, date(2026, 7, day)) for day in days]
            for index in excused:
                self._confirm(self._ask(work, "delay", parts[index]))
            yield work

    def test_each_late_hand_in_is_one_occurrence_however_late_it_is(self):
        for work, situation in zip(self._late_counts(), SITUATIONS, strict=True):
            with self.subTest(situation=situation):
                self.assertEqual(work.late_count, situation[2])

    def test_counted_by_days_it_is_the_last_hand_in_that_counts(self):
        self.env["kpi.regulation.clause"].create(
            {
                "code": "late_unit",
                "name": "Tính theo ngày",
                "value": "day",
                "unit": "choice",
                "clause": "Quy chế",
                "date_from": "2026-07-01",
                "company_id": self.company.id,
            }
        )
        for work, situation in zip(self._late_counts(), SITUATIONS, strict=True):
            with self.subTest(situation=situation):
                self.assertEqual(work.late_count, situation[3])

    def test_a_minute_before_midnight_in_viet_nam_is_in_time_and_midnight_is_late(self):
        for moment, late in (
            ("2026-07-09 16:59:00", 0),
            ("2026-07-09 17:00:00", 1),
        ):
            work = self._give(self.staff, date_deadline=date(2026, 7, 9))
            with freeze_time(moment):
                work.with_user(self.staff.user_id).hand_in(1)
            with self.subTest(moment=moment):
                self.assertEqual(work.late_count, late)

    def test_a_returned_hand_in_that_came_late_was_late_too(self):
        work = self._give(self.staff, date_deadline=date(2026, 7, 9))
        self._returned(work, day=date(2026, 7, 10))
        self._deliver(work, day=date(2026, 7, 10))
        self.assertEqual((work.late_count, work.fault_count), (2, 1))

    def test_a_deadline_that_moves_moves_the_lateness(self):
        work = self._give(self.staff, date_deadline=date(2026, 7, 9))
        self._deliver(work, day=date(2026, 7, 12))
        self.assertEqual(work.late_count, 1)
        self._change(work, date_deadline=date(2026, 7, 12))
        self.assertEqual(work.late_count, 0)
