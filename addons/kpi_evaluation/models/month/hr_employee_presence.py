from typing import NamedTuple

from odoo import models


class Stay(NamedTuple):
    """By which calendar a person works, and from which day to which."""

    calendar: object
    arrival: object
    departure: object


class HrEmployee(models.Model):
    """When somebody was there to work at all (Điều 6.7)."""

    _inherit = "hr.employee"

    def _kpi_stays(self, day):
        """{employee: Stay}, by the version in force on a day and all contracts."""
        # sudo: contracts are closed to the HR officer; only their days are taken
        versions = self.env["hr.version"].sudo()
        versions = versions.search([("employee_id", "in", self.ids)])
        contracts = versions.filtered("contract_date_start").grouped("employee_id")
        in_force = self._versions_on(day)
        stays = {}
        for employee in self:
            version = in_force[employee]
            own = contracts.get(employee, versions.browse())
            begins, ends = (
                own.mapped("contract_date_start"),
                own.mapped("contract_date_end"),
            )
            stays[employee] = Stay(
                version.resource_calendar_id,
                version.kpi_arrival_date or min(begins, default=None),
                version.departure_date or (max(ends) if ends and all(ends) else None),
            )
        return stays


class HrVersion(models.Model):
    """A change of the calendar, the arrival or a contract moves the days at work."""

    _inherit = "hr.version"

    PRESENCE_FIELDS = {
        "resource_calendar_id",
        "kpi_arrival_date",
        "departure_date",
        "contract_date_start",
        "contract_date_end",
        "date_version",
    }

    def write(self, vals):
        written = super().write(vals)
        if self.PRESENCE_FIELDS & set(vals):
            people = [("employee_id", "in", self.employee_id.ids)]
            self.env["kpi.appraisal"]._recompute_presence(people)
        return written
