from odoo import fields, models

from .hr_version import POSITION_CATEGORIES


class KpiAuthorityRule(models.Model):
    """A line of Điều 9: whom it speaks of, and who judges them.

    Lines are tried in order of ``sequence``, the highest authority first, so that
    someone who holds several posts is judged by the highest line.
    """

    _name = "kpi.authority.rule"
    _description = "Rule of Authority"
    _inherit = ["kpi.authority.source"]
    _order = "sequence, id"

    sequence = fields.Integer(required=True)
    clause = fields.Char(required=True)
    name = fields.Char(required=True, help="The line in short.")
    position_ids = fields.Many2many(
        "kpi.position",
        "kpi_authority_rule_position_rel",
        string="Holders of",
        help="Empty: whatever position the person holds.",
    )
    excluded_position_ids = fields.Many2many(
        "kpi.position",
        "kpi_authority_rule_excluded_rel",
        string="But not holders of",
    )
    org_kind_ids = fields.Many2many(
        "kpi.org.kind", string="In units of kind", help="Empty: in any unit."
    )
    category_codes = fields.Char(
        string="Categories",
        help="head, deputy, staff, contract; separated by commas. Empty: all.",
    )
    evaluator = fields.Selection(
        [
            ("unit_head", "Head of the own unit"),
            ("parent_head", "Head of the unit above"),
            ("agency_head", "Head of the agency"),
            ("position", "Holder of a position"),
            ("body", "A collective"),
            ("head_with_body", "Head together with the collective"),
            ("direct_leader", "Direct leader"),
            ("external", "Judged elsewhere, only recorded here"),
        ],
        required=True,
    )
    evaluator_position_id = fields.Many2one("kpi.position", ondelete="restrict")
    body_kind = fields.Selection(
        selection=lambda self: (
            self.env["kpi.body"]._fields["kind"]._description_selection(self.env)
        ),
        string="Collective",
        help="Judges, or steps in when the position is vacant.",
    )
    active = fields.Boolean(default=True)

    def _categories(self):
        """The categories the line speaks of; empty for all."""
        self.ensure_one()
        known = {code for code, _label in POSITION_CATEGORIES}
        return {part.strip() for part in (self.category_codes or "").split(",")} & known
