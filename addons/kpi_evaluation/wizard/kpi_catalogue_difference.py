from odoo import fields, models


class KpiCatalogueDifference(models.TransientModel):
    """A product that two versions of the catalogue do not have alike (Điều 10.4)."""

    _name = "kpi.catalogue.difference"
    _description = "Difference between Two Catalogues"
    _order = "kind desc, code, id"

    comparison_id = fields.Many2one(
        "kpi.catalogue.comparison", required=True, ondelete="cascade", index=True
    )
    kind = fields.Selection(
        [("added", "Added"), ("changed", "Changed"), ("removed", "Removed")],
        string="Difference",
        required=True,
    )
    code = fields.Char()
    old_item_id = fields.Many2one("kpi.catalogue.item", ondelete="cascade")
    new_item_id = fields.Many2one("kpi.catalogue.item", ondelete="cascade")
    old_name = fields.Char(related="old_item_id.name", string="Task before")
    new_name = fields.Char(related="new_item_id.name", string="Task now")
    old_group = fields.Char(related="old_item_id.group_id.code", string="Group before")
    new_group = fields.Char(related="new_item_id.group_id.code", string="Group now")
    old_points = fields.Float(
        related="old_item_id.points", string="Points before", aggregator=None
    )
    new_points = fields.Float(
        related="new_item_id.points", string="Points now", aggregator=None
    )
    old_coefficient = fields.Float(
        related="old_item_id.coefficient", string="Coefficient before", aggregator=None
    )
    new_coefficient = fields.Float(
        related="new_item_id.coefficient", string="Coefficient now", aggregator=None
    )
    old_part = fields.Char(compute="_compute_parts", string="For whom before")
    new_part = fields.Char(compute="_compute_parts", string="For whom now")

    def _compute_parts(self):
        for line in self:
            line.old_part = line.old_item_id._part_name()
            line.new_part = line.new_item_id._part_name()
