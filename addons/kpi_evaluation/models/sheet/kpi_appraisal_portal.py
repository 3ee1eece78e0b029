from datetime import timezone

from odoo import api, models

from ...regulation.deadlines import LOCAL
from ..base.paper_text import plain
from ..base.portal_text import shown_date


class KpiAppraisal(models.Model):
    """What people see of their own sheet in the portal, as plain values.

    While a sheet is being judged its record is closed to the person; these values are
    then read with all rights, and so hold only the person's own points and words.
    """

    _inherit = "kpi.appraisal"

    # What the person is told of a state; any other says only that they have to wait.
    STAGES = {"draft": "open", "published": "published", "exempt": "exempt"}

    @api.model
    def _own_sheets(self, domain=()):
        """The current user's sheets, in any state; what is made of them is limited."""
        own = [("employee_user_id", "=", self.env.uid), ("state", "!=", "annulled")]
        # sudo: the domain is the owner check
        return self.sudo().search([*own, *domain])

    @api.model
    def _own_sheet(self, period):
        """The current user's sheet of a month, or nothing."""
        return self._own_sheets([("period_id", "=", period.id)])[:1]

    def _employee_summary(self):
        """The sheet in the list of months."""
        self.ensure_one()
        stage = self.STAGES.get(self.state, "waiting")
        period = self.period_id
        return {
            "stage": stage,
            "deadline": period._countdown(self._last_day("self_assess")),
            "announced_by": self._announced_by(),
            "exempt_reason": stage == "exempt" and self.exempt_reason or "",
            "grade": self.grade.upper() if stage == "published" and self.grade else "",
            "total": plain(self.total_score) if stage == "published" else "",
        }

    def _announced_by(self):
        """The last day for the publication, unless it is over."""
        day = self.period_id.publication_until
        today = self.env["kpi.regulation.clause"]._today()
        return shown_date(day) if day >= today else ""

    def _employee_view(self, typed=None):
        """The sheet of the month; ``typed``: a form that could not be saved."""
        self.ensure_one()
        typed = typed if typed and self.state == "draft" else {}
        return self._employee_summary() | {
            "id": self.id,
            "name": self.employee_name,
            "job_title": self.job_title or "",
            "unit": self.department_name or "",
            "evaluator": self.evaluator_name or "",
            "groups": self._criteria_view(typed),
            "max_points": plain(sum(self.criterion_ids.mapped("max_points"))),
            "strengths": typed.get("strengths", self.self_strengths or ""),
            "weaknesses": typed.get("weaknesses", self.self_weaknesses or ""),
            "self_assessed_on": self._shown_day(self.self_assessed_on),
            "self_total": plain(self.self_total_score) if self.self_grade else "",
            "return_reason": self.return_reason or "",
            "score": self._score_view(),
            "opinion": self._opinion_view(),
        }

    def _criteria_view(self, typed):
        """[{"code", "name", "max", "given", "lines"}]: the criteria by groups."""
        self.ensure_one()
        lines = self.criterion_ids.sorted("sequence")
        groups = lines.grouped(lambda line: (line.group_code, line.group_name))
        return [
            {
                "code": code or "",
                "name": name or "",
                "max": plain(sum(members.mapped("max_points"))),
                "lines": [line._employee_view(typed) for line in members],
            }
            for (code, name), members in groups.items()
        ]

    def _score_view(self):
        """The score with its trace, where the person may see it."""
        self.ensure_one()
        if self.state not in self.STATES_SHOWN_TO_EMPLOYEE:
            return None
        grade = self.grade if self.state == "published" else self.system_grade
        grades = dict(self._fields["grade"]._description_selection(self.env))
        return {
            "total": plain(self.total_score) if self.is_scorable else "",
            "grade": grades.get(grade, ""),
            "rows": self._trace_rows(),
            "missing": self._missing_sentences(),
        }

    def _opinion_view(self):
        """The evaluator's words, once they are published."""
        self.ensure_one()
        if self.state != "published":
            return None
        is_leader = self.position_category in ("head", "deputy")
        reasons = [
            (self.env._("Opinion"), self.evaluator_comment),
            (self.env._("Organising the work (đ)"), self.organising_reason),
            (self.env._("Unity of the unit (e)"), self.unity_reason),
            (self.env._("Why this class"), self.grade_reason),
        ]
        hidden = () if is_leader else (reasons[1], reasons[2])
        return {
            "published_on": self._shown_day(self.published_on),
            "reasons": [one for one in reasons if one[1] and one not in hidden],
        }

    def _shown_day(self, moment):
        """The day of a moment where the law counts its days."""
        return shown_date(
            moment and moment.replace(tzinfo=timezone.utc).astimezone(LOCAL)
        )
