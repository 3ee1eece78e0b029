from odoo import models

from ..base.portal_text import shown_date
from ..month.due_steps import DUE_STEPS


class KpiAppraisal(models.Model):
    """The steps of Điều 16 with their last days, as the person sees them.

    What becomes of the sheet between handing in and publication is not told, only that
    it is being judged, and until when.
    """

    _inherit = "kpi.appraisal"

    def _timeline(self, has_work):
        """[{"label", "clause", "until", "mark", "words", "done_on"}] in their order.

        ``mark``: done, late (done or to be done), now, coming or over.
        """
        self.ensure_one()
        if self.is_external or self.state == "exempt":
            return []
        labels = dict(self.env["kpi.period"]._step_labels())
        first = {
            "label": self.env._("Plan and work"),
            "clause": "Điều 16 Bước 1",
            "until": "",
            "done_on": "",
            **self._marked("done" if has_work else "now"),
        }
        return [first] + [
            {
                "label": labels[step],
                "clause": due.clause,
                "until": shown_date(self._last_day(step)),
                **self._place_of_step(step, due),
            }
            for step, due in DUE_STEPS.items()
        ]

    def _place_of_step(self, step, due):
        """Where a step stands: its mark in words, and when it was done."""
        is_known = self.state == "published" or step == "self_assess"
        if is_known and self[due.taken_on] and self.state != due.state:
            mark = "late" if self[due.late] else "done"
            return self._marked(mark, self._shown_day(self[due.taken_on]))
        today = self.env["kpi.regulation.clause"]._today()
        is_over = self._last_day(step) < today
        if is_over:
            # Whether it was judged in time is told with the result.
            return self._marked(
                "late" if step in ("self_assess", "publish") else "over"
            )
        own_turn = self.state == "draft"
        is_now = (step == "self_assess") if own_turn else (step != "publish")
        return self._marked("now" if is_now else "coming")

    def _marked(self, mark, done_on=""):
        words = {
            "done": self.env._("Done"),
            "late": self.env._("Done late") if done_on else self.env._("Overdue"),
            "now": self.env._("Under way"),
            "coming": self.env._("To come"),
            "over": self.env._("Last day is over"),
        }
        return {"mark": mark, "words": words[mark], "done_on": done_on}

    def _ends_quarter(self):
        """Whether the month has the earlier last days of the end of a quarter."""
        self.ensure_one()
        rules = self.period_id._rulebook()
        return self.period_id.date_start.month in rules.quarter_end_months
