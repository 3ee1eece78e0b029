from odoo import api, fields, models
from odoo.exceptions import UserError


class KpiFinding(models.Model):
    """What an inspection found on a result, or on a unit's month (Điều 6.8).

    Made by the provincial inspector or by the head of the agency, and never changed.
    One that demands a new evaluation is a cause for annulment.
    """

    _name = "kpi.finding"
    _description = "Finding of an Inspection"
    _order = "document_date desc, id desc"
    _rec_name = "document"

    company_id = fields.Many2one(
        related="period_id.company_id", store=True, index=True, string="Agency"
    )
    period_id = fields.Many2one(
        "kpi.period", string="Month", required=True, index=True, ondelete="restrict"
    )
    department_id = fields.Many2one(
        "hr.department", string="Unit", index=True, ondelete="restrict"
    )
    appraisal_id = fields.Many2one(
        "kpi.appraisal",
        string="Sheet",
        index=True,
        ondelete="restrict",
        help="Empty: the finding is on the whole unit, or on the agency.",
    )
    employee_user_id = fields.Many2one(
        related="appraisal_id.employee_user_id", store=True, string="Employee's user"
    )
    document = fields.Char(
        string="Document number", required=True, help="Number of the conclusion."
    )
    document_date = fields.Date(required=True)
    text = fields.Text(string="What was found", required=True)
    file = fields.Binary(attachment=True)
    file_name = fields.Char()
    demand = fields.Selection(
        [("note", "To be noted"), ("reevaluate", "To be judged anew")],
        required=True,
        default="note",
    )
    judge_user_ids = fields.Many2many(
        "res.users",
        string="Those who judged",
        readonly=True,
        help="Evaluators and deciders of the sheets concerned, who read the finding.",
    )

    is_of_headed_agency = fields.Boolean(
        compute="_compute_is_of_headed_agency", search="_search_is_of_headed_agency"
    )

    @api.depends_context("uid")
    @api.depends("company_id")
    def _compute_is_of_headed_agency(self):
        headed = self.env["kpi.authority"]._agencies_headed_by(self.env.user)
        for finding in self:
            finding.is_of_headed_agency = finding.company_id in headed

    def _search_is_of_headed_agency(self, operator, value):
        if operator != "in" or set(value) != {True}:
            return NotImplemented
        headed = self.env["kpi.authority"]._agencies_headed_by(self.env.user)
        return [("company_id", "in", headed.ids)]

    @api.model_create_multi
    def create(self, vals_list):
        self._check_recorder()
        findings = super().create(vals_list)
        for finding in findings:
            finding._check_subject()
            # sudo: whoever judged reads the finding, though the maker may not read them
            sheets = finding.sudo()._sheets()
            users = sheets.evaluator_user_id | sheets.decider_user_id
            # sudo: readers are copied, nobody types them
            finding.sudo().judge_user_ids = users
        return findings

    def write(self, vals):
        if not self.env.su:
            raise UserError(
                self.env._("A finding does not change; record another one (Điều 6.8).")
            )
        return super().write(vals)

    def _check_recorder(self):
        """Say in words what the record rules would refuse."""
        user = self.env.user
        if self.env.su or user.has_group("kpi_evaluation.group_inspector"):
            return
        if not self.env["kpi.authority"]._agencies_headed_by(user):
            raise UserError(
                self.env._(
                    "A finding is recorded by the provincial inspector or by the head "
                    "of the agency (Điều 6.8)."
                )
            )

    def _check_subject(self):
        sheet = self.sudo().appraisal_id  # sudo: whose sheet it is
        if sheet and sheet.period_id != self.period_id:
            raise UserError(self.env._("The sheet is of another month."))

    def _sheets(self):
        """The sheets that the finding is on."""
        self.ensure_one()
        if self.appraisal_id:
            return self.appraisal_id
        domain = [("period_id", "=", self.period_id.id), ("state", "!=", "annulled")]
        if self.department_id:
            domain.append(("department_id", "child_of", self.department_id.id))
        return self.env["kpi.appraisal"].search(domain)
