import base64

from odoo import api, models
from odoo.exceptions import UserError

from .evidence import KINDS, ending_of, fault_of, plain_name


class KpiEvidenceMixin(models.AbstractModel):
    """A record that a person hands files in with, as evidence (Điều 1.3, 6.4).

    The files are looked at before anything is written: their number, their sizes, and
    what they are by their content. The limits are those of the system, not of the law.
    """

    _name = "kpi.evidence.mixin"
    _description = "Evidence Handed In"

    MAX_MEGABYTES = 25
    FILES_LIMIT = 20

    @api.model
    def _checked_files(self, files):
        """The files as (name, bytes); UserError says which is none, and why."""
        pairs = self._named_files(files)
        for name, content in pairs:
            if reason := self._reason_against_size(name, self._bytes_of(content)):
                raise UserError(reason)
        if len(pairs) > self.FILES_LIMIT:
            raise UserError(self._too_many_sentence(len(pairs)))
        if sum(self._bytes_of(one) for _name, one in pairs) > self._max_bytes():
            raise UserError(self._too_large_sentence())
        checked = [(name, self._decoded(content)) for name, content in pairs]
        for name, content in checked:
            if reason := self._reason_against_content(name, content):
                raise UserError(reason)
        return checked

    @api.model
    def _named_files(self, files):
        try:
            pairs = [(plain_name(name), content) for name, content in files or ()]
            sizes = [len(content) for _name, content in pairs]
        except (TypeError, ValueError) as error:
            raise UserError(self._no_files_sentence()) from error
        if not all(name for name, _content in pairs) or len(sizes) != len(pairs):
            raise UserError(self._no_files_sentence())
        return pairs

    @api.model
    def _decoded(self, content):
        try:
            return base64.b64decode(content)
        except (TypeError, ValueError) as error:
            raise UserError(self._no_files_sentence()) from error

    @api.model
    def _bytes_of(self, content):
        """The size of a file from its base64, which writes three bytes as four."""
        padding = content[-2:].count(b"=" if isinstance(content, bytes) else "=")
        return len(content) * 3 // 4 - padding

    @api.model
    def _max_bytes(self):
        return self.MAX_MEGABYTES * 1024 * 1024

    def _reason_against_size(self, name, size_in_bytes):
        if size_in_bytes <= 0:
            return self.env._(
                "The file “%(file)s” is empty; choose it again.", file=name
            )
        if size_in_bytes > self._max_bytes():
            return self.env._(
                "The file “%(file)s” has %(size)s MB; a file may have at most "
                "%(limit)s MB. Make it smaller, or hand in a part of it.",
                file=name,
                size=-(-size_in_bytes // 1024**2),
                limit=self.MAX_MEGABYTES,
            )
        return ""

    def _reason_against_content(self, name, content):
        fault = fault_of(name, content)
        return fault and self._sentences_of_content()[fault] % {"file": name}

    def _sentences_of_content(self):
        return {
            "type": self.env._(
                "“%(file)s” is of no kind that can be evidence. Hand in documents "
                "(PDF, Word, Excel, PowerPoint, OpenDocument, text), photos or short "
                "videos."
            ),
            "program": self.env._(
                "“%(file)s” is a program or a script, whatever its name says; it is "
                "no evidence. Hand in the document itself."
            ),
            "macros": self.env._(
                "“%(file)s” contains macros. Save it without macros (.docx, .xlsx) or "
                "as PDF, and hand it in again."
            ),
            "archive": self.env._(
                "“%(file)s” is an archive: nobody sees what is in it. Unpack it and "
                "hand in the documents themselves."
            ),
            "content": self.env._(
                "The content of “%(file)s” is not what its name says. Open it, save "
                "it anew, and hand it in again."
            ),
        }

    def _no_files_sentence(self):
        return self.env._("Evidence is given as files: a name and its content each.")

    def _too_many_sentence(self, count):
        return self.env._(
            "These are %(count)s files; at most %(limit)s are handed in at a time. Put "
            "pages into one document, or hand in the rest with the next part.",
            count=count,
            limit=self.FILES_LIMIT,
        )

    @api.model
    def _too_large_sentence(self):
        return self.env._(
            "The files are larger than %(limit)s MB together. Hand in fewer files at a "
            "time, or make the photos smaller.",
            limit=self.MAX_MEGABYTES,
        )

    @api.model
    def _file_limits(self):
        """What a form says about files before they are sent."""
        return {
            "megabytes": self.MAX_MEGABYTES,
            "bytes": self._max_bytes(),
            "count": self.FILES_LIMIT,
            "accept": ",".join(f".{ending}" for ending in KINDS),
            "sentence": self._too_large_sentence(),
        }

    def _attach(self, files):
        """Keep checked files as they are: no picture is made smaller, no text run."""
        self.ensure_one()
        attachments = self.env["ir.attachment"].with_context(image_no_postprocess=True)
        attachments.create(
            [
                {
                    "name": name,
                    "raw": content,
                    "res_model": self._name,
                    "res_id": self.id,
                }
                | self._mimetype_of(name)
                for name, content in files
            ]
        )

    @api.model
    def _mimetype_of(self, name):
        is_text = KINDS[ending_of(name)] == "text"
        return {"mimetype": "text/plain"} if is_text else {}

    @api.model
    def _own_evidence(self, attachment_id):
        """A file that the current user handed in with such a record, or nothing."""
        # sudo: portal users have no right to attachments; the owner is checked below
        attachment = self.env["ir.attachment"].sudo().browse(attachment_id).exists()
        if attachment.res_model != self._name:
            return attachment.browse()
        # sudo: only whose record it is, is read
        record = self.sudo().browse(attachment.res_id)
        is_own = record.assignment_id.employee_user_id == self.env.user
        return attachment if is_own else attachment.browse()
