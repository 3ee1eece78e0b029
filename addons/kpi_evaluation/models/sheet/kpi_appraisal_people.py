from odoo import api, models
from odoo.fields import Domain

from ..base.paper_text import plain
from ..base.portal_text import shown_date


class KpiAppraisal(models.Model):
    """Those whom the current user judges, in the portal, as plain values (Điều 9).

    Judges without a licence have no right to sheets. All that they see and do starts
    from the sheets that the record rule would give to a judge with one; each step is
    then asked of ``_reasons_against``, which knows who takes it.
    """

    _inherit = "kpi.appraisal"

    @api.model
    def _of_my_people(self):
        """The domain of the record rule of those who judge."""
        mine = Domain("evaluator_user_id", "=", self.env.uid)
        mine |= Domain("decider_user_id", "=", self.env.uid)
        mine |= self._entrusted()
        others = Domain("employee_user_id", "!=", self.env.uid)
        return others & mine & Domain("state", "!=", "annulled")

    @api.model
    def _people_sheets(self, domain=()):
        """The sheets that the current user judges."""
        # sudo: the domain is that of the judge's record rule
        return self.sudo().search(self._of_my_people() & Domain(domain))

    def _people_rows(self):
        """The people of a month, those first whom something waits for."""
        waiting = self._waiting_hand_ins()
        overdue = self._overdue_work()
        todo = self._todo_of_judge()
        rows = [
            sheet._people_row(todo[sheet])
            | {"hand_ins": waiting.get(sheet, 0), "overdue": overdue.get(sheet, 0)}
            for sheet in self
        ]
        return sorted(rows, key=lambda row: (not row["todo"], not row["hand_ins"]))

    def _people_row(self, todo):
        self.ensure_one()
        states = dict(self._fields["state"]._description_selection(self.env))
        return {
            "id": self.id,
            "name": self.employee_name,
            "job_title": self.job_title or "",
            "unit": self.department_name or "",
            "state": self.state,
            "label": states[self.state],
            "todo": todo,
            "self_assessed_on": self._shown_day(self.self_assessed_on),
            "self_grade": (self.self_grade or "").upper(),
            "total": plain(self.total_score) if self.is_scorable else "",
            "grade": (self.grade or self.proposed_grade or "").upper(),
            "due": {
                "date": shown_date(self.due_on),
                "text": self.due_text or "",
                "pressure": self.due_pressure or "light",
            },
        }

    def _todo_of_judge(self):
        """{sheet: "review" or "decide" where that is the current user's turn, or ""}"""
        opinion = self._reasons_against("give_opinion")
        substitutes = self._substitutes_today()
        user = self.env.user
        todo = {}
        for sheet in self:
            decides = sheet.state == "reviewed" and not sheet._reason_against_judge(
                user, "decider", substitutes
            )
            review = not opinion[sheet] and "review"
            todo[sheet] = review or (decides and "decide") or ""
        return todo

    def _overdue_work(self):
        """{sheet: how much of the person's work is overdue}, of those with any."""
        today = self.env["kpi.regulation.clause"]._today()
        # sudo: the judge of a sheet reads its task table
        works = self.env["kpi.assignment"].sudo()
        late = works.search(
            [
                ("employee_id", "in", self.employee_id.ids),
                ("period_id", "in", self.period_id.ids),
                ("date_deadline", "<", today),
                *works._counted_domain(),
            ]
        ).filtered(lambda one: one.progress == "overdue")
        by_month = late.grouped(lambda one: (one.employee_id, one.period_id))
        return {
            sheet: len(by_month[sheet.employee_id, sheet.period_id])
            for sheet in self
            if (sheet.employee_id, sheet.period_id) in by_month
        }
