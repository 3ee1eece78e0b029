from odoo import fields, models


class ResUsers(models.Model):
    """Whether somebody wants to be mailed of what they have to do (Điều 16)."""

    _inherit = "res.users"

    kpi_reminders = fields.Boolean(
        string="E-mail reminders of the KPI evaluation",
        default=True,
        help="One e-mail for each step of a month that waits for you (Điều 16), and "
        "for each proposal, request, petition or report.",
    )

    @property
    def SELF_READABLE_FIELDS(self):
        return [*super().SELF_READABLE_FIELDS, "kpi_reminders"]

    @property
    def SELF_WRITEABLE_FIELDS(self):
        return [*super().SELF_WRITEABLE_FIELDS, "kpi_reminders"]
