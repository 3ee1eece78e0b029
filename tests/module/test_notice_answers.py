"""Petitions and reports: who is told of them, and how often (Điều 20.5)."""

from datetime import date, timedelta

from odoo.exceptions import AccessError, UserError

from .notice_case import NoticeCase


class TestNoticeOfAnswers(NoticeCase):
    """Petitions and reports, which people make after the publication (Điều 20.5)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._deliver(cls._give(cls.other), day=date(2026, 7, 10))
        cls.sheet = cls._until(cls._open()[cls.other], "published")

    def _petition(self):
        asked = self._mine(self.sheet).object("petition", "Chấm chưa đúng")
        return self.env["kpi.objection"].browse(asked)

    def _mine(self, record):
        return record.with_user(record.employee_user_id)

    def test_a_petition_waits_for_the_superior_by_its_last_day(self):
        petition = self._petition()
        notice = self._told_once(self.head, "petition")
        self.assertEqual(notice.last_day, petition.due_date)
        self.assertEqual(self._activities(notice).date_deadline, petition.due_date)
        petition.with_user(self.head.user_id).action_answer("kept", "Đã xem xét")
        self.assertTrue(self._over(notice))

    def test_shortly_before_the_last_day_one_more_mail_goes_out_and_only_one(self):
        petition = self._petition()
        notice = self._told_once(self.head, "petition")
        days = [petition.due_date - timedelta(days=left) for left in (6, 2, 1)]
        for day, mails in zip(days, (1, 2, 2), strict=True):
            self._morning(day - timedelta(days=1))
            self.assertEqual(len(self._mails(notice)), mails, day)
            self.assertEqual(len(self._activities(notice)), 1)

    def test_where_no_superior_was_found_the_officers_are_asked_to_name_one(self):
        petition = self._petition()
        self._commit()
        self.env.cr.execute(
            "UPDATE kpi_objection SET answerer_id = NULL, answerer_user_id = NULL, "
            "answerer_name = NULL WHERE id = %s",
            petition.ids,
        )
        self.env.invalidate_all()
        self._morning()
        named = self._notices(self.officer, "petition")
        self.assertIn("name who answers", named.summary)
        self.assertTrue(self._over(self._notices(self.head, "petition")))

    def test_a_report_is_told_in_the_morning_and_by_nobody(self):
        complaints = self.env["kpi.complaint"].with_user(self.staff.user_id)
        unit = self.env["hr.department"].create(
            {"name": "Phòng", "company_id": self.company.id}
        )
        complaints.report_evaluation(unit.id, self.period.id, "Sai", (), "inspector")
        inspector = self._user("Thanh tra", "kpi_evaluation.group_inspector")
        self._commit()
        self.assertFalse(self._notices(kind="complaint"))
        self._morning()
        notice = self._notices(kind="complaint")
        self.assertIn(inspector, notice.user_id)
        traces = notice.create_uid | self._activities(notice).create_uid
        self.assertNotIn(self.staff.user_id, traces | self._mails(notice).create_uid)
        with self.assertRaises(AccessError):
            notice.with_user(self.hr).read(["summary"])
        report = self.env["kpi.complaint"].browse(notice[:1].res_id)
        report.with_user(inspector).action_examine("Có sai", "Đã chấn chỉnh")
        self.assertTrue(self._over(notice[:1]))

    def test_a_petition_refused_to_be_answered_keeps_its_notice(self):
        petition = self._petition()
        notice = self._told_once(self.head, "petition")
        with self.assertRaises(UserError):
            petition.with_user(self.head.user_id).action_answer("kept", " ")
        self.assertFalse(self._over(notice))
