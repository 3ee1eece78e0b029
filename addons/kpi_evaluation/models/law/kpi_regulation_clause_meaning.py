import re

from odoo import api, fields, models

# In a note a reading is explained as “code = what it says”, up to the next mark that
# stands outside parentheses and inside no number.
EXPLAINED = (
    r"\b{code} = ((?:\([^()]*\)|[.:;](?=\S)|[^.:;(])+?)"
    r"(?=[;:.](?:\s|$)|, \w+ = |$)"
)


class KpiRegulationClause(models.Model):
    """What a chosen reading says, in the words of the note that explains it.

    The note of a row goes first; a reading that it does not explain is looked up in
    the notes of the other rows of the rule.
    """

    _inherit = "kpi.regulation.clause"

    meaning = fields.Char(
        string="What it means",
        compute="_compute_meaning",
        help="The chosen reading in words; empty where the value is a number.",
    )

    @api.depends("code", "value", "unit", "note")
    def _compute_meaning(self):
        choices = self.filtered(lambda row: row.unit == "choice")
        (self - choices).meaning = False
        rows = self.search([("code", "in", choices.mapped("code"))])
        notes = {
            code: same.mapped("note") for code, same in rows.grouped("code").items()
        }
        for row in choices:
            texts = [text for text in (row.note, *notes.get(row.code, ())) if text]
            words = (_explained(code, texts) for code in (row.value or "").split(","))
            row.meaning = "; ".join(filter(None, words))


def _explained(code, notes):
    """Return what a code of a choice says by the first note that explains it, or ""."""
    pattern = EXPLAINED.format(code=re.escape(code.strip()))
    found = next(filter(None, (re.search(pattern, note) for note in notes)), None)
    return found[1][:1].upper() + found[1][1:] if found else ""
