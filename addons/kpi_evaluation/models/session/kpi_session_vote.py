from odoo import api, fields, models
from odoo.exceptions import UserError

from ..sheet.kpi_appraisal import GRADES


class KpiSessionVote(models.Model):
    """A member's vote on the class of one person, cast before the decision (Điều 9.1).

    Cast by the member, or written down by the chair or the secretary.
    """

    _name = "kpi.session.vote"
    _description = "Vote of a Member"
    _order = "session_id, appraisal_id, member_id, id"

    session_id = fields.Many2one(
        "kpi.session", required=True, index=True, ondelete="cascade"
    )
    appraisal_id = fields.Many2one(
        "kpi.appraisal", string="On", required=True, index=True, ondelete="restrict"
    )
    member_id = fields.Many2one("hr.employee", required=True, ondelete="restrict")
    member_user_id = fields.Many2one(
        related="member_id.user_id", store=True, string="Member's user"
    )
    grade = fields.Selection(GRADES, string="Class", required=True)
    note = fields.Char()

    _one_vote_each = models.Constraint(
        "UNIQUE (session_id, appraisal_id, member_id)",
        "This member has already voted on this person.",
    )

    @api.model_create_multi
    def create(self, vals_list):
        votes = super().create(vals_list)
        votes._check_may_be_cast()
        return votes

    def write(self, vals):
        self._check_may_be_cast()
        written = super().write(vals)
        self._check_may_be_cast()
        return written

    @api.ondelete(at_uninstall=False)
    def _unlink_only_before_decision(self):
        self._check_may_be_cast()

    def _check_may_be_cast(self):
        refused = dict.fromkeys(filter(None, (vote._reason_against() for vote in self)))
        if refused:
            raise UserError("\n".join(refused))

    def _reason_against(self):
        """Why this vote cannot be cast or changed by the current user, or ""."""
        # sudo: members vote on people whose record they may not read
        vote = self.sudo()
        return vote._reason_of_sheet() or vote._reason_of_voter(self.env.user)

    def _reason_of_sheet(self):
        session, sheet = self.session_id, self.appraisal_id
        if session._key_of_sheet(sheet) == session._key() and sheet.state == "reviewed":
            return ""
        return self.env._(
            "%(person)s is not voted on here: votes are cast in the session that "
            "judges the sheet, after the opinion and before the decision (Điều 16).",
            person=sheet.employee_name,
        )

    def _reason_of_voter(self, user):
        session, sheet = self.session_id, self.appraisal_id
        if self.member_id == sheet.employee_id or sheet.employee_user_id == user:
            return self.env._("Nobody votes on themselves (Điều 9).")
        if self.member_id not in session._present_members():
            return self.env._(
                "%(member)s is not on the list of those present (Điều 9.1).",
                member=self.member_id.name,
            )
        acting = session.body_id._users_acting_on(sheet.employee_id)
        if user in acting | self.member_user_id:
            return ""
        return self.env._(
            "A vote is cast by the member, or written down by the chair or secretary "
            "(Điều 9.1)."
        )
