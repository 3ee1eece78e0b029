from odoo import fields, models


class HrEmployee(models.Model):
    """Whether a person's results also count for the yearly review of party members."""

    _inherit = "hr.employee"

    kpi_is_party_member = fields.Boolean(
        string="Party member",
        groups="hr.group_hr_user",
        tracking=True,
        help="The monthly results count for the party member's year too (Điều 19).",
    )
