from odoo import api, fields, models


class KpiAssignmentAsk(models.TransientModel):
    """Ask for another quantity or deadline of given work (Điều 15.1.b).

    Where the assigner asks, the request is approved by the same stroke; it is kept
    with both values all the same.
    """

    _name = "kpi.assignment.ask"
    _description = "Asking for a Change of Work"

    assignment_id = fields.Many2one("kpi.assignment", required=True, readonly=True)
    quantity = fields.Float(
        compute="_compute_present",
        store=True,
        readonly=False,
        precompute=True,
        digits=(16, 4),
        required=True,
    )
    date_deadline = fields.Date(
        compute="_compute_present",
        store=True,
        readonly=False,
        precompute=True,
        string="Deadline",
        required=True,
    )
    reason = fields.Text(required=True)

    @api.depends("assignment_id")
    def _compute_present(self):
        for wizard in self:
            wizard.quantity = wizard.assignment_id.quantity
            wizard.date_deadline = wizard.assignment_id.date_deadline

    def action_ask(self):
        """Make the request, and approve it where the one who asks may."""
        self.ensure_one()
        asked = self.assignment_id.ask_change(
            self.quantity, self.date_deadline, self.reason
        )
        change = self.env["kpi.assignment.change"].browse(asked)
        if change._may("approve"):
            change.action_approve()
        return {"type": "ir.actions.act_window_close"}
