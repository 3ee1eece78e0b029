from odoo import api, models
from odoo.exceptions import UserError

# What only a step sets.
UNSTEPPED = {
    "state": "draft",
    "return_reason": False,
    "submitted_on": False,
    "submitted_by_id": False,
    "approved_on": False,
    "approved_by_id": False,
}


class KpiPlan(models.Model):
    """Whose a new plan is, and what of them is copied onto it.

    The names stay as they were when the plan was made, whatever happens later.
    """

    _inherit = "kpi.plan"

    @api.model
    def default_get(self, fields):
        """A plan begun on a screen is for the month under way, and one's own."""
        values = super().default_get(fields)
        if not values.get("scope"):
            return values
        today = self.env["kpi.regulation.clause"]._today()
        agency = self.env.company.id
        of_month = [("date_start", "<=", today), ("date_end", ">=", today)]
        months = self.env["kpi.period"].search([("company_id", "=", agency), *of_month])
        own = self.env["hr.employee"]._kpi_acting_as()
        own = own.filtered(lambda one: one.user_id == self.env.user)
        own = own.filtered(lambda one: one.company_id == self.env.company)
        found = {"period_id": months[:1].id}
        if values["scope"] == "person":
            found["employee_id"] = own[:1].id
        else:
            # sudo: which unit one heads
            units = self.env["hr.department"].sudo()
            led = units.search([("manager_id", "in", own.ids)], limit=1)
            found["department_id"] = led.id
        wanted = {name for name in found if name in fields and found[name]}
        return {name: found[name] for name in wanted} | values

    @api.model
    def _placed(self, vals_list):
        """The values of new plans with all that follows from whose they are and when.

        What a step sets is emptied, whatever defaults the caller's context holds.
        """
        placed = [dict(vals) | UNSTEPPED for vals in vals_list]
        for vals in placed:
            self._set_start(vals)
            self._set_scope(vals)
        snapshots = self._snapshots_of_people(placed)
        # sudo: the names of units are no secret
        units = self.env["hr.department"].sudo()
        for vals in placed:
            person = vals["employee_id"]
            vals |= snapshots.get((person, vals["period_id"]), {})
            unit = units.browse(vals.get("department_id") or ())
            vals["department_name"] = unit.name
            if not person:
                vals |= {"employee_name": False, "job_title": False}
                vals["company_id"] = self._agency_of_unit(unit)
            self._check_month(vals)
        return placed

    def _set_scope(self, vals):
        person, unit = vals.get("employee_id"), vals.get("department_id")
        scope = vals.get("scope") or ("person" if person else "unit")
        if scope == "person" and (not person or vals["span"] != "month"):
            raise UserError(
                self.env._(
                    "A person plans by the month: name the person and the month "
                    "(Điều 2.1)."
                )
            )
        if scope == "unit" and not unit:
            raise UserError(
                self.env._("Say of which unit or person the plan is (Điều 2.1).")
            )
        vals["scope"] = scope
        vals["employee_id"] = person if scope == "person" else False

    @api.model
    def _snapshots_of_people(self, vals_list):
        """{(person, month): what is copied of the person}."""
        by_month = {}
        for vals in vals_list:
            if vals["employee_id"]:
                by_month.setdefault(vals["period_id"], []).append(vals["employee_id"])
        snapshots = {}
        for period_id, ids in by_month.items():
            period = self.env["kpi.period"].browse(period_id)
            # sudo: the plan copies what its maker may not read of hr.employee
            people = self.env["hr.employee"].sudo().browse(ids)
            versions = people._versions_on(period._snapshot_day())
            for person in people:
                version = versions[person]
                snapshots[person.id, period_id] = {
                    "employee_name": person.name,
                    "job_title": version.job_title,
                    "department_id": version.department_id.id,
                    "company_id": person.company_id.id,
                }
        return snapshots

    def _agency_of_unit(self, unit):
        if not unit.company_id:
            raise UserError(
                self.env._(
                    "%(unit)s belongs to no agency; the HR officer sets one on the "
                    "unit (Điều 9).",
                    unit=unit.name,
                )
            )
        return unit.company_id.id

    def _check_month(self, vals):
        # sudo: the month may be of an agency that is hidden
        period = self.env["kpi.period"].sudo().browse(vals["period_id"] or ())
        if period and period.company_id.id != vals["company_id"]:
            raise UserError(
                self.env._("The month belongs to another agency than the plan.")
            )
