"""Class A within its share, whoever decides first (Điều 8.5)."""

import random
from fractions import Fraction

from freezegun import freeze_time

from odoo.exceptions import UserError

from kpi_evaluation.regulation.grading import quota_limit

from .quota_case import QuotaCase

AFTER_THE_DECISION_DAY = "2026-07-29 03:00:00"


class TestQuota(QuotaCase):
    def test_the_highest_stays_a_beside_five_b_and_the_second_does_not(self):
        sheets = self._reviewed([95, 92, 80, 80, 80, 80])
        with self.assertRaisesRegex(UserError, "Only 1 of 2 people may be class A"):
            self._decide_as_head(sheets[0])
        self._plan().action_apply()
        self.assertEqual(sheets.mapped("proposed_grade"), ["a", "b", *"bbbb"])
        self._decide_as_head(sheets)
        self.assertEqual(sheets.mapped("grade"), ["a", "b", *"bbbb"])
        self.assertEqual(sheets[1].system_grade, "a")
        self.assertEqual(sheets[1].total_score, 92)

    def test_nobody_is_a_where_nobody_is_b(self):
        sheet = self._reviewed([99])
        with self.assertRaisesRegex(UserError, "Only 0 of 1"):
            self._decide_as_head(sheet)

    def test_b_c_and_d_are_decided_without_waiting_for_anybody(self):
        sheets = self._reviewed([95, 80, 60, 40])
        self._decide_as_head(sheets[1:])
        self.assertEqual(sheets[1:].mapped("grade"), ["b", "c", "d"])

    def test_a_waits_for_opinions_that_could_take_it_away(self):
        sheets = self._reviewed([95, 80, 80, 80, 80, 80, 80])
        self._reset(sheets[6])
        with self.assertRaisesRegex(UserError, "waits for 1 opinions"):
            self._decide_as_head(sheets[0])
        with freeze_time(AFTER_THE_DECISION_DAY):
            self._decide_as_head(sheets[0])
        self.assertEqual(sheets[0].grade, "a")

    def test_a_does_not_wait_for_opinions_that_change_nothing(self):
        sheets = self._reviewed([95, *[80] * 10, 80])
        self._reset(sheets[11])
        self._decide_as_head(sheets[0])
        self.assertEqual(sheets[0].grade, "a")

    def _reset(self, sheet):
        """As before the opinion."""
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE kpi_appraisal SET state = 'self_assessed' WHERE id = %s", sheet.ids
        )
        self.env.invalidate_all()

    def test_those_tied_at_the_last_place_are_left_to_the_session(self):
        sheets = self._reviewed([95, 95, *[80] * 5])
        plan = self._plan()
        self.assertEqual(plan.line_ids.mapped("fate"), ["tied", "tied"])
        self.assertEqual(plan.line_ids.mapped("rank"), [1, 1])
        self._plan(keep=sheets[1]).action_apply()
        self._decide_as_head(sheets)
        self.assertEqual(sheets[:2].mapped("grade"), ["b", "a"])

    def test_a_hair_of_points_decides_who_stays(self):
        hair = Fraction(95) + Fraction(1, 10**12)
        sheets = self._reviewed([95, hair, *[80] * 5])
        self._plan().action_apply()
        self.assertEqual(sheets[:2].mapped("proposed_grade"), ["b", "a"])

    def test_nobody_is_lowered_without_a_reason(self):
        sheets = self._reviewed([95, *[80] * 4])
        plan = self._plan()
        plan.reason = "  "
        with self.assertRaisesRegex(UserError, "published with the result"):
            plan.action_apply()
        with self.assertRaisesRegex(UserError, "classed below the points"):
            sheets[0].with_user(self.head.user_id).proposed_grade = "b"

    def test_nobody_is_proposed_above_the_points(self):
        sheets = self._reviewed([80])
        with self.assertRaisesRegex(UserError, "above the points"):
            sheets.with_user(self.head.user_id).proposed_grade = "a"

    def test_nobody_is_decided_without_a_class(self):
        sheet = self._reviewed([80]).with_user(self.head.user_id)
        with self.assertRaisesRegex(UserError, "Propose a class"):
            sheet.proposed_grade = False
        self._set_behind(sheet, proposed_grade=None)
        with self.assertRaisesRegex(UserError, "Propose a class"):
            sheet.action_decide()
        self.assertFalse(sheet.may_decide)

    def test_a_b_that_carries_a_decided_a_stands(self):
        sheets = self._reviewed([95, *[80] * 5])
        self._decide_as_head(sheets[0])
        carrying = sheets[1].with_user(self.head.user_id)
        for change in (
            lambda: carrying.action_reopen(),
            lambda: carrying.action_send_back("Xem lại"),
            lambda: carrying.write({"proposed_grade": "c", "grade_reason": "Chậm"}),
        ):
            with self.assertRaisesRegex(UserError, "which therefore stands"):
                change()
        self._decide_as_head(sheets[1:])

    def test_with_one_b_to_spare_one_may_still_be_looked_at_again(self):
        sheets = self._reviewed([95, *[80] * 6])
        self._decide_as_head(sheets[0])
        both = sheets[1:3].with_user(self.head.user_id)
        with self.assertRaises(UserError):
            both.action_reopen()
        both[0].action_reopen()
        self.assertEqual(both[0].state, "self_assessed")

    def test_those_judged_elsewhere_and_the_exempt_carry_nobody(self):
        sheets = self._reviewed([95, *[80] * 5])
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE kpi_appraisal SET is_external = TRUE WHERE id = %s", sheets[1].ids
        )
        self.env.invalidate_all()
        with self.assertRaisesRegex(UserError, "Only 0 of 1"):
            self._decide_as_head(sheets[0])

    def test_whatever_the_order_as_many_are_a_as_brute_force_allows(self):
        """n people of random totals: the plan, then one by one in random order."""
        chance = random.Random(8)
        sheets = self._reviewed([80] * 60)
        for n in (0, 1, 4, 5, 6, 7, 11, 12, 13, 30, 59, 60):
            rated = [chance.choice([95, 93, 91, 80, 75, 60, 40]) for _one in range(n)]
            self._start_again(sheets, rated)
            with self.subTest(n=n):
                self._decide_in_any_order(sheets[:n], chance)
                a = sum(total >= 90 for total in rated)
                b = sum(70 <= total < 90 for total in rated)
                allowed = max(kept for kept in range(a + 1) if 5 * kept <= a + b - kept)
                grades = sheets[:n].mapped("grade")
                self.assertEqual(grades.count("a"), allowed)
                self.assertEqual(allowed, quota_limit(a, b, self.period._rulebook()))

    def _start_again(self, sheets, totals):
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE kpi_appraisal SET state = 'exempt', grade = NULL, "
            "grade_reason = NULL WHERE id = ANY(%s)",
            (sheets.ids,),
        )
        for sheet, total in zip(sheets, totals, strict=False):
            self._set_reviewed(sheet, total)
        self.env.invalidate_all()

    def _decide_in_any_order(self, sheets, chance):
        plan = self._plan()
        tied = plan.line_ids.filtered(lambda line: line.fate == "tied")
        rules = self.period._rulebook()
        kept = plan.line_ids.filtered("keeps_a")
        rated_b = sheets.filtered(lambda one: one.proposed_grade == "b")
        limit = quota_limit(len(plan.line_ids), len(rated_b), rules)
        for line in tied[: limit - len(kept)]:
            line.keeps_a = True
        if not all(plan.line_ids.mapped("keeps_a")):
            plan.action_apply()
        order = list(sheets)
        chance.shuffle(order)
        for sheet in order:
            self._decide_as_head(sheet)
