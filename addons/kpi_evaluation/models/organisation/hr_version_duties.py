from odoo import fields, models


class HrVersion(models.Model):
    """What a person is charged with and since when, as Điều 6.7, 7.2 and 12.4 ask."""

    _inherit = "hr.version"

    kpi_field_department_ids = fields.Many2many(
        "hr.department",
        "hr_version_kpi_field_rel",
        "version_id",
        "department_id",
        string="Field in charge",
        groups="hr.group_hr_user",
        help="The units that a deputy is in charge of; d, đ and e are judged within "
        "them (Điều 12.4).",
    )
    kpi_is_support = fields.Boolean(
        string="Support worker",
        groups="hr.group_hr_user",
        tracking=True,
        help="Driver, guard, cleaner and the like: where the agency has chosen so, "
        "their work is judged by three marks instead of products (Điều 7.2.c).",
    )
    kpi_arrival_date = fields.Date(
        string="At work since",
        groups="hr.group_hr_user",
        tracking=True,
        help="Days before are no days at work (Điều 6.7). Empty: since the first "
        "contract begins, or always.",
    )
