"""Within which unit and group the share of A is counted (Điều 8.5.a, 8.5.b)."""

from psycopg2 import IntegrityError

from odoo.exceptions import UserError, ValidationError
from odoo.tools import mute_logger

from .quota_case import QuotaCase


class TestQuotaUnits(QuotaCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.office, cls.station = cls.env["hr.department"].create(
            [
                {"name": name, "company_id": cls.company.id}
                for name in ("Văn phòng", "Trạm Y tế")
            ]
        )
        cls.clerks, cls.nurses = cls.env["kpi.task.group"].create(
            [
                {"name": name, "company_id": cls.company.id}
                for name in ("Chuyên viên", "Điều dưỡng")
            ]
        )

    def test_departments_share_the_limit_of_the_agency(self):
        units = [self.office, *[self.station] * 5]
        sheets = self._reviewed([95, *[80] * 5], units=units)
        self._decide_as_head(sheets)
        self.assertEqual(sheets[0].grade, "a")

    def test_a_unit_marked_so_has_a_limit_of_its_own(self):
        self.station.kpi_is_quota_unit = True
        units = [self.office, *[self.station] * 5]
        sheets = self._reviewed([95, *[80] * 5], units=units)
        with self.assertRaisesRegex(UserError, "Only 0 of 1"):
            self._decide_as_head(sheets[0])

    def test_units_below_count_with_the_unit_that_is_marked(self):
        self.office.kpi_is_quota_unit = True
        self.station.parent_id = self.office
        units = [self.office, *[self.station] * 5]
        sheets = self._reviewed([95, *[80] * 5], units=units)
        self._decide_as_head(sheets)
        self.assertEqual(sheets[0].grade, "a")

    def test_an_agency_may_count_in_each_division(self):
        self._choose(quota_unit="department", day="2026-06-03")
        units = [self.office, *[self.station] * 5]
        sheets = self._reviewed([95, *[80] * 5], units=units)
        with self.assertRaisesRegex(UserError, "Only 0 of 1"):
            self._decide_as_head(sheets[0])

    def test_the_limit_holds_in_each_group_of_similar_tasks_too(self):
        groups = [self.clerks, *[self.nurses] * 5]
        sheets = self._reviewed([95, *[80] * 5], groups=groups)
        with self.assertRaisesRegex(UserError, "Only 0 of 1"):
            self._decide_as_head(sheets[0])
        plan = self._plan()
        self.assertEqual(plan.line_ids.mapped("fate"), ["over"])

    def test_people_without_a_group_form_one_together(self):
        groups = [self.env["kpi.task.group"]] * 6 + [self.clerks]
        sheets = self._reviewed([95, *[80] * 5, 80], groups=groups)
        self._decide_as_head(sheets)
        self.assertEqual(sheets[0].grade, "a")

    def test_a_decision_of_the_authority_lets_a_quarter_be_a(self):
        sheets = self._reviewed([95, *[80] * 4])
        with self.assertRaises(UserError):
            self._decide_as_head(sheets[0])
        self._exception()
        self._decide_as_head(sheets[0])
        self.assertEqual(sheets[0].grade, "a")

    def test_the_decision_counts_for_the_unit_it_names_only(self):
        self.station.kpi_is_quota_unit = True
        self._exception(department_id=self.station.id)
        units = [self.office] * 5
        sheets = self._reviewed([95, *[80] * 4], units=units)
        with self.assertRaises(UserError):
            self._decide_as_head(sheets[0])

    def test_a_decision_on_which_a_was_decided_is_kept(self):
        decision = self._exception()
        sheets = self._reviewed([95, *[80] * 4])
        self._decide_as_head(sheets[0])
        with self.assertRaisesRegex(UserError, "it is kept"):
            decision.with_user(self.hr).unlink()

    def test_a_decision_without_number_day_or_authority_is_none(self):
        for name in ("number", "date", "authority", "reason"):
            with (
                self.subTest(name),
                self.cr.savepoint(),
                self.assertRaises(IntegrityError),
                mute_logger("odoo.sql_db"),
            ):
                self._exception(**{name: False})
        with self.assertRaisesRegex(ValidationError, "later day"):
            self._exception(date="2026-12-01")
        with self.assertRaisesRegex(ValidationError, "no share of A of its own"):
            self._exception(department_id=self.office.id)

    def _exception(self, **more):
        values = {
            "period_id": self.period.id,
            "number": "15/QĐ-UBND",
            "date": "2026-07-01",
            "authority": "Chủ tịch UBND tỉnh",
            "reason": "Hoàn thành vượt kế hoạch",
        }
        return self.env["kpi.quota.exception"].with_user(self.hr).create(values | more)
