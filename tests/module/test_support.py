from odoo.exceptions import UserError, ValidationError

from .common import PORTAL, KpiCase


class TestSupportWorker(KpiCase):
    """A support worker's own method, where the agency has chosen it (Điều 7.2.c)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.driver = cls._person(
            "Bùi Văn Lực", "contract", PORTAL, cls.head, kpi_is_support=True
        )
        cls.env["kpi.regulation.clause"].create(
            {
                "code": "support_worker_method",
                "name": "Lao động hỗ trợ, phục vụ",
                "value": "three_marks",
                "unit": "choice",
                "clause": "Quy chế",
                "date_from": "2026-07-01",
                "company_id": cls.company.id,
            }
        )
        cls.sheet = cls._open()[cls.driver]
        cls._self_assess(cls.sheet)
        cls.judge = cls.sheet.with_user(cls.head.user_id)

    def _mark(self, quality, compliance, effectiveness):
        self.judge.write(
            {
                "support_quality": quality,
                "support_compliance": compliance,
                "support_effectiveness": effectiveness,
            }
        )

    def test_the_result_is_the_mean_of_the_three_marks(self):
        self._mark(90, 85.5, 80)
        self.assertEqual(self.sheet.result_score, 85.16)
        self.assertEqual(self.sheet.total_score, 89.61)  # 30 + 70 % of 85.1666…
        steps = [step["code"] for step in self.sheet.trace["steps"]]
        self.assertEqual(steps[:3], ["work_quality", "compliance", "effectiveness"])

    def test_a_mark_not_given_is_a_reason_and_a_given_zero_is_a_zero(self):
        self.judge.write({"support_quality": 90, "support_compliance": 0})
        self.assertFalse(self.sheet.is_scorable)
        gaps = self.sheet._missing_sentences()
        self.assertEqual(len(gaps), 1)
        self.assertIn("Effectiveness of the work", gaps[0])
        with self.assertRaisesRegex(UserError, "Effectiveness"):
            self.judge.action_review()
        self.judge.support_effectiveness_given = True
        self.assertEqual(self.sheet.result_score, 30)
        self.judge.support_compliance_given = False
        self.assertFalse(self.sheet.is_scorable)

    def test_marks_lie_between_0_and_100(self):
        for mark in (-1, 100.5):
            with self.assertRaisesRegex(ValidationError, "0 to 100"):
                self.judge.support_quality = mark

    def test_only_the_evaluator_gives_marks_and_only_while_judging(self):
        for user in (self.hr, self.driver.user_id, self.officer.user_id):
            with self.assertRaises(UserError):
                self.sheet.with_user(user).write({"support_quality": 100})
        self._mark(90, 90, 90)
        self.judge.action_review()
        with self.assertRaises(UserError):
            self.judge.write({"support_quality": 100})

    def test_giving_the_sheet_back_takes_the_marks_back(self):
        self._mark(90, 90, 0)
        self.judge.action_return("Ghi rõ hơn")
        self.assertFalse(self.sheet.support_quality)
        self.assertFalse(self.sheet.support_quality_given)
        self.assertFalse(self.sheet.is_scorable)

    def test_until_the_agency_chooses_it_the_products_count(self):
        """Last month, and for contract workers who are no support workers."""
        june = self._month(self.period.date_start.replace(month=6))
        before = self._open(june)[self.driver]
        clerk = self._person("Vi Văn Hợp", "contract", PORTAL, self.head)
        for sheet in (before, self._open()[clerk]):
            self.assertFalse(sheet.takes_support_marks)
            missing = [code for code, _subject in sheet.trace["missing"]]
            self.assertIn("nothing_assigned", missing)
            self.assertNotIn("support_mark_not_given", missing)

    def test_only_a_contract_worker_is_a_support_worker(self):
        self.colleague.kpi_is_support = True
        sheet = self._open()[self.colleague]
        sheet.unlink()
        self.assertFalse(self._open()[self.colleague].is_support)

    def test_the_published_sheet_shows_the_marks_to_the_person(self):
        self._mark(90, 85.5, 80)
        self._until(self.sheet, "published")
        mine = self.sheet.with_user(self.driver.user_id)
        rows = {row["label"]: row["value"] for row in mine._score_view()["rows"]}
        self.assertEqual(rows["Compliance with rules"], "85,5")
        ratios = {row["letter"]: row["calculation"] for row in mine._ratio_rows()}
        self.assertEqual(ratios["2"], "Người quản lý chấm 85,5/100")
