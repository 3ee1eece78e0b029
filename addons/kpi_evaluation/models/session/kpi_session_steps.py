from odoo import models
from odoo.exceptions import UserError


class KpiSession(models.Model):
    """The steps of Điều 16 for everybody of a session at once.

    Each is taken for those sheets that are ready for it; the others are named with
    what they lack. Whether a sheet is ready only the sheet itself says.
    """

    _inherit = "kpi.session"

    def action_review(self):
        """Finish the opinion on every sheet that is ready for it (Điều 16 step 3)."""
        return self._take_where_ready("self_assessed", "review", "action_review")

    def action_decide(self):
        """Decide every sheet that is ready for it as proposed (Điều 16 step 4)."""
        return self._take_where_ready("reviewed", "decide", "action_decide")

    def action_publish(self):
        """Publish every decided sheet; for the HR officer (Điều 16 step 5)."""
        return self._take_where_ready("decided", "publish", "action_publish")

    def _take_where_ready(self, state, step, method):
        self.check_access("read")
        sheets = self.appraisal_ids.filtered(lambda one: one.state == state)
        reasons = sheets._reasons_against(step)
        ready = sheets.filtered(lambda one: not reasons[one])
        refused = list(dict.fromkeys(filter(None, reasons.values())))
        if not ready:
            raise UserError("\n".join(refused) or self._nothing_to_do())
        getattr(ready, method)()
        self.invalidate_recordset()
        return self._told(len(ready), refused)

    def _nothing_to_do(self):
        return self.env._("No sheet of this session waits for this step (Điều 16).")

    def _told(self, done, refused):
        """Tell how many sheets went on and why the others did not."""
        message = self.env._("%(count)s sheets went on.", count=done)
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "warning" if refused else "success",
                "message": "\n".join([message, *refused]),
                "sticky": bool(refused),
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }

    def action_open_sheets(self):
        """The sheets of this session, as a list of their own."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "kpi_evaluation.kpi_appraisal_action"
        )
        action["domain"] = [("id", "in", self.appraisal_ids.ids)]
        action["context"] = {}
        return action
