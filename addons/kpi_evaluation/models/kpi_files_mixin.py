from odoo import fields, models


class KpiFilesMixin(models.AbstractModel):
    """A record with files that were given with it and stand as they were given."""

    _name = "kpi.files.mixin"
    _description = "Files Given with a Record"

    attachment_ids = fields.One2many(
        "ir.attachment",
        "res_id",
        domain=lambda self: [("res_model", "=", self._name)],
        string="Files",
    )

    def _attach_given(self, files):
        """Attach (name, base64 content) pairs, for whoever was allowed to give them."""
        self.ensure_one()
        pairs = self.env["kpi.delivery"]._checked_files(files)
        # sudo: the giver may have no right to files; the step has been allowed
        self.env["ir.attachment"].sudo().create(
            [
                {
                    "name": name,
                    "datas": content,
                    "res_model": self._name,
                    "res_id": self.id,
                }
                for name, content in pairs
            ]
        )

    def _files_view(self):
        """The files as the portal lists them."""
        return [{"id": one.id, "name": one.name} for one in self.attachment_ids]
