from dateutil.relativedelta import MO, SU, relativedelta

from odoo import api, fields, models
from odoo.exceptions import UserError


class KpiSchedulePrint(models.TransientModel):
    """Which week of whose schedule is printed (Điều 2.1, 16 step 1)."""

    _name = "kpi.schedule.print"
    _description = "Printing a Weekly Schedule"

    day = fields.Date(
        "Week of",
        required=True,
        default=lambda self: self.env["kpi.regulation.clause"]._today(),
        help="Any day of the week, from Monday to Sunday.",
    )
    date_start = fields.Date("Monday", compute="_compute_week")
    date_end = fields.Date("Sunday", compute="_compute_week")
    scope = fields.Selection(
        [
            ("person", "One person"),
            ("people", "A sheet for each person of a unit"),
            ("unit", "One sheet for a unit"),
        ],
        string="Print",
        default="person",
        required=True,
    )
    employee_id = fields.Many2one(
        "hr.employee",
        string="Person",
        default=lambda self: self.env["kpi.schedule.entry"]._own_employee(),
        ondelete="cascade",
    )
    department_id = fields.Many2one("hr.department", "Unit", ondelete="cascade")
    kind = fields.Selection(
        [("planned", "The schedule"), ("log", "What was logged"), ("all", "Both")],
        string="What",
        default="planned",
        required=True,
    )

    @api.depends("day")
    def _compute_week(self):
        for one in self:
            one.date_start = one.day and one.day + relativedelta(weekday=MO(-1))
            one.date_end = one.day and one.day + relativedelta(weekday=SU)

    def action_print(self):
        """Print the week as PDF: one's own, a unit's, or of people one leads."""
        self.ensure_one()
        if self.scope == "person" and not self.employee_id:
            raise UserError(self.env._("Choose the person whose week is printed."))
        if self.scope != "person" and not self.department_id:
            raise UserError(self.env._("Choose the unit whose week is printed."))
        report = self.env.ref("kpi_evaluation.kpi_schedule_report")
        return report.report_action(self, config=False)
