from odoo import api, fields, models


class KpiAssignmentTransfer(models.TransientModel):
    """Ask who takes over work, how much of it, until when and why (Điều 15.1.d)."""

    _name = "kpi.assignment.transfer"
    _description = "Transfer of Work"

    assignment_id = fields.Many2one("kpi.assignment", required=True, readonly=True)
    company_id = fields.Many2one(related="assignment_id.company_id")
    giver_id = fields.Many2one(related="assignment_id.employee_id", string="From")
    employee_id = fields.Many2one("hr.employee", string="Taken over by", required=True)
    left = fields.Float(
        related="assignment_id.untransferred_quantity", string="Not done yet"
    )
    quantity = fields.Float(
        compute="_compute_proposal",
        store=True,
        readonly=False,
        precompute=True,
        digits=(16, 4),
        required=True,
    )
    date_deadline = fields.Date(
        compute="_compute_proposal",
        store=True,
        readonly=False,
        precompute=True,
        string="Deadline",
        required=True,
    )
    reason = fields.Text(
        compute="_compute_proposal",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
    )

    @api.depends("assignment_id")
    def _compute_proposal(self):
        for wizard in self:
            work = wizard.assignment_id
            wizard.quantity = work.untransferred_quantity
            wizard.date_deadline = work.date_deadline
            wizard.reason = work.unable_reason or work.closing_reason

    def action_transfer(self):
        """Transfer the work and open what the taker was given."""
        self.ensure_one()
        taken = self.assignment_id.action_transfer(
            self.employee_id.id, self.date_deadline, self.reason, self.quantity
        )
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "kpi_evaluation.kpi_assignment_action"
        )
        return action | {"res_id": taken, "views": [(False, "form")]}
