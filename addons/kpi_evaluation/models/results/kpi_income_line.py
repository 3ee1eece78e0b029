from odoo import fields, models

from ..sheet.kpi_appraisal import GRADES


class KpiIncomeLine(models.Model):
    """What one person gets for one month, and why (Điều 17)."""

    _name = "kpi.income.line"
    _description = "Additional Income of a Person"
    _order = "run_id, department_name, employee_name, id"

    run_id = fields.Many2one(
        "kpi.income.run", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="run_id.company_id", store=True, index=True)
    currency_id = fields.Many2one(related="company_id.currency_id")
    appraisal_id = fields.Many2one(
        "kpi.appraisal", required=True, index=True, readonly=True, ondelete="restrict"
    )
    employee_name = fields.Char(string="Full name", readonly=True)
    job_title = fields.Char(readonly=True)
    department_name = fields.Char(string="Unit", readonly=True)
    grade = fields.Selection(GRADES, string="Class", readonly=True)
    coefficient = fields.Float(
        string="Share of the class", digits=(16, 4), readonly=True, aggregator=None
    )
    salary = fields.Monetary(readonly=True)
    amount = fields.Monetary(readonly=True)
    reason = fields.Char(string="Why nothing", readonly=True)

    _once_a_run = models.Constraint(
        "UNIQUE (run_id, appraisal_id)", "This person is already on the list."
    )
