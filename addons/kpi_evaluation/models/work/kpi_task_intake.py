from collections import defaultdict
from dataclasses import dataclass

from odoo import api, models
from odoo.exceptions import UserError


@dataclass
class Known:
    """What the rows speak of, found with a constant number of queries."""

    people: dict
    products: dict
    periods: dict
    by_ref: dict
    by_id: dict
    by_month: dict
    giveable: dict
    writable: set


class KpiTaskIntake(models.AbstractModel):
    """Work that files and other systems bring, a task a row (Điều 15.1).

    ``_judged`` says what would become of each row and writes nothing: whom it is for,
    by the staff code; which product, by its code; whether the user may give it.
    """

    _name = "kpi.task.intake"
    _description = "Intake of Tasks"

    @api.model
    def _judged(self, rows, company):
        """An Outcome for each row, in their order."""
        known = self._known(rows, company)
        seen = {}
        return [self._outcome(row, known, seen) for row in rows]

    @api.model
    def _known(self, rows, company):
        people, periods = self._people(company), self._periods(rows, company)
        codes = {row.staff_code.casefold() for row in rows} & people.keys()
        met = {people[code] for code in codes}
        # sudo: codes are looked up for whoever sends them; rights are asked below
        works = self.env["kpi.assignment"].sudo()
        ours = [("company_id", "=", company.id)]
        refs, ids = [row.ref for row in rows], [row.task_id for row in rows]
        by_ref = works.search([*ours, ("external_ref", "in", list(filter(None, refs)))])
        by_id = works.search([*ours, ("id", "in", list(filter(None, ids)))])
        mine = (by_ref | by_id).with_env(self.env)._filtered_access("write")
        return Known(
            people=people,
            products=self._products(company),
            periods=periods,
            by_ref={one.external_ref: one for one in by_ref},
            by_id={one.id: one for one in by_id},
            by_month=self._by_identity(met, periods.values()),
            giveable=self._reasons_against_giving(met, periods.values()),
            writable=set(mine.ids),
        )

    @api.model
    def _people(self, company):
        # sudo: staff codes are for HR; who sends one knows it
        found = (
            self.env["hr.employee"]
            .sudo()
            .search_fetch(
                [("company_id", "=", company.id), ("kpi_staff_code", "!=", False)],
                ["kpi_staff_code", "name", "user_id"],
            )
        )
        return {one.kpi_staff_code.strip().casefold(): one for one in found}

    @api.model
    def _products(self, company):
        """{folded code: the products of that code, of newest catalogues first}."""
        # sudo: the catalogue of the agency is for everybody who gives work
        found = (
            self.env["kpi.catalogue.item"]
            .sudo()
            .search(
                [("company_id", "=", company.id), ("catalogue_id.state", "!=", "draft")]
            )
        )
        products = defaultdict(list)
        for item in found.sorted(lambda one: one.catalogue_id.date_from, reverse=True):
            products[item.code.casefold()].append(item)
        return products

    @api.model
    def _periods(self, rows, company):
        months = {row.first_day for row in rows if row.first_day}
        found = self.env["kpi.period"].search(
            [("company_id", "=", company.id), ("date_start", "in", list(months))]
        )
        return {one.date_start: one for one in found}

    @api.model
    def _by_identity(self, people, periods):
        """{(person, month, product, name, origin): the work that is given already}."""
        # sudo: as above
        works = self.env["kpi.assignment"].sudo()
        of_people = ("employee_id", "in", [one.id for one in people])
        of_months = ("period_id", "in", [one.id for one in periods])
        identities = defaultdict(list)
        for work in works.search([of_people, of_months]):
            identities[self._identity(work, work.item_id, work.name)].append(work)
        return identities

    def _identity(self, work, item, name):
        return (work.employee_id.id, work.period_id.id, item.id, name, work.origin)

    @api.model
    def _reasons_against_giving(self, people, periods):
        """{(person id, month id): why the user may give no work there, or ""}."""
        works = self.env["kpi.assignment"]
        probes = works.concat(
            *(
                works.new({"employee_id": person.id, "period_id": period.id})
                for person in people
                for period in periods
            )
        )
        rule = self.env["ir.rule"]._compute_domain(works._name, "create")
        # sudo: the rule looks at fields that the user may not read, as for a record
        allowed = probes.sudo().filtered_domain(rule).sudo(False)
        sentence = self.env._("You may not give work to this person (Điều 6.2, 15.1).")
        reasons = {
            (one.employee_id.id, one.period_id.id): sentence for one in probes - allowed
        }
        return reasons | self._reasons_of_plan(allowed)

    @api.model
    def _reasons_of_plan(self, probes):
        """{(person id, month id): why the plan there no longer changes, or ""}.

        All are asked about at once, and those that are refused again by halves.
        """
        try:
            probes._check_plan_open()
        except UserError as error:
            if len(probes) > 1:
                half = len(probes) // 2
                first, second = probes[:half], probes[half:]
                return self._reasons_of_plan(first) | self._reasons_of_plan(second)
            return dict.fromkeys(probes._month_pairs(), str(error))
        return dict.fromkeys(probes._month_pairs(), "")
