from odoo import api, fields, models
from odoo.fields import Domain


class KpiAppraisal(models.Model):
    """Sheets that the current user judges in somebody's stead or in a collective.

    For the record rule. The search names people and collectives by their ids, so that
    the database finds a judge's few sheets by its indexes instead of reading all.
    """

    _inherit = "kpi.appraisal"

    is_entrusted = fields.Boolean(
        string="Judged in another's stead",
        compute="_compute_is_entrusted",
        search="_search_is_entrusted",
    )

    @api.depends_context("uid")
    @api.depends("evaluator_id", "decider_id", "body_id")
    def _compute_is_entrusted(self):
        entrusted = self.filtered_domain(self._entrusted())
        for sheet in self:
            sheet.is_entrusted = sheet in entrusted

    def _search_is_entrusted(self, operator, value):
        if operator != "in":
            return NotImplemented
        return self._entrusted() if True in value else ~self._entrusted()

    @api.model
    def _entrusted(self):
        """The sheets of whoever has authorised the user, and of the user's bodies."""
        day = self.env["kpi.regulation.clause"]._today()
        principals = self.env["kpi.delegation"]._principals(self.env.user, day)
        # sudo: who sits in a collective is asked for whoever looks at a sheet
        bodies = (
            self.env["kpi.body"]
            .sudo()
            .with_context(active_test=False)
            .search([("member_user_ids", "in", self.env.user.ids)])
        )
        return (
            Domain("evaluator_id", "in", principals.ids)
            | Domain("decider_id", "in", principals.ids)
            | Domain("body_id", "in", bodies.ids)
        )
