from collections import Counter

from freezegun import freeze_time

from odoo.exceptions import AccessError

from .common import INTERNAL
from .reminder_case import TWO_DAYS_BEFORE, ReminderCase


class TestChannels(ReminderCase):
    """Mail can be switched off, activities end by themselves, the rest is logged."""

    def test_internal_users_get_an_activity_and_portal_users_do_not(self):
        self._morning(TWO_DAYS_BEFORE)
        activity = self._activities(self.head)
        self.assertIn("24/07/2026", activity.summary)
        self.assertEqual(f"{activity.date_deadline:%d/%m}", "24/07")
        self.assertFalse(self._activities(self.staff))
        self.assertFalse(self.period.message_follower_ids)

    def test_the_month_tells_each_judge_what_waits_for_them(self):
        self._step(self._self_assess, self.sheets[self.staff])
        self._morning("2026-07-23")
        told = self.period.with_user(self.head.user_id).own_reminders
        self.assertIn("Assess yourself", told)
        self.assertIn("1 sheet(s) of the month 07/2026", told)
        stranger = self._user("Trịnh Không Vai", INTERNAL)
        self.assertFalse(self.period.with_user(stranger).own_reminders)

    def test_mails_are_switched_off_by_oneself(self):
        for person in (self.staff, self.head):
            mine = person.user_id.with_user(person.user_id)
            mine.write({"kpi_reminders": False})
        log = self._morning(TWO_DAYS_BEFORE)
        self.assertEqual(Counter(log.mapped("mail")), {"off": 2, "queued": 2})
        self.assertEqual(
            self._mails().recipient_ids,
            (self.colleague | self.officer).user_id.partner_id,
        )
        self.assertTrue(self._activities(self.head))
        with self.assertRaises(AccessError):
            self.staff.user_id.with_user(self.colleague.user_id).write(
                {"kpi_reminders": False}
            )

    def test_who_has_no_address_is_logged_as_such(self):
        self.staff.user_id.email = False
        log = self._morning(TWO_DAYS_BEFORE)
        own = log.filtered(lambda one: one.user_id == self.staff.user_id)
        self.assertEqual(own.mail, "no_address")

    def test_a_mail_carries_the_subtype_and_is_read_by_its_recipient_only(self):
        self._morning(TWO_DAYS_BEFORE)
        mail = self._mails()[0]
        self.assertEqual(mail.subtype_id, self.env.ref("kpi_evaluation.mt_reminder"))
        self.assertEqual(mail.state, "outgoing")
        message = mail.mail_message_id
        stranger = self._user("Trịnh Không Vai", INTERNAL)
        with self.assertRaises(AccessError):
            message.with_user(stranger).read(["body"])

    def test_an_activity_ends_with_the_last_sheet_that_waited(self):
        both = self.sheets[self.staff], self.sheets[self.colleague]
        self._step(self._self_assess, *both)
        self._morning("2026-07-24")
        reviews = self.env.ref("kpi_evaluation.activity_review")
        for sheet, left in zip(both, (1, 0), strict=True):
            self._step(self._review, sheet)
            mine = self._activities(self.head)
            mine = mine.filtered(lambda one: one.activity_type_id == reviews)
            self.assertEqual(len(mine), left)
        digest = self._log().filtered(lambda one: one.step == "review")
        self.assertTrue(digest.done_on)

    def test_an_activity_of_one_step_outlives_another_step(self):
        self._step(self._self_assess, self.sheets[self.staff])
        self._morning("2026-07-24")
        self._step(self._review, self.sheets[self.staff])
        types = self._activities(self.head).activity_type_id
        self.assertEqual(types, self.env.ref("kpi_evaluation.activity_self_assess"))

    def test_what_is_done_by_another_way_ends_on_the_next_morning(self):
        self._step(self._self_assess, self.sheets[self.staff])
        self._morning("2026-07-24")
        deputy = self._person("Đỗ Văn Phó", "deputy", INTERNAL, self.head)
        with freeze_time("2026-07-24 03:00:00"):
            officer = self.sheets[self.staff].with_user(self.hr)
            officer.action_change_evaluator(deputy.id, "Điều động")
        new = self._morning("2026-07-25")
        self.assertIn(("review", deputy.user_id), [(r.step, r.user_id) for r in new])
        digest = self._log().filtered(
            lambda one: (one.step, one.user_id) == ("review", self.head.user_id)
        )
        self.assertTrue(digest.done_on)

    def test_nobody_reads_the_activities_of_others_off_the_month(self):
        self._morning(TWO_DAYS_BEFORE)
        stranger = self._user("Trịnh Không Vai", INTERNAL)
        activities = self.env["mail.activity"].with_user(stranger)
        self.assertFalse(activities.search([("res_model", "=", "kpi.period")]))
        months = self.env["kpi.period"].with_user(stranger)
        self.assertFalse(months.search([("activity_ids.summary", "ilike", "2026")]))
        self.assertFalse(months.search([("message_ids.subject", "ilike", "2026")]))
        mine = self.env["mail.activity"].with_user(self.head.user_id)
        self.assertTrue(mine.search([("res_model", "=", "kpi.period")]))

    def test_the_judge_closes_the_activity_by_hand_too(self):
        self._morning(TWO_DAYS_BEFORE)
        mine = self._activities(self.head).with_user(self.head.user_id)
        mine.action_feedback(feedback="Đã xem")
        self.assertFalse(self._activities(self.head))
