"""Whoever must act is told once, and it ends by itself (Điều 2.1, 15.1)."""

from datetime import date

from odoo.exceptions import AccessError

from .notice_case import NoticeCase


class TestNotice(NoticeCase):
    def test_a_proposal_waits_for_the_assigner_until_it_is_answered(self):
        for answer in ("action_approve", "action_refuse"):
            with self.subTest(answer):
                work = self._propose(self.staff)
                self._commit()
                notice = self._notices(self.head).filtered(lambda n: not n.done_on)
                self.assertEqual(len(notice), 1)
                self.assertIn("Nguyễn Thị An proposes ad hoc work", notice.summary)
                reason = {"reason": "Không cần"} if "refuse" in answer else {}
                getattr(self._by_head(work), answer)(**reason)
                self.assertTrue(self._over(notice))

    def test_each_is_told_by_one_activity_and_one_mail_with_the_subtype(self):
        self._propose(self.staff)
        notice = self._told_once(self.head, "proposal")
        mail = self._mails(notice)
        self.assertEqual(mail.subtype_id, self.env.ref("kpi_evaluation.mt_notice"))
        self.assertEqual(mail.recipient_ids, self.head.user_id.partner_id)
        self.assertIn("/odoo/kpi-notices", mail.body_html)
        self._morning()
        self._told_once(self.head, "proposal")

    def test_mails_are_switched_off_by_oneself_and_the_activity_stays(self):
        self.head.user_id.with_user(self.head.user_id).kpi_reminders = False
        self._propose(self.staff)
        self._commit()
        notice = self._notices(self.head)
        self.assertEqual(notice.mail, "off")
        self.assertFalse(self._mails(notice))
        self.assertTrue(self._activities(notice))

    def test_a_change_asked_for_waits_for_the_assigner_until_it_is_answered(self):
        work = self._give(self.staff, "K1", 3)
        change = self._ask(work, quantity=2)
        notice = self._told_once(self.head, "change")
        self._by_head(change).action_approve()
        self.assertTrue(self._over(notice))

    def test_work_that_cannot_be_finished_waits_until_it_is_taken_back(self):
        for step in ("hand_back", "transfer"):
            with self.subTest(step):
                work = self._give(self.staff, name=step)
                self._mine(work).report_unable("Nghỉ ốm")
                self._commit()
                notice = self._notices(self.head, "unable")
                notice = notice.filtered(lambda one, w=work: one.res_id == w.id)
                self.assertIn(f"cannot finish “{step}”", notice.summary)
                if step == "transfer":
                    self._transfer(work, self.colleague)
                else:
                    self._by_head(work).action_hand_back()
                self.assertTrue(self._over(notice))

    def test_an_unable_report_ends_when_the_work_was_done_after_all(self):
        work = self._give(self.staff)
        self._mine(work).report_unable("Nghỉ ốm")
        notice = self._told_once(self.head, "unable")
        self._deliver(work, day=date(2026, 7, 10))
        self._morning()
        self.assertTrue(self._over(notice))

    def test_a_substitute_is_told_too_and_the_new_evaluator_instead(self):
        self.env["kpi.delegation"].create(
            {
                "principal_id": self.head.id,
                "substitute_id": self.officer.id,
                "date_from": "2026-07-01",
                "date_to": "2026-07-31",
                "document": "12/UQ-UBND",
            }
        )
        self._open()
        self._propose(self.staff)
        self._commit()
        told = self._notices(kind="proposal").user_id
        self.assertEqual(told, (self.head | self.officer).user_id)
        sheet = self.period.appraisal_ids.filtered(
            lambda one: one.employee_id == self.staff
        )
        sheet.with_user(self.hr).action_change_evaluator(self.chief.id, "Điều động")
        self._commit()
        is_open = self._notices(kind="proposal").filtered(lambda one: not one.done_on)
        self.assertEqual(is_open.user_id, self.chief.user_id)

    def test_nobody_reads_or_opens_what_waits_for_another(self):
        self._propose(self.staff)
        notice = self._told_once(self.head, "proposal")
        opened = notice.with_user(self.head.user_id).action_open()
        self.assertEqual(opened["res_model"], "kpi.assignment")
        for person in (self.chief, self.officer, self.staff):
            with self.assertRaises(AccessError):
                notice.with_user(person.user_id).action_open()
            activities = self._activities(notice).with_user(person.user_id)
            with self.assertRaises(AccessError):
                activities.read(["summary"])

    def test_who_closes_the_activity_by_hand_is_not_told_again(self):
        self._propose(self.staff)
        notice = self._told_once(self.head, "proposal")
        mine = self._activities(notice).with_user(self.head.user_id)
        mine.action_feedback(feedback="Đã xem")
        self._morning()
        self.assertFalse(self._activities(notice))
        self.assertEqual(self._notices(self.head), notice)

    def test_ten_times_the_proposals_take_the_same_queries(self):
        """One at a time, as people propose; looked after together at the end."""
        self.env["kpi.notice"]._sync("proposal")
        counts = []
        for number in (1, 3, 30):
            works = self.env["kpi.assignment"].concat(
                *(
                    self._propose(self.staff, name=f"{number}/{n}")
                    for n in range(number)
                )
            )
            self.env.cr.precommit.clear()
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            self.env["kpi.notice"].sudo()._sync("proposal")
            self.env.flush_all()
            counts.append(self.env.cr.sql_log_count - before)
            self.assertEqual(
                set(works.ids) - set(self._notices(self.head).mapped("res_id")), set()
            )
        self.assertLessEqual(counts[2], counts[1] + 2, counts)
