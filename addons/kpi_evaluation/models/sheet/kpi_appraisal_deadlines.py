from datetime import timezone

from odoo import api, fields, models
from odoo.fields import Domain

from ...regulation.deadlines import is_late
from ..base.portal_text import shown_date
from ..month.due_steps import DUE_STEPS, STEP_AFTER


class KpiAppraisal(models.Model):
    """The last days of a sheet's steps: counted down, and lateness recorded (Điều 16).

    A step is late when it is taken after its last day is over in Viet Nam. Handing in
    again what the evaluator has given back is as punctual as the first time.
    """

    _inherit = "kpi.appraisal"

    self_late = fields.Boolean(string="Late self-assessment", readonly=True)
    opinion_late = fields.Boolean(string="Late opinion", readonly=True)
    decision_late = fields.Boolean(string="Late decision", readonly=True)
    publication_late = fields.Boolean(string="Late publication", readonly=True)
    late_words = fields.Char(string="Late steps", compute="_compute_late_words")
    due_on = fields.Date(string="Last day", compute="_compute_due")
    due_text = fields.Char(string="Next step", compute="_compute_due")
    due_pressure = fields.Char(compute="_compute_due")
    is_overdue = fields.Boolean(
        string="Overdue", compute="_compute_due", search="_search_is_overdue"
    )

    @api.depends("self_late", "opinion_late", "decision_late", "publication_late")
    def _compute_late_words(self):
        for sheet in self:
            late = [due.late for due in DUE_STEPS.values() if sheet[due.late]]
            labels = [self._fields[name]._description_string(self.env) for name in late]
            sheet.late_words = ", ".join(labels)

    @api.depends("state", "is_external", "extended_until", "period_id.date_start")
    def _compute_due(self):
        for sheet in self:
            step = not sheet.is_external and STEP_AFTER.get(sheet.state)
            due = step and sheet._last_day(step)
            words = due and sheet.period_id._countdown(due)
            sheet.due_on = due
            sheet.due_text = words and words["text"]
            sheet.due_pressure = words and words["pressure"]
            sheet.is_overdue = words and words["pressure"] == "danger"

    @api.model
    def _search_is_overdue(self, operator, value):
        if operator != "in":
            return NotImplemented
        return self._overdue() if True in value else ~self._overdue()

    @api.model
    def _overdue(self):
        """The sheets whose next step should have been taken before today."""
        today = self.env["kpi.regulation.clause"]._today()
        groups = self._read_group(
            [("state", "in", list(STEP_AFTER))], ["state"], ["period_id:recordset"]
        )
        late = Domain.FALSE
        for state, periods in groups:
            until = DUE_STEPS[STEP_AFTER[state]].until
            over = periods.filtered(lambda one, day=until: one[day] < today)
            late |= Domain("state", "=", state) & Domain("period_id", "in", over.ids)
        extended = Domain("extended_until", ">=", today)
        return late & ~extended & Domain("is_external", "=", False)

    @api.model
    def _late_or_overdue(self):
        """The sheets with a step that was taken late or is still to be taken."""
        late = Domain.OR(Domain(due.late, "=", True) for due in DUE_STEPS.values())
        return late | self._overdue()

    def _last_day(self, step):
        """The last day on which a step may be taken in time, extension included."""
        self.ensure_one()
        usual = self.period_id[DUE_STEPS[step].until]
        return max(usual, self.extended_until or usual)

    def _due_until(self, step, day):
        """Those of the sheets that wait for a step with its last day up to a day."""
        state = DUE_STEPS[step].state
        waiting = self.filtered(lambda sheet: sheet.state == state)
        return waiting.filtered(lambda sheet: sheet._last_day(step) <= day)

    def _is_late(self, step, moment):
        """Whether taking a step at a moment (naive, in UTC) is late."""
        self.ensure_one()
        if step == "self_assess" and self.self_assessed_on:
            return self.self_late
        return is_late(moment.replace(tzinfo=timezone.utc), self._last_day(step))

    def _reasons_of_step(self, step):
        reasons = super()._reasons_of_step(step)
        if step in DUE_STEPS:
            now = fields.Datetime.now()
            for sheet in self:
                reasons[sheet] = reasons[sheet] or sheet._reason_of_closing(step, now)
        return reasons

    def _reason_of_closing(self, step, now):
        """Why a step after its last day is closed, where the agency has it so."""
        rules = self.period_id._rulebook()
        if rules.late_steps == "allowed" or not self._is_late(step, now):
            return ""
        return self.env._(
            "The last day for this step on the sheet of %(person)s was %(day)s "
            "(%(clause)s). The HR officer may extend it for this sheet, with a reason.",
            person=self.employee_name,
            day=shown_date(self._last_day(step)),
            clause=DUE_STEPS[step].clause,
        )

    def _take(self, step, values=None):
        due = DUE_STEPS.get(step)
        if not due:
            return super()._take(step, values)
        moment = (values or {}).get(due.taken_on) or fields.Datetime.now()
        for late, sheets in self.grouped(lambda s: s._is_late(step, moment)).items():
            recorded = dict(values or {}) | {due.late: late}
            super(KpiAppraisal, sheets)._take(step, recorded)
        return True
