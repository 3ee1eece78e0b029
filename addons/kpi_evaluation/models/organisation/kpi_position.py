from odoo import fields, models


class KpiPosition(models.Model):
    """A title that Điều 9 names, held by people from a date on."""

    _name = "kpi.position"
    _description = "Position named in Điều 9"
    _inherit = ["kpi.authority.source"]
    _order = "sequence, id"

    code = fields.Char(required=True)
    name = fields.Char(required=True)
    clause = fields.Char(required=True)
    sequence = fields.Integer(default=10)
    scope = fields.Selection(
        [("agency", "One in each agency"), ("province", "One in the province")],
        required=True,
        default="agency",
        help="Where its holder is looked for when the position judges somebody.",
    )

    org_kind_id = fields.Many2one(
        "kpi.org.kind",
        string="Of units of kind",
        ondelete="restrict",
        help="Whoever is head or deputy (see category) of such a unit holds it.",
    )
    category = fields.Selection([("head", "Head"), ("deputy", "Deputy")])

    _unique_code = models.Constraint("UNIQUE (code)", "This position exists already.")
