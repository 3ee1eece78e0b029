from odoo import api, fields, models
from odoo.exceptions import UserError


class KpiAccountCreation(models.TransientModel):
    """Make portal accounts for chosen employees, without an internal licence.

    Shows first what would be made and why a row cannot; makes the ready ones; prints
    a slip for each person with an address at which they choose their password.
    """

    _name = "kpi.account.creation"
    _description = "Accounts for Employees"

    employee_ids = fields.Many2many(
        "hr.employee",
        string="Employees",
        default=lambda self: self._default_employees(),
    )
    line_ids = fields.One2many(
        "kpi.account.creation.line",
        "creation_id",
        compute="_compute_line_ids",
        store=True,
    )
    ready_count = fields.Integer(compute="_compute_counts", string="To be made")
    problem_count = fields.Integer(compute="_compute_counts", string="Not possible")
    slip_count = fields.Integer(compute="_compute_counts", string="Slips to print")

    @api.model
    def _default_employees(self):
        """Everybody of the agency who has no account yet."""
        employees = self.env["hr.employee"]
        return employees.search(
            [("user_id", "=", False), ("company_id", "=", self.env.company.id)]
        )

    @api.depends("employee_ids")
    def _compute_line_ids(self):
        for creation in self:
            people = creation.employee_ids._origin
            creation.line_ids = [
                fields.Command.clear(),
                *map(fields.Command.create, people._kpi_account_rows()),
            ]

    @api.depends("line_ids.status")
    def _compute_counts(self):
        for creation in self:
            statuses = creation.line_ids.mapped("status")
            creation.ready_count = statuses.count("ready")
            creation.problem_count = statuses.count("problem")
            creation.slip_count = statuses.count("waiting")

    def action_create(self):
        """Make the accounts that are ready; the others stay listed with their reason.

        For the HR officer, for employees of the own agencies. Raises UserError where
        no row is ready.
        """
        self.ensure_one()
        rows = self.employee_ids._kpi_account_rows()
        ready = [row for row in rows if row["status"] == "ready"]
        if not ready:
            raise UserError(
                self.env._("No account can be made; the list says why for each person.")
            )
        self.env["hr.employee"]._kpi_create_accounts(ready)
        self.line_ids = [
            fields.Command.clear(),
            *map(fields.Command.create, self.employee_ids._kpi_account_rows()),
        ]
        return self._shown_again()

    def _shown_again(self):
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Accounts for employees"),
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "target": "new",
        }

    def action_print_slips(self):
        """The slips of those who have never logged in, as PDF."""
        self.ensure_one()
        waiting = self.line_ids.filtered(lambda line: line.status == "waiting")
        if not waiting:
            raise UserError(self.env._("Nobody here waits for a first login."))
        report = self.env.ref("kpi_evaluation.kpi_account_slips_report")
        return report.report_action(waiting, config=False)
