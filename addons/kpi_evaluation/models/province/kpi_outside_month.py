from odoo import fields, models

from ..organisation.hr_version import POSITION_CATEGORIES

COUNTS = ("a_count", "b_count", "c_count", "d_count", "exempt_count")


class KpiOutsideMonth(models.Model):
    """What an agency outside this system reports of a month, in numbers (Điều 20.3).

    Central agencies in the province among them (Điều 9.1). Typed, or imported from
    Excel by Odoo's own import.
    """

    _name = "kpi.outside.month"
    _description = "Month of an Agency outside the System"
    _inherit = ["kpi.begun.month.mixin", "mail.thread"]
    _order = "date_start desc, agency, id"
    _rec_name = "agency"

    agency = fields.Char(required=True, tracking=True)
    org_kind_id = fields.Many2one(
        "kpi.org.kind", string="Kind of organisation", ondelete="restrict"
    )
    date_start = fields.Date(tracking=True)
    position_category = fields.Selection(
        POSITION_CATEGORIES, string="Category", required=True
    )
    a_count = fields.Integer(string="Class A", tracking=True)
    b_count = fields.Integer(string="Class B", tracking=True)
    c_count = fields.Integer(string="Class C", tracking=True)
    d_count = fields.Integer(string="Class D", tracking=True)
    exempt_count = fields.Integer(string="Not evaluated", tracking=True)
    document = fields.Char(
        required=True, tracking=True, help="Number and date of the report."
    )

    _once = models.UniqueIndex(
        "(lower(agency), date_start, position_category)",
        "This agency's month is already reported for the category.",
    )
    _counts_are_counts = models.Constraint(
        "CHECK (least(a_count, b_count, c_count, d_count, exempt_count) >= 0)",
        "A number of people cannot be below 0.",
    )
