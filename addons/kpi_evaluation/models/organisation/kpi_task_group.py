from odoo import fields, models


class KpiTaskGroup(models.Model):
    """People with similar tasks, among whom the share of A is counted (Điều 8.5.a)."""

    _name = "kpi.task.group"
    _description = "Group of Similar Tasks"
    _inherit = ["kpi.fixed.mixin"]
    _order = "name"

    FIXED_FIELDS = ("company_id",)

    name = fields.Char(required=True)
    company_id = fields.Many2one(
        "res.company", string="Agency", required=True, default=lambda s: s.env.company
    )
    active = fields.Boolean(default=True)

    _unique_name = models.Constraint(
        "UNIQUE (company_id, name)", "The agency already has a group of that name."
    )
