from odoo import fields, models

MINUTES = {
    "place": "Phòng họp Đảng ủy phường",
    "minutes_number": "12-BB/ĐU",
    "conclusion": "Các đồng chí dự họp thống nhất xếp loại theo kết quả biểu quyết.",
}
# Who was away from the meeting, and why.
AWAY = {"ptlhuong": "Đi công tác"}
VOTERS = ("bithu", "thuongtruc")


class KpiDemo(models.AbstractModel):
    """The meeting at which a collective of the demonstration judges (Điều 4.4, 9.1)."""

    _inherit = "kpi.demo"

    def _meet(self, sheets):
        """Have each collective that judges some of the sheets meet and vote."""
        judged = self.env["kpi.appraisal"].union(*sheets).filtered("body_id")
        sessions = self.env["kpi.session"]
        for sheet in judged:
            session = sessions.search(
                [
                    ("period_id", "=", sheet.period_id.id),
                    ("body_id", "=", sheet.body_id.id),
                ]
            )
            self._hold(session.with_user(sheet.body_id.chair_id.user_id))
            for login in VOTERS:
                self._vote(session, sheet, login)

    def _hold(self, session):
        if session.held_on:
            return
        session.action_list_members()
        for line in session.attendee_ids:
            # sudo: the chair reads who sits in the collective, not their records
            reason = AWAY.get(line.sudo().member_id.user_id.login)
            line.write({"is_present": not reason, "note": reason})
        session.write(MINUTES | {"held_on": fields.Datetime.now()})

    def _vote(self, session, sheet, login):
        votes = self.env["kpi.session.vote"].with_user(self._user(login))
        votes.create(
            {
                "session_id": session.id,
                "appraisal_id": sheet.id,
                "member_id": self.env.ref(f"kpi_evaluation.demo_employee_{login}").id,
                "grade": sheet.proposed_grade,
            }
        )
