from odoo import api, fields, models


class HrDepartment(models.Model):
    """Within which unit the share of A is counted (Điều 8.5.a)."""

    _inherit = "hr.department"

    kpi_is_quota_unit = fields.Boolean(
        string="Own share of A",
        tracking=True,
        help="The share of A is counted within this unit and those below it, instead "
        "of within the whole agency (Điều 8.5.a).",
    )

    @api.model
    def _quota_units(self, rulebook, company):
        """{department id: id of the unit in which its people count, 0 = the agency}."""
        # sudo: where people count holds for everybody, whoever asks
        departments = (
            self.sudo()
            .with_context(active_test=False)
            .search([("company_id", "in", (company.id, False))], order="parent_path")
        )
        if rulebook.quota_unit == "department":
            return {one.id: one.id for one in departments}
        units = {}
        for one in departments:
            above = units.get(one.parent_id.id, 0)
            units[one.id] = one.id if one.kpi_is_quota_unit else above
        return units
