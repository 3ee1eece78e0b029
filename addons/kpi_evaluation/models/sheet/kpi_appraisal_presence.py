from odoo import api, fields, models

from ...regulation.deadlines import is_evaluable
from ...regulation.values import exact, shown
from ..base.recompute import compute_again

STATES_WITH_LIVE_PRESENCE = ("draft", "self_assessed", "reviewed", "exempt")
PRESENCE_FIELDS = (
    "working_days",
    "recorded_days",
    "present_days",
    "presence_ratio",
    "is_short",
)


def _days(label, text):
    return fields.Float(
        label,
        compute="_compute_presence",
        store=True,
        digits=(16, 4),
        aggregator=None,
        help=text,
    )


class KpiAppraisal(models.Model):
    """How long the person was at work in the month (Điều 6.7).

    Working days are those of the person's calendar, public holidays taken off; days at
    work are these without the person's own leaves, and none before the arrival or
    after the departure. Once the sheet is decided they stand.
    """

    _inherit = "kpi.appraisal"

    working_days = _days("Working days", "Of the month by the calendar (Điều 6.7).")
    recorded_days = _days("Days at work, as recorded", "By calendar and leaves.")
    present_days = _days("Days at work", "As recorded, or as corrected by HR.")
    presence_ratio = fields.Float(
        "Presence",
        compute="_compute_presence",
        store=True,
        digits=(16, 2),
        aggregator=None,
        help="Days at work over working days, percent (Điều 6.7).",
    )
    is_short = fields.Boolean(
        "Present too short",
        compute="_compute_presence",
        store=True,
        help="Below the minimum of Điều 6.7: not to be evaluated.",
    )
    presence_correction_ids = fields.One2many(
        "kpi.presence.correction", "appraisal_id", string="Corrections of the days"
    )

    @api.depends("presence_correction_ids.present_days")
    def _compute_presence(self):
        sheets = self.filtered(lambda one: one.state in STATES_WITH_LIVE_PRESENCE)
        # What stands is not written again, as on most nights.
        sheets._origin.fetch(PRESENCE_FIELDS)
        recorded = sheets._origin._recorded_presence()
        for sheet in sheets:
            working, present = recorded.get(sheet._origin, (0, 0))
            corrections = sheet.presence_correction_ids.sorted("id")
            counted = exact(corrections[-1].present_days) if corrections else present
            rules = sheet.period_id._rulebook()
            ratio = counted * 100 / working if working else 0
            sheet.working_days = float(working)
            sheet.recorded_days = float(present)
            sheet.present_days = float(counted)
            sheet.presence_ratio = float(shown(ratio, rules.shown_decimals))
            sheet.is_short = bool(working) and not is_evaluable(counted, working, rules)

    def _recorded_presence(self):
        """{sheet: (working days, days at work)} by calendar and leaves, exact."""
        # sudo: the presence of everybody is counted, whoever looks at a sheet
        sheets = self.sudo()
        found = {}
        for period, of_month in sheets.grouped("period_id").items():
            people = of_month.employee_id
            stays = people._kpi_stays(period._snapshot_day())
            company = period.company_id
            by_calendar = of_month.grouped(
                lambda sheet, stays=stays, company=company: (
                    stays[sheet.employee_id].calendar or company.resource_calendar_id
                )
            )
            for calendar, some in by_calendar.items():
                if calendar:
                    found |= some._counted_by(calendar, period, stays)
        return found

    def _counted_by(self, calendar, period, stays):
        """The presence of people of one month and one calendar."""
        first, last = period.date_start, period.date_end
        month = calendar._kpi_month(first, last, period.company_id)
        working = calendar._kpi_days(month)
        resources = self.employee_id.resource_id
        leaves = calendar._kpi_leaves(first, last, resources)
        found = {}
        for sheet in self:
            person = sheet.employee_id
            stay, own = stays[person], leaves[person.resource_id.id]
            begin = max(first, stay.arrival or first)
            end = min(last, stay.departure or last)
            if begin == first and end == last and not own:
                found[sheet] = (working, working)
                continue
            there = calendar._kpi_within(month, begin, end) if begin <= end else ()
            found[sheet] = (working, calendar._kpi_days(there and there - own))
        return found

    @api.model
    def _recompute_presence(self, domain):
        """Have the days at work counted again for sheets that are not decided."""
        # sudo: whoever notes a leave may not read the sheets
        sheets = self.sudo().search(
            [*domain, ("state", "in", STATES_WITH_LIVE_PRESENCE)]
        )
        compute_again(sheets, "present_days")

    @api.model
    def _cron_count_presence(self):
        """Every night, a month at a time: a change of a calendar tells nobody."""
        months = self._months_to_count()
        for number, month in enumerate(months, start=1):
            self._count_presence(month)
            self.env["ir.cron"]._commit_progress(1, remaining=len(months) - number)

    @api.model
    def _months_to_count(self):
        groups = self._read_group(self._awaiting_decision(), ["period_id"])
        return [month for (month,) in groups]

    def _awaiting_decision(self):
        return [("state", "in", ("draft", "self_assessed", "reviewed"))]

    @api.model
    def _count_presence(self, month):
        about = [*self._awaiting_decision(), ("period_id", "=", month.id)]
        self._recompute_presence(about)
        self.env.flush_all()
