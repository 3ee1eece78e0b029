"""An objective cause: asked with evidence, answered by a named authority (Điều 6.6)."""

from base64 import b64encode
from datetime import date

from odoo.exceptions import AccessError, UserError

from .common import KpiCase

PROOF = [("bao-lu.pdf", b64encode(b"%PDF-1.7 bao").decode())]


class CauseCase(KpiCase):
    """Work of An that can be returned, late, or not done."""

    def _ask(self, work, kind, delivery=None, reason="Mưa lũ chia cắt đường"):
        mine = work.with_user(work.employee_user_id)
        cause = mine.ask_objective_cause(
            kind, reason, PROOF, delivery.id if delivery else None
        )
        return self.env["kpi.cause"].browse(cause)

    def _confirm(self, cause, user=None):
        cause.with_user(user or self.head.user_id).action_confirm()
        return cause

    def _returned(self, work, quantity=None, day=None):
        delivery = self._hand_in(work, quantity, day)
        delivery.with_user(work.assigner_user_id).action_return("Sai số liệu")
        return delivery

    def _late(self, work, quantity=None, days=1):
        day = work.date_deadline.replace(day=work.date_deadline.day + days)
        return self._deliver(work, quantity, day)


class TestCause(CauseCase):
    def test_only_a_confirmed_cause_excuses_a_fault(self):
        work = self._give(self.staff)
        returned = self._returned(work)
        self._returned(work)
        cause = self._ask(work, "fault", returned)
        self.assertEqual((cause.authority_id, cause.state), (self.head, "asked"))
        self.assertEqual(work.fault_count, 2)
        self._confirm(cause)
        self.assertEqual((work.fault_count, work.excused_fault_count), (1, 1))

    def test_only_a_confirmed_cause_excuses_a_delay(self):
        work = self._give(self.staff, "K1", 2, date_deadline=date(2026, 7, 5))
        late = self._late(work, 1)
        self._late(work, 1, days=3)
        cause = self._ask(work, "delay", late)
        self.assertEqual(work.late_count, 2)
        self._confirm(cause)
        self.assertEqual((work.late_count, work.excused_late_count), (1, 1))

    def test_counted_by_days_an_excused_hand_in_is_no_end_of_the_delay(self):
        self.env["kpi.regulation.clause"].create(
            {
                "code": "late_unit",
                "name": "Tính theo ngày",
                "value": "day",
                "unit": "choice",
                "clause": "Quy chế",
                "date_from": "2026-07-01",
                "company_id": self.company.id,
            }
        )
        work = self._give(self.staff, "K1", 2, date_deadline=date(2026, 7, 5))
        self._late(work, 1, days=1)
        last = self._late(work, 1, days=4)
        self.assertEqual(work.late_count, 4)
        self._confirm(self._ask(work, "delay", last))
        self.assertEqual(work.late_count, 1)

    def test_a_refused_cause_excuses_nothing_and_says_why(self):
        work = self._give(self.staff)
        cause = self._ask(work, "fault", self._returned(work))
        judge = cause.with_user(self.head.user_id)
        for nothing in ("", "  ", False):
            with self.assertRaisesRegex(UserError, "Say why"):
                judge.action_refuse(nothing)
        judge.action_refuse("Không có căn cứ")
        self.assertEqual((cause.state, cause.answer), ("refused", "Không có căn cứ"))
        self.assertEqual(work.fault_count, 1)

    def test_a_refused_cause_may_be_asked_for_again_with_better_proof(self):
        work = self._give(self.staff)
        delivery = self._returned(work)
        first = self._ask(work, "fault", delivery)
        first.with_user(self.head.user_id).action_refuse("Thiếu minh chứng")
        self._confirm(self._ask(work, "fault", delivery))
        self.assertEqual(work.fault_count, 0)

    def test_one_open_cause_for_each_target(self):
        work = self._give(self.staff, "K1", 2, date_deadline=date(2026, 7, 5))
        late, returned = self._late(work, 1), self._returned(work, 1)
        for kind, delivery in (("delay", late), ("fault", returned), ("waive", None)):
            cause = self._ask(work, kind, delivery)
            for _state in ("asked", "confirmed"):
                with (
                    self.subTest(kind=kind),
                    self.assertRaisesRegex(UserError, "asked for already"),
                ):
                    self._ask(work, kind, delivery)
                if cause.state == "asked":
                    self._confirm(cause)

    def test_there_must_be_something_to_excuse(self):
        work = self._give(self.staff, "K1", 2)
        other = self._hand_in(self._give(self.staff))
        in_time = self._deliver(work, 1)
        done = self._give(self.staff)
        self._deliver(done)
        for kind, target, delivery in (
            ("fault", work, None),
            ("fault", work, in_time),
            ("delay", work, None),
            ("delay", work, in_time),
            ("delay", work, other),
            ("waive", work, in_time),
            ("waive", done, None),
            ("anything", work, None),
            (None, work, None),
        ):
            with self.subTest(kind=kind), self.assertRaises(UserError):
                self._ask(target, kind, delivery)
        self.assertFalse(self.env["kpi.cause"].search([]))

    def test_a_cause_is_asked_for_with_words_and_evidence(self):
        work = self._give(self.staff)
        mine = work.with_user(self.staff.user_id)
        for reason, files in (("", PROOF), ("  ", PROOF), (5, PROOF), ("Lũ", [])):
            with (
                self.subTest(reason=reason),
                self.assertRaisesRegex(UserError, "what proves it"),
            ):
                mine.ask_objective_cause("waive", reason, files)
        with self.assertRaisesRegex(UserError, "is a program"):
            mine.ask_objective_cause(
                "waive", "Lũ", [("a.pdf", b64encode(b"MZ\x00\x00").decode())]
            )

    def test_only_the_person_asks(self):
        work = self._give(self.staff)
        for user in (self.colleague.user_id, self.head.user_id, self.hr):
            with self.assertRaises(UserError, msg=user.name):
                work.with_user(user).ask_objective_cause("waive", "Lũ", PROOF)
        for user in (self.staff.user_id, self.head.user_id, self.hr):
            with self.assertRaises(AccessError, msg=user.name):
                self.env["kpi.cause"].with_user(user).create(
                    {"assignment_id": work.id, "kind": "waive", "reason": "x"}
                )

    def test_what_was_asked_for_is_changed_by_nobody(self):
        cause = self._ask(self._give(self.staff), "waive")
        for user in (self.staff.user_id, self.head.user_id, self.hr):
            for values in (
                {"state": "confirmed"},
                {"kind": "fault"},
                {"reason": "Khác"},
                {"authority_id": self.officer.id},
                {"answer": "x", "state": "confirmed"},
            ):
                with self.assertRaises(UserError, msg=f"{user.name} {values}"):
                    cause.with_user(user).write(values)
            with self.assertRaises(UserError, msg=user.name):
                cause.with_user(user).unlink()

    def test_it_is_in_the_history_of_the_work_who_asked_and_who_confirmed(self):
        work = self._give(self.staff)
        self._confirm(self._ask(work, "waive"))
        notes = work.message_ids.sorted("id")
        self.assertIn("Mưa lũ", str(notes[-2].body))
        self.assertIn("Confirmed", str(notes[-1].body))
        self.assertEqual(notes[-1].author_id, self.head.user_id.partner_id)
        self.assertEqual(notes[-2].author_id, self.staff.user_id.partner_id)
