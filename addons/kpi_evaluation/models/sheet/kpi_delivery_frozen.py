from odoo import api, models
from odoo.exceptions import UserError


class KpiDelivery(models.Model):
    """The hand-ins of a judged month stand, whoever would change them (Điều 16)."""

    _inherit = "kpi.delivery"

    @api.model_create_multi
    def create(self, vals_list):
        deliveries = super().create(vals_list)
        deliveries._check_month_open()
        return deliveries

    def write(self, vals):
        self._check_month_open()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_only_open(self):
        self._check_month_open()

    def _check_month_open(self):
        for reason in self.assignment_id._reasons_against_changing_facts().values():
            if reason:
                raise UserError(reason)
