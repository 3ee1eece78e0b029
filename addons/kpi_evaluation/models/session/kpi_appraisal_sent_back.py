from markupsafe import escape

from odoo import fields, models
from odoo.exceptions import UserError


class KpiAppraisal(models.Model):
    """Whoever decides gives an opinion back to whoever gave it (Điều 16 step 4)."""

    _inherit = "kpi.appraisal"

    sent_back_reason = fields.Text(
        string="Opinion given back",
        readonly=True,
        help="Until the opinion is finished anew; the person never sees it.",
    )

    def action_send_back(self, reason=""):
        """Give the opinion back with a reason, before the decision (Điều 16 step 4).

        For whoever decides. Raises UserError without a reason, or where a decided A
        stands on this sheet (Điều 8.5).
        """
        self.env["kpi.quota"]._lock_for_leaving(self.period_id)
        self._check_step("send_back")
        if not (reason or "").strip():
            raise UserError(self.env._("Say why you give the opinion back."))
        self._take("send_back", {"sent_back_reason": reason})
        # sudo: the log is written by the step, not by hand
        self.sudo()._message_log_batch(dict.fromkeys(self.ids, escape(reason)))
        self._recompute_scores()
        return True

    def action_review(self):
        """Finish the opinion: the score stands, the class is proposed."""
        reviewed = super().action_review()
        self.filtered("sent_back_reason")._set_copied({"sent_back_reason": False})
        return reviewed
