from datetime import date

from freezegun import freeze_time
from psycopg2 import IntegrityError

from odoo.exceptions import UserError, ValidationError
from odoo.tools import mute_logger

from .common import INTERNAL, PORTAL, KpiCase


class TestPeriod(KpiCase):
    """A month and the opening of its sheets (Điều 16)."""

    def test_the_last_days_are_those_before_the_days_of_the_law(self):
        for first, self_until, opinion, decision, publication in (
            ("2026-07-01", "07-24", "07-25", "07-27", "08-04"),
            ("2026-09-01", "09-11", "09-12", "09-14", "10-04"),
            ("2026-12-01", "12-11", "12-12", "12-14", "01-04"),
            ("2027-02-01", "02-24", "02-25", "02-27", "03-04"),
        ):
            day = date.fromisoformat(first)
            period = self.period if day == self.period.date_start else self._month(day)
            shown = [
                f"{period[field]:%m-%d}"
                for field in (
                    "self_assessment_until",
                    "opinion_until",
                    "decision_until",
                    "publication_until",
                )
            ]
            self.assertEqual(shown, [self_until, opinion, decision, publication])

    def test_a_period_is_a_whole_month(self):
        for start, end in (
            ("2026-08-02", "2026-08-31"),
            ("2026-08-01", "2026-08-30"),
            ("2026-08-01", "2026-09-30"),
        ):
            with self.assertRaises(ValidationError):
                self.period.create({"date_start": start, "date_end": end})

    def test_a_month_before_the_regulation_is_refused(self):
        with self.assertRaisesRegex(UserError, "not in force"):
            self._month(date(2026, 5, 1))

    @mute_logger("odoo.sql_db")
    def test_an_agency_has_a_month_once(self):
        with self.assertRaises(IntegrityError):
            self._month()

    def test_who_is_no_officer_is_told_so(self):
        for user in (self.staff.user_id, self.head.user_id):
            with self.assertRaisesRegex(UserError, "Only the HR officer"):
                self.period.with_user(user).action_open()

    def test_opening_twice_is_harmless(self):
        first = self._open()
        self._deliver(self._give(self.staff))
        self._self_assess(first[self.staff])
        total = first[self.staff].total_score
        self.assertEqual(self._open(), first)
        self.assertEqual(first[self.staff].state, "self_assessed")
        self.assertEqual(first[self.staff].total_score, total)

    def test_opening_again_adds_only_who_came_since(self):
        first = self._open()
        newcomer = self._person("Cao Văn Mới", "staff", PORTAL, self.head)
        again = self._open()
        self.assertEqual(set(again) - set(first), {newcomer})

    def test_opening_gives_a_sheet_to_those_of_the_agency_only(self):
        elsewhere = self._agency("UBND xã Bình Yên")
        stranger = self._person("Mai Nơi Khác", "staff", company=elsewhere)
        people = set(self._open())
        self.assertNotIn(stranger, people)
        self.assertLessEqual({self.head, self.staff, self.colleague}, people)

    def test_who_cannot_be_judged_is_named_with_what_is_missing(self):
        person = self._person("Tô Thị Thiếu", False, None, self.head)
        self.assertNotIn(person, self._open())
        (gap,) = self._without_sheet()
        self.assertEqual((gap.employee_name, gap.kind), ("Tô Thị Thiếu", "category"))
        self.assertIn("Điều 7.2", gap.sentence)
        person.kpi_position_category = "staff"
        self.assertIn(person, self._open())
        self.assertFalse(self._without_sheet())

    def _without_sheet(self):
        kinds = ("category", "form", "faulty_form")
        return self.period.gap_ids.filtered(lambda gap: gap.kind in kinds)

    def test_a_form_that_does_not_sum_up_opens_no_sheet(self):
        form = self.env.ref("kpi_evaluation.form_03")
        form.criterion_ids._leaves()[0].max_points = 4
        people = self._open()
        self.assertNotIn(self.staff, people)
        self.assertIn(self.head, people)
        self.assertIn("03", self._without_sheet()[0].sentence)

    def test_the_category_and_the_form_are_those_of_one_and_the_same_day(self):
        """Someone whose category begins later in the month is not opened halfway."""
        person = self._person("Lý Văn Muộn", False, None, self.head)
        later = person.create_version({"date_version": date(2026, 7, 20)})
        later.kpi_position_category = "staff"
        self.assertNotIn(person, self._open())
        with freeze_time("2026-07-20 03:00:00"):
            sheet = self._open()[person]
        self.assertEqual(sheet.position_category, "staff")
        self.assertTrue(sheet.criterion_ids)

    def test_a_month_opened_after_its_end_copies_its_last_day(self):
        mover = self._person("Bùi Thị Chuyển", "staff", None, self.head)
        later = mover.create_version({"date_version": date(2026, 8, 1)})
        later.write({"kpi_position_category": "deputy", "job_title": "Phó phòng"})
        with freeze_time("2026-08-10 03:00:00"):
            sheet = self._open()[mover]
        self.assertEqual(sheet.position_category, "staff")

    def test_the_days_of_a_month_in_use_do_not_change(self):
        moved = {"date_start": "2026-10-01", "date_end": "2026-10-31"}
        period = self.period.with_user(self.hr)
        with self.env.cr.savepoint() as savepoint:
            period.write(moved)
            savepoint.rollback()
            self.env.invalidate_all(flush=False)
        self._give(self.staff)
        with self.assertRaises(UserError):
            period.write(moved)
        self._open()
        with self.assertRaises(UserError):
            period.write(moved)
        self.assertEqual(self.period.name, "07/2026")

    def test_a_leader_waits_for_whoever_is_opened_later(self):
        chair = self._person("Hoàng Thị Chủ", "head", INTERNAL)
        self.head.parent_id = chair
        sheets = self._open()
        for person in (self.staff, self.colleague, self.officer):
            self._deliver(self._give(person))
            self._until(sheets[person], "decided")
        self.assertEqual(sheets[self.head].unit_ratio, 100)
        self._person("Cao Văn Mới", "staff", PORTAL, self.head)
        self._open()
        missing = [code for code, _subject in sheets[self.head].trace["missing"]]
        self.assertIn("subordinate_undecided", missing)
