from odoo import models


class KpiPlan(models.Model):
    """No plan is submitted or approved for a month that is assessed (Điều 16)."""

    _inherit = "kpi.plan"

    def _reasons_of_step(self, step):
        reasons = super()._reasons_of_step(step)
        if step not in ("submit", "approve"):
            return reasons
        pairs = {(one.employee_id.id, one.period_id.id): one for one in self}
        for sheet in self.env["kpi.appraisal"]._sheets_of(pairs):
            plan = pairs[sheet.employee_id.id, sheet.period_id.id]
            if sheet.state != "draft":
                reasons[plan] = reasons[plan] or self.env._(
                    "%(person)s has already assessed the month %(month)s. Give the "
                    "sheet back with a reason before work is planned (Điều 16).",
                    person=sheet.employee_name,
                    month=sheet.period_id.name,
                )
        return reasons
