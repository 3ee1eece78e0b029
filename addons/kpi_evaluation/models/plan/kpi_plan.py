from odoo import api, fields, models
from odoo.exceptions import UserError

from ...regulation.values import exact
from .plan_span import first_day, last_day


class KpiPlan(models.Model):
    """What a unit sets out to do in a year, quarter or month, a person in a month.

    Each draws from the one above it (Điều 2.1, 15.1.a). Whose plan it is and for when
    is given once; names and titles are copied. What is approved stands still.
    """

    _name = "kpi.plan"
    _description = "Work Plan"
    _inherit = ["kpi.workflow.mixin", "kpi.typed.mixin", "mail.thread"]
    _order = "date_start desc, department_name, employee_name, id"
    _rec_names_search = ["employee_name", "department_name", "period_id.name"]
    _mail_post_access = "read"

    GIVEN_FIELDS = (
        "scope",
        "span",
        "employee_id",
        "department_id",
        "period_id",
        "date_start",
    )
    EDITED_FIELDS = ("line_ids", "note")

    scope = fields.Selection(
        [("unit", "Unit"), ("person", "Person")], string="Plan of", required=True
    )
    span = fields.Selection(
        [("year", "Year"), ("quarter", "Quarter"), ("month", "Month")],
        default="month",
        required=True,
    )
    employee_id = fields.Many2one("hr.employee", ondelete="restrict")
    employee_user_id = fields.Many2one(
        related="employee_id.user_id", store=True, index=True, string="Employee's user"
    )
    department_id = fields.Many2one("hr.department", "Unit", ondelete="restrict")
    company_id = fields.Many2one(
        "res.company", "Agency", required=True, readonly=True, ondelete="restrict"
    )
    period_id = fields.Many2one("kpi.period", "Month", ondelete="restrict", index=True)
    date_start = fields.Date("First day", required=True)
    date_end = fields.Date("Last day", required=True, readonly=True)
    employee_name = fields.Char("Full name", readonly=True)
    job_title = fields.Char(readonly=True)
    department_name = fields.Char("Unit's name", readonly=True)
    state = fields.Selection(
        [("draft", "Draft"), ("submitted", "Submitted"), ("approved", "Approved")],
        default="draft",
        required=True,
        tracking=True,
        group_expand=True,
    )
    note = fields.Text(help="Aims and main points of the plan.")
    line_ids = fields.One2many("kpi.plan.line", "plan_id", string="Work")
    line_count = fields.Integer("Items", compute="_compute_totals")
    worth = fields.Float(
        "Standard products",
        compute="_compute_totals",
        digits=(16, 4),
        help="Quantity × coefficient of all that is planned (Điều 15.1.b).",
    )
    return_reason = fields.Text(readonly=True, tracking=True)
    submitted_on = fields.Datetime("Submitted at", readonly=True)
    submitted_by_id = fields.Many2one(
        "res.users", "Submitted by", readonly=True, ondelete="restrict"
    )
    approved_on = fields.Datetime("Approved at", readonly=True)
    approved_by_id = fields.Many2one(
        "res.users",
        "Approved by",
        readonly=True,
        ondelete="restrict",
        index="btree_not_null",
    )

    _one_of_a_person = models.UniqueIndex(
        "(employee_id, period_id) WHERE employee_id IS NOT NULL",
        "This person already has a plan for this month (Điều 2.1).",
    )
    _one_of_a_unit = models.UniqueIndex(
        "(department_id, span, date_start) WHERE employee_id IS NULL",
        "This unit already has a plan for this time (Điều 2.1).",
    )
    _whose_is_clear = models.Constraint(
        "CHECK ((scope = 'person') = (employee_id IS NOT NULL)"
        " AND (scope = 'person' OR department_id IS NOT NULL)"
        " AND (scope = 'unit' OR span = 'month')"
        " AND (span = 'month') = (period_id IS NOT NULL))",
        "A plan is of a unit, or of a person for a month (Điều 2.1).",
    )
    _of_an_agency = models.Index("(company_id, date_start)")

    @api.depends("line_ids.worth")
    def _compute_totals(self):
        for plan in self:
            plan.line_count = len(plan.line_ids)
            plan.worth = float(sum(exact(line.worth) for line in plan.line_ids))

    @api.depends("employee_name", "department_name", "span", "date_start")
    def _compute_display_name(self):
        for plan in self:
            whose = plan.employee_name or plan.department_name
            plan.display_name = f"{whose} – {plan._when()}" if whose else ""

    def _when(self):
        """The time of the plan in a few letters."""
        self.ensure_one()
        if not self.date_start:
            return ""
        if self.span == "year":
            return f"{self.date_start:%Y}"
        if self.span == "month":
            return f"{self.date_start:%m/%Y}"
        quarter = self.date_end.month // 3
        return self.env._(
            "quarter %(quarter)s/%(year)s", quarter=quarter, year=self.date_start.year
        )

    @api.model_create_multi
    def create(self, vals_list):
        self._check_typed(vals_list)
        if not self.env.su:
            typed = {*self.GIVEN_FIELDS, *self.EDITED_FIELDS}
            for name in set().union(*vals_list) - typed:
                self._refuse_by_hand(name)
        return super().create(self._placed(vals_list))

    def write(self, vals):
        """Let through only what a draft lets its maker edit; steps go by ``_take``."""
        for name in vals:
            if name in self.EDITED_FIELDS:
                self._check_step("edit")
            elif not name.startswith(("message_", "activity_", "website_message_")):
                if name == self.STATE_FIELD:
                    continue  # the workflow says why not
                self._refuse_by_hand(name)
        return super().write(vals)

    def _refuse_by_hand(self, name):
        raise UserError(
            self.env._(
                "“%(field)s” of a plan is given once, copied or set by a step; it is "
                "not edited by hand.",
                field=self._fields[name]._description_string(self.env)
                if name in self._fields
                else name,
            )
        )

    def _set_start(self, vals):
        """The first day of the plan's time, and its month where it is of a month."""
        # sudo: the month may be of an agency that is hidden
        periods = self.env["kpi.period"].sudo()
        span = vals.get("span") or "month"
        if span != "month":
            vals["period_id"] = False
            day = fields.Date.to_date(vals.get("date_start"))
        else:
            day = periods.browse(vals.get("period_id") or ()).date_start
        if not day:
            raise UserError(
                self.env._(
                    "Say for which month the plan is; the HR officer makes the months "
                    "(Điều 16). A quarter or a year needs one of its days."
                )
            )
        vals["span"], vals["date_start"] = span, first_day(span, day)
        vals["date_end"] = last_day(span, vals["date_start"])

    @api.ondelete(at_uninstall=False)
    def _unlink_only_drafts(self):
        if any(plan.submitted_on for plan in self):
            raise UserError(
                self.env._("A plan that was once submitted is kept (Điều 18.3).")
            )
