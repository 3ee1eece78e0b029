"""Additional income follows the published classes, every đồng of it (Điều 17)."""

from psycopg2 import IntegrityError

from odoo.exceptions import UserError
from odoo.tools import mute_logger

from .areas.income import scale
from .common import PORTAL, KpiCase


class TestIncome(KpiCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.scale = scale(cls).with_user(cls.hr)

    def _published(self, *grades):
        """Published sheets of as many new people, each of a class."""
        people = [
            self._person(f"Người {number}", "staff", PORTAL, self.head)
            for number in range(len(grades))
        ]
        opened = self._open()
        self.env.flush_all()
        for person, grade in zip(people, grades, strict=True):
            self.env.cr.execute(
                "UPDATE kpi_appraisal SET state = 'published', grade = %s "
                "WHERE id = %s",
                (grade, opened[person].id),
            )
        self.env.invalidate_all()
        return [opened[person] for person in people]

    def _run(self, **more):
        runs = self.env["kpi.income.run"].with_user(self.hr)
        return runs.create({"period_id": self.period.id, "fund": 10_000_000} | more)

    def _amounts(self, run, sheets):
        by_sheet = {line.appraisal_id: line.amount for line in run.line_ids}
        return [by_sheet[sheet] for sheet in sheets]

    def test_a_scale_must_fall_from_class_to_class(self):
        for change in ({"coefficient_b": 1.2}, {"coefficient_d": 0.6}):
            flat = scale(self, date_from="2026-08-01", **change).with_user(self.hr)
            with self.assertRaisesRegex(UserError, "no levelling"):
                flat.action_approve()

    def test_reasons_are_in_the_language_of_the_officer_who_counts(self):
        self.env["res.lang"]._activate_lang("vi_VN")
        self.hr.lang = "vi_VN"
        self.scale.action_approve()
        self._published("a")
        run = self._run()
        run.action_count()
        reasons = set(run.line_ids.mapped("reason")) - {False}
        self.assertEqual(reasons, {"Chưa công khai kết quả (Điều 16)"})

    def test_a_list_says_whose_it_is(self):
        run = self._run()
        self.assertEqual(run.unit_name, self.company.name)
        unit = self.env["hr.department"].create(
            {"name": "Văn phòng", "company_id": self.company.id}
        )
        self.assertEqual(self._run(department_id=unit.id).unit_name, "Văn phòng")

    def test_a_scale_needs_its_document(self):
        self.scale.decision_number = False
        with self.assertRaisesRegex(UserError, "the document that decides"):
            self.scale.action_approve()

    def test_an_approved_scale_stands(self):
        self.scale.action_approve()
        with self.assertRaisesRegex(UserError, "no longer changes"):
            self.scale.coefficient_a = 3
        with self.assertRaisesRegex(UserError, "is kept"):
            self.scale.unlink()
        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"):
            scale(self).with_user(self.hr).action_approve()

    def test_nothing_is_made_approved_whatever_is_missing(self):
        scales = self.env["kpi.income.scale"].with_user(self.hr)
        by_context = scales.with_context(default_state="approved")
        values = self.scale.copy_data({"state": "approved", "date_from": "2026-08-01"})
        later = self.scale.copy_data({"date_from": "2026-09-01"})
        for made in (
            lambda: scales.create(values),
            lambda: by_context.create(later),
            lambda: self._run(state="approved"),
        ):
            with self.assertRaisesRegex(UserError, "no longer changes"):
                made()

    def test_a_fund_is_shared_by_class_and_used_up(self):
        self.scale.action_approve()
        sheets = self._published("a", "b", "b", "c", "d")
        run = self._run(fund=10_000_001)
        run.action_count()
        amounts = self._amounts(run, sheets)
        # Weights 1.2, 1, 1, 0.6: 10 000 001 / 3.8 each
        self.assertEqual(amounts, [3_157_895, 2_631_579, 2_631_579, 1_578_948, 0])
        self.assertEqual((run.total, run.left_over), (10_000_001, 0))

    def test_whose_class_is_not_published_gets_nothing_and_is_named(self):
        self.scale.action_approve()
        self._published("b")
        run = self._run()
        run.action_count()
        line = run.line_ids.filtered(lambda one: one.employee_name == self.staff.name)
        self.assertEqual((line.amount, line.grade), (0, False))
        self.assertIn("Not published yet", line.reason)

    def test_a_percentage_of_the_salary_within_its_bounds(self):
        self.scale.write(
            {
                "method": "salary",
                "coefficient_a": 40,
                "coefficient_b": 30,
                "coefficient_c": 10,
                "floor": 1_000_000,
                "ceiling": 3_500_000,
            }
        )
        self.scale.action_approve()
        sheets = self._published("a", "b", "c", "d")
        for sheet in sheets:
            sheet.employee_id.wage = 9_360_000
        run = self._run(fund=0)
        run.action_count()
        self.assertEqual(
            self._amounts(run, sheets), [3_500_000, 2_808_000, 1_000_000, 0]
        )

    def test_the_scale_is_that_of_the_first_day_of_the_month(self):
        self.scale.date_from = "2026-07-02"
        self.scale.action_approve()
        run = self._run()
        self.assertFalse(run.scale_id)
        with self.assertRaisesRegex(UserError, "No scale of additional income"):
            run.action_count()

    def test_a_fund_too_small_for_the_least_amount_is_refused(self):
        self.scale.floor = 6_000_000
        self.scale.action_approve()
        self._published("a", "b")
        with self.assertRaisesRegex(UserError, "does not reach"):
            self._run().action_count()

    def test_nobody_stands_on_two_lists_of_a_month(self):
        office = self.env["hr.department"].create(
            {"name": "Văn phòng", "company_id": self.company.id}
        )
        self.staff.department_id = office
        self.scale.action_approve()
        self._published("b")
        part = self._run(department_id=office.id)
        part.action_count()
        self.assertEqual(part.line_ids.appraisal_id.employee_id, self.staff)
        rest = self._run()
        rest.action_count()
        self.assertNotIn(self.staff, rest.line_ids.appraisal_id.employee_id)

    def test_a_list_is_counted_again_after_a_new_decision(self):
        self.scale.action_approve()
        self._published("b")
        run = self._run()
        run.action_count()
        self._deliver(self._give(self.staff))
        self._until(self._open()[self.staff], "published")
        with self.assertRaisesRegex(UserError, "count it again"):
            run.action_approve()
        run.action_count()
        run.action_approve()
        with self.assertRaisesRegex(UserError, "no longer changes"):
            run.fund = 1
        with self.assertRaisesRegex(UserError, "is kept"):
            run.unlink()
