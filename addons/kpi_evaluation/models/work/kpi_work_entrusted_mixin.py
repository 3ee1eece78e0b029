from odoo import api, fields, models
from odoo.fields import Domain


class KpiWorkEntrustedMixin(models.AbstractModel):
    """Work of others that the current user gives or judges, for the record rules.

    Each boolean is asked by its search, which names people by their ids (Điều 6.2).
    """

    _name = "kpi.work.entrusted.mixin"
    _description = "Work Entrusted to the Current User"

    is_my_own = fields.Boolean(compute="_compute_entrusted", search="_search_my_own")
    is_given_by_me = fields.Boolean(
        compute="_compute_entrusted", search="_search_given_by_me"
    )
    is_led_by_me = fields.Boolean(
        compute="_compute_entrusted", search="_search_led_by_me"
    )
    is_of_my_body = fields.Boolean(
        compute="_compute_entrusted", search="_search_of_my_body"
    )

    @api.depends_context("uid")
    def _compute_entrusted(self):
        for name, domain in (
            ("is_my_own", ~self._of_others()),
            ("is_given_by_me", self._given_by_me()),
            ("is_led_by_me", self._led_by_me()),
            ("is_of_my_body", self._of_my_body()),
        ):
            found = self.filtered_domain(domain)
            for record in self:
                record[name] = record in found

    def _search_my_own(self, operator, value):
        return self._answer_search(operator, value, lambda: ~self._of_others())

    def _search_given_by_me(self, operator, value):
        return self._answer_search(operator, value, self._given_by_me)

    def _search_led_by_me(self, operator, value):
        return self._answer_search(operator, value, self._led_by_me)

    def _search_of_my_body(self, operator, value):
        return self._answer_search(operator, value, self._of_my_body)

    @api.model
    def _answer_search(self, operator, value, domain):
        if operator != "in":
            return NotImplemented
        return domain() if True in value else ~domain()

    @api.model
    def _of_others(self):
        own = self.env["kpi.delegation"]._own_employees()
        return Domain("employee_id", "not in", own.ids)

    @api.model
    def _given_by_me(self):
        """What the user gave, or somebody whose substitute they are."""
        mine = self.env["kpi.delegation"]._acting_for()
        return Domain("assigner_id", "in", mine) & self._of_others()

    @api.model
    def _led_by_me(self):
        """The work of those whom the user or their principal judges."""
        people = self.env["kpi.delegation"]._led_by_me()
        return Domain("employee_id", "in", people) & self._of_others()

    @api.model
    def _of_my_body(self):
        """The work of those whom the user's collectives judge."""
        people = self.env["kpi.delegation"]._judged_by_my_bodies()
        return Domain("employee_id", "in", people) & self._of_others()
