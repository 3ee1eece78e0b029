from typing import NamedTuple

from odoo import api, models
from odoo.fields import Domain

LEADING = ("head", "deputy")


class Place(NamedTuple):
    """Where a person stands: the units whose products are theirs, whether they lead."""

    units: set[int]
    leads: bool

    def has(self, department_id, audience):
        """Whether products of this part of the catalogue are for them."""
        is_own = not department_id or department_id in self.units
        return is_own and (self.leads or audience == "all")


class KpiCatalogueItem(models.Model):
    """Which products a person may be given in a month (Điều 10, 12.1, 15.1.a).

    Those of the version in force on its first day that are shared, of the person's
    unit or one above; leaders also those of the units below and the leaders' part.
    """

    _inherit = "kpi.catalogue.item"

    @api.model
    def _usable_for(self, employees, period):
        """{employee: products} of a month, in a constant number of queries."""
        in_force = self._in_force_items(employees.company_id, period)
        parts = in_force.grouped(lambda item: (item.department_id.id, item.audience))
        places = self._places_of(employees, period)
        return {
            one: in_force[:0].concat(
                *(items for part, items in parts.items() if places[one].has(*part))
            )
            for one in employees
        }

    @api.model
    def _usable_domain(self, employee, period):
        """The same for one person, as a domain for a field to choose from."""
        catalogues = self.env["kpi.catalogue"]._in_force(
            period.date_start, employee.company_id
        )
        place = self._places_of(employee, period)[employee]
        domain = Domain("catalogue_id", "in", [one.id for one in catalogues.values()])
        domain &= Domain("department_id", "in", [False, *sorted(place.units)])
        return domain if place.leads else domain & Domain("audience", "=", "all")

    def _in_force_items(self, companies, period):
        versions = self.env["kpi.catalogue"]._in_force(period.date_start, companies)
        # sudo: the catalogue of an agency holds for its people, whoever gives the work
        return self.sudo().search(
            [("catalogue_id", "in", [one.id for one in versions.values()])]
        )

    @api.model
    def _places_of(self, employees, period):
        """{employee: Place}, as a sheet that is opened now would copy it."""
        # sudo: categories are for HR only, but decide for everybody
        found = employees.sudo()._versions_on(period._snapshot_day())
        versions = {one.employee_id.id: one for one in found.values()}
        below = self._units_below(versions.values())
        return {
            employee: self._place(versions.get(employee.id), below)
            for employee in employees
        }

    def _place(self, version, below):
        unit = version.department_id if version else self.env["hr.department"]
        units = {int(one) for one in (unit.parent_path or "").split("/") if one}
        if not version or version.kpi_position_category not in LEADING:
            return Place(units, False)
        return Place(units | below.get(unit.id, set()), True)

    def _units_below(self, versions):
        """{unit id: ids of the units below} for the units of those who lead."""
        leading = {
            one.department_id
            for one in versions
            if one.kpi_position_category in LEADING and one.department_id
        }
        if not leading:
            return {}
        # sudo: what a leader directs may lie in units that the giver does not see
        units = (
            self.env["hr.department"]
            .sudo()
            .search([("id", "child_of", [one.id for one in leading])])
        )
        return {
            top.id: {
                one.id for one in units if one.parent_path.startswith(top.parent_path)
            }
            for top in leading
        }

    def _reason_against(self, employee, period, place, is_unlisted=False):
        """Why a person may not be given this product in a month, or ""."""
        self.ensure_one()
        is_own = is_unlisted or place.has(self.department_id.id, "all")
        if not self.catalogue_id._covers(period.date_start):
            sentence = self._sentence_of_version()
        elif self.audience == "leaders" and not place.leads:
            sentence = self._sentence_of_leaders()
        elif not is_own:
            sentence = self._sentence_of_division()
        else:
            return ""
        return sentence % {
            "item": self.display_name,
            "person": employee.name,
            "month": period.name,
            "division": self.department_id.name,
        }

    def _sentence_of_version(self):
        return self.env._(
            "%(item)s is not of the catalogue in force in %(month)s: choose a product "
            "of that one, or have the new version approved (Điều 10)."
        )

    def _sentence_of_leaders(self):
        return self.env._(
            "%(item)s is of the leaders' part; %(person)s neither heads a unit nor is "
            "a deputy (Điều 12.1). Choose another product."
        )

    def _sentence_of_division(self):
        return self.env._(
            "%(item)s is work of “%(division)s”, to which %(person)s does not belong "
            "(Điều 15.1.a). Choose a shared product or one of the own unit."
        )
