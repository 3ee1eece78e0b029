from odoo import fields, models
from odoo.fields import Domain


class KpiBoardUnit(models.TransientModel):
    """A unit beside the others on a board; an agency, where there are several."""

    _name = "kpi.board.unit"
    _description = "Unit on a Board"
    _order = "waiting_count desc, name"

    board_id = fields.Many2one(
        "kpi.board", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one("res.company", ondelete="cascade")
    department_id = fields.Many2one("hr.department", ondelete="cascade")
    name = fields.Char(string="Unit")
    people_count = fields.Integer(string="People")
    waiting_count = fields.Integer(string="Not decided yet")
    a_count = fields.Integer(string="A")
    b_count = fields.Integer(string="B")
    c_count = fields.Integer(string="C")
    d_count = fields.Integer(string="D")
    share_of_a = fields.Float(
        string="A of A and B", digits=(16, 4), help="Of those decided.", aggregator=None
    )
    mean_score = fields.Float(
        string="Mean points",
        digits=(16, 2),
        aggregator=None,
        help="Of the sheets with a finished opinion.",
    )

    def action_open(self):
        """The sheets of this unit."""
        self.ensure_one()
        board = self.board_id
        name = "company_id" if self.company_id else "department_id"
        unit = Domain(name, "=", self[name].id)
        return board._sheets_action(board._sheets() & unit)
