from odoo import fields, models


class KpiAppraisal(models.Model):
    """What comparing months, units and agencies needs of a sheet."""

    _inherit = "kpi.appraisal"

    month_start = fields.Date(
        related="period_id.date_start", store=True, index=True, string="Month from"
    )
    total_score = fields.Float(aggregator="avg")
