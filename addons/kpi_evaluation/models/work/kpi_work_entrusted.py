from odoo import api, fields, models
from odoo.fields import Domain


class KpiAssignment(models.Model):
    """Work of others, found by who gave it and whose it is."""

    _name = "kpi.assignment"
    _inherit = ["kpi.assignment", "kpi.work.entrusted.mixin"]

    _given_by = models.Index("(assigner_id, period_id)")


class KpiDelivery(models.Model):
    """A hand-in of others, found by who gave the work and whose it is."""

    _name = "kpi.delivery"
    _inherit = ["kpi.delivery", "kpi.work.entrusted.mixin"]

    employee_id = fields.Many2one(index=True)
    assigner_id = fields.Many2one(
        related="assignment_id.assigner_id", store=True, index=True
    )


class KpiCause(models.Model):
    """An objective cause of others, found by who answers it and whose it is."""

    _name = "kpi.cause"
    _inherit = ["kpi.cause", "kpi.work.entrusted.mixin"]

    assigner_id = fields.Many2one(related="assignment_id.assigner_id", store=True)

    @api.model
    def _given_by_me(self):
        mine = self.env["kpi.delegation"]._acting_for()
        asked = Domain("assigner_id", "in", mine) | Domain("authority_id", "in", mine)
        return asked & self._of_others()
