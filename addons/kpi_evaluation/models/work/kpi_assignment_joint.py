from odoo import api, fields, models
from odoo.exceptions import ValidationError


class KpiAssignment(models.Model):
    """A share of joint work, within its total at every moment (Điều 15.1.c)."""

    _inherit = "kpi.assignment"

    joint_id = fields.Many2one(
        "kpi.joint.product",
        string="Share of",
        readonly=True,
        index="btree_not_null",
        ondelete="restrict",
        help="The joint product that this is a share of (Điều 15.1.c).",
    )

    @api.depends("joint_id")
    def _compute_copies(self):
        for assignment in self.filtered("joint_id"):
            joint = assignment.joint_id
            assignment.coefficient = assignment.coefficient or joint.coefficient
        return super()._compute_copies()

    @api.constrains("joint_id", "quantity", "state", "responsibility")
    def _check_share(self):
        # sudo: whose the other shares are may be hidden
        shares = self.filtered("joint_id").sudo()
        shares.joint_id._check_total()
        for share in shares:
            is_owner = share.employee_id == share.joint_id.owner_id
            if is_owner != (share.responsibility == "owner"):
                raise ValidationError(
                    self.env._(
                        "Exactly one person is in charge of “%(work)s”: %(person)s "
                        "(Điều 15.1.c).",
                        work=share.joint_id.name,
                        person=share.joint_id.owner_id.name,
                    )
                )
