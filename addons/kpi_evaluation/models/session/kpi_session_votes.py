from odoo import models
from odoo.exceptions import UserError


class KpiSession(models.Model):
    """Writing down at once what a meeting agreed on; who differed is changed by hand.

    A collective of many members votes on many people, mostly of one mind (Điều 9.1).
    """

    _inherit = "kpi.session"

    def action_vote_as_proposed(self):
        """Write down that all present voted for the proposed class.

        For the chair or the secretary, before the decision. Adds votes where a member
        has none yet; nobody gets one on themselves, and what is proposed without a
        class gets none. Raises UserError where nothing is left to add.
        """
        self._check_meeting_open()
        votes = [vote for session in self for vote in session._votes_as_proposed()]
        if not votes:
            raise UserError(
                self.env._(
                    "Nothing is left to write down: mark who is present, and propose a "
                    "class for those who are reviewed (Điều 9.1, 16)."
                )
            )
        self.env["kpi.session.vote"].create(votes)
        return True

    def _votes_as_proposed(self):
        """The values of the missing votes of those present, each as proposed."""
        # sudo: a vote on somebody whom the user may not read stands all the same
        cast = {(one.appraisal_id, one.member_id) for one in self.sudo().vote_ids}
        return [
            {
                "session_id": self.id,
                "appraisal_id": sheet.id,
                "member_id": member.id,
                "grade": sheet.proposed_grade,
            }
            for sheet in self._sheets_to_vote_on()
            for member in self._present_members()
            if member != sheet.employee_id and (sheet, member) not in cast
        ]

    def _sheets_to_vote_on(self):
        # sudo: members vote on people whose record they may not read
        sheets = self.sudo().appraisal_ids
        return sheets.filtered(
            lambda one: (
                one.state == "reviewed"
                and one.proposed_grade
                and one.employee_user_id != self.env.user
            )
        )
