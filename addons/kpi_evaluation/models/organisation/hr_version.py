from odoo import api, fields, models

POSITION_CATEGORIES = [
    ("head", "Head"),
    ("deputy", "Deputy"),
    ("staff", "Staff"),
    ("contract", "Contract worker"),
]
PLACE_FIELDS = {
    "department_id",
    "kpi_position_category",
    "kpi_position_ids",
    "date_version",
    "active",
}


class HrVersion(models.Model):
    """What decides how a person is judged, and may change from a date on."""

    _inherit = "hr.version"

    kpi_position_category = fields.Selection(
        POSITION_CATEGORIES,
        string="KPI category",
        groups="hr.group_hr_user",
        tracking=True,
        help="Decides the form (01–04) and the formula (Điều 7.2, 13).",
    )
    kpi_position_ids = fields.Many2many(
        "kpi.position",
        string="Positions of Điều 9",
        groups="hr.group_hr_user",
        help="Titles that Điều 9 names; the highest decides who judges the person.",
    )
    kpi_task_group_id = fields.Many2one(
        "kpi.task.group",
        string="Group of similar tasks",
        groups="hr.group_hr_user",
        ondelete="restrict",
        tracking=True,
        help="The share of A is counted within this group too (Điều 8.5.a).",
    )

    @api.model_create_multi
    def create(self, vals_list):
        versions = super().create(vals_list)
        versions._kpi_resolve_again()
        return versions

    def write(self, vals):
        written = super().write(vals)
        if PLACE_FIELDS & set(vals):
            self._kpi_resolve_again()
        return written

    def _kpi_resolve_again(self):
        """A place that changed may change who judges others, too."""
        companies = self.employee_id.company_id
        if "province" in self.kpi_position_ids.mapped("scope"):
            # sudo: a position of the province judges in every agency
            companies = self.env["res.company"].sudo().search([])
        self.env["hr.employee"]._kpi_resolve_again(companies)
