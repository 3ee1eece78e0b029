from odoo.exceptions import UserError, ValidationError

from .test_appraisal import AppraisalCase


class TestReview(AppraisalCase):
    """The evaluator's opinion (Điều 16 step 3)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._self_assess(cls.sheet)
        cls.line = cls.sheet.criterion_ids[0].with_user(cls.head.user_id)

    def test_different_points_need_a_reason(self):
        self.line.evaluator_points = 4
        for nothing in (False, "", "  "):
            self.line.evaluator_reason = nothing
            with self.assertRaisesRegex(UserError, "differ"):
                self.judge.action_review()
        self.line.evaluator_reason = "Hai lần đến muộn"
        self.judge.action_review()
        self.assertEqual(self.sheet.general_score, 29)

    def test_equal_points_need_none(self):
        self.line.evaluator_points = 4
        self.line.evaluator_points = 5
        self.judge.action_review()

    def test_the_evaluator_s_points_stay_within_the_criterion(self):
        for points in (5.01, -1):
            with self.subTest(points=points), self.assertRaises(ValidationError):
                self.line.evaluator_points = points

    def test_the_person_s_own_points_are_not_rewritten(self):
        for values in ({"self_points": 1}, {"max_points": 50}, {"self_given": False}):
            with self.assertRaises(UserError):
                self.line.write(values)

    def test_nobody_is_classed_above_the_points(self):
        for line in self.sheet.criterion_ids:
            line.with_user(self.head.user_id).write(
                {"evaluator_points": 0, "evaluator_reason": "Không có minh chứng"}
            )
        self.assertEqual(self.sheet.system_grade, "b")
        self.judge.write({"proposed_grade": "a", "grade_reason": "Rất cố gắng"})
        with self.assertRaisesRegex(UserError, "above the points"):
            self.judge.action_review()

    def test_a_class_below_the_points_needs_a_reason(self):
        self.judge.proposed_grade = "b"
        for nothing in (False, " "):
            self.judge.grade_reason = nothing
            with self.assertRaisesRegex(UserError, "below the points"):
                self.judge.action_review()
        self.judge.grade_reason = "Vượt tỷ lệ Loại A"
        self._until(self.sheet, "published")
        self.assertEqual((self.sheet.grade, self.sheet.system_grade), ("b", "a"))
        self.assertEqual(self.sheet.total_score, 100)

    def test_without_a_proposal_the_class_is_that_of_the_points(self):
        self._until(self.sheet, "decided")
        self.assertEqual(self.sheet.grade, "a")

    def test_work_that_waits_for_its_verdict_holds_the_review_up(self):
        sheet = self._open()[self.colleague]
        waiting = self._hand_in(self._give(self.colleague, "K1", 2), 1)
        self._self_assess(sheet)
        with self.assertRaisesRegex(UserError, "1 hand-ins"):
            self._review(sheet)
        waiting.with_user(self.head.user_id).action_accept()
        self._review(sheet)
        self.assertEqual(sheet.quantity_ratio, 50)

    def test_a_month_without_work_is_not_scored_and_never_d(self):
        sheet = self._self_assess(self._open()[self.colleague])
        self.assertFalse(sheet.is_scorable)
        self.assertFalse(sheet.system_grade)
        self.assertFalse(sheet.self_grade)
        with self.assertRaisesRegex(UserError, "Điều 15.1"):
            self._review(sheet)
        self.assertEqual(sheet.state, "self_assessed")

    def test_reopening_forgets_the_class_that_only_followed_the_points(self):
        self.judge.action_review()
        self.judge.action_reopen()
        self.assertFalse(self.sheet.proposed_grade)
        for line in self.sheet.criterion_ids:
            line.with_user(self.head.user_id).write(
                {"evaluator_points": 0, "evaluator_reason": "Không có minh chứng"}
            )
        self.judge.action_review()
        self.assertEqual(self.sheet.proposed_grade, "b")

    def test_reopening_keeps_the_points_and_a_class_chosen_on_purpose(self):
        self.line.write({"evaluator_points": 4, "evaluator_reason": "Muộn"})
        self.judge.write({"proposed_grade": "c", "grade_reason": "Kỷ luật"})
        self.judge.action_review()
        self.judge.action_reopen()
        self.assertEqual(self.sheet.proposed_grade, "c")
        self.assertEqual(self.line.evaluator_points, 4)

    def test_giving_back_needs_a_reason_and_clears_the_evaluator_s_side(self):
        self.line.write({"evaluator_points": 4, "evaluator_reason": "Muộn"})
        self.judge.write({"evaluator_comment": "Khá", "proposed_grade": "c"})
        for nothing in ("", "  ", False):
            with self.assertRaises(UserError):
                self.judge.action_return(nothing)
        self.judge.action_return("Thiếu minh chứng")
        lines = self.sheet.criterion_ids
        self.assertEqual(self.sheet.return_reason, "Thiếu minh chứng")
        self.assertFalse(any(lines.mapped("evaluator_given")))
        self.assertFalse(any(lines.mapped("evaluator_points")))
        self.assertFalse(any(lines.mapped("evaluator_reason")))
        self.assertFalse(self.sheet.evaluator_comment or self.sheet.proposed_grade)
        self.assertEqual(self.line.self_points, 5)
        self.assertEqual(self.sheet.general_score, 30)

    def test_a_sheet_given_back_goes_the_whole_way_again(self):
        self.judge.action_return("Thiếu minh chứng")
        self._self_assess(
            self.sheet, [4, *self.sheet.criterion_ids[1:].mapped("max_points")]
        )
        self.assertFalse(self.sheet.return_reason)
        self._until(self.sheet, "published")
        self.assertEqual(self.sheet.total_score, 99)
