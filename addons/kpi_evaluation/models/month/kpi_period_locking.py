from odoo import fields, models
from odoo.exceptions import UserError

FINISHED = ("published", "exempt", "annulled")


class KpiPeriod(models.Model):
    """Locking a month: nothing of it changes any more, for any role (Điều 18).

    The HR officer locks it once all is published; only the administrator unlocks it,
    with a reason.
    """

    _name = "kpi.period"
    _inherit = ["kpi.period", "kpi.workflow.mixin"]

    TRANSITIONS = {
        "lock": (("open",), "locked"),
        "unlock": (("locked",), "open"),
    }

    state = fields.Selection(
        [("open", "Open"), ("locked", "Locked")], default="open", required=True
    )
    lock_ids = fields.One2many(
        "kpi.period.lock", "period_id", groups="kpi_evaluation.group_hr"
    )
    unfinished_count = fields.Integer(
        compute="_compute_unfinished_count", groups="kpi_evaluation.group_hr"
    )

    def _compute_unfinished_count(self):
        counts = self._unfinished()
        for period in self:
            period.unfinished_count = counts.get(period, 0)

    def _unfinished(self):
        """{month: how many of its sheets are not finished}, whoever asks."""
        # sudo: the officer's own sheet counts too
        sheets = self.env["kpi.appraisal"].sudo()
        domain = [("period_id", "in", self.ids), ("state", "not in", FINISHED)]
        return dict(sheets._read_group(domain, ["period_id"], ["__count"]))

    def _reasons_of_step(self, step):
        group = {"lock": "group_hr", "unlock": "group_admin"}[step]
        may = self.env.user.has_group(f"kpi_evaluation.{group}")
        sentences = {
            "lock": self.env._("Only the HR officer of the agency locks a month."),
            "unlock": self.env._("Only the administrator unlocks a month."),
        }
        return {
            period: "" if may and period.has_access("write") else sentences[step]
            for period in self
        }

    def action_lock(self, reason=""):
        """Lock months: no fact and no sheet of them changes any more.

        For the HR officer. Where sheets are neither published nor exempt nor annulled
        a reason is needed.
        """
        self._check_step("lock")
        for period, count in self._unfinished().items():
            if not (reason or "").strip():
                raise UserError(
                    self.env._(
                        "%(count)s sheets of %(month)s are not published yet. Publish "
                        "them, or say why the month is locked (Điều 16, 18).",
                        count=count,
                        month=period.name,
                    )
                )
        return self._take_noted("lock", reason)

    def action_unlock(self, reason):
        """Unlock months, for a stated reason. For the administrator."""
        self._check_step("unlock")
        if not (reason or "").strip():
            raise UserError(self.env._("Say why the month is unlocked (Điều 18)."))
        return self._take_noted("unlock", reason)

    def _take_noted(self, step, reason):
        taken = self._take(step)
        # sudo: the log is written by the step, not by hand
        self.env["kpi.period.lock"].sudo().create(
            [
                {"period_id": period.id, "step": step, "reason": reason}
                for period in self
            ]
        )
        return taken

    def _reason_of_lock(self):
        """Why nothing of this month changes, or ""."""
        self.ensure_one()
        # sudo: whether it is locked holds for everybody
        if self.sudo().state != "locked":
            return ""
        return self.env._(
            "The month %(month)s is locked; only the administrator unlocks it, with a "
            "reason (Điều 18).",
            month=self.sudo().name,  # sudo: as above
        )

    def action_open(self):
        """Open a sheet for everyone of the agency who has none yet."""
        for period in self:
            if reason := period._reason_of_lock():
                raise UserError(reason)
        return super().action_open()
