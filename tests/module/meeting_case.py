"""A collective that judges one person: its chair, a member, a secretary (Điều 9.1)."""

from .common import INTERNAL, KpiCase


class MeetingCase(KpiCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.chair = cls._person("Hoàng Thị Chủ", "head", INTERNAL)
        cls.member = cls._person("Vũ Văn Viên", "deputy", INTERNAL, cls.chair)
        cls.clerk = cls._person("Đào Thị Thư", "staff", INTERNAL, cls.chair)
        cls.body = cls.env["kpi.body"].create(
            {
                "name": "Tập thể lãnh đạo UBND xã",
                "kind": "tap_the_lanh_dao",
                "company_id": cls.company.id,
                "chair_id": cls.chair.id,
                "secretary_id": cls.clerk.id,
                "member_ids": [(6, 0, (cls.member | cls.head).ids)],
            }
        )
        cls._deliver(cls._give(cls.staff))
        cls.sheet = cls._open()[cls.staff]
        cls._self_assess(cls.sheet)
        cls._put_before(cls.body)
        cls.sheet.with_user(cls.chair.user_id).action_review()

    @classmethod
    def _put_before(cls, body):
        """Have the collective judge the sheet, as a line of Điều 9.1 would."""
        cls.sheet._set_copied({"body_id": body.id, "evaluator_id": cls.chair.id})
        cls.env["kpi.session"]._ensure(cls.period)
        cls.session = cls.env["kpi.session"].search([("body_id", "=", body.id)])

    def _as(self, person):
        self.env.flush_all()
        self.env.invalidate_all()
        return self.session.with_user(person.user_id)

    def _meet(self, *present):
        minutes = self._as(self.clerk)
        minutes.action_list_members()
        for line in minutes.attendee_ids:
            line.is_present = line.member_id in self.env["hr.employee"].concat(*present)
        minutes.held_on = "2026-07-10 02:00:00"

    def _vote(self, member, grade, by=None):
        return (
            self.env["kpi.session.vote"]
            .with_user((by or member).user_id)
            .create(
                {
                    "session_id": self.session.id,
                    "appraisal_id": self.sheet.id,
                    "member_id": member.id,
                    "grade": grade,
                }
            )
        )

    def _decide(self):
        self.sheet.with_user(self.chair.user_id).action_decide()
