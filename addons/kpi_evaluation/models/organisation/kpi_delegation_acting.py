from odoo import api, models


class KpiDelegation(models.Model):
    """For whom a user acts today, and over whom: as ids, for searches and rules.

    Names people by their ids, so that the database finds a judge's few rows by its
    indexes instead of joining all (Điều 6.2, 9).
    """

    _inherit = "kpi.delegation"

    @api.model
    def _employees_where(self, domain):
        # sudo: who somebody is, judges or stands in for is asked for everybody
        employees = self.env["hr.employee"].sudo().with_context(active_test=False)
        return employees.search(domain)

    @api.model
    def _own_employees(self):
        """The current user's own employee records."""
        # sudo: who one is oneself
        return self.env.user.sudo().kpi_person_ids

    @api.model
    def _acting_for(self):
        """Ids of the user's own employee records and of their principals of today."""
        day = self.env["kpi.regulation.clause"]._today()
        return (self._own_employees() | self._principals(self.env.user, day)).ids

    @api.model
    def _led_by_me(self):
        """Ids of those whom the user, or a principal of theirs, judges by Điều 9."""
        mine = self._acting_for()
        return self._employees_where([("kpi_evaluator_id", "in", mine)]).ids

    @api.model
    def _own_bodies(self):
        """The collectives that the current user sits in, those of the past too."""
        # sudo: who sits in a collective is asked for whoever looks
        return self.env.user.sudo().kpi_collective_ids

    @api.model
    def _judged_by_my_bodies(self):
        """Ids of those whom a collective with the user in it judges."""
        mine = self._own_bodies()
        if not mine:
            return []
        return self._employees_where([("kpi_body_id", "in", mine.ids)]).ids
