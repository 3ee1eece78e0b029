"""What a confirmed cause changes: the ratios, the sheet, the paper (Điều 6.6, 11.2)."""

from datetime import date

from odoo.exceptions import UserError

from .test_cause import CauseCase


class TestCauseOnTheSheet(CauseCase):
    def _figures(self, sheet):
        return [
            round(sheet[name], 2)
            for name in ("quantity_ratio", "quality_ratio", "progress_ratio")
        ]

    def test_the_ratios_follow_the_confirmed_causes(self):
        """Two products of the weight 1: one late and faulty, one not done."""
        work = self._give(self.staff, date_deadline=date(2026, 7, 5))
        undone = self._give(self.staff)
        returned = self._returned(work, day=date(2026, 7, 4))
        late = self._late(work)
        sheet = self._open()[self.staff]
        table = (
            (None, None, [50, 37.5, 37.5]),
            ("fault", returned, [50, 50, 37.5]),
            ("delay", late, [50, 50, 50]),
            ("waive", None, [100, 100, 100]),
        )
        for kind, delivery, figures in table:
            if kind:
                cause = self._ask(undone if kind == "waive" else work, kind, delivery)
                before = self._figures(sheet)
                self.assertEqual(self._figures(sheet), before, "asking changes nothing")
                self._confirm(cause)
            with self.subTest(kind=kind):
                self.assertEqual(self._figures(sheet), figures)

    def test_a_refused_cause_moves_no_ratio(self):
        work = self._give(self.staff)
        self._returned(work)
        sheet = self._open()[self.staff]
        before = self._figures(sheet)
        cause = self._ask(work, "waive")
        cause.with_user(self.head.user_id).action_refuse("Không đúng")
        self.assertEqual(self._figures(sheet), before)

    def test_the_undone_part_of_a_waived_product_leaves_the_base(self):
        """3 of 4 done and the rest waived: 3 + 1 of 4, not 3 + 1 of 5."""
        work = self._give(self.staff, "K1", 4)
        self._deliver(self._give(self.staff))
        self._deliver(work, 3)
        sheet = self._open()[self.staff]
        self.assertEqual(sheet.quantity_ratio, 80)
        self._confirm(self._ask(work, "waive"))
        self.assertEqual((work.base_quantity, work.is_waived), (3, False))
        self.assertEqual((work.progress, work.remaining_quantity), ("waived", 0))
        self.assertEqual(self._figures(sheet), [100, 100, 100])

    def test_the_whole_product_leaves_the_base_where_the_agency_chose_so(self):
        self.env["kpi.regulation.clause"].create(
            {
                "code": "waived_part",
                "name": "Cả sản phẩm",
                "value": "whole_leaves",
                "unit": "choice",
                "clause": "Quy chế",
                "date_from": "2026-07-01",
                "company_id": self.company.id,
            }
        )
        work = self._give(self.staff, "K1", 4)
        self._give(self.staff)
        self._deliver(work, 3)
        sheet = self._open()[self.staff]
        self._confirm(self._ask(work, "waive"))
        self.assertTrue(work.is_waived)
        self.assertEqual(self._figures(sheet), [0, 0, 0])

    def test_waiving_all_that_was_assigned_leaves_nothing_to_score_and_no_zero(self):
        work = self._give(self.staff)
        sheet = self._open()[self.staff]
        self._confirm(self._ask(work, "waive"))
        self.assertFalse(sheet.is_scorable)
        self.assertIn("no work of the plan", str(sheet._missing_sentences()))
        self.assertFalse(sheet.system_grade)

    def test_nothing_more_is_handed_in_for_a_waived_product(self):
        work = self._give(self.staff, "K1", 2)
        self._confirm(self._ask(work, "waive"))
        with self.assertRaisesRegex(UserError, "waived"):
            work.with_user(self.staff.user_id).hand_in(1)

    def test_a_product_is_not_waived_over_a_part_that_waits_for_its_verdict(self):
        work = self._give(self.staff, "K1", 2)
        waiting = self._hand_in(work, 1)
        cause = self._ask(work, "waive")
        with self.assertRaisesRegex(UserError, "still waits for its verdict"):
            self._confirm(cause)
        waiting.with_user(self.head.user_id).action_accept()
        self._confirm(cause)
        self.assertEqual(work.base_quantity, 1)

    def test_the_sheet_is_not_reviewed_over_a_cause_without_an_answer(self):
        work = self._give(self.staff)
        self._deliver(self._give(self.staff))
        sheet = self._self_assess(self._open()[self.staff])
        cause = self._ask(work, "waive")
        with self.assertRaisesRegex(UserError, "waits for the answer of"):
            self._review(sheet)
        self._confirm(cause)
        self._review(sheet)
        self.assertEqual((sheet.state, sheet.quantity_ratio), ("reviewed", 100))

    def test_after_the_review_nothing_is_asked_for_or_answered(self):
        work = self._give(self.staff)
        self._deliver(self._give(self.staff))
        sheet = self._open()[self.staff]
        self._until(sheet, "reviewed")
        with self.assertRaisesRegex(UserError, "already judged"):
            self._ask(work, "waive")
        sheet.with_user(self.head.user_id).action_reopen()
        cause = self._ask(work, "waive")
        self.env.cr.execute(
            "UPDATE kpi_appraisal SET state = 'decided' WHERE id = %s", [sheet.id]
        )
        self.env.invalidate_all()
        for answer in ("action_confirm", "action_refuse"):
            with self.assertRaisesRegex(UserError, "already judged"):
                getattr(cause.with_user(self.head.user_id), answer)("x")

    def test_the_paper_says_what_was_excused_and_leaves_the_waived_out(self):
        work = self._give(self.staff, "K1", 4, date_deadline=date(2026, 7, 5))
        late = self._late(work, 3)
        waived = self._give(self.staff, "K2", name="Kiểm đếm đất")
        sheet = self._open()[self.staff]
        for cause in (
            self._ask(work, "delay", late),
            self._ask(work, "waive"),
            self._ask(waived, "waive"),
        ):
            self._confirm(cause)
        tables = sheet._sheet_values()[sheet]["work"]
        (row,) = tables["planned"]["rows"]
        self.assertIn("không tính 1 lần chậm", row["work"])
        self.assertIn("miễn 1 trong số 4 được giao", row["work"])
        self.assertEqual((row["quantity"], row["done"], row["lates"]), ("3", "3", "0"))
        self.assertEqual(tables["planned"]["totals"]["worth"], "3")
        (line,) = tables["waived"]
        self.assertIn("Kiểm đếm đất (số lượng 1, hệ số 2)", line)
        self.assertIn("Trần Văn Trưởng xác nhận ngày 10/07/2026", line)
