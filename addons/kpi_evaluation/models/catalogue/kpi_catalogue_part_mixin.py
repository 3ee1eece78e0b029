from odoo import api, models
from odoo.tools import SQL


class KpiCataloguePartMixin(models.AbstractModel):
    """A part of a catalogue: it stands still with its catalogue (Điều 10.4)."""

    _name = "kpi.catalogue.part.mixin"
    _description = "Part of a Catalogue"

    @api.model_create_multi
    def create(self, vals_list):
        parts = super().create(vals_list)
        parts._check_draft()
        return parts

    def write(self, vals):
        self._check_draft()
        return super().write(vals)

    def _write_checked(self, vals):
        """Write past the check, for a batch that has checked and locked once."""
        return super().write(vals)

    def unlink(self):
        self._check_draft()
        return super().unlink()

    def _check_draft(self):
        """Refuse unless the catalogue is a draft, and stays one until this is stored.

        The lock makes whoever approves the catalogue at this moment wait, and makes
        this fail, to be tried again, if they were first.
        """
        self.catalogue_id._check_draft()
        if self.catalogue_id:
            self.env.execute_query(
                SQL(
                    "SELECT id FROM kpi_catalogue WHERE id IN %s FOR SHARE",
                    self.catalogue_id._ids,
                )
            )
