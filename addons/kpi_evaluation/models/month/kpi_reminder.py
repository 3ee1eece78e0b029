from odoo import api, fields, models
from odoo.fields import Domain

from ..base.names import joined
from ..base.portal_text import shown_date
from .due_steps import STEP_LABELS


class KpiReminder(models.Model):
    """That somebody was reminded of a step of a month: once, and never again (Điều 16).

    One row for each step, person and month, however many sheets wait; also where no
    mail could go out, with the reason.
    """

    _name = "kpi.reminder"
    _description = "Reminder"
    _inherit = ["kpi.notice.mixin"]
    _order = "create_date desc, id desc"

    period_id = fields.Many2one(
        "kpi.period", string="Month", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="period_id.company_id", store=True, index=True)
    step = fields.Selection(STEP_LABELS, required=True)
    sheet_count = fields.Integer(string="Sheets waiting", aggregator=None)

    _once = models.UniqueIndex(
        "(period_id, step, user_id)", "This person was reminded of this step already."
    )

    @api.depends("step", "user_id", "period_id")
    def _compute_display_name(self):
        steps = dict(self._fields["step"]._description_selection(self.env))
        for one in self:
            one.display_name = joined(steps.get(one.step), one.user_id.name, by=": ")

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

    def _activity_record(self):
        return self.period_id

    def _activity_type(self):
        return f"kpi_evaluation.activity_{self.step}"

    def _subtype(self):
        return "kpi_evaluation.mt_reminder"

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
