import json
from hashlib import sha256

from odoo import models
from odoo.exceptions import UserError

from ..base.paper_text import plain
from ..base.portal_text import typed_number

MARK_LENGTH = 16


class StaleDraftError(UserError):
    """A form that was opened before the draft changed somewhere else."""


class KpiAppraisal(models.Model):
    """The self-assessment as a draft that several windows may hold (Điều 15.2).

    A form carries the mark of the draft that it was filled from. What was typed into
    it is saved only while the draft still is that one, so that an older window never
    writes over a newer.
    """

    _inherit = "kpi.appraisal"

    def _draft_mark(self):
        """A short mark of the person's own points and words, another after a change."""
        self.ensure_one()
        # sudo: of the person's own side only
        sheet = self.sudo()
        own = [
            [line.id, line.self_given, line.self_points, line.self_note or ""]
            for line in sheet.criterion_ids.sorted("id")
        ]
        words = [sheet.self_strengths or "", sheet.self_weaknesses or ""]
        return sha256(json.dumps([own, words]).encode()).hexdigest()[:MARK_LENGTH]

    def _save_typed(self, form):
        """Save the self-assessment as typed into the portal's form.

        What the form does not name stays as it is. Raises StaleDraftError where the
        draft was changed elsewhere since the form was opened.
        """
        self.ensure_one()
        # sudo: the state decides which sentence the person reads
        if self.sudo().state != "draft":
            raise UserError(
                self.env._(
                    "This self-assessment is handed in already; nothing was changed."
                )
            )
        typed = self._typed_draft(form)
        is_newer = form.get("mark", self._draft_mark()) != self._draft_mark()
        if is_newer and (not typed["points"] or self._differs(typed)):
            raise StaleDraftError(self._sentence_of_stale())
        # The step writes the sheet itself, whatever was typed: of two windows at the
        # same moment the later starts again, sees the first and is refused above.
        return self.save_self_assessment(**typed)

    def _typed_draft(self, form):
        """The arguments of ``save_self_assessment`` that a form names."""

        def words(name):
            return (form[name] or "").strip().replace("\r\n", "\n")

        # sudo: the names of the form's inputs, no points
        lines = self.sudo().criterion_ids
        return {
            "points": {
                line.id: typed_number(form[line._input_name()])
                for line in lines
                if line._input_name() in form
            },
            "notes": {
                line.id: words(line._note_name())
                for line in lines
                if line._note_name() in form
            },
            "strengths": words("strengths") if "strengths" in form else None,
            "weaknesses": words("weaknesses") if "weaknesses" in form else None,
        }

    def _differs(self, typed):
        """Whether saving what was typed would change the draft."""
        # sudo: of the person's own side only
        sheet = self.sudo()
        points = {
            line.id: line.self_points if line.self_given else None
            for line in sheet.criterion_ids
        }
        notes = {line.id: line.self_note or "" for line in sheet.criterion_ids}
        saved = {
            "points": {key: points[key] for key in typed["points"]},
            "notes": {key: notes[key] for key in typed["notes"]},
            "strengths": sheet.self_strengths or "",
            "weaknesses": sheet.self_weaknesses or "",
        }
        return any(
            value is not None and value != saved[name] for name, value in typed.items()
        )

    def _sentence_of_stale(self):
        return self.env._(
            "This self-assessment was changed in another window or on another device "
            "since you opened this page; nothing was saved over it. Open the page "
            "again to go on from there, or save once more to keep what stands here."
        )

    def _employee_view(self, typed=None):
        mark = self._draft_mark() if self.state == "draft" else ""
        return super()._employee_view(typed) | {"mark": mark}

    def _summary_view(self):
        """The draft as its person looks it over before handing it in."""
        return self._employee_view() | {
            "own_sum": plain(sum(self.criterion_ids.mapped("self_points"))),
            "against": self.sudo(False)._reason_against_handing_in(),
        }

    def _reason_against_handing_in(self):
        """Why the person cannot hand in their draft as it stands, or ""."""
        return self._reasons_against("self_assess")[self]
