from datetime import timedelta

from odoo import api, models


class ResourceCalendarLeaves(models.Model):
    """Leaves and public holidays move the days at work of open sheets (Điều 6.7).

    Whatever notes the leave: an officer by hand, or the app for time off.
    """

    _inherit = "resource.calendar.leaves"

    @api.model_create_multi
    def create(self, vals_list):
        leaves = super().create(vals_list)
        leaves._kpi_count_presence()
        return leaves

    def write(self, vals):
        self._kpi_count_presence()
        written = super().write(vals)
        self._kpi_count_presence()
        return written

    def unlink(self):
        about = self._kpi_sheets_concerned()
        unlinked = super().unlink()
        self.env["kpi.appraisal"]._recompute_presence(about)
        return unlinked

    def _kpi_count_presence(self):
        about = self._kpi_sheets_concerned()
        self.env["kpi.appraisal"]._recompute_presence(about)

    def _kpi_sheets_concerned(self):
        """The domain of the sheets whose month and person these leaves touch."""
        if not self:
            return [(0, "=", 1)]
        # A day more on both sides: the moments are in UTC, the months are not.
        day = timedelta(days=1)
        about = [
            ("period_id.date_start", "<=", max(self.mapped("date_to")).date() + day),
            ("period_id.date_end", ">=", min(self.mapped("date_from")).date() - day),
        ]
        if all(leave.resource_id for leave in self):
            # sudo: whoever notes a leave may not read all of hr.employee
            people = self.sudo().resource_id.employee_id
            return [*about, ("employee_id", "in", people.ids)]
        return about
