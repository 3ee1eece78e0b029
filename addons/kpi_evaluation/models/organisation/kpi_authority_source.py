from odoo import api, models


class KpiAuthoritySource(models.AbstractModel):
    """What Điều 9 is resolved from: a change of it may change who judges whom."""

    _name = "kpi.authority.source"
    _description = "Source of Authority"

    @api.model_create_multi
    def create(self, vals_list):
        records = super().create(vals_list)
        records._resolve_again(records._agencies_concerned())
        return records

    def write(self, vals):
        before = self._agencies_concerned()
        written = super().write(vals)
        self._resolve_again(before | self._agencies_concerned())
        return written

    def unlink(self):
        before = self._agencies_concerned()
        unlinked = super().unlink()
        self._resolve_again(before)
        return unlinked

    def _agencies_concerned(self):
        # sudo: everybody may be concerned, in whichever agency
        return self.env["res.company"].sudo().search([])

    def _resolve_again(self, agencies):
        # Record rules look the source up in the database: it is written at once.
        self.env[self._name].flush_model()
        self.env["hr.employee"]._kpi_resolve_again(agencies)
