from odoo import api, fields, models


class KpiCountersMixin(models.AbstractModel):
    """How a person's work stands, on their record, for whoever may read that work.

    Everything is counted as the reader: what the record rules hide is not counted.
    """

    _name = "kpi.counters.mixin"
    _description = "Counters of a Person's Work"

    kpi_open_count = fields.Integer("Open tasks", compute="_compute_kpi_counters")
    kpi_overdue_count = fields.Integer("Overdue tasks", compute="_compute_kpi_counters")
    kpi_waiting_count = fields.Integer(
        "Hand-ins without a verdict", compute="_compute_kpi_counters"
    )
    kpi_sheet_count = fields.Integer(
        "Sheet of this month", compute="_compute_kpi_counters"
    )

    @api.depends_context("uid", "allowed_company_ids")
    def _compute_kpi_counters(self):
        open_tasks = self._kpi_counted(
            "kpi.assignment",
            [("remaining_quantity", ">", 0), ("is_current", "=", True)],
        )
        overdue = self._kpi_counted(
            "kpi.assignment", [("progress", "=", "overdue"), ("is_current", "=", True)]
        )
        waiting = self._kpi_counted("kpi.delivery", [("verdict", "=", "pending")])
        sheets = self._kpi_counted(
            "kpi.appraisal",
            [
                ("period_id.date_start", "<=", "today"),
                ("period_id.date_end", ">=", "today"),
            ],
        )
        for person in self:
            number = person._origin.id
            person.kpi_open_count = open_tasks.get(number, 0)
            person.kpi_overdue_count = overdue.get(number, 0)
            person.kpi_waiting_count = waiting.get(number, 0)
            person.kpi_sheet_count = sheets.get(number, 0)

    def _kpi_counted(self, model, domain):
        """{employee id: how many such records of theirs the current user reads}."""
        mine = [("employee_id", "in", self._origin.ids), *domain]
        groups = self.env[model]._read_group(mine, ["employee_id"], ["__count"])
        return {employee.id: count for employee, count in groups}


class HrEmployee(models.Model):
    """The counters on the personnel record."""

    _name = "hr.employee"
    _inherit = ["hr.employee", "kpi.counters.mixin"]


class HrEmployeePublic(models.Model):
    """The counters on what everybody sees of a person."""

    _name = "hr.employee.public"
    _inherit = ["hr.employee.public", "kpi.counters.mixin"]
