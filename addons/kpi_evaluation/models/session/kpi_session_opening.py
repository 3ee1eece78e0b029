from odoo import models


class KpiPeriod(models.Model):
    """Whoever judges finds their session as soon as the month is open."""

    _inherit = "kpi.period"

    def _finish_opening(self):
        done = super()._finish_opening()
        self.env["kpi.session"]._ensure(self)
        return done


class KpiAppraisal(models.Model):
    """A sheet that gets another evaluator goes to that one's session."""

    _inherit = "kpi.appraisal"

    def action_change_evaluator(self, evaluator_id, reason):
        """Have somebody else judge these sheets, for a stated reason."""
        changed = super().action_change_evaluator(evaluator_id, reason)
        self.env["kpi.session"]._ensure(self.period_id)
        return changed
