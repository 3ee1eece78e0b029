from odoo import api, fields, models
from odoo.fields import Domain

from ..base.portal_text import shown_date
from .due_steps import DUE_STEPS, STEP_LABELS


class KpiReminder(models.Model):
    """That somebody was reminded of a step of a month: once, and never again (Điều 16).

    One row for each step, person and month, however many sheets wait; also where no
    mail could go out, with the reason.
    """

    _name = "kpi.reminder"
    _description = "Reminder"
    _order = "create_date desc, id desc"

    period_id = fields.Many2one(
        "kpi.period", string="Month", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="period_id.company_id", store=True, index=True)
    step = fields.Selection(STEP_LABELS, required=True)
    user_id = fields.Many2one(
        "res.users", string="Reminded", required=True, index=True, ondelete="cascade"
    )
    last_day = fields.Date(required=True)
    sheet_count = fields.Integer(string="Sheets waiting", aggregator=None)
    has_activity = fields.Boolean(string="Activity")
    mail = fields.Selection(
        [
            ("queued", "Queued"),
            ("off", "Switched off by the person"),
            ("no_address", "No e-mail address"),
        ],
        string="E-mail",
        required=True,
    )
    done_on = fields.Datetime(
        string="Done on", help="When nothing of this step waited for the person."
    )

    _once = models.UniqueIndex(
        "(period_id, step, user_id)", "This person was reminded of this step already."
    )

    @api.depends("step", "user_id", "period_id")
    def _compute_display_name(self):
        steps = dict(self._fields["step"]._description_selection(self.env))
        for one in self:
            one.display_name = f"{steps.get(one.step, '')}: {one.user_id.name}"

    def _sentence(self):
        """What the person is told, in the language of the environment."""
        self.ensure_one()
        return self._sentences()[self.step] % {
            "month": self.period_id.name,
            "day": shown_date(self.last_day),
            "count": self.sheet_count,
        }

    @api.model
    def _sentences(self):
        return {
            "self_assess": self.env._(
                "Assess yourself for the month %(month)s by %(day)s at the latest "
                "(Điều 16 step 2)."
            ),
            "review": self.env._(
                "%(count)s sheet(s) of the month %(month)s wait for your opinion, by "
                "%(day)s at the latest (Điều 16 step 3)."
            ),
            "decide": self.env._(
                "%(count)s sheet(s) of the month %(month)s wait for your decision, by "
                "%(day)s at the latest (Điều 16 step 4)."
            ),
            "publish": self.env._(
                "%(count)s decided sheet(s) of the month %(month)s wait for their "
                "publication, by %(day)s at the latest (Điều 16 step 5)."
            ),
        }

    def _link(self):
        """Where the step is taken."""
        self.ensure_one()
        base = self.period_id.get_base_url()
        if self.step == "self_assess":
            return f"{base}/my/kpi/{self.period_id.id}"
        if self.user_id.share:
            return f"{base}/my/kpi/people/{self.period_id.id}"
        return f"{base}/odoo/kpi-sheets"

    def _in_language(self):
        """The reminders by the language of whom they remind."""
        for lang, some in self.grouped(lambda one: one.user_id.lang).items():
            yield some.with_context(lang=lang)

    def _send(self):
        """Put activities on the month and queue the mails, all together."""
        types = self._activity_types()
        subtype = self.env.ref("kpi_evaluation.mt_reminder")
        activities, mails = [], []
        for some in self._in_language():
            on_list = some.filtered("has_activity")
            activities += [one._activity_values(types[one.step]) for one in on_list]
            by_mail = some.filtered(lambda one: one.mail == "queued")
            mails += [one._mail_values(subtype) for one in by_mail]
        # Odoo would mail about each activity; the mail here is the only one.
        quick = {"mail_activity_quick_update": True}
        # sudo: reminders are nobody's, whoever runs the cron
        self.env["mail.activity"].sudo().with_context(**quick).create(activities)
        self.env["mail.mail"].sudo().create(mails)  # sudo: as above

    @api.model
    def _activity_types(self):
        return {
            step: self.env.ref(f"kpi_evaluation.activity_{step}") for step in DUE_STEPS
        }

    def _activity_values(self, activity_type):
        # sudo: ids of models are no secret
        models_of_odoo = self.env["ir.model"].sudo()
        return {
            "res_model_id": models_of_odoo._get_id("kpi.period"),
            "res_id": self.period_id.id,
            "activity_type_id": activity_type.id,
            "user_id": self.user_id.id,
            "date_deadline": self.last_day,
            "summary": self._sentence(),
            "automated": True,
        }

    def _mail_values(self, subtype):
        agency = self.period_id.company_id
        sender = agency.email_formatted or self.env.user.email_formatted
        body = self.env["ir.qweb"]._render(
            "kpi_evaluation.reminder_mail",
            {
                "name": self.user_id.name,
                "sentence": self._sentence(),
                "link": self._link(),
                "agency": agency.name,
            },
        )
        return {
            "subject": self._sentence(),
            "body_html": body,
            "author_id": agency.partner_id.id,
            "email_from": sender,
            "reply_to": sender,
            "recipient_ids": [(4, self.user_id.partner_id.id)],
            "message_type": "user_notification",
            "subtype_id": subtype.id,
            "model": "kpi.period",
            "res_id": self.period_id.id,
            "auto_delete": True,
        }

    def _end_if_done(self):
        """End the reminders of those for whom nothing of the step waits any more."""
        # sudo: whatever waits for them, not only what the current user may see
        sheets = self.env["kpi.appraisal"].sudo()
        done = self.browse()
        for (period, step), some in self.grouped(
            lambda one: (one.period_id, one.step)
        ).items():
            waiting = sheets.search(
                Domain("period_id", "=", period.id)
                & sheets._may_wait_for(step, some.user_id)
            )
            waited = waiting._waited_for(step)
            done += some.filtered(lambda one, w=waited: one.user_id not in w)
        done._end()

    def _end(self):
        """Note that nothing waits any more, and take the activities off the lists."""
        if not self:
            return
        self.write({"done_on": fields.Datetime.now()})
        # sudo: an activity belongs to whom it reminds, not to who took the step
        activities = self.env["mail.activity"].sudo()
        activities = activities.search(
            [
                ("res_model", "=", "kpi.period"),
                ("res_id", "in", self.period_id.ids),
                ("user_id", "in", self.user_id.ids),
                ("automated", "=", True),
            ]
        )
        types = self._activity_types()
        closed = {(one.period_id.id, types[one.step], one.user_id) for one in self}
        activities.filtered(
            lambda one: (one.res_id, one.activity_type_id, one.user_id) in closed
        ).unlink()
