"""The demonstration's quarters, income and province: no screen of them is empty."""

from collections import Counter

from odoo.tests import Form

from .paper import printed
from .test_demo import DemoCase


class TestDemoResults(DemoCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.last, cls.this = cls._make_months("2026-11-23")
        cls.officer = cls.env.ref("kpi_evaluation.demo_user_tochuc")

    def test_the_income_of_the_month_is_approved_to_the_last_dong(self):
        run = self.env["kpi.income.run"].search([("period_id", "=", self.last.id)])
        self.assertEqual((run.state, run.scale_id.state), ("approved", "approved"))
        self.assertEqual(run.total, run.fund)
        unpaid = run.line_ids.filtered(lambda line: not line.amount)
        for line in unpaid:
            self.assertRegex(line.reason, "Không|Mức", "in Vietnamese")
        self.assertEqual(len(run.line_ids), 26)
        self.assertEqual(len(unpaid), 2)

    def test_each_span_has_been_counted_and_names_itself(self):
        rollups = self.env["kpi.rollup"].search([("company_id", "=", self.company.id)])
        speaking = rollups.with_context(lang="vi_VN")
        self.assertEqual(set(rollups.mapped("span")), {"quarter", "half", "year"})
        names = set(speaking.mapped("span_name"))
        self.assertLessEqual({"Quý 4/2026", "6 tháng 2/2026", "Năm 2026"}, names)
        year = rollups.filtered(lambda one: one.span == "year")
        self.assertIn("tháng có điểm", set(year.mapped("reason")).pop())
        self.assertIn("Năm 2026", printed(year[0], None, self._report("year")).text)

    def test_two_agencies_report_from_outside_and_the_province_adds_up(self):
        month = [("date_start", "=", self.last.date_start)]
        rows = self.env["kpi.agency.month"].search(month)
        agencies = Counter(dict.fromkeys(rows.mapped("agency"), 0))
        self.assertEqual(len(agencies), 3)
        inspector = self.env.ref("kpi_evaluation.demo_user_thanhtra")
        report = self.env["kpi.province.report"].with_user(inspector)
        day = self.last.date_start
        report = report.create({"date_from": day, "date_to": day})
        text = printed(report, inspector, self._report("province")).text
        self.assertIn("Toàn tỉnh 3", text)

    def test_a_unit_passed_from_one_deputy_to_another_this_month_alone(self):
        now = self._sheet(self.this, "nvtiep").field_in_charge
        before = self._sheet(self.last, "nvtiep").field_in_charge
        self.assertEqual(before, "Phòng Kinh tế, hạ tầng")
        self.assertEqual(set(now.split("; ")), {before, "Văn phòng HĐND-UBND"})
        culture = self._sheet(self.this, "ptlhuong").field_in_charge
        self.assertEqual(culture, "Phòng Văn hóa – Xã hội")

    def test_the_archive_proposes_the_published_month(self):
        form = Form(
            self.env["kpi.archive"].with_user(self.officer).with_company(self.company)
        )
        self.assertEqual(form.period_id, self.last)
        self.assertEqual(form.decision_count, 25)

    def test_somebody_rated_a_waits_for_the_plan_of_the_share(self):
        sheet = self._sheet(self.this, "lvthanh")
        judge = sheet.evaluator_user_id
        session = self.env["kpi.session"].search(
            [("period_id", "=", self.this.id), ("evaluator_user_id", "=", judge.id)]
        )
        plans = self.env["kpi.quota.plan"].with_user(judge)
        plan = plans.create({"session_id": session.id})
        self.assertEqual(plan.line_ids.appraisal_id, sheet)
        self.assertEqual(plan.line_ids.fate, "over")

    def test_the_history_of_the_meeting_is_in_vietnamese(self):
        session = self.env["kpi.session"].search(
            [("period_id", "=", self.last.id), ("body_id", "!=", False)]
        )
        chair = session.body_id.chair_id.user_id
        said = session.with_user(chair).with_context(lang="vi_VN").log_html
        self.assertIn("vắng → có mặt", said)
        for word in ("absent", "present", "Vote of"):
            self.assertNotIn(word, said)

    def _report(self, name):
        return f"kpi_evaluation.report_kpi_{name}"
