from odoo import api, fields, models
from odoo.fields import Domain


class KpiAppraisal(models.Model):
    """Sheets that the current user judges in somebody's stead or in a collective."""

    _name = "kpi.appraisal"
    _inherit = ["kpi.appraisal", "kpi.entrusted.mixin"]

    is_entrusted = fields.Boolean(string="Judged in another's stead")

    @api.model
    def _entrusted_by(self):
        return ("evaluator_id", "decider_id", "body_id")

    @api.model
    def _entrusted(self):
        """The sheets of whoever has authorised the user, and of the user's bodies."""
        principals = self._principals()
        bodies = self.env["kpi.delegation"]._own_bodies()
        return (
            Domain("evaluator_id", "in", principals.ids)
            | Domain("decider_id", "in", principals.ids)
            | Domain("body_id", "in", bodies.ids)
        )
