"""The month of four people, and mornings on which the cron reminds."""

from freezegun import freeze_time

from odoo.addons.kpi_evaluation.models.month.kpi_period_background import KpiPeriod

from .common import KpiCase

TWO_DAYS_BEFORE = "2026-07-22"


class ReminderCase(KpiCase):
    """The month of four people, and mornings on which the cron reminds."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        users = (cls.head | cls.staff | cls.colleague | cls.officer).user_id
        for user in users:
            user.write({"email": f"{user.login}@tancuong.example", "lang": "en_US"})
        cls.sheets = cls._open()
        for person in (cls.staff, cls.colleague):
            cls._deliver(cls._give(person), day="2026-07-10")

    def setUp(self):
        super().setUp()
        self.patch(KpiPeriod, "_store_progress", lambda *_done: True)

    def _morning(self, day):
        with freeze_time(f"{day} 00:00:00"):  # seven in the morning in Viet Nam
            before = self._log()
            self.env["kpi.period"]._cron_remind()
            self.env.flush_all()
            return self._log() - before

    def _log(self):
        return self.env["kpi.reminder"].search([("period_id", "=", self.period.id)])

    def _mails(self):
        return self.env["mail.mail"].search(
            [("model", "=", "kpi.period"), ("res_id", "=", self.period.id)]
        )

    def _activities(self, person):
        return self.env["mail.activity"].search(
            [("res_model", "=", "kpi.period"), ("user_id", "=", person.user_id.id)]
        )

    def _step(self, act, *sheets):
        """Take a step and do what a commit does."""
        for sheet in sheets:
            act(sheet)
        self.env.cr.precommit.run()
