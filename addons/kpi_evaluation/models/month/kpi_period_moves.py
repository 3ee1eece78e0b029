from datetime import date, datetime, time, timedelta

from odoo import fields, models

from ...regulation.moves import Stay, day_of_unit, stays_within


class KpiPeriod(models.Model):
    """The month of those who leave, arrive or change unit within it (Điều 6.2).

    Where somebody works on which day stands in their dated versions; the rule
    ``unit_of_month`` says whose unit evaluates the month.
    """

    _inherit = "kpi.period"

    def _versions_of_month(self, employees):
        """{employee: the version that the month's sheet copies}."""
        versions = {}
        for day, some in self._by_day_of_unit(employees).items():
            versions |= some._versions_on(day)
        return versions

    def _by_day_of_unit(self, employees):
        """{day: the employees whose sheet copies what stands on it}."""
        days = dict.fromkeys(employees.ids, self._snapshot_day())
        for employee, versions in self._versions_of_movers(employees).items():
            stays = self._stays(versions)
            if self._is_elsewhere(stays):
                days[employee.id] = self._day_of_unit(stays) or days[employee.id]
        by_day = {}
        for key, day in days.items():
            by_day.setdefault(day, []).append(key)
        return {day: employees.browse(keys) for day, keys in by_day.items()}

    def _is_elsewhere(self, stays):
        """Whether somebody is not in one and the same unit all the month."""
        within = stays_within(stays, self.date_start, self.date_end)
        units = {stay.unit for stay in within}
        return len(units) > 1 or (within and within[-1].last < self.date_end)

    def _day_of_unit(self, stays):
        rules = self._rulebook()
        is_counted = rules.unit_of_month == "most_working_days"
        days = self._working_days() if is_counted else ()
        return day_of_unit(stays, self.date_start, self.date_end, rules, days)

    def _versions_of_movers(self, employees):
        """{employee: all versions} of those for whom something begins in the month."""
        # sudo: when somebody moves decides their sheet, whoever opens the month
        versions = self.env["hr.version"].sudo()
        begun = versions.search(
            [
                ("employee_id", "in", employees.ids),
                ("date_version", ">", self.date_start),
                ("date_version", "<=", self.date_end),
            ]
        )
        found = versions.search(
            [("employee_id", "in", begun.employee_id.ids)], order="date_version, id"
        )
        return found.grouped("employee_id")

    def _stays(self, versions):
        """Where somebody works by their versions, in the order of time."""
        stays = []
        ends = [one.date_version - timedelta(days=1) for one in versions[1:]]
        for version, last in zip(versions, [*ends, date.max], strict=True):
            is_gone = version.departure_date and (
                version.departure_date < version.date_version
            )
            if not is_gone:
                # The first version also holds before the day on which it was typed.
                first = version.date_version if stays else date.min
                stays.append(Stay(version.department_id.id, first, last))
        return stays

    def _working_days(self):
        """The working days of the month by the agency's calendar."""
        calendar = self.company_id.resource_calendar_id
        unusual = calendar._get_unusual_days(
            datetime.combine(self.date_start, time.min),
            datetime.combine(self.date_end, time.max),
            self.company_id,
        )
        return [fields.Date.to_date(day) for day, off in unusual.items() if not off]

    def _employed_domain(self):
        # sudo: who has left gets no sheet, whoever opens the month
        left = self.env["hr.version"].sudo()
        left = left.search(
            [
                ("company_id", "=", self.company_id.id),
                ("departure_date", "<", self.date_start),
            ]
        )
        in_force = left.employee_id._versions_on(self.date_end)
        gone = [one.id for one, version in in_force.items() if version in left]
        return [*super()._employed_domain(), ("id", "not in", gone)]
