from odoo import fields, models

from .catalogue_file.columns import HEADINGS
from .catalogue_file.values import written
from .catalogue_sentences import sentence

SHOWN_LENGTH = 80


class KpiCatalogueImportLine(models.TransientModel):
    """What will happen to one row of the file, or what keeps it from happening."""

    _name = "kpi.catalogue.import.line"
    _inherit = "kpi.file.line.mixin"
    _description = "Row of a Catalogue Import"
    _order = "id"

    import_id = fields.Many2one(
        "kpi.catalogue.import", required=True, ondelete="cascade", index=True
    )
    code = fields.Char()
    name = fields.Char(string="Task")
    group = fields.Char()
    points = fields.Char()
    coefficient = fields.Char()

    def _values(self, outcome):
        """The line of an outcome, in the words of the current user's language."""
        row = outcome.row
        return {
            "row": row.number,
            "kind": outcome.kind,
            "code": row.code,
            "name": row.texts["name"],
            "group": row.group,
            "points": row.points and written(row.points),
            "coefficient": outcome.coefficient and written(outcome.coefficient),
            "message": self._message(outcome),
        }

    def _message(self, outcome):
        if outcome.problems:
            return self.env._(
                "Row %(row)s: %(problems)s",
                row=outcome.row.number,
                problems="\n".join(sentence(self.env, one) for one in outcome.problems),
            )
        return "\n".join(
            f"{self._label(field)}: {self._shown(old)} → {self._shown(new)}"
            for field, old, new in outcome.changes
        )

    def _label(self, field):
        return HEADINGS.get(field) or self.env._("In use")

    def _shown(self, value):
        if isinstance(value, bool):
            return self.env._("yes") if value else self.env._("no")
        if not isinstance(value, str):
            return written(value)
        text = " ".join(value.split())
        if not text:
            return self.env._("(blank)")
        return text if len(text) <= SHOWN_LENGTH else f"{text[:SHOWN_LENGTH]}…"
