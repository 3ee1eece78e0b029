from odoo import fields, models


class HrEmployee(models.Model):
    """A person named by the staff code of the agency, in files and other systems.

    Not the badge of Odoo: that one is unique in the whole province, knows letters and
    digits only, and is printed as a barcode.
    """

    _inherit = "hr.employee"

    kpi_staff_code = fields.Char(
        string="Staff code",
        groups="hr.group_hr_user",
        copy=False,
        tracking=True,
        help="Names the person in Excel files and in tasks that other systems send; "
        "each is given once in an agency.",
    )

    _kpi_staff_code_unique = models.UniqueIndex(
        "(company_id, lower(kpi_staff_code)) WHERE kpi_staff_code IS NOT NULL",
        "Somebody of the agency already has this staff code.",
    )
