from odoo import api, fields, models
from odoo.fields import Domain


class KpiEntrustedMixin(models.AbstractModel):
    """Records that somebody may keep in the stead of who gave the work (Điều 9).

    For record rules: the search names people by their ids, so that the database finds
    a substitute's few records by an index.
    """

    _name = "kpi.entrusted.mixin"
    _description = "Kept by a Substitute"

    is_entrusted = fields.Boolean(
        string="Kept in another's stead",
        compute="_compute_is_entrusted",
        search="_search_is_entrusted",
    )

    @api.depends_context("uid")
    @api.depends("assigner_id")
    def _compute_is_entrusted(self):
        entrusted = self.filtered_domain(self._entrusted())
        for record in self:
            record.is_entrusted = record in entrusted

    def _search_is_entrusted(self, operator, value):
        if operator != "in":
            return NotImplemented
        return self._entrusted() if True in value else ~self._entrusted()

    @api.model
    def _entrusted(self):
        day = self.env["kpi.regulation.clause"]._today()
        principals = self.env["kpi.delegation"]._principals(self.env.user, day)
        return Domain("assigner_id", "in", principals.ids)
