from odoo import api, fields, models
from odoo.fields import Domain


class KpiSession(models.Model):
    """Whose session it is: evaluator, decider, their substitutes, the collective.

    For the record rule, which names people and collectives by their ids.
    """

    _inherit = "kpi.session"

    is_mine = fields.Boolean(compute="_compute_is_mine", search="_search_is_mine")

    @api.depends_context("uid")
    @api.depends("evaluator_id", "decider_id", "body_id")
    def _compute_is_mine(self):
        mine = self.filtered_domain(self._mine())
        for session in self:
            session.is_mine = session in mine

    def _search_is_mine(self, operator, value):
        if operator != "in":
            return NotImplemented
        return self._mine() if True in value else ~self._mine()

    @api.model
    def _mine(self):
        return (
            Domain("evaluator_user_id", "=", self.env.uid)
            | Domain("decider_user_id", "=", self.env.uid)
            | self.env["kpi.appraisal"]._entrusted()
        )
