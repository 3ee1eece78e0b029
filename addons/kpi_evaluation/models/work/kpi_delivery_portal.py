from odoo import models

from ..base.paper_text import plain
from ..base.portal_text import shown_date


class KpiDelivery(models.Model):
    """A hand-in as the portal takes it and shows it to who handed it in."""

    _inherit = "kpi.delivery"

    def _employee_view(self):
        """The hand-in with its verdict, as plain values."""
        self.ensure_one()
        verdicts = dict(self._fields["verdict"]._description_selection(self.env))
        return {
            "date": shown_date(self.date),
            "quantity": plain(self.quantity),
            "note": self.note or "",
            "verdict": self.verdict,
            "verdict_label": verdicts[self.verdict],
            "verdict_date": shown_date(self.verdict_date),
            "fault": self._fault_told(),
            "is_late": self.is_late,
            "files": [{"id": one.id, "name": one.name} for one in self.attachment_ids],
        }

    def _fault_told(self):
        """What is wrong with a hand-in that was returned, or ""."""
        return self.fault or "" if self.verdict == "returned" else ""
