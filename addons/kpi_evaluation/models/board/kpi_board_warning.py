from odoo import fields, models
from odoo.fields import Domain


class KpiBoardWarning(models.TransientModel):
    """Something on a board that a careful reader would look at; no accusation."""

    _name = "kpi.board.warning"
    _description = "Early Warning on a Board"
    _order = "id"

    board_id = fields.Many2one(
        "kpi.board", required=True, index=True, ondelete="cascade"
    )
    kind = fields.Selection(
        [
            ("same_points", "Everybody the same"),
            ("narrow", "Hardly any difference"),
            ("far_apart", "Self and official far apart"),
            ("late_faults", "Faults just before the deadline"),
        ],
        readonly=True,
    )
    sentence = fields.Char(string="What stands out", readonly=True)
    sheet_domain = fields.Json(readonly=True)

    def action_open(self):
        """The sheets that this is about."""
        self.ensure_one()
        return self.board_id._sheets_action(
            self.board_id._sheets() & Domain(self.sheet_domain or [])
        )
