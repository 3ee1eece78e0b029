from odoo import fields, models

from ..models.base.paper_text import plain
from .work_file.columns import HEADINGS, ORIGINS


class KpiWorkFileLine(models.TransientModel):
    """What will happen to one row of a file of work, or what keeps it from it."""

    _name = "kpi.work.file.line"
    _inherit = "kpi.file.line.mixin"
    _description = "Row of a Work Import"
    _order = "id"

    file_id = fields.Many2one(
        "kpi.work.file", required=True, ondelete="cascade", index=True
    )
    column = fields.Char()
    staff_code = fields.Char()
    product_code = fields.Char()
    name = fields.Char(string="Work")
    quantity = fields.Char()
    deadline = fields.Date()

    def _values(self, outcome):
        """The line of an outcome, in the words of the current user's language."""
        row = outcome.row
        columns = [HEADINGS.get(name, "") for name, _sentence in outcome.problems]
        return {
            "row": row.number,
            "kind": outcome.kind,
            "column": ", ".join(dict.fromkeys(filter(None, columns))),
            "staff_code": row.staff_code,
            "product_code": row.product_code,
            "name": row.name,
            "quantity": self._shown(row.quantity),
            "deadline": row.deadline,
            "message": "\n".join(outcome.sentences) or self._changes(outcome),
        }

    def _changes(self, outcome):
        if outcome.kind != "changed":
            return ""
        headings = HEADINGS | {"date_deadline": HEADINGS["deadline"]}
        return "\n".join(
            f"{headings[name]} → {self._shown(value)}"
            for name, value in outcome.values.items()
        )

    def _shown(self, value):
        if isinstance(value, float):
            return plain(value)
        if value and not isinstance(value, str):
            return f"{value:%d/%m/%Y}"
        return ORIGINS.get(value, value or "")
