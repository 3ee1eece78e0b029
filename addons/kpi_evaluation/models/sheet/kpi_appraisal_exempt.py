from odoo import api, fields, models

from ..base.paper_text import plain


class KpiAppraisal(models.Model):
    """Taking out of the evaluation who was at work too short (Điều 6.7).

    The records propose it, the HR officer confirms it, for many at once. With the days
    corrected by a document the person comes back and starts again.
    """

    _inherit = "kpi.appraisal"

    HR_STEPS_ON_OTHERS = ("take_field", "correct_presence", "exempt", "readmit")

    exempt_reason = fields.Char(readonly=True, tracking=True)
    may_exempt = fields.Boolean(compute="_compute_may_exempt")
    may_readmit = fields.Boolean(compute="_compute_may_exempt")
    may_correct_presence = fields.Boolean(compute="_compute_may_exempt")

    @api.depends_context("uid")
    @api.depends("state", "is_short")
    def _compute_may_exempt(self):
        steps = ("exempt", "readmit", "correct_presence")
        reasons = {step: self._reasons_against(step) for step in steps}
        for sheet in self:
            for step in steps:
                sheet[f"may_{step}"] = not reasons[step][sheet]

    def _reasons_of_step(self, step):
        reasons = super()._reasons_of_step(step)
        for sheet in self:
            if reasons[sheet]:
                continue
            if step in self.HR_STEPS_ON_OTHERS:
                reasons[sheet] = sheet._reason_against_own_sheet()
            elif step in ("review", "decide") and sheet.is_short:
                reasons[sheet] = self.env._(
                    "%(presence)s. The HR officer takes the sheet out of the "
                    "evaluation, or corrects the days with a document (Điều 6.7).",
                    presence=sheet._presence_in_words(),
                )
        return reasons

    def _reason_against_own_sheet(self):
        if self.employee_user_id != self.env.user:
            return ""
        return self.env._(
            "Nobody changes their own sheet as HR; another officer does (Điều 9)."
        )

    def _reason_against_exempt(self):
        if self.is_short:
            return ""
        return self.env._(
            "%(presence)s, which is enough to be evaluated (Điều 6.7).",
            presence=self._presence_in_words(),
        )

    def _reason_against_readmit(self):
        if not self.is_short:
            return ""
        return self.env._(
            "%(presence)s, which is too short. Correct the days with a document first "
            "(Điều 6.7).",
            presence=self._presence_in_words(),
        )

    def _presence_in_words(self):
        return self.env._(
            "%(person)s was at work on %(present)s of %(working)s working days "
            "(%(ratio)s %%)",
            person=self.employee_name,
            present=plain(self.present_days),
            working=plain(self.working_days),
            ratio=plain(self.presence_ratio),
        )

    def action_exempt(self):
        """Do not evaluate these people this month: they were at work too short.

        For the HR officer, for sheets that are not decided. Raises UserError for
        somebody who was at work long enough (Điều 6.7).
        """
        self._check_step("exempt")
        # Kept in the officer's language, whatever asked for the step.
        spoken = self.with_context(lang=self.env.user.lang)
        for sheet in spoken:
            sheet._take("exempt", {"exempt_reason": sheet._presence_in_words()})
        self._leaders_above()._recompute_scores()
        return True

    def action_readmit(self):
        """Evaluate these people after all; they assess themselves again.

        For the HR officer, once a correction of the days shows them at work long
        enough (Điều 6.7).
        """
        self._check_step("readmit")
        self._take("readmit", self._no_opinion() | {"exempt_reason": False})
        self._recompute_scores()
        self._leaders_above()._recompute_scores()
        return True

    def _step_that_edits(self, name):
        if name == "presence_correction_ids":
            return "correct_presence"
        return super()._step_that_edits(name)
