from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import format_datetime, html2plaintext

LINES_SHOWN = 200


class KpiSession(models.Model):
    """Who changed what in a session, from what to what, newest first (Điều 6.1).

    Of the meeting for whoever reads the session; of the sheets, their votes included,
    for whoever may change these, for their history belongs to those who judge.
    """

    _name = "kpi.session"
    _inherit = ["kpi.history.mixin", "kpi.session"]

    log_html = fields.Html(
        compute="_compute_log_html", sanitize=False, string="History"
    )

    @api.depends_context("uid", "lang")
    @api.depends("appraisal_ids")
    def _compute_log_html(self):
        for session in self:
            session.log_html = self.env["ir.qweb"]._render(
                "kpi_evaluation.session_log", {"rows": session._log_rows()}
            )

    def _log_rows(self):
        """The changes as texts: when, who, on whom, what, old and new value."""
        self.ensure_one()
        names = self._names_in_log()
        messages = self.env["mail.message"].search(
            Domain.OR(
                Domain("model", "=", model) & Domain("res_id", "in", list(of_model))
                for model, of_model in names.items()
            ),
            order="id desc",
            limit=LINES_SHOWN,
        )
        changes = self._changes_in_log(messages)
        return [
            self._log_row(message, change, names[message.model][message.res_id])
            for message in messages
            for change in changes.get(message.id, [{}])
            if change or html2plaintext(message.body or "").strip()
        ]

    def _names_in_log(self):
        """{model: {id: of whom or what its changes are}} that the user may read."""
        sheets = self.appraisal_ids._filtered_access("write")
        return {
            "kpi.session": {self.id: self.env._("The session")},
            "kpi.appraisal": {one.id: one.employee_name for one in sheets},
        }

    def _changes_in_log(self, messages):
        """{message id: its changes}, in as many queries for many as for few."""
        # sudo: whoever may read the message reads what it notes
        values = messages.sudo().tracking_value_ids
        changes = {}
        of_message = {one.id: one.mail_message_id.id for one in values}
        for change in values._tracking_value_format():
            changes.setdefault(of_message[change["id"]], []).append(change)
        return changes

    def _log_row(self, message, change, about):
        field = change.get("fieldInfo", {})
        return {
            "when": format_datetime(
                self.env, message.date, dt_format="dd/MM/yyyy HH:mm"
            ),
            "who": message.author_id.name or message.email_from or "",
            "about": about,
            "field": field.get("changedField", ""),
            "old": _shown(self.env, change.get("oldValue"), field.get("fieldType")),
            "new": _shown(self.env, change.get("newValue"), field.get("fieldType")),
            "text": "" if change else html2plaintext(message.body),
        }


def _shown(env, value, kind):
    """A value of a change as people read it."""
    if value in (None, False, ""):
        return "–"
    if kind == "datetime":
        moment = fields.Datetime.to_datetime(value.rstrip("Z"))
        return format_datetime(env, moment, dt_format="dd/MM/yyyy HH:mm")
    if kind == "date":
        return f"{fields.Date.to_date(value):%d/%m/%Y}"
    return str(value)


class KpiSessionAttendee(models.Model):
    """A member on the list of a meeting: each change is noted in the session."""

    _name = "kpi.session.attendee"
    _inherit = ["kpi.noted.mixin", "kpi.session.attendee"]

    def _noted_on(self):
        return self.session_id

    def _noted_as(self):
        words = self.env._("present") if self.is_present else self.env._("absent")
        return self.member_id.name, f"{words} ({self.note})" if self.note else words


class KpiSessionVote(models.Model):
    """A vote: each change is noted on the sheet voted on, for its judges only."""

    _name = "kpi.session.vote"
    _inherit = ["kpi.noted.mixin", "kpi.session.vote"]

    def _noted_on(self):
        return self.appraisal_id

    def _noted_as(self):
        what = self.env._("Vote of %(member)s", member=self.member_id.name)
        grade = self.grade.upper()
        return what, f"{grade} ({self.note})" if self.note else grade
