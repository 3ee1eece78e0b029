from odoo import api, fields, models
from odoo.exceptions import UserError

from ..base.recompute import compute_again


class HrEmployee(models.Model):
    """A person of the agency, with who judges them today and why (Điều 9)."""

    _name = "hr.employee"
    _inherit = ["hr.employee", "kpi.fixed.mixin"]

    kpi_evaluator_id = fields.Many2one(
        "hr.employee",
        string="Evaluator",
        compute="_compute_kpi_authority",
        store=True,
        index="btree_not_null",
        groups="hr.group_hr_user",
        help="Assigns the work and judges it (Điều 6.2, 9).",
    )
    kpi_body_id = fields.Many2one(
        "kpi.body",
        string="Collective",
        compute="_compute_kpi_authority",
        store=True,
        groups="hr.group_hr_user",
        help="Judges together with its chair (Điều 9.1).",
    )
    kpi_authority_rule_id = fields.Many2one(
        "kpi.authority.rule",
        string="By the line",
        compute="_compute_kpi_authority",
        store=True,
        groups="hr.group_hr_user",
    )
    kpi_authority_clause = fields.Char(
        related="kpi_authority_rule_id.clause", groups="hr.group_hr_user"
    )
    kpi_authority_remarks = fields.Json(
        compute="_compute_kpi_authority", store=True, groups="hr.group_hr_user"
    )
    kpi_authority_note = fields.Char(
        string="Remark",
        compute="_compute_kpi_authority_note",
        groups="hr.group_hr_user",
        help="A vacant seat, a substitute level, or what is to be filled in.",
    )
    kpi_judged_ids = fields.One2many(
        "hr.employee",
        "kpi_evaluator_id",
        string="Judges",
        groups="hr.group_hr_user",
    )
    kpi_is_judged = fields.Boolean(
        string="Evaluator found",
        compute="_compute_kpi_authority",
        store=True,
        groups="hr.group_hr_user",
    )
    kpi_delegation_ids = fields.One2many(
        "kpi.delegation", "principal_id", groups="hr.group_hr_user"
    )

    @api.depends("parent_id", "company_id", "active")
    def _compute_kpi_authority(self):
        today = self.env["kpi.regulation.clause"]._today()
        found = self.env["kpi.authority"]._resolve(self._origin, today)
        for employee in self:
            judged = found.get(employee._origin.id)
            employee.kpi_evaluator_id = judged and judged.evaluator
            employee.kpi_body_id = judged and judged.body
            employee.kpi_authority_rule_id = judged and judged.line
            employee.kpi_is_judged = bool(judged and judged.is_found)
            employee.kpi_authority_remarks = judged and judged.remarks

    @api.depends("kpi_authority_remarks")
    def _compute_kpi_authority_note(self):
        remarks = {one: one.kpi_authority_remarks or () for one in self}
        sentences = self.env["kpi.authority"]._sentences(remarks)
        for employee in self:
            employee.kpi_authority_note = sentences[employee]

    @api.model_create_multi
    def create(self, vals_list):
        employees = super().create(vals_list)
        self._kpi_resolve_again(employees.company_id)
        return employees

    @api.model
    def _kpi_resolve_again(self, companies):
        """Have it found again who judges whom in these agencies."""
        # sudo: a change of one place concerns people whom its author may not read
        employees = self.sudo().search([("company_id", "in", companies.ids)])
        compute_again(employees, "kpi_evaluator_id")

    @api.model
    def _cron_kpi_resolve(self):
        """Every night: versions and positions may have come into force."""
        self._kpi_resolve_again(self.env["res.company"].search([]))

    def _derived_fields(self):
        """Only this module's own: other modules may write theirs as they please."""
        return {name for name in super()._derived_fields() if name.startswith("kpi_")}

    def write(self, vals):
        if "user_id" in vals and not self.env.su:
            self._check_account(vals["user_id"])
        return super().write(vals)

    def _check_account(self, user_id):
        own = self.env.user
        for employee in self.filtered(lambda one: one.user_id.id != user_id):
            if employee.user_id and own.id in (user_id, employee.user_id.id):
                raise UserError(
                    self.env._(
                        "Nobody moves their own account from or to another's employee "
                        "record: it shows whom they may not judge (Điều 9)."
                    )
                )

    def _versions_on(self, day):
        """{employee: the version in force on a day, else their very first one}.

        A first version carries the day on which it was typed, not the day of hiring,
        so it also holds before (as ``_get_version`` does for one employee).
        """
        versions = self.env["hr.version"].search(
            [("employee_id", "in", self.ids)], order="date_version, id"
        )
        in_force = {}
        for version in versions:
            employee = version.employee_id
            if employee not in in_force or version.date_version <= day:
                in_force[employee] = version
        return in_force
