from dateutil.relativedelta import relativedelta

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...regulation.deadlines import deadlines_of


class KpiPeriod(models.Model):
    """A month of an agency, with the last days on which each step may be taken."""

    _name = "kpi.period"
    _description = "Evaluation Month"
    _inherit = ["kpi.fixed.mixin"]
    _order = "date_start desc, company_id"

    FIXED_FIELDS = ("company_id", "opening_left", "opened_on", "gaps_found_on")

    name = fields.Char(compute="_compute_name", store=True)
    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        required=True,
        index=True,
        default=lambda self: self.env.company,
    )
    date_start = fields.Date(
        string="First day",
        required=True,
        default=lambda self: self.env["kpi.regulation.clause"]._today().replace(day=1),
    )
    date_end = fields.Date(
        string="Last day",
        compute="_compute_date_end",
        store=True,
        readonly=False,
        required=True,
        precompute=True,
    )
    self_assessment_until = fields.Date(compute="_compute_deadlines")
    opinion_until = fields.Date(compute="_compute_deadlines")
    decision_until = fields.Date(compute="_compute_deadlines")
    publication_until = fields.Date(compute="_compute_deadlines")

    _unique_month = models.Constraint(
        "UNIQUE (company_id, date_start)", "The agency already has this month."
    )

    @api.depends("date_start")
    def _compute_name(self):
        for period in self:
            period.name = period.date_start and f"{period.date_start:%m/%Y}"

    @api.depends("date_start")
    def _compute_date_end(self):
        for period in self:
            period.date_end = period.date_start and (
                period.date_start + relativedelta(day=31)
            )

    @api.depends("date_start", "company_id")
    def _compute_deadlines(self):
        for period in self:
            deadlines = period.date_start and deadlines_of(
                period.date_start, period._rulebook()
            )
            period.self_assessment_until = deadlines and deadlines.self_assessment
            period.opinion_until = deadlines and deadlines.opinion
            period.decision_until = deadlines and deadlines.decision
            period.publication_until = deadlines and deadlines.publication

    @api.constrains("date_start", "date_end")
    def _check_whole_month(self):
        for period in self:
            first = period.date_start + relativedelta(day=1)
            last = period.date_start + relativedelta(day=31)
            if (period.date_start, period.date_end) != (first, last):
                raise ValidationError(
                    self.env._(
                        "An evaluation period is a whole month, from its first day to "
                        "its last (Điều 16)."
                    )
                )
            period._rulebook()  # refuses a month before the Regulation

    def _rulebook(self):
        """The rules that the month is judged by: those in force on its first day."""
        self.ensure_one()
        return self.env["kpi.regulation.clause"]._rulebook(
            self.date_start, self.company_id
        )

    def _month_before(self):
        """The first day of the month before."""
        self.ensure_one()
        return self.date_start - relativedelta(months=1)
