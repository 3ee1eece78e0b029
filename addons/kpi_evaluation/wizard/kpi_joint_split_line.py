from odoo import fields, models


class KpiJointSplitLine(models.TransientModel):
    """One share to be given: person, month, amount, deadline (Điều 15.1.c)."""

    _name = "kpi.joint.split.line"
    _description = "Share to Give"

    split_id = fields.Many2one("kpi.joint.split", required=True, ondelete="cascade")
    company_id = fields.Many2one(related="split_id.joint_id.company_id")
    employee_id = fields.Many2one("hr.employee", string="Person", required=True)
    period_id = fields.Many2one("kpi.period", string="Month", required=True)
    quantity = fields.Float(string="Share", digits=(16, 4), required=True)
    date_deadline = fields.Date(string="Deadline", required=True)
