"""A collective decides at its meeting: who attended, how they voted (Điều 4.4, 9.1)."""

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError
from odoo.tools import mute_logger

from .common import INTERNAL
from .meeting_case import MeetingCase
from .paper import printed


class TestMeeting(MeetingCase):
    def test_nothing_is_decided_before_the_collective_has_met(self):
        with self.assertRaisesRegex(UserError, "has not met"):
            self._decide()
        self._meet()
        with self.assertRaisesRegex(UserError, "has not met"):
            self._decide()

    def test_nobody_is_marked_as_present_beforehand(self):
        self._as(self.clerk).action_list_members()
        attendees = self.session.attendee_ids
        self.assertEqual(len(attendees), 4)
        self.assertFalse(any(attendees.mapped("is_present")))
        self._as(self.clerk).action_list_members()
        self.assertEqual(len(self.session.attendee_ids), 4)

    def test_members_vote_and_the_chair_decides(self):
        self._meet(self.chair, self.member)
        self._vote(self.member, "a")
        self._vote(self.chair, "a", by=self.clerk)
        self.assertEqual(self.sheet.vote_summary, "A 2")
        self._decide()
        self.assertEqual(self.sheet.grade, "a")
        self.assertEqual(self.sheet.decided_by_id, self.chair.user_id)

    def test_the_chair_says_why_when_the_members_voted_otherwise(self):
        self._meet(self.chair, self.member)
        self._vote(self.member, "b")
        with self.assertRaisesRegex(UserError, "otherwise than the members voted"):
            self._decide()
        self.sheet.with_user(self.chair.user_id).write({"grade_reason": "Đủ căn cứ"})
        self._decide()

    def test_an_agency_may_bind_the_chair_to_the_majority(self):
        self._choose(body_conclusion="majority")
        self._meet(self.chair, self.member)
        self._vote(self.member, "b")
        with self.assertRaisesRegex(UserError, "The members voted for class B"):
            self._decide()

    def test_only_those_present_vote_each_once_and_never_for_another(self):
        self._meet(self.chair, self.member)
        with self.assertRaisesRegex(UserError, "not on the list of those present"):
            self._vote(self.head, "a")
        with self.assertRaisesRegex(UserError, "cast by the member"):
            self._vote(self.chair, "d", by=self.member)
        self._vote(self.member, "a")
        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"):
            self._vote(self.member, "b")

    def test_those_on_the_list_as_present_are_offered_to_vote(self):
        self._meet(self.chair, self.member)
        offered = self._as(self.clerk).present_member_ids
        self.assertEqual(offered, (self.chair | self.member).ids)

    def test_a_member_of_another_agency_opens_the_meeting(self):
        guest = self._person("Lò Văn Khách", "head", INTERNAL)
        other = self._agency("Đảng ủy xã Tân Cương")
        guest.user_id.write(
            {"company_ids": [(6, 0, other.ids)], "company_id": other.id}
        )
        self.body.member_ids |= guest
        self._meet(self.chair, self.member, guest)
        self.env.invalidate_all()
        (read,) = self.session.with_user(guest.user_id).read(
            ["present_member_ids", "stage", "log_html"]
        )
        self.assertIn(guest.id, read["present_member_ids"])

    def test_nobody_votes_on_themselves(self):
        self.body.member_ids |= self.staff
        self._meet(self.chair, self.staff)
        with self.assertRaises(AccessError):
            self._vote(self.staff, "a")
        with self.assertRaisesRegex(UserError, "Nobody votes on themselves"):
            self._vote(self.staff, "a", by=self.clerk)

    def test_others_than_chair_and_secretary_keep_no_minutes(self):
        for person in (self.member, self.head):
            with self.assertRaisesRegex(UserError, "keeps its minutes"):
                self._as(person).held_on = "2026-07-10 02:00:00"
        with self.assertRaises(AccessError):
            self._as(self.officer).held_on = "2026-07-10 02:00:00"

    def test_a_member_of_whom_alone_it_judges_is_told_no_stage_of_it(self):
        self.body.member_ids |= self.staff
        self.assertEqual(self._as(self.chair).stage, "decision")
        self.staff.user_id.group_ids = [(6, 0, self.env.ref("base.group_user").ids)]
        mine = self._as(self.staff)
        self.assertFalse(mine.sheet_count)
        self.assertFalse(mine.stage)

    def test_what_was_decided_on_no_longer_changes(self):
        self._meet(self.chair, self.member)
        vote = self._vote(self.member, "a")
        self._decide()
        with self.assertRaisesRegex(UserError, "after the opinion and before"):
            vote.with_user(self.member.user_id).grade = "d"
        with self.assertRaisesRegex(UserError, "after the opinion and before"):
            vote.with_user(self.clerk.user_id).unlink()
        for change in ({"held_on": False}, {"conclusion": "Khác"}):
            with self.assertRaisesRegex(UserError, "no longer change"):
                self._as(self.clerk).write(change)
        with self.assertRaisesRegex(UserError, "no longer change"):
            self._as(self.clerk).attendee_ids[:1].is_present = False

    def test_the_minutes_say_who_came_how_they_voted_and_what_was_concluded(self):
        self._meet(self.chair, self.member, self.clerk)
        self._vote(self.member, "b")
        self._vote(self.chair, "a")
        self._as(self.clerk).conclusion = "Thống nhất xếp Loại A."
        text = printed(
            self.session, self.clerk.user_id, "kpi_evaluation.report_kpi_minutes"
        ).text
        for words in (
            "BIÊN BẢN",
            "Có mặt: 3/4 thành viên",
            "Vắng mặt: Trần Văn Trưởng",
            "1 Nguyễn Thị An 100 A 1 1",
            "Thống nhất xếp Loại A.",
            "Hoàng Thị Chủ",
        ):
            self.assertIn(words, text)
