from odoo import fields, models


class KpiOrgKind(models.Model):
    """A kind of organisation that Điều 9 tells apart, with the style of its papers.

    A unit without a kind of its own takes ``child_kind_id`` of the unit above it, so
    that naming the kind of an agency's top units is enough.
    """

    _name = "kpi.org.kind"
    _description = "Kind of Organisation"
    _inherit = ["kpi.authority.source"]
    _order = "sequence, id"

    code = fields.Char(required=True)
    name = fields.Char(required=True)
    clause = fields.Char(required=True)
    sequence = fields.Integer(default=10)
    child_kind_id = fields.Many2one(
        "kpi.org.kind",
        string="Kind of the units below",
        ondelete="restrict",
        help="What a unit below is, unless it says otherwise.",
    )
    is_agency = fields.Boolean(
        help="Its head is the head of the agency for all units below (Điều 9.2)."
    )
    paper_style = fields.Selection(
        [("state", "State style"), ("party", "Party style")],
        default="state",
        required=True,
    )

    _unique_code = models.Constraint("UNIQUE (code)", "This kind exists already.")
