from odoo import models

from ...regulation.values import exact
from ..base.paper_text import plain
from ..base.portal_text import shown_date

ORIGINS = {
    "adhoc": "Đột xuất, phát sinh",
    "takeover": "Nhận thêm từ người khác",
    "plan": "Giao ngoài kế hoạch này",
}


class KpiAssignment(models.Model):
    """Work that joined during the month, beside the plan it is not part of."""

    _inherit = "kpi.assignment"

    def _extra_view(self):
        self.ensure_one()
        return {
            "name": self.name,
            "origin": self.joined_as,
            "quantity": plain(self.quantity),
            "done": plain(self.done_quantity),
            "deadline": shown_date(self.date_deadline),
        }

    def _plan_row(self):
        self.ensure_one()
        return {
            "work": self.name,
            "product": self.product,
            "quantity": plain(self.quantity),
            "coefficient": plain(self.coefficient),
            "worth": plain(exact(self.coefficient) * exact(self.quantity)),
            "deadline": shown_date(self.date_deadline),
            "person": "",
            "note": ORIGINS[self.origin],
        }
