from odoo import api, fields, models


class KpiNoticeMixin(models.AbstractModel):
    """That somebody was told of something to do: by an activity, by mail, and once.

    One row stands for it also where no mail could go out, with the reason.
    """

    _name = "kpi.notice.mixin"
    _description = "Told Once of Something to Do"

    user_id = fields.Many2one(
        "res.users", string="Reminded", required=True, index=True, ondelete="cascade"
    )
    last_day = fields.Date(required=True)
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
        string="Done on", help="When nothing of it waited for the person any more."
    )

    @api.model
    def _channels(self, user):
        """By which ways a user is told."""
        mail = "queued" if user.kpi_reminders else "off"
        return {
            "user_id": user.id,
            "has_activity": not user.share,
            "mail": mail if user.email else "no_address",
        }

    def _sentence(self):
        """What the person is told, in the language of the environment."""
        raise NotImplementedError

    def _link(self):
        """Where it is done."""
        raise NotImplementedError

    def _activity_record(self):
        """The records that the activities and the mails stand on; with an agency."""
        raise NotImplementedError

    def _activity_type(self):
        """The external id of the type of the activity."""
        raise NotImplementedError

    def _subtype(self):
        """The external id of the subtype of the mails."""
        raise NotImplementedError

    def _id_of(self, external_id):
        return self.env["ir.model.data"]._xmlid_to_res_id(external_id)

    def _in_language(self):
        """The notices by the language of whom they are for."""
        for lang, some in self.grouped(lambda one: one.user_id.lang).items():
            yield some.with_context(lang=lang)

    def _send(self):
        """Put activities on the records and queue the mails, all together."""
        activities = []
        for some in self._in_language():
            on_list = some.filtered("has_activity")
            activities += [one._activity_values() for one in on_list]
        # Odoo would mail about each activity; the mail here is the only one.
        quick = {"mail_activity_quick_update": True}
        # sudo: notices are nobody's, whoever takes the step
        self.env["mail.activity"].sudo().with_context(**quick).create(activities)
        self._send_mails()

    def _send_mails(self):
        mails = []
        for some in self._in_language():
            by_mail = some.filtered(lambda one: one.mail == "queued")
            mails += [one._mail_values() for one in by_mail]
        self.env["mail.mail"].sudo().create(mails)  # sudo: as above

    def _activity_values(self):
        record = self._activity_record()
        # sudo: ids of models are no secret
        models_of_odoo = self.env["ir.model"].sudo()
        return {
            "res_model_id": models_of_odoo._get_id(record._name),
            "res_id": record.id,
            "activity_type_id": self._id_of(self._activity_type()),
            "user_id": self.user_id.id,
            "date_deadline": self.last_day,
            "summary": self._sentence(),
            "automated": True,
        }

    def _mail_values(self):
        record = self._activity_record()
        agency = record.company_id
        sender = agency.email_formatted or self.env.user.email_formatted
        sentence = self._sentence()
        letter = {"name": self.user_id.name, "sentence": sentence}
        letter |= {"link": self._link(), "agency": agency.name}
        return {
            "subject": sentence,
            "body_html": self.env["ir.qweb"]._render(
                "kpi_evaluation.reminder_mail", letter
            ),
            "author_id": agency.partner_id.id,
            "email_from": sender,
            "reply_to": sender,
            "recipient_ids": [(4, self.user_id.partner_id.id)],
            "message_type": "user_notification",
            "subtype_id": self._id_of(self._subtype()),
            "model": record._name,
            "res_id": record.id,
            "auto_delete": True,
        }

    def _end(self):
        """Note that nothing waits any more, and take the activities off the lists."""
        if not self:
            return
        self.write({"done_on": fields.Datetime.now()})
        records = self._activity_record()
        # sudo: an activity belongs to whom it reminds, not to who took the step
        activities = self.env["mail.activity"].sudo()
        activities = activities.search(
            [
                ("res_model", "=", records._name),
                ("res_id", "in", records.ids),
                ("user_id", "in", self.user_id.ids),
                ("automated", "=", True),
            ]
        )
        closed = {
            (one._activity_record().id, self._id_of(one._activity_type()), one.user_id)
            for one in self
        }
        activities.filtered(
            lambda one: (one.res_id, one.activity_type_id.id, one.user_id) in closed
        ).unlink()
