from odoo import api, fields, models
from odoo.exceptions import UserError

from ..regulation.shares import even_shares, left_over


class KpiJointSplit(models.TransientModel):
    """Ask who gets how much of a joint product, in which month (Điều 15.1.c)."""

    _name = "kpi.joint.split"
    _description = "Sharing out a Joint Product"

    joint_id = fields.Many2one("kpi.joint.product", required=True, readonly=True)
    company_id = fields.Many2one(related="joint_id.company_id")
    owner_id = fields.Many2one(related="joint_id.owner_id")
    before = fields.Float(
        related="joint_id.remaining_quantity", string="Left before this"
    )
    after = fields.Float(compute="_compute_after", digits=(16, 4), string="Left then")
    line_ids = fields.One2many("kpi.joint.split.line", "split_id", string="Shares")

    @api.depends("before", "line_ids.quantity")
    def _compute_after(self):
        for split in self:
            shares = split.line_ids.mapped("quantity")
            split.after = float(left_over(split.before, shares))

    def action_even(self):
        """Make the shares alike; what cannot be divided goes to the first."""
        self.ensure_one()
        if not self.line_ids:
            raise UserError(self.env._("Add a line for each person and month first."))
        decimals = self.line_ids._fields["quantity"].get_digits(self.env)[1]
        shares = even_shares(self.before, len(self.line_ids), decimals)
        for line, share in zip(self.line_ids, shares, strict=True):
            line.quantity = float(share)
        return self._reopened()

    def action_split(self):
        """Give the shares."""
        self.ensure_one()
        self.joint_id.action_split(
            [
                {
                    "employee_id": line.employee_id.id,
                    "period_id": line.period_id.id,
                    "quantity": line.quantity,
                    "date_deadline": line.date_deadline,
                }
                for line in self.line_ids
            ]
        )
        return {"type": "ir.actions.act_window_close"}

    def _reopened(self):
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "kpi_evaluation.kpi_joint_split_action"
        )
        return action | {"res_id": self.id}
