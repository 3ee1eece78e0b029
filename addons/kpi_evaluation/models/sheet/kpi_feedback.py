from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ..base.names import joined


class KpiFeedback(models.Model):
    """What others say of a person's work in a month, with its source (Điều 5.8).

    Recorded by the HR officer or the evaluator, read by those who judge; never by the
    person. It changes no point by itself and is never changed afterwards.
    """

    _name = "kpi.feedback"
    _description = "Outside Feedback"
    _order = "received_on desc, id desc"

    employee_id = fields.Many2one(
        "hr.employee", string="About", required=True, index=True, ondelete="restrict"
    )
    employee_user_id = fields.Many2one(
        related="employee_id.user_id", store=True, string="Employee's user"
    )
    employee_name = fields.Char(related="employee_id.name", string="Person")
    period_id = fields.Many2one(
        "kpi.period", string="Month", required=True, index=True, ondelete="restrict"
    )
    company_id = fields.Many2one(related="period_id.company_id", store=True, index=True)
    direction = fields.Selection(
        [("praise", "Praise"), ("complaint", "Complaint")], required=True
    )
    source = fields.Selection(
        [
            ("citizen", "Citizen"),
            ("organisation", "Organisation"),
            ("inspection", "Inspection body"),
            ("leader", "Leader's remark"),
        ],
        required=True,
    )
    source_name = fields.Char(required=True, help="Who said it, or in what document.")
    received_on = fields.Date(
        required=True, default=lambda self: self.env["kpi.regulation.clause"]._today()
    )
    content = fields.Text(required=True)
    file = fields.Binary(attachment=True)
    file_name = fields.Char()
    is_on_my_people = fields.Boolean(
        compute="_compute_is_on_my_people", search="_search_is_on_my_people"
    )

    @api.depends("employee_name", "received_on")
    def _compute_display_name(self):
        for one in self:
            day = f"{one.received_on:%d/%m/%Y}" if one.received_on else ""
            one.display_name = joined(one.employee_name, day)

    @api.depends_context("uid")
    @api.depends("employee_id", "period_id")
    def _compute_is_on_my_people(self):
        mine = self.filtered_domain(self._on_my_people())
        for one in self:
            one.is_on_my_people = one in mine

    def _search_is_on_my_people(self, operator, value):
        if operator != "in" or set(value) != {True}:
            return NotImplemented
        return self._on_my_people()

    @api.model
    def _on_my_people(self):
        """On those whom the user judges: today, or by their sheet of that month."""
        sheets = self.env["kpi.appraisal"]
        # sudo: the domain says whom the user judges
        judged = sheets.sudo().search(
            Domain("evaluator_user_id", "=", self.env.uid)
            | Domain("decider_user_id", "=", self.env.uid)
            | sheets._entrusted()
        )
        months = judged.grouped("period_id")
        return Domain("employee_id.kpi_evaluator_id.user_id", "=", self.env.uid) | (
            Domain.OR(
                Domain("period_id", "=", period.id)
                & Domain("employee_id", "in", some.employee_id.ids)
                for period, some in months.items()
            )
        )

    @api.constrains("employee_id", "period_id")
    def _check_agency(self):
        # sudo: the person may be of an agency that is hidden
        for one in self.sudo():
            if one.employee_id.company_id != one.company_id:
                raise UserError(
                    self.env._("The month belongs to another agency than the person.")
                )

    def write(self, vals):
        if not self.env.su:
            raise UserError(
                self.env._("What was said is never changed; record it anew (Điều 5.8).")
            )
        return super().write(vals)
