"""Given work gets another quantity or deadline by an approved request only."""

from datetime import date

from freezegun import freeze_time

from odoo.exceptions import UserError

from .common import INTERNAL
from .work_case import WorkCase


class TestChange(WorkCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.work = cls._give(cls.staff, "K1", 4, date_deadline=date(2026, 7, 20))

    def test_both_values_are_kept_with_who_asked_and_who_decided(self):
        self._deliver(self.work, 2)
        change = self._ask(self.work, quantity=2, date_deadline="2026-07-25")
        self.assertEqual((self.work.quantity, change.state), (4, "requested"))
        self.assertEqual(self._ratios(self.staff)[0], 50)
        self._by_head(change).action_approve()
        self.assertEqual((change.old_quantity, change.new_quantity), (4, 2))
        self.assertEqual(change.old_deadline, date(2026, 7, 20))
        self.assertEqual(change.new_deadline, date(2026, 7, 25))
        self.assertEqual(change.requested_by_id, self.staff.user_id)
        self.assertEqual(change.decided_by_id, self.head.user_id)
        self.assertEqual(change.decided_on, date(2026, 7, 10))
        self.assertEqual(self.work.quantity, 2)
        self.assertEqual(self.work.date_deadline, date(2026, 7, 25))
        self.assertEqual(self._ratios(self.staff)[0], 100)

    def test_the_log_has_old_and_new_value_whatever_the_caller_s_context(self):
        quiet = {"tracking_disable": True, "mail_notrack": True}
        change = self._ask(self.work.with_context(**quiet), quantity=5)
        self._commit()
        self._by_head(change).with_context(**quiet).action_approve()
        self.assertEqual(self._noted(self.work)["quantity"], [(4, 5)])
        notes = self.work.message_ids.filtered("tracking_value_ids")
        self.assertEqual(notes.author_id, self.head.user_id.partner_id)

    def test_a_refused_request_changes_nothing_and_keeps_its_reason(self):
        change = self._ask(self.work, quantity=2)
        for nothing in ("", " ", None):
            with self.assertRaises(UserError):
                self._by_head(change).action_refuse(nothing)
        self._by_head(change).action_refuse("Kế hoạch đã duyệt")
        self.assertEqual((self.work.quantity, change.state), (4, "refused"))
        self.assertEqual(change.refusal_reason, "Kế hoạch đã duyệt")
        for step in ("action_approve", "action_refuse"):
            with self.assertRaises(UserError):
                getattr(self._by_head(change), step)()
        self._by_head(self._ask(self.work, quantity=3)).action_approve()
        self.assertEqual(self.work.quantity, 3)

    def test_values_that_cannot_be_are_not_even_asked_for(self):
        self._deliver(self.work, 1)
        self._hand_in(self.work, 1)
        for values in (
            {},
            {"quantity": 4},
            {"quantity": 0},
            {"quantity": -1},
            {"quantity": 1.9999},
            {"quantity": float("nan")},
            {"quantity": float("inf")},
            {"quantity": "9"},
            {"date_deadline": "2026-08-01"},
            {"date_deadline": "2026-06-30"},
            {"date_deadline": "nonsense"},
            {"date_deadline": "2026-07-09"},
            {"quantity": 9, "reason": " "},
        ):
            with self.subTest(values=values), self.assertRaises(UserError):
                self._ask(self.work, **values)
        self.assertTrue(self._ask(self.work, quantity=2, date_deadline="2026-07-10"))

    def test_what_was_returned_does_not_hold_the_quantity_up(self):
        self._by_head(self._hand_in(self.work, 4)).action_return("Sai")
        self.assertTrue(self._ask(self.work, quantity=1))

    def test_what_is_with_somebody_else_holds_the_quantity_up(self):
        taken = self._transfer(self.work, self.colleague, quantity=3)
        with self._refused("3 of"):
            self._ask(self.work, quantity=2)
        with self._refused("no more of it is left than 4"):
            self._ask(taken, quantity=5)
        self._by_head(self._ask(taken, quantity=4)).action_approve()
        self.assertEqual(self.work.remaining_quantity, 0)

    def test_a_value_that_became_impossible_is_not_approved(self):
        change = self._ask(self.work, quantity=2)
        self._hand_in(self.work, 3)
        with self._refused("cannot be less"):
            self._by_head(change).action_approve()
        self._by_head(change).action_refuse("Đã nộp")

    def test_one_request_at_a_time(self):
        self._ask(self.work, quantity=2)
        for user in (self.staff.user_id, self.head.user_id):
            with self._refused("waits for an answer already"):
                self._ask(self.work, user, quantity=3)

    def test_only_the_person_and_the_assigner_ask_and_only_the_assigner_answers(self):
        for user in (self.colleague.user_id, self.hr, self.chief.user_id):
            with self.assertRaises(UserError, msg=user.name):
                self._ask(self.work, user, quantity=2)
        change = self._ask(self.work, quantity=2)
        for user in (
            self.staff.user_id,
            self.colleague.user_id,
            self.hr,
            self.chief.user_id,
        ):
            for step, values in (("action_approve", ()), ("action_refuse", ("x",))):
                with self.assertRaises(UserError, msg=user.name):
                    getattr(change.with_user(user), step)(*values)
        asked_by_assigner = self._give(self.staff, "K1", 4)
        change = self._ask(asked_by_assigner, self.head.user_id, quantity=5)
        self._by_head(change).action_approve()
        self.assertEqual(asked_by_assigner.quantity, 5)

    def test_a_request_is_never_made_or_rewritten_by_hand(self):
        change = self._ask(self.work, quantity=2)
        admin = self._user("Quản Trị", "kpi_evaluation.group_admin")
        values = {
            "assignment_id": self.work.id,
            "old_quantity": 4,
            "new_quantity": 1,
            "old_deadline": "2026-07-20",
            "new_deadline": "2026-07-20",
            "reason": "x",
        }
        for user in (self.staff.user_id, self.head.user_id, self.hr, admin):
            seen = change.with_user(user)
            for act in (
                lambda seen=seen: seen.create(values),
                lambda seen=seen: seen.write({"new_quantity": 1}),
                lambda seen=seen: seen.write({"state": "approved"}),
                lambda seen=seen: seen.unlink(),
            ):
                with self.assertRaises(UserError, msg=user.name):
                    act()

    def test_a_longer_deadline_approved_makes_late_work_timely(self):
        self._deliver(self.work, 4, day=date(2026, 7, 24))
        self.assertEqual(self.work.late_count, 1)
        change = self._ask(self.work, date_deadline="2026-07-24")
        self._by_head(change).action_approve()
        self.assertEqual(self.work.late_count, 0)

    def test_nothing_changes_once_the_month_is_assessed_or_the_work_handed_back(self):
        change = self._ask(self.work, quantity=2)
        back = self._give(self.staff)
        self._by_head(back).action_hand_back("Nghỉ ốm")
        with self.assertRaises(UserError):
            self._ask(back, quantity=2)
        self._self_assess(self._open()[self.staff])
        for step in (
            lambda: self._ask(self._give(self.colleague), self.staff.user_id),
            lambda: self._by_head(change).action_approve(),
        ):
            with self.assertRaises(UserError):
                step()
        self.assertEqual(self.work.quantity, 4)

    def test_a_new_evaluator_answers_what_waits(self):
        change = self._ask(self.work, quantity=2)
        sheet = self._open()[self.staff]
        boss = self._person("Lý Thị Mới", "deputy", INTERNAL, self.head)
        sheet.with_user(self.hr).action_change_evaluator(boss.id, "Điều động")
        with self.assertRaises(UserError):
            self._by_head(change).action_approve()
        with freeze_time("2026-07-11 03:00:00"):
            change.with_user(boss.user_id).action_approve()
        self.assertEqual(change.decided_on, date(2026, 7, 11))
