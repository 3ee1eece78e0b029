from odoo import api, fields, models

from ..base.names import joined


class KpiIncomeRun(models.Model):
    """The additional income of a unit for a month, by the classes published (Điều 17).

    Counted as often as one likes while it is a draft; once approved nothing changes.
    Whose class is not published yet gets nothing and is named with the reason.
    """

    _name = "kpi.income.run"
    _description = "Additional Income of a Month"
    _inherit = ["kpi.standing.mixin", "kpi.fixed.mixin", "mail.thread"]
    _order = "period_id desc, department_id, id"

    TRANSITIONS = {
        "count": (("draft",), None),
        "approve": (("draft",), "approved"),
    }
    FIXED_FIELDS = ("period_id", "department_id")

    period_id = fields.Many2one(
        "kpi.period", string="Month", required=True, index=True, ondelete="restrict"
    )
    company_id = fields.Many2one(related="period_id.company_id", store=True, index=True)
    currency_id = fields.Many2one(related="company_id.currency_id")
    department_id = fields.Many2one(
        "hr.department",
        string="Unit",
        ondelete="restrict",
        help="With the units below it. Empty: the whole agency.",
    )
    unit_name = fields.Char(string="Whose", compute="_compute_unit_name")
    scale_id = fields.Many2one(
        "kpi.income.scale",
        compute="_compute_scale_id",
        store=True,
        precompute=True,
        ondelete="restrict",
        help="The one in force on the first day of the month.",
    )
    method = fields.Selection(related="scale_id.method")
    fund = fields.Monetary(tracking=True, help="To be shared, where the scale says so.")
    line_ids = fields.One2many("kpi.income.line", "run_id", readonly=True)
    total = fields.Monetary("Total amount", compute="_compute_total", store=True)
    left_over = fields.Monetary(
        compute="_compute_total", store=True, help="Of the fund, with all at the most."
    )
    state = fields.Selection(
        [("draft", "Draft"), ("approved", "Approved")],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        tracking=True,
    )
    may_count = fields.Boolean(compute="_compute_may")
    may_approve = fields.Boolean(compute="_compute_may")

    _one_a_unit = models.UniqueIndex(
        "(period_id, COALESCE(department_id, 0))",
        "This unit already has a list for the month.",
    )

    @api.depends("period_id", "department_id")
    def _compute_unit_name(self):
        for run in self:
            run.unit_name = run.department_id.name or run.company_id.name or ""

    @api.depends("period_id", "unit_name")
    def _compute_display_name(self):
        for run in self:
            run.display_name = joined(run.unit_name, run.period_id.name)

    @api.depends("period_id")
    def _compute_scale_id(self):
        scales = self.env["kpi.income.scale"]
        for run in self:
            run.scale_id = run.period_id and scales._in_force(
                run.period_id.company_id, run.period_id.date_start
            )

    @api.depends("line_ids.amount", "fund")
    def _compute_total(self):
        for run in self:
            run.total = sum(run.line_ids.mapped("amount"))
            run.left_over = run.fund - run.total if run.method == "fund" else 0

    @api.depends_context("uid")
    @api.depends("state", "line_ids", "fund")
    def _compute_may(self):
        for step in ("count", "approve"):
            reasons = self._reasons_against(step)
            for run in self:
                run[f"may_{step}"] = not reasons[run]

    def _reasons_of_step(self, step):
        if not self.env.user.has_group("kpi_evaluation.group_hr"):
            refusal = self.env._("Only the HR officer of the agency takes this step.")
            return dict.fromkeys(self, refusal)
        return {
            run: run._reason_against_counting()
            or (step == "approve" and run._reason_against_approval())
            or ""
            for run in self
        }

    def _reason_against_counting(self):
        if not self.scale_id:
            return self.env._(
                "No scale of additional income is in force in %(month)s; add and "
                "approve one first (Điều 17).",
                month=self.period_id.name,
            )
        if self.method == "fund" and self.fund <= 0:
            return self.env._("Type the fund that is to be shared (Điều 17).")
        return ""

    def _reason_against_approval(self):
        if not self.line_ids:
            return self.env._("Count the list before it is approved.")
        if self._is_stale():
            return self.env._(
                "Classes were published or annulled since the list was counted; count "
                "it again (Điều 17.3)."
            )
        return ""

    def action_approve(self):
        """Approve the list as counted; nothing of it changes afterwards."""
        return self._take("approve")

    def _sentence_of_frozen(self):
        return self.env._("An approved list no longer changes (Điều 17).")

    def _sentence_of_kept(self):
        return self.env._("An approved list is kept (Điều 17).")
