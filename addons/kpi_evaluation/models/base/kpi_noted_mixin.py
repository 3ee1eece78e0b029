from markupsafe import Markup, escape

from odoo import api, models


class KpiNotedMixin(models.AbstractModel):
    """A part of a record whose changes are noted in the history of that record."""

    _name = "kpi.noted.mixin"
    _description = "Part Noted in a History"

    def _noted_on(self):
        """The record with the history."""
        raise NotImplementedError

    def _noted_as(self):
        """(what of the record this part is, its value in words)."""
        raise NotImplementedError

    @api.model_create_multi
    def create(self, vals_list):
        parts = super().create(vals_list)
        self._note_changes({}, parts._notes_now())
        return parts

    def write(self, vals):
        before = self._notes_now()
        written = super().write(vals)
        self._note_changes(before, self._notes_now())
        return written

    def unlink(self):
        before = self._notes_now()
        unlinked = super().unlink()
        self._note_changes(before, {})
        return unlinked

    def _notes_now(self):
        """{id of the part: (record, what, value)}."""
        # In the language of whoever makes the change, whatever asked for it.
        spoken = self.with_context(lang=self.env.user.lang)
        # sudo: the history is complete, whoever makes a change
        return {one.id: (one._noted_on(), *one._noted_as()) for one in spoken.sudo()}

    @api.model
    def _note_changes(self, before, after):
        """One note for each record, with a line for each of its parts that changed."""
        lines = {}
        for part in before | after:
            record, what, _value = after.get(part) or before[part]
            old, new = (notes.get(part, (0, 0, "–"))[2] for notes in (before, after))
            if old != new:
                line = escape(f"{what}: {old} → {new}")
                lines.setdefault(record, []).append(line)
        records = self._noted_on().browse(one.id for one in lines)
        bodies = {one.id: Markup("<br/>").join(some) for one, some in lines.items()}
        # sudo: the log is written by the change, not by hand
        records.sudo()._message_log_batch(bodies)
