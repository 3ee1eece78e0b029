from odoo import api, fields, models
from odoo.fields import Domain


class KpiEntrustedMixin(models.AbstractModel):
    """Records that the current user keeps in another's stead (Điều 9).

    For record rules: the search names people by their ids, so that the database finds
    a substitute's few records by an index. `_entrusted` says which they are: here what
    was given by somebody who has authorised the user.
    """

    _name = "kpi.entrusted.mixin"
    _description = "Kept by a Substitute"

    is_entrusted = fields.Boolean(
        string="Kept in another's stead",
        compute="_compute_is_entrusted",
        search="_search_is_entrusted",
    )

    @api.depends_context("uid")
    @api.depends(lambda self: self._entrusted_by())
    def _compute_is_entrusted(self):
        entrusted = self.filtered_domain(self._entrusted())
        for record in self:
            record.is_entrusted = record in entrusted

    def _search_is_entrusted(self, operator, value):
        if operator != "in":
            return NotImplemented
        return self._entrusted() if True in value else ~self._entrusted()

    @api.model
    def _entrusted_by(self):
        """The fields that name those in whose stead one acts."""
        return ("assigner_id",)

    @api.model
    def _entrusted(self):
        return Domain("assigner_id", "in", self._principals().ids)

    @api.model
    def _principals(self):
        """Return those in whose stead the current user acts today."""
        day = self.env["kpi.regulation.clause"]._today()
        return self.env["kpi.delegation"]._principals(self.env.user, day)
