"""Verdicts on many hand-ins at once, what waits for whom, and verdicts taken back."""

from contextlib import closing

from odoo.exceptions import AccessError, UserError

from .common import INTERNAL, KpiCase
from .test_cause import CauseCase


class TestVerdicts(KpiCase):
    def _hand_ins(self, number, person=None):
        works = [self._give(person or self.staff) for _one in range(number)]
        hand_ins = [self._hand_in(work).id for work in works]
        return self.env["kpi.delivery"].browse(hand_ins)

    def test_twenty_hand_ins_are_accepted_in_one_go(self):
        hand_ins = self._hand_ins(10) | self._hand_ins(10, self.colleague)
        hand_ins.with_user(self.head.user_id).action_accept()
        self.assertEqual(set(hand_ins.mapped("verdict")), {"accepted"})
        done = hand_ins.assignment_id.mapped("done_quantity")
        self.assertEqual(done, [1] * 20)

    def test_all_are_accepted_or_none_and_every_refusal_is_listed(self):
        hand_ins = self._hand_ins(3)
        judge = self.head.user_id
        hand_ins[0].with_user(judge).action_accept()
        hand_ins[1].with_user(judge).action_return("Sai")
        with self.assertRaises(UserError) as caught:
            hand_ins.with_user(judge).action_accept()
        for word in ("Accepted", "Returned"):
            self.assertIn(word, str(caught.exception))
        self.assertEqual(hand_ins[2].verdict, "pending")

    def test_those_one_may_read_but_not_judge_are_named_one_by_one(self):
        works = [self._give(self.staff, name=name) for name in ("Tờ trình", "Báo cáo")]
        hand_ins = self.env["kpi.delivery"]
        for work in works:
            hand_ins |= self._hand_in(work)
        with self.assertRaises(UserError) as caught:
            hand_ins.with_user(self.hr).action_accept()
        for word in ("“Tờ trình”", "“Báo cáo”", self.head.name):
            self.assertIn(word, str(caught.exception))

    def test_work_with_a_fault_is_returned_for_what_is_accepted_has_none(self):
        delivery = self._hand_ins(1)
        judge = delivery.with_user(self.head.user_id)
        judge.write({"fault": "Sai sót lớn"})
        judge.action_accept()
        self.assertFalse(delivery.fault)
        self.assertEqual(delivery.assignment_id.fault_count, 0)
        with self.assertRaises(UserError):
            judge.write({"fault": "Sai sót lớn"})

    def test_the_list_of_what_waits_is_the_giver_s_and_their_substitute_s(self):
        chief = self._person("Đỗ Văn Phó", "deputy", INTERNAL, self.head)
        hand_ins = self._hand_ins(2)
        own = self._hand_in(self._give(chief))
        waiting = [("may_judge", "=", True)]

        def found(user):
            return self.env["kpi.delivery"].with_user(user).search(waiting)

        self.assertEqual(found(self.head.user_id), hand_ins | own)
        for user in (chief.user_id, self.hr, self.staff.user_id):
            self.assertFalse(found(user), user.name)
        self.env["kpi.delegation"].create(
            {
                "principal_id": self.head.id,
                "substitute_id": chief.id,
                "date_from": "2026-07-10",
                "date_to": "2026-07-10",
                "document": "1/UQ",
            }
        )
        self.assertEqual(found(chief.user_id), hand_ins, "never one's own")
        hand_ins[0].with_user(chief.user_id).action_accept()
        self.assertEqual(found(chief.user_id), hand_ins[1])
        self.assertEqual(hand_ins[0].verdict_user_id, chief.user_id)

    def test_the_wizard_returns_many_with_one_fault(self):
        hand_ins = self._hand_ins(3)
        wizards = self.env["kpi.delivery.return"].with_user(self.head.user_id)
        wizards.create(
            {"delivery_ids": hand_ins.ids, "fault": "Sai thể thức"}
        ).action_return()
        self.assertEqual(hand_ins.mapped("fault"), ["Sai thể thức"] * 3)


class TestVerdictTakenBack(CauseCase):
    def _take_back(self, delivery, user=None, reason="Phát hiện sai sót"):
        judge = delivery.with_user(user or self.head.user_id)
        return judge.action_reopen_verdict(reason)

    def test_accepted_work_that_shows_a_fault_later_is_returned_after_all(self):
        work = self._give(self.staff)
        delivery = self._deliver(work)
        sheet = self._open()[self.staff]
        self.assertEqual(sheet.quality_ratio, 100)
        self._take_back(delivery)
        self.assertEqual((delivery.verdict, work.done_quantity), ("pending", 0))
        self.assertFalse(delivery.verdict_user_id or delivery.verdict_date)
        delivery.with_user(self.head.user_id).action_return("Sai diện tích")
        self.assertEqual(work.fault_count, 1)

    def test_the_history_of_the_work_keeps_the_verdict_and_the_reason(self):
        work = self._give(self.staff)
        self._take_back(self._deliver(work))
        note = str(work.message_ids[:1].body)
        for word in ("Accepted", self.head.name, "Phát hiện sai sót"):
            self.assertIn(word, note)

    def test_it_takes_a_reason_and_somebody_who_may_judge(self):
        delivery = self._deliver(self._give(self.staff))
        for reason in ("", "  ", None, 5):
            with self.assertRaises(UserError):
                self._take_back(delivery, reason=reason)
        for user in (self.staff.user_id, self.hr):
            with self.assertRaises(UserError, msg=user.name):
                self._take_back(delivery, user)
        with self.assertRaises(AccessError):
            self._take_back(delivery, self.colleague.user_id)
        self.assertEqual(delivery.verdict, "accepted")

    def test_a_verdict_not_given_is_not_taken_back(self):
        with self.assertRaisesRegex(UserError, "Waiting"):
            self._take_back(self._hand_in(self._give(self.staff)))

    def test_a_fault_stands_once_the_work_was_handed_in_again(self):
        work = self._give(self.staff)
        delivery = self._returned(work)
        with closing(self.env.cr.savepoint()):
            self._take_back(delivery)
            self.assertEqual((work.fault_count, work.remaining_quantity), (0, 0))
        self._hand_in(work)
        with self.assertRaisesRegex(UserError, "handed in again"):
            self._take_back(delivery)

    def test_a_verdict_stands_while_a_cause_is_asked_for_on_it(self):
        delivery = self._returned(self._give(self.staff))
        cause = self._ask(delivery.assignment_id, "fault", delivery)
        with self.assertRaisesRegex(UserError, "objective cause"):
            self._take_back(delivery)
        self._confirm(cause)
        with self.assertRaisesRegex(UserError, "objective cause"):
            self._take_back(delivery)

    def test_after_the_review_a_verdict_stands(self):
        delivery = self._deliver(self._give(self.staff))
        self._until(self._open()[self.staff], "reviewed")
        with self.assertRaisesRegex(UserError, "already judged"):
            self._take_back(delivery)
