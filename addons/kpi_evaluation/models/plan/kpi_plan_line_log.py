from markupsafe import Markup

from odoo import models

from ..base.paper_text import plain
from ..base.portal_text import shown_date


class KpiPlanLine(models.Model):
    """What changes in the lines of a plan stands in the log of the plan."""

    _inherit = "kpi.plan.line"

    NOTED_FIELDS = ("quantity", "date_deadline", "item_id", "employee_id")

    def write(self, vals):
        noted = [name for name in self.NOTED_FIELDS if name in vals]
        before = {line: line._in_words(noted) for line in self if noted}
        written = super().write(vals)
        self._note_changes(before, noted)
        return written

    def unlink(self):
        notes = self._withdrawn_in_words()
        unlinked = super().unlink()
        self._note(notes)
        return unlinked

    def _in_words(self, names):
        """[(field, its value as people read it)] of some fields."""
        self.ensure_one()
        words = {
            "quantity": lambda: plain(self.quantity),
            "date_deadline": lambda: shown_date(self.date_deadline),
            # sudo: names of products and people
            "item_id": lambda: self.sudo().item_id.display_name,
            "employee_id": lambda: self.sudo().employee_id.name or "–",
        }
        return [
            (self._fields[name]._description_string(self.env), words[name]())
            for name in names
        ]

    def _note_changes(self, before, names):
        """Write into the plan's log what of its lines has changed."""
        notes = {}
        for line, old in before.items():
            changes = [
                f"{label}: {was} → {now}"
                for (label, was), (_label, now) in zip(
                    old, line._in_words(names), strict=True
                )
                if was != now
            ]
            if changes:
                words = f"{line.name}: {'; '.join(changes)}"
                notes.setdefault(line.plan_id, []).append(words)
        self._note(notes)

    def _withdrawn_in_words(self):
        notes = {}
        for line in self:
            words = self.env._(
                "Withdrawn: %(work)s, quantity %(quantity)s, until %(deadline)s",
                work=line.name,
                quantity=plain(line.quantity),
                deadline=shown_date(line.date_deadline),
            )
            notes.setdefault(line.plan_id, []).append(words)
        return notes

    def _note(self, notes):
        if notes:
            # sudo: the log is written by what happens, not by a right to it
            plans = self.env["kpi.plan"].sudo().browse([plan.id for plan in notes])
            bodies = {
                plan.id: Markup("<br/>").join(words) for plan, words in notes.items()
            }
            plans._message_log_batch(bodies=bodies)
