from odoo import models


class HrDepartment(models.Model):
    """In which style a unit writes: of the State, or of the Party (Điều 1, 9)."""

    _inherit = "hr.department"

    def _paper_style(self):
        """ "party" or "state", of the nearest unit upwards whose kind is known."""
        unit = self[:1]
        while unit and not unit.kpi_org_kind_id:
            unit = unit.parent_id
        return unit.kpi_org_kind_id.paper_style or "state"
