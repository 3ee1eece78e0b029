"""Mornings, and what somebody was told by notice, activity and mail."""

from freezegun import freeze_time

from odoo.addons.base.models.ir_cron import IrCron

from .work_case import WorkCase


class NoticeCase(WorkCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for user in (cls.head | cls.chief | cls.officer).user_id:
            user.write({"email": f"{user.login}@tancuong.example", "lang": "en_US"})
        cls.env.cr.precommit.clear()

    def setUp(self):
        super().setUp()
        self.patch(IrCron, "_commit_progress", lambda *_args, **_kwargs: True)

    def _notices(self, person=None, kind=None):
        wanted = [("company_id", "=", self.company.id)]
        if person:
            wanted.append(("user_id", "=", person.user_id.id))
        if kind:
            wanted.append(("kind", "=", kind))
        return self.env["kpi.notice"].search(wanted)

    def _activities(self, notices):
        return self.env["mail.activity"].search(
            [("res_model", "=", "kpi.notice"), ("res_id", "in", notices.ids)]
        )

    def _mails(self, notices):
        return self.env["mail.mail"].search(
            [("model", "=", "kpi.notice"), ("res_id", "in", notices.ids)]
        )

    def _told_once(self, person, kind):
        """The one notice, with its one activity and its one mail."""
        self._commit()
        notice = self._notices(person, kind)
        self.assertEqual(len(notice), 1)
        activity = self._activities(notice)
        self.assertEqual(activity.user_id, person.user_id)
        self.assertEqual(activity.summary, notice.summary)
        self.assertEqual(len(self._mails(notice)), 1)
        return notice

    def _over(self, notice):
        self._commit()
        return bool(notice.done_on) and not self._activities(notice)

    def _morning(self, day="2026-07-11"):
        with freeze_time(f"{day} 23:30:00"):
            self.env["kpi.notice"]._cron_notify()
            self._commit()
