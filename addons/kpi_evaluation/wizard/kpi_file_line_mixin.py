from odoo import fields, models


class KpiFileLineMixin(models.AbstractModel):
    """What will happen to one row of a file, or what keeps it from happening."""

    _name = "kpi.file.line.mixin"
    _description = "Row of a Checked File"

    row = fields.Integer()
    kind = fields.Selection(
        [
            ("error", "Error"),
            ("new", "New"),
            ("changed", "Changed"),
            ("unchanged", "Unchanged"),
        ],
        string="Result",
    )
    message = fields.Text(string="What will happen, or what to correct")
