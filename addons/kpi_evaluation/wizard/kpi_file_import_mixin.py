import base64
from urllib.parse import urlencode

from odoo import fields, models
from odoo.exceptions import UserError

from .catalogue_file.columns import CATALOGUE
from .catalogue_file.problem import FileRefused
from .catalogue_file.reader import read_table

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class KpiFileImportMixin(models.AbstractModel):
    """A file that is shown row by row before anything of it is written.

    Errors come first; only when none is left, and what would happen has been seen, is
    it written: all rows or none. The fingerprint tells whether it still would.
    """

    _name = "kpi.file.import.mixin"
    _description = "Import of a Checked File"
    _action = ""

    file = fields.Binary(string="CSV or Excel file", attachment=False)
    file_name = fields.Char()
    state = fields.Selection(
        [("upload", "File"), ("checked", "Check")], default="upload", required=True
    )
    fingerprint = fields.Char(help="Of the rows that the lines show.")
    notes = fields.Text()
    error_count = fields.Integer(string="Errors")
    new_count = fields.Integer(string="New")
    changed_count = fields.Integer(string="Changed")
    unchanged_count = fields.Integer(string="Unchanged")

    def _restart(self):
        self._check_rights()
        self.line_ids.unlink()
        self.write({"state": "upload", "file": False, "file_name": False})
        return self._reopen()

    def _read_file(self, layout=CATALOGUE):
        """Return the table of the file; UserError says why it cannot be read."""
        self._check_rights()
        if not self.file:
            raise UserError(self.env._("Choose a file first."))
        content = base64.b64decode(self.with_context(bin_size=False).file)
        try:
            return read_table(self.file_name, content, layout)
        except FileRefused as refused:
            raise UserError(self._sentence(refused.problem)) from refused

    def _refuse_errors(self, count):
        if count:
            raise UserError(
                self.env._(
                    "Nothing was imported: %(count)s rows have errors. Correct them in "
                    "the file and check it again.",
                    count=count,
                )
            )

    def _download(self, name, file):
        """The download of one of the wizard's workbooks."""
        self._check_rights()
        query = urlencode({"download": "true", "filename": file, "mimetype": XLSX})
        return {
            "type": "ir.actions.act_url",
            "url": f"/web/content/{self._name}/{self.id}/{name}?{query}",
            "target": "self",
        }

    def _told(self, message):
        """Close the dialog with what was done."""
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": message,
                "next": {"type": "ir.actions.act_window_close"},
            },
        }

    def _reopen(self):
        action = self.env["ir.actions.act_window"]._for_xml_id(self._action)
        return action | {"res_id": self.id}
