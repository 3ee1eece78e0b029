"""A person's quarter and year are the mean of the published months (Điều 19)."""

import json
from datetime import date
from fractions import Fraction

from psycopg2 import IntegrityError

from odoo.exceptions import UserError, ValidationError
from odoo.tools import mute_logger

from .common import HR, KpiCase


class TestRollup(KpiCase):
    def _publish(self, person, month, total, grade, company=None):
        """A published sheet of an exact total."""
        company = company or person.company_id
        day = date(2026, month, 1)
        periods = self.env["kpi.period"]
        period = periods.search(
            [("date_start", "=", day), ("company_id", "=", company.id)]
        ) or self._month(day, company)
        sheet = self.env["kpi.appraisal"].create(
            {"employee_id": person.id, "period_id": period.id}
        )
        self.env.flush_all()
        total = Fraction(total)
        step = {"code": "total", "value": f"{total.numerator}/{total.denominator}"}
        self.env.cr.execute(
            "UPDATE kpi_appraisal SET state = 'published', grade = %s, trace = %s, "
            "is_scorable = TRUE, total_score = %s WHERE id = %s",
            (grade, json.dumps({"steps": [step]}), float(total), sheet.id),
        )
        self.env.invalidate_all()
        return sheet

    def _count(self, span="quarter", day="2026-08-15", person=None):
        counted = self.env["kpi.rollup"].with_user(self.hr)
        counted.action_count(span, day)
        self.env.invalidate_all()
        first = {"quarter": "2026-07-01", "half": "2026-07-01", "year": "2026-01-01"}
        return counted.sudo().search(
            [
                ("employee_id", "=", (person or self.staff).id),
                ("span", "=", span),
                ("date_start", "=", first[span]),
            ]
        )

    def test_the_exact_totals_are_averaged_not_those_shown(self):
        for month in (7, 8, 9):
            self._publish(self.staff, month, Fraction(270, 3) - Fraction(1, 900), "b")
        quarter = self._count()
        self.assertEqual((quarter.mean_score, quarter.grade), (89.99, "b"))
        self.assertEqual(quarter.month_count, 3)

    def test_months_without_a_published_score_do_not_count(self):
        self._publish(self.staff, 7, 90, "a")
        self._open(self._month(date(2026, 8, 1)))
        quarter = self._count()
        self.assertEqual((quarter.mean_score, quarter.month_count), (90, 1))
        self.assertFalse(self._count(person=self.colleague))

    def test_a_year_of_five_months_is_not_classed(self):
        for month in range(7, 12):
            self._publish(self.staff, month, 95, "a")
        year = self._count("year")
        self.assertEqual((year.mean_score, year.grade), (95, False))
        self.assertIn("fewer than 6", year.reason)
        self._publish(self.staff, 12, 95, "a")
        self.assertEqual(self._count("year").grade, "a")

    def test_counting_again_follows_what_was_annulled_or_added(self):
        sheet = self._publish(self.staff, 7, 60, "c")
        self.assertEqual(self._count().mean_score, 60)
        self.env.cr.execute(
            "UPDATE kpi_appraisal SET state = 'annulled' WHERE id = %s", sheet.ids
        )
        self.env.invalidate_all()
        self.assertFalse(self._count())
        self._publish(self.staff, 8, 80, "b")
        self.assertEqual(self._count().mean_score, 80)

    def test_who_moves_to_another_agency_brings_the_months_along(self):
        elsewhere = self._agency("UBND xã Bình Yên")
        self._publish(self.staff, 7, 90, "a")
        self.staff.write({"company_id": elsewhere.id, "parent_id": False})
        self._publish(self.staff, 8, 70, "b", elsewhere)
        officer = self._person("Mai Nơi Khác", "staff", HR, None, elsewhere)
        self.env["kpi.rollup"].with_user(officer.user_id).action_count(
            "quarter", "2026-07-01"
        )
        quarter = self.env["kpi.rollup"].search([("employee_id", "=", self.staff.id)])
        self.assertEqual(quarter.company_id, elsewhere)
        self.assertEqual((quarter.mean_score, quarter.month_count), (80, 2))

    def test_a_result_from_outside_the_system_counts_with_its_notice(self):
        self._publish(self.staff, 8, 80, "b")
        self._carry("2026-07-01", 90.5)
        self.assertEqual(self._count().mean_score, 85.25)

    def test_a_carried_month_is_a_real_one_and_comes_once(self):
        self._publish(self.staff, 7, 80, "b")
        for day, total, sentence in (
            ("2026-07-01", 80, "already has a published sheet"),
            ("2026-06-02", 80, "first day of a month"),
            ("2027-01-01", 80, "has begun"),
            ("2026-06-01", 101, "between 0 and 100"),
            ("2026-06-01", -1, "between 0 and 100"),
        ):
            refused = self.assertRaisesRegex(ValidationError, sentence)
            with refused, self.cr.savepoint():
                self._carry(day, total)
        self._carry("2026-06-01", 80)
        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"):
            self._carry("2026-06-01", 81)

    def _carry(self, day, total):
        return (
            self.env["kpi.carried.month"]
            .with_user(self.hr)
            .create(
                {
                    "employee_id": self.staff.id,
                    "date_start": day,
                    "total_score": total,
                    "grade": "b",
                    "agency": "Sở Y tế",
                    "document": "12/TB-SYT ngày 05/8/2026",
                }
            )
        )

    def test_leaders_and_party_members_are_told_apart(self):
        self.staff.kpi_is_party_member = True
        for person in (self.staff, self.head):
            self._publish(person, 7, 80, "b")
        mine, led = self._count(), self._count(person=self.head)
        self.assertEqual((mine.is_leader, mine.is_party_member), (False, True))
        self.assertEqual((led.is_leader, led.is_party_member), (True, False))

    def test_nobody_types_a_span(self):
        self._publish(self.staff, 7, 80, "b")
        quarter = self._count()
        for user in (self.hr, self.head.user_id, self.staff.user_id):
            with self.assertRaises(UserError):
                quarter.with_user(user).write({"mean_score": 99})
        with self.assertRaisesRegex(UserError, "Only the HR officer"):
            self.env["kpi.rollup"].with_user(self.head.user_id).action_count(
                "quarter", "2026-07-01"
            )

    def test_counting_costs_no_query_for_each_person(self):
        def queries(day):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            self.env["kpi.rollup"].with_user(self.hr).action_count("quarter", day)
            self.env.flush_all()
            return self.env.cr.sql_log_count - before

        self._publish(self.staff, 6, 80, "b")
        few = queries("2026-06-01")
        for number in range(15):
            self._publish(self._person(f"Thêm {number}", "staff"), 7, 80, "b")
        self.assertLess(queries("2026-07-01"), few + 10)
