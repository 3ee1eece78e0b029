from odoo import fields, models


class KpiPeriodLock(models.Model):
    """When and why a month was locked or unlocked, and by whom; only ever added."""

    _name = "kpi.period.lock"
    _description = "Locking of a Month"
    _order = "id desc"

    period_id = fields.Many2one(
        "kpi.period", required=True, index=True, ondelete="restrict"
    )
    company_id = fields.Many2one(related="period_id.company_id", store=True, index=True)
    step = fields.Selection([("lock", "Locked"), ("unlock", "Unlocked")], required=True)
    reason = fields.Text()
