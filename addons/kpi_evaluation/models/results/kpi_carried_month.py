from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..sheet.kpi_appraisal import GRADES


class KpiCarriedMonth(models.Model):
    """A month's result that a person brings along from elsewhere (NĐ 335 Điều 19.1).

    From an agency outside this system, with the document that it came with.
    """

    _name = "kpi.carried.month"
    _description = "Result Carried Along"
    _inherit = ["kpi.begun.month.mixin", "kpi.fixed.mixin", "mail.thread"]
    _order = "employee_id, date_start"

    FIXED_FIELDS = ("employee_id", "date_start")

    employee_id = fields.Many2one(
        "hr.employee", required=True, index=True, ondelete="restrict"
    )
    company_id = fields.Many2one(
        related="employee_id.company_id", store=True, index=True
    )
    total_score = fields.Float(
        string="Total", digits=(16, 4), required=True, aggregator=None, tracking=True
    )
    grade = fields.Selection(GRADES, string="Class", required=True, tracking=True)
    agency = fields.Char(string="Evaluated by", required=True, tracking=True)
    document = fields.Char(
        required=True, tracking=True, help="Number and date of the notice."
    )

    _once_a_month = models.Constraint(
        "UNIQUE (employee_id, date_start)",
        "This month has already been carried along for the person.",
    )

    @api.constrains("total_score", "date_start")
    def _check_total(self):
        for month in self:
            rules = self.env["kpi.regulation.clause"]._rulebook(
                month.date_start, month.company_id
            )
            if not 0 <= month.total_score <= rules.total_max:
                raise ValidationError(
                    self.env._(
                        "A total lies between 0 and %(maximum)s points (Điều 8).",
                        maximum=rules.total_max,
                    )
                )

    @api.constrains("employee_id", "date_start")
    def _check_no_sheet(self):
        # sudo: a sheet of the same month counts, whoever may read it
        sheets = self.env["kpi.appraisal"].sudo()
        published = sheets._read_group(
            [("employee_id", "in", self.employee_id.ids), ("state", "=", "published")],
            ["employee_id", "period_id"],
        )
        known = {(person.id, period.date_start) for person, period in published}
        for month in self:
            if (month.employee_id.id, month.date_start) in known:
                raise ValidationError(
                    self.env._(
                        "%(person)s already has a published sheet for this month; it "
                        "counts (Điều 19).",
                        person=month.employee_id.name,
                    )
                )
