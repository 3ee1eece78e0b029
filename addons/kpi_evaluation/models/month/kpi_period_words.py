from odoo import models


class KpiPeriod(models.Model):
    """The month as papers write it."""

    _inherit = "kpi.period"

    def _month_in_words(self):
        self.ensure_one()
        return f"tháng {self.date_start:%m năm %Y}"
