from odoo import api, fields, models


class KpiAssignmentChange(models.Model):
    """A request to change the quantity or the deadline of given work (Điều 15.1.b).

    It keeps what stood before, what was asked for, why, and who decided.
    """

    _name = "kpi.assignment.change"
    _description = "Request for a Change of Work"
    _inherit = ["kpi.workflow.mixin", "kpi.entrusted.mixin"]
    _order = "id desc"

    TRANSITIONS = {
        "approve": (("requested",), "approved"),
        "refuse": (("requested",), "refused"),
    }

    assignment_id = fields.Many2one(
        "kpi.assignment", string="Work", required=True, index=True, ondelete="restrict"
    )
    employee_id = fields.Many2one(
        related="assignment_id.employee_id", store=True, string="Person"
    )
    employee_user_id = fields.Many2one(
        related="assignment_id.employee_user_id", store=True, index=True
    )
    period_id = fields.Many2one(
        related="assignment_id.period_id", store=True, string="Month"
    )
    company_id = fields.Many2one(
        related="assignment_id.company_id", store=True, index=True
    )
    assigner_id = fields.Many2one(
        related="assignment_id.assigner_id", store=True, index=True
    )
    assigner_user_id = fields.Many2one(
        related="assignment_id.assigner_user_id", store=True, index=True
    )
    old_quantity = fields.Float(
        string="Quantity", digits=(16, 4), required=True, aggregator=None
    )
    new_quantity = fields.Float(
        string="New quantity", digits=(16, 4), required=True, aggregator=None
    )
    old_deadline = fields.Date(string="Deadline", required=True)
    new_deadline = fields.Date(string="New deadline", required=True)
    reason = fields.Text(required=True)
    state = fields.Selection(
        [
            ("requested", "Waits for an answer"),
            ("approved", "Approved"),
            ("refused", "Refused"),
        ],
        default="requested",
        required=True,
        readonly=True,
    )
    requested_by_id = fields.Many2one(
        "res.users",
        string="Asked by",
        default=lambda self: self.env.user,
        required=True,
        readonly=True,
        ondelete="restrict",
    )
    decided_by_id = fields.Many2one(
        "res.users", string="Answered by", readonly=True, ondelete="restrict"
    )
    decided_on = fields.Date(string="Answered on", readonly=True)
    refusal_reason = fields.Text(string="Refused because", readonly=True)
    may_approve = fields.Boolean(compute="_compute_may")
    may_refuse = fields.Boolean(compute="_compute_may")

    _one_waits = models.UniqueIndex(
        "(assignment_id) WHERE state = 'requested'",
        "A request to change this work waits for an answer already.",
    )

    @api.depends("assignment_id.name")
    def _compute_display_name(self):
        for change in self:
            work = change.assignment_id.name
            change.display_name = work and self.env._("Change of %(work)s", work=work)

    @api.depends_context("uid")
    @api.depends("state")
    def _compute_may(self):
        for step in self.TRANSITIONS:
            reasons = self._reasons_against(step)
            for change in self:
                change[f"may_{step}"] = not reasons[change]

    def _reasons_of_step(self, step):
        works = self.assignment_id
        if step == "refuse":
            reasons = works._reasons_of_role("change")
        else:
            reasons = works._reasons_against("change")
        return {
            change: reasons[change.assignment_id]
            or (step == "approve" and change._reason_against_values())
            or ""
            for change in self
        }

    def _reason_against_values(self):
        return self.assignment_id._reason_against_values(
            self.new_quantity, self.new_deadline
        )

    def action_approve(self):
        """Approve the requests: the work has its new values from now on."""
        answer = self._answer("approve", {})
        for change in self:
            change.assignment_id._change(change.new_quantity, change.new_deadline)
        self.assignment_id._refresh_sheets()
        return answer

    def action_refuse(self, reason=""):
        """Refuse the requests, saying why; the work stays as it was given."""
        self._check_step("refuse")
        reason = self.assignment_id._given_reason(reason)
        return self._answer("refuse", {"refusal_reason": reason})

    def _answer(self, step, values):
        today = self.env["kpi.regulation.clause"]._today()
        values |= {"decided_by_id": self.env.uid, "decided_on": today}
        return self._take(step, values)
