from collections import Counter
from contextlib import contextmanager

from freezegun import freeze_time

from odoo.modules.module import Manifest
from odoo.tests import TransactionCase, tagged
from odoo.tools import convert_file

from kpi_evaluation.regulation.grading import quota_limit

MODULE = "kpi_evaluation"
BEFORE_THE_REGULATION = "2026-05-20"
DAYS = ("2026-07-01", "2026-08-31", "2026-12-14", "2027-02-28", "2027-03-02")


@tagged("standard", "post_install", "-at_install")
class DemoCase(TransactionCase):
    """The demonstration's people and catalogue, loaded before there were months."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        with freeze_time(BEFORE_THE_REGULATION):
            for filename in Manifest.for_addon(MODULE)["demo"]:
                convert_file(cls.env, MODULE, filename, {}, "init", noupdate=True)
        cls.company = cls.env.ref(f"{MODULE}.demo_company")

    @classmethod
    def _make_months(cls, day):
        """The months there are once the demonstration is loaded on a day."""
        with freeze_time(f"{day} 03:00:00"):
            cls.env["kpi.demo"]._make_months()
        return cls._months()

    @classmethod
    def _months(cls):
        return cls.env["kpi.period"].search(
            [("company_id", "=", cls.company.id)], order="date_start"
        )

    def _sheet(self, period, login):
        return period.appraisal_ids.filtered(
            lambda sheet: sheet.employee_user_id.login == login
        )


class TestDemo(DemoCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.last, cls.this = cls._make_months("2026-11-23")

    def test_the_agency_has_people_of_all_four_categories(self):
        people = self.env["hr.employee"].search([("company_id", "=", self.company.id)])
        self.assertEqual(len(people), 27)
        categories = Counter(people.mapped("kpi_position_category"))
        self.assertEqual(
            categories, {"head": 5, "deputy": 5, "staff": 12, "contract": 5}
        )

    def test_everyone_but_the_leader_of_a_central_agency_has_an_evaluator(self):
        people = self.env["hr.employee"].search([("company_id", "=", self.company.id)])
        without = people.filtered(lambda person: not person.kpi_evaluator_id)
        self.assertEqual(without.name, "Quách Văn Thuế")

    def test_one_head_judges_in_the_portal_without_a_licence(self):
        people = self.env["hr.employee"].search([("company_id", "=", self.company.id)])
        heads = people.kpi_evaluator_id.user_id.filtered("share")
        self.assertEqual(heads.login, "nttthuy")
        waiting = self.env["kpi.people"].with_user(heads)._counts()
        self.assertTrue(waiting["delivery"] and waiting["plan"])
        rows = self.env["kpi.people"].with_user(heads)._month_view(self.this)["rows"]
        self.assertIn("review", [row["todo"] for row in rows])

    def test_everyone_logs_in_with_the_login_as_password(self):
        users = self.env["res.users"].search([("company_id", "=", self.company.id)])
        for user in users - self.env.ref("base.user_admin"):
            credential = {"type": "password", "password": user.login}
            user.with_user(user)._check_credentials(credential, {"interactive": True})
            self.assertEqual((user.lang, user.tz), ("vi_VN", "Asia/Ho_Chi_Minh"))

    def test_the_administrator_works_in_the_agency(self):
        self.assertEqual(self.env.ref("base.user_admin").company_id, self.company)

    def test_every_product_has_a_coefficient(self):
        items = self.env["kpi.catalogue.item"].search(
            [("company_id", "=", self.company.id)]
        )
        self.assertGreaterEqual(len(items), 40)
        self.assertEqual(set(items.group_id.mapped("code")), {"N1", "N2", "N3", "N4"})
        self.assertTrue(all(item.coefficient > 0 for item in items))

    def test_no_other_agency_gets_a_sheet(self):
        sheets = self.env["kpi.appraisal"].search(
            [("period_id.date_start", ">", "2026-09-01")]
        )
        self.assertEqual(sheets.company_id, self.company)

    def test_class_a_stays_within_its_share_in_each_group(self):
        rules = self.last._rulebook()
        decided = self.last.appraisal_ids.filtered("grade")
        for sheets in (decided, *decided.grouped("task_group_id").values()):
            count = Counter(sheets.mapped("grade"))
            self.assertLessEqual(count["a"], quota_limit(count["a"], count["b"], rules))

    def test_whoever_leads_somebody_in_class_d_has_half_of_d(self):
        failed = self.last.appraisal_ids.filtered(lambda s: s.grade == "d")
        leader = self._sheet(self.last, failed.evaluator_user_id.login)
        self.assertEqual(len(failed), 1)
        self.assertEqual((leader.state, leader.unit_ratio), ("published", 50))
        self.assertEqual(self._sheet(self.last, "ntmnguyet").unit_ratio, 100)

    def test_somebody_in_class_a_by_points_is_decided_lower_with_a_reason(self):
        sheet = self._sheet(self.last, "tochuc")
        self.assertEqual((sheet.system_grade, sheet.grade), ("a", "b"))
        self.assertIn("20%", sheet.grade_reason)

    def test_whoever_was_given_nothing_has_no_score_but_a_reason(self):
        sheet = self._sheet(self.this, "dvquan")
        self.assertFalse(sheet.is_scorable or sheet.system_grade)
        self.assertIn(["nothing_assigned", ""], sheet.trace["missing"])
        self.assertIn("Điều 15.1", sheet._missing_sentences()[0])

    def test_whoever_was_away_is_not_evaluated_once_hr_has_confirmed_it(self):
        away = self._sheet(self.last, "ctpanh")
        self.assertEqual((away.state, away.present_days), ("exempt", 0))
        self.assertTrue(away.exempt_reason)
        self.assertEqual(self.this.short_presence_count, 1)
        self.assertTrue(self._sheet(self.this, "dvquan").is_short)

    def test_each_deputy_has_a_field_and_directs_its_work(self):
        for period in (self.last, self.this):
            for login in ("ptlhuong", "nvtiep", "dvhoa", "tthanh", "hvduy"):
                sheet = self._sheet(period, login)
                self.assertTrue(sheet.field_in_charge, login)
                terms = dict(sheet.trace["steps"][0]["terms"])
                self.assertIn("directing", terms, login)

    def test_the_work_of_the_month_shows_every_kind_of_fact(self):
        with freeze_time("2026-11-23 03:00:00"):
            work = self.env["kpi.assignment"].search([("period_id", "=", self.this.id)])
            progress = Counter(work.mapped("progress"))
        self.assertEqual(
            set(progress),
            {name for name, _label in work._fields["progress"].selection},
        )
        self.assertEqual(set(work.mapped("origin")), {"plan", "takeover", "adhoc"})
        self.assertTrue(any(work.mapped("fault_count")))
        self.assertTrue(any(work.mapped("late_count")))
        self.assertIn(0.8, work.mapped("done_quantity"))
        waiting = work.delivery_ids.filtered(lambda d: d.verdict == "pending")
        self.assertTrue(all(waiting.mapped("attachment_ids")))

    def test_the_work_of_the_month_shows_what_can_happen_to_it(self):
        work = self.env["kpi.assignment"].search([("period_id", "=", self.this.id)])
        states = {"proposed", "given", "handed_back", "refused"}
        self.assertEqual(set(work.mapped("state")), states)
        self.assertTrue(any(work.mapped("unable_reason")))
        self.assertEqual(work.change_ids.mapped("state"), ["requested"])
        self.assertTrue(work.source_id)
        self.assertEqual(work.joint_id.remaining_quantity, 0.2)

    def test_loading_it_again_adds_nothing(self):
        models = ("kpi.period", "kpi.appraisal", "kpi.assignment", "kpi.delivery")
        before = [self.env[name].search_count([]) for name in models]
        self._make_months("2026-11-24")
        self.assertEqual(before, [self.env[name].search_count([]) for name in models])


class TestDemoOnAnyDay(DemoCase):
    def test_before_the_regulation_there_is_no_month(self):
        self.assertFalse(self._months())

    def test_both_months_are_complete_on_any_day(self):
        for day in DAYS:
            with self.subTest(day), self._undone():
                last, this = self._make_months(day)
                self._check_last_month(last)
                self._check_this_month(this, day)

    def test_in_the_first_month_of_the_regulation_there_is_no_month_before(self):
        (this,) = self._make_months("2026-06-01")
        self._check_this_month(this, "2026-06-01")

    @contextmanager
    def _undone(self):
        savepoint = self.env.cr.savepoint()
        try:
            yield
        finally:
            savepoint.close(rollback=True)
            self.env.invalidate_all(flush=False)

    def _check_last_month(self, period):
        sheets = period.appraisal_ids.grouped("state")
        self.assertEqual(set(sheets), {"published", "exempt"})
        self.assertEqual(len(sheets["published"]), 26)
        self.assertEqual(set(sheets["published"].mapped("grade")), set("abcd"))
        self._check_days(period, period.date_end)

    def _check_this_month(self, period, day):
        states = Counter(period.appraisal_ids.mapped("state"))
        self.assertEqual(
            states, {"draft": 17, "self_assessed": 5, "reviewed": 3, "decided": 2}
        )
        self._check_days(period, day)

    def _check_days(self, period, last_day):
        """No hand-in lies outside the month or after the last day that has come."""
        deliveries = self.env["kpi.delivery"].search(
            [("assignment_id.period_id", "=", period.id)]
        )
        self.assertTrue(deliveries)
        self.assertGreaterEqual(min(deliveries.mapped("date")), period.date_start)
        self.assertLessEqual(str(max(deliveries.mapped("date"))), str(last_day))
