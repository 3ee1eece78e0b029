from markupsafe import escape

from odoo import fields, models


class KpiAppraisal(models.Model):
    """Leaders' sheets whose d rests on a class that was annulled since (Điều 12.3.a).

    What is already judged is never changed behind anybody's back: it is marked, and
    whoever judges the leader decides what follows.
    """

    _inherit = "kpi.appraisal"

    is_unit_ratio_outdated = fields.Boolean(
        string="d rests on an annulled class", readonly=True, copy=False
    )

    def _mark_leaders_judged_already(self):
        leaders = self._sheets_above().filtered(
            lambda sheet: sheet.state in ("reviewed", "decided", "published")
        )
        leaders._set_copied({"is_unit_ratio_outdated": True})
        names = ", ".join(self.mapped("employee_name"))
        note = self.env._(
            "The sheet of %(people)s was annulled. d of this sheet rests on it "
            "(Điều 12.3.a): take the opinion up again, or annul the sheet (Điều 6.8).",
            people=names,
        )
        leaders._message_log_batch(dict.fromkeys(leaders.ids, escape(note)))

    def _sheets_above(self):
        """The sheets of the leaders above these people, in their months."""
        above = self._ids_of_leaders_over().values()
        # sudo: whoever annuls may not read the sheets of those above
        return self.sudo().browse({one.sheet for some in above for one in some})

    def _reasons_of_step(self, step):
        reasons = super()._reasons_of_step(step)
        if step == "decide":
            for sheet in self.filtered("is_unit_ratio_outdated"):
                reasons[sheet] = reasons[sheet] or self.env._(
                    "A class on which d of %(person)s rests was annulled. Take the "
                    "opinion up again first (Điều 12.3.a).",
                    person=sheet.employee_name,
                )
        return reasons

    def action_reopen(self):
        """Take the opinion up again before the decision."""
        reopened = super().action_reopen()
        # sudo: the step has just been taken
        self.sudo()._set_copied({"is_unit_ratio_outdated": False})
        return reopened
