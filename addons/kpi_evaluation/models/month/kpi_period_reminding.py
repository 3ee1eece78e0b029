from datetime import timedelta

from dateutil.relativedelta import relativedelta

from odoo import api, fields, models

from .due_steps import DUE_STEPS, STEP_AFTER


class KpiPeriod(models.Model):
    """Reminding whoever must act, once for each step of a month (Điều 16).

    The activities stand on the month, so that one who judges many has a single one.
    They concern their owner and the officers; nobody else reads them here.
    """

    _name = "kpi.period"
    _inherit = ["kpi.period", "mail.thread", "mail.activity.mixin"]

    # Searching the months by their notes and activities finds readable ones only.
    message_ids = fields.One2many(bypass_search_access=False)
    website_message_ids = fields.One2many(bypass_search_access=False)
    activity_ids = fields.One2many(bypass_search_access=False)
    own_reminders = fields.Text(
        string="What waits for you",
        compute="_compute_own_reminders",
        groups="base.group_user",
    )
    reminder_count = fields.Integer(
        compute="_compute_reminder_count", groups="kpi_evaluation.group_hr"
    )

    @api.depends_context("uid", "lang")
    def _compute_own_reminders(self):
        groups = self.env["mail.activity"]._read_group(
            [
                ("res_model", "=", self._name),
                ("res_id", "in", self.ids),
                ("user_id", "=", self.env.uid),
            ],
            ["res_id"],
            ["id:recordset"],
        )
        own = dict(groups)
        for period in self:
            activities = own.get(period.id, self.env["mail.activity"])
            period.own_reminders = "\n".join(activities.mapped("summary"))

    def _compute_reminder_count(self):
        counts = dict(
            self.env["kpi.reminder"]._read_group(
                [("period_id", "in", self.ids)], ["period_id"], ["__count"]
            )
        )
        for period in self:
            period.reminder_count = counts.get(period, 0)

    def _mail_get_operation_for_mail_message_operation(self, message_operation):
        return dict.fromkeys(self, "write")

    def message_subscribe(self, partner_ids=None, subtype_ids=None):
        """Nobody follows a month: reminders go to those who must act, and only once."""
        return True

    def action_open_reminders(self):
        """Who was reminded of what in this month."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "kpi_evaluation.kpi_reminder_action"
        )
        action["domain"] = [("period_id", "=", self.id)]
        return action

    @api.model
    def _cron_remind(self):
        """Every morning: remind of the months whose steps are near or over."""
        today = self.env["kpi.regulation.clause"]._today()
        recent = today.replace(day=1) - relativedelta(months=2)
        months = self.search([("date_start", ">=", recent)], order="id")
        months = months.filtered(lambda one: one.publication_until >= today)
        for number, period in enumerate(months, start=1):
            period._remind(today)
            if not self._store_progress(1, len(months) - number):
                return

    def _remind(self, today):
        """Remind whoever has something to do soon in one month and was not reminded."""
        self.ensure_one()
        soon = today + timedelta(days=self._rulebook().reminder_days)
        sheets = self.env["kpi.appraisal"].search(
            [("period_id", "=", self.id), ("state", "in", list(STEP_AFTER))]
        )
        reminders = self.env["kpi.reminder"].search([("period_id", "=", self.id)])
        reminders.filtered(lambda one: not one.done_on)._end_if_done()
        have = {(one.step, one.user_id) for one in reminders}
        new = reminders.create(
            [
                self._reminder_values(step, user, sheets.browse(ids))
                for step in DUE_STEPS
                for user, ids in sheets._due_until(step, soon)._waited_for(step).items()
                if (step, user) not in have
            ]
        )
        new._send()

    def _reminder_values(self, step, user, sheets):
        return {
            "period_id": self.id,
            "step": step,
            "last_day": min(sheet._last_day(step) for sheet in sheets),
            "sheet_count": len(sheets),
            **self.env["kpi.reminder"]._channels(user),
        }
