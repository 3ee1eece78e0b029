from markupsafe import escape

from odoo import fields, models
from odoo.exceptions import UserError

from ..base.portal_text import shown_date
from ..month.due_steps import STEP_AFTER


class KpiAppraisal(models.Model):
    """More time for named sheets, given by the HR officer with a reason.

    The Regulation names last days and says nothing of extending them (Điều 16); the
    extension and its reason therefore stand in the sheet's log.
    """

    _inherit = "kpi.appraisal"

    extended_until = fields.Date(
        readonly=True,
        tracking=True,
        help="Last day for all steps of this sheet that would have ended before.",
    )
    extension_reason = fields.Text(readonly=True, groups="base.group_user")
    may_extend_deadline = fields.Boolean(compute="_compute_may")

    def _steps_with_buttons(self):
        return (*super()._steps_with_buttons(), "extend_deadline")

    def action_extend_deadline(self, until, reason):
        """Let these sheets' steps be taken in time until a later day.

        ``until``: a date, today or later and after the last day of the next step. For
        the HR officer, but not on their own sheet; day and reason are kept in the log.
        Raises UserError for a day that extends nothing or a missing reason.
        """
        self._check_step("extend_deadline")
        until = fields.Date.to_date(until)
        if not (reason or "").strip():
            raise UserError(self.env._("Say why the deadline is extended (Điều 16)."))
        for sheet in self:
            sheet._check_extension(until)
        values = {"extended_until": until, "extension_reason": reason.strip()}
        self._take("extend_deadline", values)
        # sudo: the log is written by the step, not by hand
        self.sudo()._message_log_batch(dict.fromkeys(self.ids, escape(reason)))
        return True

    def _check_extension(self, until):
        today = self.env["kpi.regulation.clause"]._today()
        last_day = self._last_day(STEP_AFTER[self.state])
        if not until or until < today or until <= last_day:
            raise UserError(
                self.env._(
                    "The next step of %(person)s may be taken until %(day)s; choose a "
                    "later day that is not over (Điều 16).",
                    person=self.employee_name,
                    day=shown_date(last_day),
                )
            )

    def _reason_against_extend_deadline(self):
        return self._reason_against_own() or self._reason_against_external()

    def _reason_against_own(self):
        if self.employee_user_id != self.env.user:
            return ""
        return self.env._(
            "Nobody decides on their own sheet; another officer does (Điều 9)."
        )

    def _reason_against_external(self):
        if not self.is_external:
            return ""
        return self.env._(
            "%(person)s is judged by the central agency; here the result is only "
            "recorded (Điều 9.1).",
            person=self.employee_name,
        )
