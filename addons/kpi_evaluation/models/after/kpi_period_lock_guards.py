from odoo import api, models
from odoo.exceptions import UserError


class KpiPlan(models.Model):
    """The plans of a locked month stand still (Điều 18)."""

    _inherit = "kpi.plan"

    def _reasons_of_step(self, step):
        reasons = super()._reasons_of_step(step)
        locks = {month: month._reason_of_lock() for month in self.period_id}
        return {plan: locks.get(plan.period_id) or reasons[plan] for plan in self}


class KpiAssignment(models.Model):
    """The facts of a locked month stand still (Điều 18)."""

    _inherit = "kpi.assignment"

    def _reasons_against_changing_facts(self):
        reasons = super()._reasons_against_changing_facts()
        locks = {month: month._reason_of_lock() for month in self.period_id}
        return {one: locks.get(one.period_id) or reasons[one] for one in self}


class KpiAppraisal(models.Model):
    """No step is taken on a sheet of a locked month, and no score computed again."""

    _inherit = "kpi.appraisal"

    # What leaves the sheet as it is: the person's right does not end with a lock.
    STEPS_DESPITE_LOCK = ("object",)

    def _reasons_of_step(self, step):
        reasons = super()._reasons_of_step(step)
        if step in self.STEPS_DESPITE_LOCK:
            return reasons
        locks = {month: month._reason_of_lock() for month in self.period_id}
        return {sheet: locks[sheet.period_id] or reasons[sheet] for sheet in self}

    def _recompute_scores(self):
        locked = self.filtered(lambda sheet: sheet.period_id._reason_of_lock())
        return super(KpiAppraisal, self - locked)._recompute_scores()

    @api.ondelete(at_uninstall=False)
    def _unlink_not_from_locked(self):
        for month in self.period_id:
            if reason := month._reason_of_lock():
                raise UserError(reason)
