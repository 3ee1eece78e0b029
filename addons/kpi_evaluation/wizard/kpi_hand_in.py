from odoo import api, fields, models


class KpiHandIn(models.TransientModel):
    """Hand in one's own work with its evidence, in the back end (Điều 11.2, 15.1).

    The files are looked at like those of the portal; what was uploaded for this window
    is not kept twice.
    """

    _name = "kpi.hand.in"
    _description = "Handing In"

    assignment_id = fields.Many2one("kpi.assignment", required=True, readonly=True)
    remaining_quantity = fields.Float(related="assignment_id.remaining_quantity")
    quantity = fields.Float(
        compute="_compute_quantity",
        store=True,
        readonly=False,
        precompute=True,
        digits=(16, 4),
        required=True,
    )
    note = fields.Text()
    attachment_ids = fields.Many2many("ir.attachment", string="Evidence")

    @api.depends("assignment_id")
    def _compute_quantity(self):
        for wizard in self:
            wizard.quantity = wizard.assignment_id.remaining_quantity

    def action_hand_in(self):
        """Hand in as typed; UserError says what is wrong."""
        self.ensure_one()
        uploaded = self.attachment_ids
        files = [(one.name, one.datas) for one in uploaded]
        self.assignment_id.hand_in(self.quantity, self.note or "", files)
        uploaded.filtered(lambda one: one.res_model == self._name).unlink()
        return {"type": "ir.actions.act_window_close"}
