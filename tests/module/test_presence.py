from datetime import date
from fractions import Fraction

from .common import KpiCase

# July 2026 has 23 days from Monday to Friday: 1–3, 6–10, 13–17, 20–24, 27–31.


class PresenceCase(KpiCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.company.resource_calendar_id.tz = "Asia/Ho_Chi_Minh"
        cls.sheets = cls._open()
        cls.sheet = cls.sheets[cls.staff]

    def _off(self, first, last=None, person=None, hours=("00:00", "23:59"), **more):
        """A leave in Vietnamese time; of a person, by default of ``staff``."""
        moments = [
            fields_time(day, hour)
            for day, hour in zip((first, last or first), hours, strict=True)
        ]
        resource = self.staff.resource_id if person is None else person.resource_id
        values = {"date_from": moments[0], "date_to": moments[1], "name": "Nghỉ"}
        leaves = self.env["resource.calendar.leaves"].with_company(self.company)
        leave = leaves.create(values | {"resource_id": resource.id} | more)
        leave.flush_recordset()  # Odoo gives it the agency of whoever flushes it
        return leave

    def _holiday(self, *days):
        return self._off(*days, person=self.env["hr.employee"])

    def _presence(self, sheet=None):
        sheet = sheet or self.sheet
        return sheet.working_days, sheet.present_days, sheet.is_short


def fields_time(day, hour):
    """A Vietnamese moment of July 2026 in UTC."""
    hours, minutes = map(int, hour.split(":"))
    moment = (day - 1) * 24 * 60 + hours * 60 + minutes - 7 * 60
    days, minutes = divmod(moment, 24 * 60)
    base = date(2026, 7, 1).toordinal() + days
    return f"{date.fromordinal(base)} {minutes // 60:02}:{minutes % 60:02}:00"


class TestDaysAtWork(PresenceCase):
    """Working days and days at work from calendars and leaves (Điều 6.7)."""

    def test_a_whole_month_at_work(self):
        self.assertEqual(self._presence(), (23, 23, False))
        self.assertEqual(self.sheet.presence_ratio, 100)

    def test_a_day_off_is_a_day_and_a_weekend_is_none(self):
        self._off(9, 13)  # Thursday to Monday
        self.assertEqual(self._presence(), (23, 20, False))
        self.assertEqual(self.sheet.presence_ratio, 86.95)

    def test_half_a_day_is_a_half(self):
        morning = self._off(9, hours=("08:00", "12:00"))
        self.assertEqual(self.sheet.present_days, 22.5)
        self._off(10, hours=("13:00", "17:00"))
        self.assertEqual(self.sheet.present_days, 22)
        morning.unlink()
        self.assertEqual(self.sheet.present_days, 22.5)

    def test_an_hour_off_is_counted_exactly(self):
        self._off(9, hours=("08:00", "09:20"))  # a sixth of the day's eight hours
        recorded = self.sheet._recorded_presence()[self.sheet]
        self.assertEqual(recorded, (23, Fraction(137, 6)))

    def test_a_public_holiday_is_no_working_day_for_anybody(self):
        holiday = self._holiday(2, 3)
        self.assertEqual(self._presence(), (21, 21, False))
        self._off(3, 6)  # the holiday does not count against the person as well
        self.assertEqual(self._presence(), (21, 20, False))
        holiday.date_to = fields_time(2, "23:59")
        self.assertEqual(self._presence(), (22, 20, False))

    def test_a_holiday_of_another_agency_is_a_working_day_here(self):
        here, self.company = self.company, self._agency("UBND xã Bình Yên")
        self._holiday(2, 3)
        self.company = here
        self.assertEqual(self._presence(), (23, 23, False))

    def test_a_course_noted_as_other_time_is_time_at_work(self):
        self._off(1, 31, time_type="other")
        self.assertEqual(self._presence(), (23, 23, False))

    def test_leaves_of_others_and_of_other_months_do_not_count(self):
        self._off(1, 31, person=self.colleague)
        self._off(-20, -1)
        self.assertEqual(self._presence(), (23, 23, False))
        self.assertEqual(self._presence(self.sheets[self.colleague]), (23, 0, True))

    def test_exactly_half_is_evaluated_and_anything_less_is_not(self):
        self._holiday(1)
        self.assertEqual(self.sheet.working_days, 22)
        self._off(17, 31)
        self.assertEqual(self._presence(), (22, 11, False))
        self._off(16, hours=("16:59", "17:00"))
        self.assertTrue(self.sheet.is_short)
        # 10.9979… days: shown cut off, and decided on the exact figure.
        self.assertEqual(self.sheet.presence_ratio, 49.99)

    def test_who_joins_in_the_month_is_measured_by_the_whole_month(self):
        self.staff.kpi_arrival_date = date(2026, 7, 16)
        self.assertEqual(self._presence(), (23, 12, False))
        self.staff.kpi_arrival_date = date(2026, 7, 17)
        self.assertEqual(self._presence(), (23, 11, True))
        self.staff.kpi_arrival_date = date(2026, 8, 3)
        self.assertEqual(self._presence(), (23, 0, True))

    def test_contracts_and_departures_bound_the_stay(self):
        for values, present in (
            ({"contract_date_start": "2026-07-13"}, 15),
            (
                {
                    "contract_date_start": "2026-01-01",
                    "contract_date_end": "2026-07-10",
                },
                8,
            ),
            ({"departure_date": "2026-07-02"}, 2),
        ):
            with self.subTest(values=values):
                savepoint = self.env.cr.savepoint()
                self.staff.version_id.write(values)
                self.assertEqual(self.sheet.present_days, present)
                savepoint.close(rollback=True)
                self.env.invalidate_all(flush=False)

    def test_everybody_is_measured_by_their_own_calendar(self):
        calendar = self.company.resource_calendar_id.copy({"name": "Ba ngày"})
        days = calendar.attendance_ids
        days.filtered(lambda one: one.dayofweek in ("3", "4")).unlink()
        self.staff.resource_calendar_id = calendar
        self.assertEqual(self._presence(), (13, 13, False))  # Mon, Tue, Wed
        self.assertEqual(self._presence(self.sheets[self.colleague]), (23, 23, False))

    def test_a_change_of_the_calendar_itself_counts_from_the_next_night_on(self):
        days = self.company.resource_calendar_id.attendance_ids
        days.filtered(lambda one: one.dayofweek == "4").unlink()
        sheets = self.env["kpi.appraisal"]
        self.assertIn(self.period, sheets._months_to_count())
        sheets._count_presence(self.period)
        self.assertEqual(self._presence(), (18, 18, False))

    def test_a_night_on_which_nothing_changed_writes_nothing(self):
        self._off(9)
        self.env.flush_all()
        self.env.invalidate_all()
        self.env.cr.execute("SELECT id, ctid FROM kpi_appraisal ORDER BY id")
        before = self.env.cr.fetchall()
        self.env["kpi.appraisal"]._count_presence(self.period)
        self.env.cr.execute("SELECT id, ctid FROM kpi_appraisal ORDER BY id")
        self.assertEqual(self.env.cr.fetchall(), before)

    def test_what_is_decided_does_not_follow_a_later_leave(self):
        self._deliver(self._give(self.staff))
        self._until(self.sheet, "decided")
        self._off(1, 31)
        self.assertEqual(self._presence(), (23, 23, False))

    def test_presence_of_many_takes_no_more_queries_than_of_few(self):
        counts = []
        for number in (10, 100):
            people = [
                self._person(f"Người {number}/{one}", "staff", manager=self.head)
                for one in range(number)
            ]
            sheets = self.env["kpi.appraisal"].union(
                *(self._open()[person] for person in people)
            )
            for person in people[::2]:
                self._off(9, person=person)
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            recorded = sheets._recorded_presence()
            counts.append(self.env.cr.sql_log_count - before)
            self.assertEqual(set(recorded.values()), {(23, 22), (23, 23)})
        self.assertLessEqual(counts[1], counts[0] + 2, counts)
