from odoo import api, fields, models
from odoo.fields import Domain


class KpiPlanLine(models.Model):
    """Which products a line may be of: those usable at the time (Điều 10, 15.1.a).

    For a person those that they may be given in the month, for a unit all of its own,
    of the units above and below, and what is shared.
    """

    _inherit = "kpi.plan.line"

    item_domain = fields.Binary(
        compute="_compute_item_domain",
        help="The products that may be planned here.",
    )

    @api.depends(
        "plan_id.employee_id",
        "plan_id.department_id",
        "plan_id.period_id",
        "plan_id.date_start",
        "employee_id",
    )
    def _compute_item_domain(self):
        domains = {}
        # sudo: only names the products; whoever fills in the plan reads them themselves
        for line in self.sudo():
            place = line._place_of_item()
            if place not in domains:
                domains[place] = list(line._usable_items())
            line.item_domain = domains[place]

    def _place_of_item(self):
        """What decides on the products of a line: lines alike are asked for once."""
        plan = self.plan_id
        person = self.employee_id._origin or plan.employee_id._origin
        month = plan.period_id._origin
        return person, plan.department_id._origin, month, plan.date_start, plan.date_end

    def _usable_items(self):
        items = self.env["kpi.catalogue.item"]
        person, unit, month, first, last = self._place_of_item()
        counted = Domain("coefficient", ">", 0)
        if person and month:
            return counted & items._usable_domain(person, month)
        first, last = first or month.date_start, last or month.date_end
        return counted & items._usable_domain_of_unit(unit, first, last)


class KpiCatalogueItem(models.Model):
    """The products that a unit may plan."""

    _inherit = "kpi.catalogue.item"

    @api.model
    def _usable_domain_of_unit(self, unit, first, last):
        """Of the versions in force between two days: shared, the unit's, above, below.

        A year may lie in more than one version; its months are planned by one each.
        """
        units = {int(one) for one in (unit.parent_path or "").split("/") if one}
        # sudo: units below may lie in what the planner does not see
        below = self.env["hr.department"].sudo().search([("id", "child_of", unit.ids)])
        domain = Domain("catalogue_id.state", "!=", "draft")
        domain &= Domain("department_id", "in", [False, *sorted(units | {*below.ids})])
        if unit.company_id:
            domain &= Domain("company_id", "=", unit.company_id.id)
        if not first:
            return domain
        until = Domain("catalogue_id.date_to", "=", False)
        until |= Domain("catalogue_id.date_to", ">=", first)
        return domain & until & Domain("catalogue_id.date_from", "<=", last or first)
