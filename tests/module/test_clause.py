from datetime import date
from unittest.mock import patch

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tools import mute_logger

from odoo.addons.kpi_evaluation.models.law import kpi_regulation_clause_history

from .common import KpiCase
from .roles import ROLES, Roles


class ClauseCase(KpiCase):
    def _row(self, code, value, day, company=None, user=None):
        shipped = self.env.ref(f"kpi_evaluation.clause_{code}_20260601")
        rows = self.env["kpi.regulation.clause"].with_user(user or self.env.user)
        return rows.create(
            {
                "code": code,
                "name": shipped.name,
                "value": value,
                "unit": shipped.unit,
                "clause": "Quy chế của đơn vị",
                "date_from": day,
                "company_id": company.id if company else False,
            }
        )


class TestClause(ClauseCase):
    """The law in rows: dated, cited, only ever added."""

    def _penalty(self, day, company=None):
        rows = self.env["kpi.regulation.clause"]
        return rows._rulebook(day, company or self.company).fault_penalty

    def test_a_row_holds_from_its_day_on_and_leaves_earlier_months_alone(self):
        self._row("fault_penalty", "30", "2026-09-01")
        for day, penalty in (
            (date(2026, 6, 1), 25),
            (date(2026, 8, 31), 25),
            (date(2026, 9, 1), 30),
            (date(2027, 1, 1), 30),
        ):
            with self.subTest(day=day):
                self.assertEqual(self._penalty(day), penalty)

    def test_an_agency_s_own_row_holds_for_it_alone(self):
        other = self._agency("UBND xã Bình Yên")
        self._row("fault_penalty", "20", "2026-08-01", self.company)
        self.assertEqual(self._penalty(date(2026, 8, 1)), 20)
        self.assertEqual(self._penalty(date(2026, 8, 1), other), 25)

    def test_an_agency_s_own_row_goes_before_a_later_general_one(self):
        self._row("fault_penalty", "20", "2026-08-01", self.company)
        self._row("fault_penalty", "30", "2026-09-01")
        self.assertEqual(self._penalty(date(2026, 10, 1)), 20)

    def test_a_month_is_judged_by_the_rules_of_its_first_day(self):
        self._row("fault_penalty", "30", "2026-08-02")
        august = self._month(date(2026, 8, 1))
        september = self._month(date(2026, 9, 1))
        self.assertEqual(august._rulebook().fault_penalty, 25)
        self.assertEqual(september._rulebook().fault_penalty, 30)

    def test_before_the_regulation_there_is_no_rule(self):
        with self.assertRaises(UserError):
            self._penalty(date(2026, 5, 31))

    def test_a_row_names_a_known_rule_and_a_value_it_can_take(self):
        for code, value in (
            ("fault_penalty", "nhiều"),
            ("fault_penalty", "101"),
            ("fault_penalty", ""),
            ("late_unit", "hour"),
            ("self_assessment_before", "0"),
        ):
            with self.subTest(value=value), self.assertRaises(ValidationError):
                self._row(code, value, "2026-09-01")
        row = self._row("fault_penalty", "30", "2026-09-01")
        with self.assertRaises(ValidationError):
            row.copy({"code": "no_such_rule", "date_from": "2026-10-01"})

    def test_a_row_that_contradicts_the_others_is_refused_before_it_stands(self):
        for company in (None, self.company):
            with self.assertRaises(ValidationError):
                self._row("band_b_from", "95", "2026-09-01", company)
        self._row("band_a_from", "96", "2026-08-01", self.company)
        self._row("band_b_from", "95", "2026-09-01", self.company)

    def test_a_row_that_contradicts_a_later_one_is_refused_too(self):
        self._row("band_a_from", "80", "2026-10-01")
        with self.assertRaises(ValidationError):
            self._row("band_b_from", "85", "2026-09-01")

    @mute_logger("odoo.sql_db")
    def test_a_rule_has_one_row_a_day(self):
        with self.assertRaises(IntegrityError):
            self._row("fault_penalty", "30", "2026-06-01")

    def test_a_new_rule_recomputes_the_open_sheets_of_its_months(self):
        sheet = self._open()[self.staff]
        work = self._give(self.staff)
        faulty = self._hand_in(work)
        faulty.with_user(self.head.user_id).action_return("Sai")
        self._deliver(work)
        self.assertEqual(sheet.quality_ratio, 75)
        self._row("fault_penalty", "40", "2026-07-01", self.company, self.hr)
        self.assertEqual(sheet.quality_ratio, 60)

    def test_a_new_rule_scores_some_sheets_at_a_time_and_all_or_none(self):
        people = [
            self._person(f"Người {one}", "staff", manager=self.head) for one in range(5)
        ]
        opened = self._open()
        for person in people:
            self._set_behind(opened[person], quality_ratio=75)
        self.env.invalidate_all()
        sheets = self.env["kpi.appraisal"].concat(*(opened[one] for one in people))
        portions, again = [], self.env.registry["kpi.appraisal"]._recompute_scores

        def score_again(some):
            cached = some._fields["trace"]._get_all_cache_ids(self.env)
            portions.append((len(some), len(cached)))
            if len(portions) == self.fails_in:
                raise UserError("Hỏng")
            return again(some)

        with (
            patch.object(kpi_regulation_clause_history, "SHEETS_AT_ONCE", 2),
            patch.object(type(sheets), "_recompute_scores", score_again),
        ):
            self.fails_in = 2
            with self.assertRaises(UserError), self.env.cr.savepoint():
                self._row("fault_penalty", "40", "2026-07-01", self.company)
            self.assertEqual(set(sheets.mapped("quality_ratio")), {75})
            self.fails_in, portions[:] = 0, []
            self.env.invalidate_all()
            self._row("fault_penalty", "40", "2026-07-01", self.company)
        self.assertEqual(set(sheets.mapped("quality_ratio")), {0})
        self.assertLessEqual(max(size for size, _cached in portions), 2)
        self.assertEqual({cached for _size, cached in portions}, {0})
        self.assertGreaterEqual(len(portions), 3)

    def test_a_month_already_assessed_keeps_its_rules(self):
        sheet = self._open()[self.staff]
        self._deliver(self._give(self.staff))
        self._self_assess(sheet)
        for day in ("2026-06-15", "2026-07-01"):
            with self.subTest(day=day), self.assertRaises(UserError):
                self._row("fault_penalty", "40", day, self.company, self.hr)
        self._row("fault_penalty", "40", "2026-07-02", self.company, self.hr)
        self.assertEqual(self.period._rulebook().fault_penalty, 25)


class TestClauseIsAppendOnly(Roles, ClauseCase):
    def test_no_role_changes_or_deletes_a_row(self):
        row = self._row("fault_penalty", "30", "2026-09-01", self.company, self.hr)
        shipped = self.env.ref("kpi_evaluation.clause_fault_penalty_20260601")
        for role in ROLES:
            for one in (row, shipped):
                with self.assertRaisesRegex(UserError, "never changed", msg=role):
                    self._as(role, one).write({"value": "0"})
                with self.assertRaises(AccessError, msg=role):
                    self._as(role, one).unlink()
