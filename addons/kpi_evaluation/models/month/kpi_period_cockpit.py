from odoo import api, fields, models
from odoo.fields import Domain

from ..base.portal_text import shown_date
from .due_steps import DUE_STEPS, STEP_LABELS

# The states of a sheet in the order of the process; a step is done behind its own.
ORDER = [*(due.state for due in DUE_STEPS.values()), "published"]


class KpiPeriod(models.Model):
    """How far a month has come: days left, sheets done and late (Điều 16)."""

    _inherit = "kpi.period"

    step_table = fields.Html(
        string="Steps of the month",
        compute="_compute_step_table",
        sanitize=False,
        groups="kpi_evaluation.group_hr",
    )
    late_count = fields.Integer(
        compute="_compute_late_count", groups="kpi_evaluation.group_hr"
    )
    external_count = fields.Integer(
        string="Judged elsewhere",
        compute="_compute_external_count",
        groups="kpi_evaluation.group_hr",
    )
    external_left = fields.Integer(
        string="Results not recorded yet",
        compute="_compute_external_count",
        groups="kpi_evaluation.group_hr",
    )
    next_step = fields.Char(compute="_compute_next_step")
    next_pressure = fields.Char(compute="_compute_next_step")

    @api.depends("date_start", "company_id")
    def _compute_next_step(self):
        today = self.env["kpi.regulation.clause"]._today()
        for period in self:
            coming = [
                (label, period[DUE_STEPS[step].until])
                for step, label in self._step_labels()
                if period.date_start and period[DUE_STEPS[step].until] >= today
            ]
            label, day = coming[0] if coming else ("", False)
            words = day and period._countdown(day)
            period.next_step = words and f"{label}: {words['text']}"
            period.next_pressure = words and words["pressure"]

    @api.model
    def _step_labels(self):
        steps = self.env["kpi.reminder"]._fields["step"]
        labels = dict(steps._description_selection(self.env))
        return [(step, labels[step]) for step, _source in STEP_LABELS]

    def _compute_late_count(self):
        sheets = self.env["kpi.appraisal"]
        groups = sheets._read_group(
            Domain("period_id", "in", self.ids) & sheets._late_or_overdue(),
            ["period_id"],
            ["__count"],
        )
        counts = dict(groups)
        for period in self:
            period.late_count = counts.get(period, 0)

    def _compute_external_count(self):
        groups = self.env["kpi.appraisal"]._read_group(
            [("period_id", "in", self.ids), ("is_external", "=", True)],
            ["period_id", "grade"],
            ["__count"],
        )
        for period in self:
            own = [(grade, n) for one, grade, n in groups if one == period]
            period.external_count = sum(n for _grade, n in own)
            period.external_left = sum(n for grade, n in own if not grade)

    def _compute_step_table(self):
        states = self._counts(["state"], [])
        late = {
            step: self._counts(
                [], [(due.late, "=", True), ("state", "in", self._states_after(due))]
            )
            for step, due in DUE_STEPS.items()
        }
        for period in self:
            by_state = {one: states.get((period, one), 0) for one in ORDER}
            rows = [
                period._step_row(step, label, by_state, late[step].get((period,), 0))
                for step, label in self._step_labels()
            ]
            period.step_table = self.env["ir.qweb"]._render(
                "kpi_evaluation.period_step_table", {"rows": rows}
            )

    def _counts(self, groupby, domain):
        """{(month, …): number of sheets that are judged here}."""
        # sudo: numbers of sheets by state tell the officer of no single sheet
        sheets = self.env["kpi.appraisal"].sudo()
        groups = sheets._read_group(
            [
                ("period_id", "in", self.ids),
                ("state", "in", ORDER),
                ("is_external", "=", False),
                *domain,
            ],
            ["period_id", *groupby],
            ["__count"],
        )
        return {tuple(keys): count for *keys, count in groups}

    @api.model
    def _states_after(self, due):
        return ORDER[ORDER.index(due.state) + 1 :]

    def _step_row(self, step, label, by_state, late):
        self.ensure_one()
        due = DUE_STEPS[step]
        done = sum(by_state[one] for one in self._states_after(due))
        total = sum(by_state.values())
        until = self[due.until]
        return {
            "label": label,
            "clause": due.clause,
            "last_day": shown_date(until),
            "countdown": until and self._countdown(until),
            "done": done,
            "total": total,
            "is_done": total and done == total,
            "percent": total and 100 * done // total,
            "late": late,
        }

    def action_open_late(self):
        """The sheets of this month with a late or overdue step."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "kpi_evaluation.kpi_appraisal_late_action"
        )
        action["context"] = {"search_default_period_id": self.id}
        return action
