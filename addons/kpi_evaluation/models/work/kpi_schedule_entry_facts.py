from odoo import api, models
from odoo.exceptions import UserError


class KpiScheduleEntry(models.Model):
    """The log of a month that is judged stands: it was among the facts (Điều 16)."""

    _inherit = "kpi.schedule.entry"

    @api.model_create_multi
    def create(self, vals_list):
        entries = super().create(vals_list)
        entries._check_month_open()
        return entries

    def write(self, vals):
        self._check_month_open()
        written = super().write(vals)
        self._check_month_open()
        return written

    def unlink(self):
        self._check_month_open()
        return super().unlink()

    def _check_month_open(self):
        logs = self.filtered(lambda one: one.kind == "log")
        sheets = self.env["kpi.appraisal"]._sheets_of(logs._month_pairs())
        for sheet in sheets:
            if sheet.state not in sheet.OPEN_STATES:
                raise UserError(
                    self.env._(
                        "The month %(month)s of %(person)s is already judged; its log "
                        "no longer changes (Điều 16).",
                        month=sheet.period_id.name,
                        person=sheet.employee_name,
                    )
                )

    def _month_pairs(self):
        """{(employee id, period id)} of the months in which these entries lie."""
        if not self:
            return set()
        days = self.mapped("day")
        # sudo: one's own months, whoever asks
        periods = self.env["kpi.period"].sudo()
        periods = periods.search(
            [
                ("company_id", "in", self.company_id.ids),
                ("date_start", "<=", max(days)),
                ("date_end", ">=", min(days)),
            ]
        )
        months = {(one.company_id, one.date_start): one for one in periods}
        return {
            (entry.employee_id.id, month.id)
            for entry in self
            if (month := months.get((entry.company_id, entry.day.replace(day=1))))
        }
