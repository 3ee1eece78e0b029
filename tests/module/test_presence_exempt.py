from odoo.exceptions import UserError

from .common import HR
from .test_presence import PresenceCase

PAPER = {"document": "15/QĐ-UBND", "document_date": "2026-07-09", "reason": "Công tác"}


class TestNotEvaluated(PresenceCase):
    """Who was at work too short is not evaluated, once HR confirms it (Điều 6.7)."""

    def _correct(self, sheet, days, user=None, **more):
        corrections = self.env["kpi.presence.correction"].with_user(user or self.hr)
        values = {"appraisal_id": sheet.id, "present_days": days}
        return corrections.create(values | PAPER | more)

    def _away(self):
        self._off(1, 31)
        return self.sheet.with_user(self.hr)

    def test_the_opinion_and_the_decision_wait_for_hr(self):
        self._deliver(self._give(self.staff))
        self._until(self.sheet, "self_assessed")
        leave = self._off(1, 31)
        with self.assertRaisesRegex(UserError, "0 of 23 working days"):
            self._review(self.sheet)
        leave.unlink()
        self._review(self.sheet)
        self._off(1, 31)
        with self.assertRaisesRegex(UserError, "Điều 6.7"):
            self._decide(self.sheet)
        self.sheet.with_user(self.hr).action_exempt()
        self.assertEqual(self.sheet.state, "exempt")

    def test_who_was_there_long_enough_cannot_be_left_out(self):
        with self.assertRaisesRegex(UserError, "enough to be evaluated"):
            self.sheet.with_user(self.hr).action_exempt()

    def test_an_exempt_sheet_has_its_reason_and_no_class(self):
        self._away().action_exempt()
        self.assertIn("0 of 23 working days (0 %)", self.sheet.exempt_reason)
        self.assertFalse(self.sheet.grade)
        summary = self.sheet._employee_summary()
        self.assertEqual(summary["stage"], "exempt")
        self.assertIn("0 of 23", summary["exempt_reason"])

    def test_the_paper_says_how_long_somebody_was_at_work(self):
        values = self.sheet._sheet_values
        self.assertFalse(values()[self.sheet]["presence"])
        self._off(9, hours=("08:00", "12:00"))
        words = values()[self.sheet]["presence"]
        self.assertEqual(words, "22,5/23 ngày làm việc (97,82%)")

    def test_hr_confirms_many_at_once_and_not_their_own(self):
        for person in (self.staff, self.colleague, self.officer):
            self._off(1, 31, person=person)
        self.assertEqual(self.period.short_presence_count, 3)
        sheets = self.sheets[self.staff] + self.sheets[self.colleague]
        sheets.with_user(self.hr).action_exempt()
        self.assertEqual(set(sheets.mapped("state")), {"exempt"})
        with self.assertRaises(UserError):
            self.sheets[self.officer].with_user(self.hr).action_exempt()
        self.assertEqual(self.sheets[self.officer].state, "draft")

    def test_a_correction_with_its_document_brings_a_person_back(self):
        self._deliver(self._give(self.staff))
        self._self_assess(self.sheet)
        self.sheet.with_user(self.head.user_id).evaluator_comment = "Vắng"
        officer = self._away()
        officer.action_exempt()
        with self.assertRaisesRegex(UserError, "Correct the days"):
            officer.action_readmit()
        self._correct(self.sheet, 12)
        self.assertEqual(self._presence(), (23, 12, False))
        self.assertEqual(self.sheet.recorded_days, 0)
        officer.action_readmit()
        self.assertEqual(self.sheet.state, "draft")
        # Nothing of the opinion is left where the person reads it again.
        self.assertFalse(self.sheet.evaluator_comment)
        self.assertFalse(any(self.sheet.criterion_ids.mapped("evaluator_given")))
        self._until(self.sheet, "decided")

    def test_both_values_of_a_correction_are_kept_and_logged(self):
        self._off(1, 31)
        first = self._correct(self.sheet, 12)
        second = self._correct(self.sheet, 11.5, document="16/QĐ-UBND")
        self.assertEqual(self._presence(), (23, 11.5, False))
        self.assertEqual((first.recorded_days, second.recorded_days), (0, 0))
        self.assertEqual(first.present_days, 12)
        notes = str(self.sheet.message_ids.mapped("body"))
        for words in ("15/QĐ-UBND", "16/QĐ-UBND", "from 0 to 11,5", "09/07/2026"):
            self.assertIn(words, notes)

    def test_a_correction_is_never_changed_and_has_its_bounds(self):
        correction = self._correct(self.sheet, 12).with_user(self.hr)
        for change in (
            lambda: correction.write({"present_days": 1}),
            correction.unlink,
        ):
            with self.assertRaises(UserError):
                change()
        with self.assertRaisesRegex(UserError, "add another one"):
            correction.sudo().write({"document": "Sửa"})
        for days in (-1, 23.5):
            with self.assertRaisesRegex(UserError, "between 0 and the 23"):
                self._correct(self.sheet, days)
        for missing in ("document", "document_date", "reason"):
            with self.assertRaises(Exception), self.env.cr.savepoint():  # noqa: B017
                self._correct(self.sheet, 12, **{missing: False})

    def test_only_hr_corrects_and_nobody_their_own(self):
        for user in (self.head.user_id, self.staff.user_id):
            with self.assertRaises(UserError):
                self._correct(self.sheet, 23, user)
        own = self.sheets[self.officer]
        with self.assertRaises(UserError):
            self._correct(own, 23)
        elsewhere = self._agency("UBND xã Bình Yên")
        foreign = self._person("Mai Nơi Khác", "staff", HR, None, elsewhere)
        with self.assertRaises(UserError):
            self._correct(self.sheet, 23, foreign.user_id)

    def test_the_form_of_the_sheet_takes_a_correction_and_nothing_else(self):
        officer = self.sheet.with_user(self.hr)
        line = {"present_days": 12} | PAPER
        officer.write({"presence_correction_ids": [(0, 0, line)]})
        self.assertEqual(self.sheet.present_days, 12)
        for values in (
            {"present_days": 23},
            {"is_short": True},
            {"exempt_reason": "x"},
        ):
            with self.assertRaises(UserError):
                officer.write(values)

    def test_a_decided_sheet_is_neither_corrected_nor_left_out(self):
        self._deliver(self._give(self.staff))
        self._until(self.sheet, "decided")
        with self.assertRaises(UserError):
            self._correct(self.sheet, 1)
        with self.assertRaises(UserError):
            self.sheet.with_user(self.hr).action_exempt()
