from odoo import api, fields, models
from odoo.exceptions import UserError

MEETING_FIELDS = {
    "held_on",
    "place",
    "minutes_number",
    "conclusion",
    "attendee_ids",
    "vote_ids",
}


class KpiSession(models.Model):
    """The meeting of a collective: who attended, how they voted, what was concluded.

    Kept by the chair or the secretary, until the first sheet is decided on it.
    """

    _inherit = "kpi.session"

    held_on = fields.Datetime(string="Met on", tracking=True)
    place = fields.Char(tracking=True)
    minutes_number = fields.Char(tracking=True)
    conclusion = fields.Text(help="What the chair concluded.", tracking=True)
    attendee_ids = fields.One2many("kpi.session.attendee", "session_id")
    present_member_ids = fields.Json(
        string="Members present",
        compute="_compute_present_member_ids",
        help="Ids of those whom the list of votes offers.",
    )
    vote_ids = fields.One2many("kpi.session.vote", "session_id")
    may_keep_minutes = fields.Boolean(compute="_compute_may_keep_minutes")

    @api.depends_context("uid")
    @api.depends("body_id")
    def _compute_may_keep_minutes(self):
        reasons = self._reasons_against_minutes()
        for session in self:
            session.may_keep_minutes = not reasons[session]

    def _reasons_against_minutes(self):
        """{session: why the user may not change the record of the meeting, or ""}."""
        return {session: session._reason_against_minutes() for session in self}

    def _reason_against_minutes(self):
        # sudo: who sits in the body is asked for whoever opens the session
        body = self.sudo().body_id
        if not body:
            return self.env._("Only a collective keeps minutes (Điều 4.4).")
        if self.env.user not in (body.chair_id | body.secretary_id).user_id:
            return self.env._(
                "Only the chair or the secretary of %(body)s keeps its minutes.",
                body=body.name,
            )
        # sudo: a decided sheet closes the record, also one that the user cannot read
        if self.sudo().appraisal_ids.filtered("decided_on"):
            return self.env._(
                "A class has been decided on these minutes; they no longer change "
                "(Điều 18)."
            )
        return ""

    def _check_meeting_open(self):
        self.check_access("write")
        refused = dict.fromkeys(filter(None, self._reasons_against_minutes().values()))
        if refused:
            raise UserError("\n".join(refused))

    def write(self, vals):
        if MEETING_FIELDS.intersection(vals):
            self._check_meeting_open()
        return super().write(vals)

    def action_list_members(self):
        """Put the members of the collective on the list, none marked as present yet."""
        self._check_meeting_open()
        for session in self:
            # sudo: the list of members is no secret to who keeps the minutes
            body = session.sudo().body_id
            people = body.chair_id | body.secretary_id | body.member_ids
            missing = people - session.attendee_ids.member_id
            session.attendee_ids = [
                fields.Command.create({"member_id": one.id}) for one in missing
            ]
        return True

    @api.depends("attendee_ids.is_present", "attendee_ids.member_id")
    def _compute_present_member_ids(self):
        for session in self:
            session.present_member_ids = session._present_members().ids

    def _present_members(self):
        return self.attendee_ids.filtered("is_present").member_id
