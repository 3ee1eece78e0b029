from odoo import api, fields, models
from odoo.exceptions import UserError

from ..base.names import joined


class KpiComplaint(models.Model):
    """A report that evaluation in a unit is wrong or not serious (Điều 20.5).

    Who reported it stands nowhere on it: not as its author, not at its files, not at
    a time of day. It has no chatter and no trace of access; see the reporter's model.
    """

    _name = "kpi.complaint"
    _description = "Report on an Evaluation"
    _inherit = ["kpi.workflow.mixin", "kpi.files.mixin"]
    _order = "received_on desc, id desc"
    _log_access = False

    TRANSITIONS = {"examine": (("received",), "examined")}

    department_id = fields.Many2one(
        "hr.department", string="Unit", required=True, ondelete="restrict"
    )
    period_id = fields.Many2one(
        "kpi.period", string="Month", required=True, ondelete="restrict"
    )
    company_id = fields.Many2one(related="period_id.company_id", store=True, index=True)
    text = fields.Text(string="What is reported", required=True)
    received_on = fields.Date(required=True)
    addressee = fields.Selection(
        [
            ("agency_head", "The head of the agency"),
            ("superior", "The superior of the head"),
            ("inspector", "The provincial inspector"),
        ],
        required=True,
    )
    recipient_user_id = fields.Many2one(
        "res.users", string="Recipient", index=True, ondelete="restrict"
    )
    state = fields.Selection(
        [("received", "Received"), ("examined", "Examined")],
        default="received",
        required=True,
    )
    result = fields.Text(string="What the examination found")
    measures = fields.Text(string="Measures taken")
    examined_on = fields.Date()
    examined_by_id = fields.Many2one("res.users", ondelete="restrict")
    may_examine = fields.Boolean(compute="_compute_may_examine")

    @api.depends("department_id", "period_id")
    def _compute_display_name(self):
        for one in self.sudo():  # sudo: names of the unit and the month reported on
            one.display_name = joined(one.department_id.name, one.period_id.name)

    @api.depends_context("uid")
    @api.depends("state")
    def _compute_may_examine(self):
        reasons = self._reasons_against("examine")
        for one in self:
            one.may_examine = not reasons[one]

    def _reasons_of_step(self, step):
        is_inspector = self.env.user.has_group("kpi_evaluation.group_inspector")
        return {
            one: ""
            if one.recipient_user_id == self.env.user
            or (is_inspector and not one.recipient_user_id)
            else self.env._(
                "Only whom the report was addressed to examines it (Điều 20.5)."
            )
            for one in self
        }

    def action_examine(self, result, measures):
        """Record what the examination found and which measures were taken.

        For the recipient; both in words. The reporter reads them (Điều 20.5).
        """
        self._check_step("examine")
        if not (result or "").strip() or not (measures or "").strip():
            raise UserError(
                self.env._("Write what was found and which measures were taken.")
            )
        values = {"result": result, "measures": measures}
        values["examined_on"] = self.env["kpi.regulation.clause"]._today()
        return self._take("examine", values | {"examined_by_id": self.env.uid})
