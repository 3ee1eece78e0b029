from datetime import datetime, time, timedelta
from fractions import Fraction

from pytz import timezone

from odoo import models
from odoo.tools.intervals import Intervals

from ...regulation.values import exact

SECONDS_OF_HOUR = int(timedelta(hours=1).total_seconds())


class ResourceCalendar(models.Model):
    """Working days of Điều 6.7, counted exactly: half a day is a half, not 0.5000001.

    A day, or the share of it that the calendar says, is divided by the time worked.
    """

    _inherit = "resource.calendar"

    def _kpi_month(self, first, last, company):
        """The work of a month, public holidays taken off, as intervals."""
        self.ensure_one()
        start, end = self._kpi_span(first, last)
        zone = timezone(self.tz)
        work = self._attendance_intervals_batch(start, end, tz=zone)[False]
        holidays = [
            ("time_type", "=", "leave"),
            ("resource_id", "=", False),
            ("company_id", "in", [False, company.id]),
        ]
        off = self._leave_intervals_batch(start, end, domain=holidays, tz=zone)
        return work - off[False]

    def _kpi_span(self, first, last):
        """From the first moment of a day to the last of another, in this calendar."""
        zone = timezone(self.tz)
        start = zone.localize(datetime.combine(first, time.min))
        return start, zone.localize(
            datetime.combine(last + timedelta(days=1), time.min)
        )

    def _kpi_within(self, work, first, last):
        """The part of some work that lies between two days."""
        nothing = self.env["resource.calendar.attendance"]
        return work & Intervals([(*self._kpi_span(first, last), nothing)])

    def _kpi_leaves(self, first, last, resources):
        """{id of a resource: its own leaves}, whatever calendar they were noted in."""
        start, end = self._kpi_span(first, last)
        own = [("time_type", "=", "leave"), ("resource_id", "!=", False)]
        return self.browse()._leave_intervals_batch(
            start, end, resources, domain=own, tz=timezone(self.tz)
        )

    def _kpi_days(self, work):
        """Intervals of work in days, as an exact fraction."""
        days = Fraction(0)
        for start, stop, attendance in work:
            whole = sum(map(exact, attendance.mapped("duration_hours")))
            if whole:
                worth = sum(map(exact, attendance.mapped("duration_days")))
                seconds = Fraction(round((stop - start).total_seconds()))
                days += worth * seconds / (whole * SECONDS_OF_HOUR)
        return days
