from odoo import api, fields, models
from odoo.fields import Domain


class KpiPlan(models.Model):
    """Whose plans the current user makes, approves or works by.

    For the record rules. The searches name people and units by their ids, so that the
    database finds somebody's few plans by its indexes instead of reading all.
    """

    _inherit = "kpi.plan"

    is_kept = fields.Boolean(
        string="Made by me",
        compute="_compute_rights",
        search="_search_is_kept",
        help="One's own, or of a unit that one heads or stands in for its head.",
    )
    is_led = fields.Boolean(
        string="Submitted to me",
        compute="_compute_rights",
        search="_search_is_led",
        help="Of those whose direct leader one is or stands in for.",
    )
    is_shared = fields.Boolean(
        string="Of my unit",
        compute="_compute_rights",
        search="_search_is_shared",
        help="Approved for the unit in which one works.",
    )

    @api.depends_context("uid")
    @api.depends("employee_id", "department_id", "state")
    def _compute_rights(self):
        for name, domain in (
            ("is_kept", self._kept()),
            ("is_led", self._led()),
            ("is_shared", self._shared()),
        ):
            found = self.filtered_domain(domain)
            for plan in self:
                plan[name] = plan in found

    def _search_is_kept(self, operator, value):
        return self._searched(self._kept, operator, value)

    def _search_is_led(self, operator, value):
        return self._searched(self._led, operator, value)

    def _search_is_shared(self, operator, value):
        return self._searched(self._shared, operator, value)

    @api.model
    def _searched(self, domain, operator, value):
        if operator != "in":
            return NotImplemented
        return domain() if True in value else ~domain()

    @api.model
    def _kept(self):
        acting = self.env["hr.employee"]._kpi_acting_as()
        own = Domain("employee_user_id", "=", self.env.uid)
        return own | self._of_units(self._units_headed_by(acting))

    @api.model
    def _led(self):
        """Those of the people led, of the units they head, and what one approved."""
        people = self.env["hr.employee"]
        led = people._kpi_led(people._kpi_acting_as())
        of_people = Domain("employee_id", "in", led.ids)
        approved = Domain("approved_by_id", "=", self.env.uid)
        not_own = Domain("employee_user_id", "!=", self.env.uid)
        of_units = self._of_units(self._units_headed_by(led))
        return not_own & (of_people | of_units | approved)

    @api.model
    def _shared(self):
        # sudo: in which units one works
        own = self.env["hr.employee"].sudo().search([("user_id", "=", self.env.uid)])
        approved = Domain("state", "=", "approved")
        return approved & self._of_units(own.department_id)

    @api.model
    def _of_units(self, units):
        return Domain("employee_id", "=", False) & Domain(
            "department_id", "in", units.ids
        )

    @api.model
    def _units_headed_by(self, people):
        # sudo: who heads a unit is asked for whoever looks at a plan
        units = self.env["hr.department"].sudo().with_context(active_test=False)
        return units.search([("manager_id", "in", people.ids)])
