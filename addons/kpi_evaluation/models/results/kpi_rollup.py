from odoo import api, fields, models

from ...regulation.aggregate import SPANS
from ..base.names import joined
from ..sheet.kpi_appraisal import GRADES

SPAN_LABELS = [("quarter", "Quarter"), ("half", "Half-year"), ("year", "Year")]


class KpiRollup(models.Model):
    """A person's quarter, half-year or year from the published months (Điều 19).

    The class is the one that the mean corresponds to: a proposal, decided by the rules
    on yearly evaluation. Counted by the system, never typed.
    """

    _name = "kpi.rollup"
    _description = "Quarter, Half-Year or Year of a Person"
    _order = "date_start desc, span, department_name, employee_name, id"
    _rec_names_search = ["employee_name"]

    employee_id = fields.Many2one(
        "hr.employee", required=True, index=True, readonly=True, ondelete="restrict"
    )
    employee_user_id = fields.Many2one(
        related="employee_id.user_id", store=True, index=True, string="Employee's user"
    )
    company_id = fields.Many2one(
        "res.company", string="Agency", required=True, index=True, readonly=True
    )
    span = fields.Selection(SPAN_LABELS, required=True, readonly=True)
    date_start = fields.Date(string="First month", required=True, readonly=True)
    date_end = fields.Date(string="Final month", required=True, readonly=True)
    employee_name = fields.Char(string="Full name", readonly=True)
    job_title = fields.Char(readonly=True)
    department_name = fields.Char(string="Unit", readonly=True)
    is_leader = fields.Boolean(string="Leads", readonly=True)
    is_party_member = fields.Boolean(string="Party member", readonly=True)
    month_count = fields.Integer(string="Scored months", readonly=True, aggregator=None)
    mean_score = fields.Float(
        string="Mean", digits=(16, 2), readonly=True, aggregator="avg"
    )
    grade = fields.Selection(GRADES, string="Corresponding class", readonly=True)
    reason = fields.Char(string="Why no class", readonly=True)
    months = fields.Json(string="Months as values", readonly=True)
    span_name = fields.Char(string="Quarter or year", compute="_compute_span_name")
    months_text = fields.Char(string="Months", compute="_compute_months_text")

    _one_of_a_span = models.Constraint(
        "UNIQUE (employee_id, company_id, span, date_start)",
        "This person's span has already been counted.",
    )

    @api.depends_context("lang")
    @api.depends("span", "date_start")
    def _compute_span_name(self):
        for one in self:
            one.span_name = one._span_name() if one.date_start else False

    @api.depends("employee_name", "span_name")
    def _compute_display_name(self):
        for one in self:
            one.display_name = joined(one.employee_name, one.span_name)

    def _span_name(self):
        self.ensure_one()
        month, year = self.date_start.month, self.date_start.year
        number = (month - 1) // SPANS[self.span] + 1
        label = dict(self._fields["span"]._description_selection(self.env))[self.span]
        return f"{label} {year}" if self.span == "year" else f"{label} {number}/{year}"

    @api.depends("months")
    def _compute_months_text(self):
        for one in self:
            one.months_text = " · ".join(
                f"{month['month']}: {month['total'].replace('.', ',')} "
                f"{month['grade'].upper()}"
                for month in one.months or ()
            )
