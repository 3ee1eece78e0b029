from odoo import models

from ..base.paper_text import ACTING, CLASSES, long_date, plain


class KpiSession(models.Model):
    """The papers of a session: list of results (Điều 18.2), minutes (Điều 4.4, 9.1)."""

    _inherit = "kpi.session"

    def _summary_papers(self):
        """[what the list of results of each session says]."""
        return [session._summary_paper() for session in self]

    def _summary_paper(self):
        self.ensure_one()
        sheets = self.appraisal_ids
        # sudo: names of the agency and of whoever judges on their own paper
        session = self.sudo()
        head = session.company_id._letterhead(session.department_id or None)
        return (
            head
            | sheets._summary()
            | {
                "month": session.period_id._month_in_words(),
                "whose": session.name,
                "signature": session._paper_signature(head["style"]),
            }
        )

    def _paper_signature(self, style):
        """(heading lines, name) of whoever judges here."""
        if self.body_id:
            chair = self.body_id.chair_id
            heading = f"{ACTING[style]['body']} {self.body_id.name.upper()}"
            return [heading, (chair.job_title or "").upper()], chair.name or ""
        judge = self.evaluator_id
        return [(judge.job_title or "CẤP CÓ THẨM QUYỀN").upper()], judge.name or ""

    def _minutes_papers(self):
        """[what the minutes of each collective's meeting say]."""
        return [session._minutes_paper() for session in self if session.body_id]

    def _minutes_paper(self):
        self.ensure_one()
        self.check_access("read")
        # sudo: who reads the session reads its members and votes on its minutes
        session, sheets = self.sudo(), self.appraisal_ids.sudo()
        head = session.company_id._letterhead(session.department_id or None)
        return (
            head
            | session._meeting_paper()
            | {
                "month": session.period_id._month_in_words(),
                "rows": [session._minutes_row(sheet) for sheet in sheets],
                "conclusion": (session.conclusion or "").splitlines(),
            }
        )

    def _meeting_paper(self):
        """Where and when one met, and who came."""
        body = self.body_id
        present = self.attendee_ids.filtered("is_present")
        return {
            "body": body.name,
            "held_on": long_date(self.held_on),
            "place": self.place or "",
            "number": self.minutes_number or "",
            "present": [_person(one.member_id) for one in present],
            "absent": [
                f"{_person(one.member_id)}{f': {one.note}' if one.note else ''}"
                for one in self.attendee_ids - present
            ],
            "chair": body.chair_id.name or "",
            "secretary": body.secretary_id.name or "",
        }

    def _minutes_row(self, sheet):
        votes = self.vote_ids.filtered(lambda one: one.appraisal_id == sheet)
        by_class = votes.grouped("grade")
        is_known = sheet.is_scorable and sheet.state != "exempt"
        return {
            "name": sheet.employee_name or "",
            "title": sheet.job_title or "",
            "points": plain(sheet.total_score, 2) if is_known else "",
            "proposed": (sheet.proposed_grade or "").upper(),
            "votes": [str(len(by_class.get(one, ())) or "") for one in CLASSES],
            "class": (sheet.grade or "").upper(),
        }


def _person(member):
    title = member.job_title
    return f"{member.name} ({title})" if title else member.name
