from odoo import api, fields, models


class KpiSessionAttendee(models.Model):
    """Who of a collective attended its meeting (Điều 4.4, 9.1)."""

    _name = "kpi.session.attendee"
    _description = "Attendance at a Session"
    _order = "session_id, id"

    session_id = fields.Many2one(
        "kpi.session", required=True, index=True, ondelete="cascade"
    )
    member_id = fields.Many2one("hr.employee", required=True, ondelete="restrict")
    is_present = fields.Boolean(string="Present")
    note = fields.Char(help="The reason for absence, for example.")

    _once_a_session = models.Constraint(
        "UNIQUE (session_id, member_id)", "This member is already on the list."
    )

    @api.model_create_multi
    def create(self, vals_list):
        attendees = super().create(vals_list)
        attendees.session_id._check_meeting_open()
        return attendees

    def write(self, vals):
        self.session_id._check_meeting_open()
        written = super().write(vals)
        self.session_id._check_meeting_open()
        return written

    @api.ondelete(at_uninstall=False)
    def _unlink_only_while_open(self):
        self.session_id._check_meeting_open()
