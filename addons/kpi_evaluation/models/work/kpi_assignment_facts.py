from odoo import api, fields, models
from odoo.exceptions import UserError


class KpiAssignment(models.Model):
    """Assignments are the facts of a sheet: they change its score while it is open,
    and stand still once it is reviewed."""

    _inherit = "kpi.assignment"

    closed_reason = fields.Char(
        compute="_compute_closed_reason", help="Why the facts no longer change."
    )

    @api.depends("employee_id", "period_id")
    def _compute_closed_reason(self):
        reasons = self._origin._reasons_against_changing_facts()
        for assignment in self:
            assignment.closed_reason = reasons.get(assignment._origin, "")

    def _month_pairs(self):
        return {(one.employee_id.id, one.period_id.id) for one in self}

    def _reasons_against_changing_facts(self):
        reasons = super()._reasons_against_changing_facts()
        sheets = self.env["kpi.appraisal"]._sheets_of(self._month_pairs())
        closed = {
            (sheet.employee_id.id, sheet.period_id.id): sheet
            for sheet in sheets
            if sheet.state not in sheet.OPEN_STATES
        }
        for one in self:
            sheet = closed.get((one.employee_id.id, one.period_id.id))
            if sheet:
                reasons[one] = self.env._(
                    "The month %(month)s of %(person)s is already judged; its work no "
                    "longer changes (Điều 16).",
                    month=one.period_id.name,
                    person=sheet.employee_name,
                )
        return reasons

    def _reasons_against_planning(self):
        """{assignment: why work is no longer given, changed or taken away, or ""}.

        The plan stands from the self-assessment on; hand-ins and verdicts go on.
        """
        reasons = self._reasons_against_changing_facts()
        sheets = self.env["kpi.appraisal"]._sheets_of(self._month_pairs())
        assessed = {
            (sheet.employee_id.id, sheet.period_id.id): sheet
            for sheet in sheets
            if sheet.state != "draft"
        }
        for one in self:
            sheet = assessed.get((one.employee_id.id, one.period_id.id))
            if sheet and not reasons[one]:
                reasons[one] = self.env._(
                    "%(person)s has already assessed the month %(month)s. Give the "
                    "sheet back with a reason before the assigned work changes "
                    "(Điều 16).",
                    person=sheet.employee_name,
                    month=sheet.period_id.name,
                )
        return reasons

    def _check_plan_open(self):
        for reason in self._reasons_against_planning().values():
            if reason:
                raise UserError(reason)

    def _refresh_sheets(self):
        sheets = self.env["kpi.appraisal"]._sheets_of(self._month_pairs())
        (sheets | sheets._leaders_above())._recompute_scores()

    @api.model_create_multi
    def create(self, vals_list):
        assignments = super().create(vals_list)
        assignments._check_plan_open()
        assignments._refresh_sheets()
        return assignments

    def write(self, vals):
        self._check_plan_open()
        written = super().write(vals)
        self._refresh_sheets()
        return written

    def unlink(self):
        self._check_plan_open()
        sheets = self.env["kpi.appraisal"]._sheets_of(self._month_pairs())
        unlinked = super().unlink()
        (sheets | sheets._leaders_above())._recompute_scores()
        return unlinked
