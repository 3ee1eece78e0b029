from odoo import api, models
from odoo.exceptions import UserError

from .paper_text import plain
from .portal_text import shown_date


class KpiDelivery(models.Model):
    """A hand-in as the portal takes it and shows it to who handed it in."""

    _inherit = "kpi.delivery"

    MAX_MEGABYTES = 25

    def _employee_view(self):
        """The hand-in with its verdict, as plain values."""
        self.ensure_one()
        verdicts = dict(self._fields["verdict"]._description_selection(self.env))
        return {
            "date": shown_date(self.date),
            "quantity": plain(self.quantity),
            "note": self.note or "",
            "verdict": self.verdict,
            "verdict_label": verdicts[self.verdict],
            "verdict_date": shown_date(self.verdict_date),
            "fault": self.verdict == "returned" and (self.fault or ""),
            "is_late": self.is_late,
            "files": [{"id": one.id, "name": one.name} for one in self.attachment_ids],
        }

    def _checked_files(self, files):
        """Refuse evidence that is empty, or too large together."""
        pairs = super()._checked_files(files)
        for name, content in pairs:
            if not content:
                raise UserError(
                    self.env._(
                        "The file “%(file)s” is empty; choose it again.", file=name
                    )
                )
        # Base64 writes three bytes as four.
        if sum(len(content) * 3 // 4 for _name, content in pairs) > self._max_bytes():
            raise UserError(self._too_large_sentence())
        return pairs

    @api.model
    def _max_bytes(self):
        return self.MAX_MEGABYTES * 1024 * 1024

    @api.model
    def _too_large_sentence(self):
        return self.env._(
            "The files are larger than %(limit)s MB together. Hand in fewer files at a "
            "time, or make the photos smaller.",
            limit=self.MAX_MEGABYTES,
        )

    @api.model
    def _own_evidence(self, attachment_id):
        """A file that the current user handed in, or nothing."""
        # sudo: portal users have no right to attachments; the owner is checked below
        attachment = self.env["ir.attachment"].sudo().browse(attachment_id).exists()
        if attachment.res_model != self._name:
            return attachment.browse()
        # sudo: only whose hand-in it is, is read
        hand_in = self.sudo().browse(attachment.res_id)
        is_own = hand_in.assignment_id.employee_user_id == self.env.user
        return attachment if is_own else attachment.browse()
