from odoo import api, models
from odoo.exceptions import UserError


class IrAttachment(models.Model):
    """The printed sheet of a decision stands like the decision itself (Điều 18)."""

    _inherit = "ir.attachment"

    def write(self, vals):
        self._check_no_decision()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_no_decision(self):
        self._check_no_decision()

    def _check_no_decision(self):
        # sudo: what a file belongs to, whoever may read it
        if "kpi.decision" in self.sudo().mapped("res_model"):
            raise UserError(
                self.env._(
                    "The printed sheet of a decision never changes and is never "
                    "removed (Điều 18)."
                )
            )
