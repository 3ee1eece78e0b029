from odoo import fields, models


class KpiFilesMixin(models.AbstractModel):
    """A record with files that were given with it and stand as they were given."""

    _name = "kpi.files.mixin"
    _description = "Files Given with a Record"
    _inherit = ["kpi.evidence.mixin"]

    attachment_ids = fields.One2many(
        "ir.attachment",
        "res_id",
        domain=lambda self: [("res_model", "=", self._name)],
        string="Files",
    )

    def _attach_given(self, files):
        """Attach (name, base64 content) pairs, for whoever was allowed to give them."""
        self.ensure_one()
        checked = self._checked_files(files)
        # sudo: the giver may have no right to files; the step has been allowed
        self.sudo()._attach(checked)

    def _files_view(self):
        """The files as the portal lists them."""
        return [{"id": one.id, "name": one.name} for one in self.attachment_ids]
