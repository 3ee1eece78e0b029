from odoo import fields, models

FATES = [
    ("keeps", "Stays A"),
    ("over", "Over the share"),
    ("tied", "Tied, to be chosen"),
]


class KpiQuotaPlanLine(models.TransientModel):
    """One of those rated A, with their rank in the unit."""

    _name = "kpi.quota.plan.line"
    _description = "Line of a Plan for the Share of A"
    _order = "rank, id"

    plan_id = fields.Many2one("kpi.quota.plan", required=True, ondelete="cascade")
    appraisal_id = fields.Many2one("kpi.appraisal", required=True, readonly=True)
    employee_name = fields.Char(related="appraisal_id.employee_name")
    department_name = fields.Char(related="appraisal_id.department_name")
    task_group_id = fields.Many2one(related="appraisal_id.task_group_id")
    total_score = fields.Float(related="appraisal_id.total_score")
    state = fields.Selection(related="appraisal_id.state")
    rank = fields.Integer(readonly=True)
    fate = fields.Selection(FATES, string="By the ranking", readonly=True)
    keeps_a = fields.Boolean(string="Stays A")
