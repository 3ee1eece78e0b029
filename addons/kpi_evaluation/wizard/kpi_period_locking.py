from odoo import fields, models


class KpiPeriodLocking(models.TransientModel):
    """Ask why a month is locked or unlocked (Điều 18)."""

    _name = "kpi.period.locking"
    _description = "Locking or Unlocking a Month"

    period_id = fields.Many2one("kpi.period", required=True)
    state = fields.Selection(related="period_id.state")
    unfinished_count = fields.Integer(related="period_id.unfinished_count")
    reason = fields.Text()

    def action_lock(self):
        """Lock the month."""
        self.ensure_one()
        self.period_id.action_lock(self.reason)
        return {"type": "ir.actions.act_window_close"}

    def action_unlock(self):
        """Unlock the month."""
        self.ensure_one()
        self.period_id.action_unlock(self.reason)
        return {"type": "ir.actions.act_window_close"}
