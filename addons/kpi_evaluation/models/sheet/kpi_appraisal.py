from odoo import api, fields, models
from odoo.exceptions import UserError

from ..base.names import joined
from ..organisation.hr_version import POSITION_CATEGORIES

GRADES = [
    ("a", "A – Excellent"),
    ("b", "B – Good"),
    ("c", "C – Completed"),
    ("d", "D – Not completed"),
]
LEVELS = [("full", "Fully met"), ("reduced", "With shortcomings")]


class KpiAppraisal(models.Model):
    """One person's sheet of one month (Điều 14, 18.1).

    Who the person is, what unit they work in, which form and which evaluator judge
    them is copied when the sheet is opened; what happens later rewrites nothing.
    """

    _name = "kpi.appraisal"
    _description = "Monthly Appraisal"
    _inherit = ["kpi.workflow.mixin", "mail.thread"]
    _order = "period_id, department_name, employee_name, id"
    _rec_names_search = ["employee_name", "period_id.name"]

    # The employee sees the sheet itself only in these; between them the evaluator's
    # side is being made and nothing of it leaves the server.
    STATES_SHOWN_TO_EMPLOYEE = ("draft", "published")
    OPEN_STATES = ("draft", "self_assessed")
    OWN_FIELDS = ("self_strengths", "self_weaknesses", "self_grade")
    OPINION_FIELDS = (
        "evaluator_comment",
        "organising_level",
        "organising_reason",
        "unity_level",
        "unity_reason",
        "proposed_grade",
        "grade_reason",
        "criterion_ids",
        "support_quality",
        "support_compliance",
        "support_effectiveness",
        "support_quality_given",
        "support_compliance_given",
        "support_effectiveness_given",
    )

    employee_id = fields.Many2one(
        "hr.employee", required=True, index=True, ondelete="restrict"
    )
    employee_user_id = fields.Many2one(
        related="employee_id.user_id", store=True, index=True, string="Employee's user"
    )
    period_id = fields.Many2one(
        "kpi.period", string="Month", required=True, index=True, ondelete="restrict"
    )
    company_id = fields.Many2one(related="period_id.company_id", store=True, index=True)
    employee_name = fields.Char(string="Full name", readonly=True)
    job_title = fields.Char(readonly=True)
    department_id = fields.Many2one("hr.department", readonly=True, ondelete="restrict")
    department_name = fields.Char(string="Unit", readonly=True)
    position_category = fields.Selection(
        POSITION_CATEGORIES, string="Category", readonly=True
    )
    task_group_id = fields.Many2one(
        "kpi.task.group",
        string="Group of similar tasks",
        readonly=True,
        ondelete="restrict",
    )
    form_id = fields.Many2one("kpi.form", readonly=True, ondelete="restrict")
    state = fields.Selection(
        [
            ("draft", "Self-assessment"),
            ("self_assessed", "Waiting for opinion"),
            ("reviewed", "Waiting for decision"),
            ("decided", "Decided"),
            ("published", "Published"),
            ("exempt", "Not evaluated"),
            ("annulled", "Annulled"),
        ],
        default="draft",
        required=True,
        tracking=True,
    )
    criterion_ids = fields.One2many("kpi.appraisal.criterion", "appraisal_id")

    self_strengths = fields.Text(string="Strengths")
    self_weaknesses = fields.Text(string="Weaknesses")
    self_total_score = fields.Float(
        string="Self-assessed total", digits=(16, 2), readonly=True, aggregator=None
    )
    self_grade = fields.Selection(GRADES, string="Self-assessed class")
    self_assessed_on = fields.Datetime(readonly=True)
    return_reason = fields.Text(readonly=True)

    evaluator_comment = fields.Text(string="Evaluator's opinion")
    organising_level = fields.Selection(
        LEVELS,
        string="Organising the work (đ)",
        help="Điều 12.3.b; chosen by the evaluator, never by default.",
    )
    organising_reason = fields.Text(string="Reason for đ")
    unity_level = fields.Selection(
        LEVELS,
        string="Unity of the unit (e)",
        help="Điều 12.3.c; chosen by the evaluator, never by default.",
    )
    unity_reason = fields.Text(string="Reason for e")
    proposed_grade = fields.Selection(GRADES, tracking=True)
    grade_reason = fields.Text(string="Reason for another class", tracking=True)
    grade = fields.Selection(GRADES, string="Class", readonly=True, tracking=True)
    reviewed_on = fields.Datetime(readonly=True)
    decided_on = fields.Datetime(readonly=True)
    decided_by_id = fields.Many2one(
        "res.users", string="Decided by", readonly=True, ondelete="restrict"
    )
    published_on = fields.Datetime(readonly=True)

    _one_sheet_a_month = models.UniqueIndex(
        "(employee_id, period_id) WHERE state != 'annulled'",
        "This person already has a sheet for this month.",
    )

    @api.depends("employee_name", "period_id.name")
    def _compute_display_name(self):
        for sheet in self:
            sheet.display_name = joined(sheet.employee_name, sheet.period_id.name)

    @api.model_create_multi
    def create(self, vals_list):
        by_period = {}
        for vals in filter(lambda one: not one.get("supersedes_id"), vals_list):
            by_period.setdefault(vals["period_id"], []).append(vals["employee_id"])
        snapshots = {}
        for period_id, employee_ids in by_period.items():
            period = self.env["kpi.period"].browse(period_id)
            employees = self.env["hr.employee"].browse(employee_ids)
            for employee, snapshot in self._copies(period, employees).items():
                snapshots[period_id, employee.id] = snapshot
        sheets = super().create(
            [
                snapshots.get((vals["period_id"], vals["employee_id"]), {}) | vals
                for vals in vals_list
            ]
        )
        self.env["kpi.appraisal.criterion"]._copy_forms(sheets)
        return sheets

    @api.model
    def _snapshots(self, period, employees, day):
        """{employee: what is copied onto the sheet, as it stands on a day}."""
        # sudo: opening copies what the opener may not read of hr.employee
        employees = employees.sudo()
        versions = employees._versions_on(day)
        # sudo: the forms in force hold for everybody
        forms = (
            self.env["kpi.form"].sudo()._in_force(period.date_start, period.company_id)
        )
        snapshots = {}
        for employee in employees:
            version = versions[employee]
            form = forms.get(version.kpi_position_category, self.env["kpi.form"])
            snapshots[employee] = {
                "employee_name": employee.name,
                "job_title": version.job_title,
                "department_id": version.department_id.id,
                "department_name": version.department_id.name,
                "position_category": version.kpi_position_category,
                "task_group_id": version.kpi_task_group_id.id,
                "form_id": form.id,
            }
        return snapshots

    def write(self, vals):
        """Let through only what the current step lets the current user edit.

        Not even trusted code writes past this guard; the steps themselves go through
        ``_take``, computed scores through the ORM's recomputation.
        """
        for name in vals:
            step = self._step_that_edits(name)
            if step:
                self._check_step(step)
        return super().write(vals)

    def _set_copied(self, values):
        """Write past the guard what the sheet copies, for a step already allowed."""
        return super().write(values)

    def _step_that_edits(self, name):
        if name in self.OPINION_FIELDS:
            return "give_opinion"
        if name.startswith(("message_", "activity_", "website_message_")):
            return None
        raise UserError(
            self.env._(
                "“%(field)s” of a sheet is not edited by hand: it is copied, computed "
                "or set by a step.",
                field=self._fields[name]._description_string(self.env),
            )
        )

    @api.ondelete(at_uninstall=False)
    def _unlink_only_untouched(self):
        if not all(sheet._is_untouched() for sheet in self):
            raise UserError(
                self.env._(
                    "A sheet that somebody has worked on is never deleted (Điều 18); "
                    "it is annulled with a reason (Điều 6.8)."
                )
            )

    def _is_untouched(self):
        words = self.self_strengths or self.self_weaknesses or self.return_reason
        given = any(self.criterion_ids.mapped("self_given"))
        return self.state == "draft" and not words and not given
