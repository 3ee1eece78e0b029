from odoo import api, fields, models
from odoo.fields import Domain

from ..base.paper_text import plain
from ..sheet.kpi_appraisal import GRADES


class KpiAppraisal(models.Model):
    """What whoever judges a unit wants to see of everyone in one list (Điều 16)."""

    _inherit = "kpi.appraisal"

    fault_total = fields.Integer(compute="_compute_work_overview", string="Faults")
    late_total = fields.Integer(compute="_compute_work_overview", string="Times late")
    previous_grade = fields.Selection(
        GRADES, compute="_compute_previous", string="Last month"
    )
    previous_change = fields.Float(
        string="Against last month", compute="_compute_previous", digits=(16, 2)
    )
    exceptions = fields.Char(
        string="To look at",
        compute="_compute_exceptions",
        help="What differs, is missing, or stands out.",
    )

    @api.depends("employee_id", "period_id")
    def _compute_work_overview(self):
        # sudo: whoever reads the sheet reads these counts on its task table too
        work = self.env["kpi.assignment"].sudo()
        groups = work._read_group(
            [
                ("employee_id", "in", self.employee_id.ids),
                ("period_id", "in", self.period_id.ids),
            ],
            ["employee_id", "period_id"],
            ["fault_count:sum", "late_count:sum"],
        )
        counts = {(person.id, period.id): sums for person, period, *sums in groups}
        for sheet in self:
            key = sheet.employee_id.id, sheet.period_id.id
            sheet.fault_total, sheet.late_total = counts.get(key, (0, 0))

    @api.depends("employee_id", "period_id", "total_score")
    def _compute_previous(self):
        previous = self._previous_sheets()
        for sheet in self:
            before = previous.get(sheet)
            sheet.previous_grade = before and before.grade
            is_known = before and before.grade and sheet.is_scorable
            sheet.previous_change = (
                is_known and sheet.total_score - before.total_score or 0
            )

    def _previous_sheets(self):
        """{sheet: the person's published sheet of the month before}, where readable."""
        wanted = {
            (sheet.employee_id.id, sheet.period_id._month_before()): sheet
            for sheet in self
        }
        found = self.search_fetch(
            Domain("employee_id", "in", self.employee_id.ids)
            & Domain("period_id.date_start", "in", [day for _one, day in wanted])
            & Domain("state", "=", "published"),
            ["employee_id", "period_id", "grade", "total_score"],
        )
        found.period_id.fetch(["date_start"])
        return {
            wanted[key]: one
            for one in found
            if (key := (one.employee_id.id, one.period_id.date_start)) in wanted
        }

    @api.depends("is_scorable", "self_grade", "system_grade", "grade", "proposed_grade")
    def _compute_exceptions(self):
        for sheet in self:
            sheet.exceptions = " · ".join(filter(None, sheet._exceptions()))

    def _exceptions(self):
        """What stands out on this sheet, in a few words each."""
        self.ensure_one()
        if not self.is_scorable:
            yield "; ".join(self._missing_sentences())
            return
        if self.self_grade and self.self_grade != self.system_grade:
            yield self.env._(
                "self-assessed %(own)s, by points %(points)s",
                own=self.self_grade.upper(),
                points=self.system_grade.upper(),
            )
        given = self.grade or self.proposed_grade
        if given and given != self.system_grade:
            yield self.env._(
                "proposed %(given)s, by points %(points)s",
                given=given.upper(),
                points=self.system_grade.upper(),
            )
        maximum = sum(self.criterion_ids.mapped("max_points"))
        if maximum and self.general_score >= maximum:
            yield self.env._("full general points %(points)s", points=plain(maximum))
        if self.sent_back_reason:
            yield self.env._("given back: %(reason)s", reason=self.sent_back_reason)
