from datetime import datetime, time, timedelta
from itertools import islice

from pytz import timezone

from odoo import api, models

from ...regulation.deadlines import LOCAL

WEEK = timedelta(weeks=1)
# A calendar without a working day in so many weeks has none at all.
WEEKS_LIMIT = 52


class KpiObjection(models.Model):
    """By when a petition is answered: working days of the agency's calendar.

    Weekends, and the public holidays entered as leaves of the calendar, do not count
    (Nghị định 335/2025 Điều 22).
    """

    _inherit = "kpi.objection"

    @api.model
    def _due_date(self, company, received_on, rules):
        """The last day for the answer to a petition received on a day."""
        skipped = rules.objection_first_day == "next_day"
        days = self._working_days(company, received_on + timedelta(days=skipped))
        count = rules.objection_answer_working_days
        return next(islice(days, count - 1, None), False)

    def _working_days(self, company, first):
        """Yield the working days of an agency from a day on, holidays left out."""
        # sudo: the calendar of the agency counts, whoever asks
        calendar = company.sudo().resource_calendar_id
        holidays = [
            ("time_type", "=", "leave"),
            "|",
            ("calendar_id", "=", calendar.id),
            ("company_id", "=", company.id),
        ]
        seen = first - timedelta(days=1)
        start = datetime.combine(first, time.min, LOCAL)
        for week in range(WEEKS_LIMIT):
            begin = start + week * WEEK
            hours = calendar._work_intervals_batch(
                begin, begin + WEEK, domain=holidays, tz=timezone(LOCAL.key)
            )
            for opening, _closing, _attendance in hours[False]:
                if opening.date() > seen:
                    seen = opening.date()
                    yield seen
