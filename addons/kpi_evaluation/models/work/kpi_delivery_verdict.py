from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain


class KpiDelivery(models.Model):
    """What waits for whose verdict, and a verdict that is taken back (Điều 11.2, 6.1).

    Until the sheet is reviewed the facts are open: accepted work that shows a fault
    later, or a fault that was none, is judged anew, and the history keeps why.
    """

    _inherit = "kpi.delivery"

    may_reopen = fields.Boolean(compute="_compute_may_reopen")

    @api.depends_context("uid")
    @api.depends("verdict")
    def _compute_may_reopen(self):
        reasons = self._reasons_against("reopen")
        for delivery in self:
            delivery.may_reopen = not reasons[delivery]

    def _search_may_judge(self, operator, value):
        if operator != "in":
            return NotImplemented
        judgeable = Domain("verdict", "=", "pending") & self._given_by_me()
        return judgeable if True in value else ~judgeable

    def _reasons_of_step(self, step):
        reasons = super()._reasons_of_step(step)
        if step == "reopen":
            for delivery in self:
                reasons[delivery] = reasons[delivery] or delivery._reason_to_keep()
        return reasons

    def _reason_to_keep(self):
        """Why a verdict can no longer be taken back, though the month is open."""
        if set(self.cause_ids.mapped("state")) - {"refused"}:
            return self.env._(
                "“%(work)s”: an objective cause was asked for on this verdict; it "
                "stands (Điều 6.6).",
                work=self.assignment_id.name,
            )
        # sudo: what else was handed in counts, whoever may read it
        left = self.assignment_id.sudo().remaining_quantity
        if self.verdict == "returned" and self.quantity > left:
            return self.env._(
                "“%(work)s” was handed in again after it was returned; the fault "
                "stands (Điều 11.2.b).",
                work=self.assignment_id.name,
            )
        return ""

    def action_reopen_verdict(self, reason):
        """Take verdicts back, so that the work is judged anew (Điều 6.1, 11.2).

        For whoever may judge the work, until the sheet is reviewed; ``reason`` and the
        earlier verdict stay in the history of the work. UserError says why not.
        """
        self._check_step("reopen")
        reason = reason.strip() if isinstance(reason, str) else ""
        if not reason:
            raise UserError(self.env._("Say why the verdict is taken back (Điều 6.1)."))
        before = {one: one._verdict_in_words() for one in self}
        nothing = {"verdict_date": False, "verdict_user_id": False, "fault": False}
        self._take("reopen", nothing)
        self._log_on_work(
            {
                one: self.env._(
                    "Verdict taken back. It was: %(before)s. Reason: %(reason)s",
                    before=before[one],
                    reason=reason,
                )
                for one in self
            }
        )
        self.assignment_id._refresh_sheets()
        return True

    def _verdict_in_words(self):
        verdicts = dict(self._fields["verdict"]._description_selection(self.env))
        parts = (verdicts[self.verdict], self.fault, self.verdict_user_id.name)
        return " – ".join(part for part in parts if part)

    @api.model
    def _log_on_work(self, words):
        """Note a sentence about each hand-in in the history of its work."""
        by_work = {}
        for delivery, sentence in words.items():
            by_work.setdefault(delivery.assignment_id, []).append(
                f"{delivery.display_name}. {sentence}"
            )
        works = self.env["kpi.assignment"].union(*by_work)
        # sudo: the log is written by the step, not by hand
        works.sudo()._message_log_batch(
            {work.id: "\n".join(lines) for work, lines in by_work.items()}
        )
