"""What a meeting agreed on is written down at once (Điều 9.1)."""

from odoo.exceptions import UserError

from .meeting_case import MeetingCase


class TestVotesOfOneMind(MeetingCase):
    def _propose(self, grade="b"):
        self.sheet.with_user(self.chair.user_id).write(
            {"proposed_grade": grade, "grade_reason": "Theo kết quả họp"}
        )

    def _votes(self):
        return {one.member_id: one.grade for one in self.session.vote_ids}

    def test_all_present_get_a_vote_for_the_proposed_class(self):
        self._propose()
        self._meet(self.chair, self.member)
        self._as(self.clerk).action_vote_as_proposed()
        self.assertEqual(self._votes(), {self.chair: "b", self.member: "b"})

    def test_a_vote_that_was_cast_stands_and_nothing_is_doubled(self):
        self._propose()
        self._meet(self.chair, self.member)
        self._vote(self.member, "a")
        self._as(self.clerk).action_vote_as_proposed()
        self.assertEqual(self._votes(), {self.chair: "b", self.member: "a"})
        with self.assertRaisesRegex(UserError, "Nothing is left"):
            self._as(self.clerk).action_vote_as_proposed()

    def test_nobody_votes_on_themselves_by_it(self):
        self.body.member_ids |= self.staff
        self._propose()
        self._meet(self.chair, self.staff)
        self._as(self.clerk).action_vote_as_proposed()
        self.assertEqual(self._votes(), {self.chair: "b"})

    def test_who_is_absent_votes_on_nothing(self):
        self._propose()
        self._meet()
        with self.assertRaisesRegex(UserError, "mark who is present"):
            self._as(self.clerk).action_vote_as_proposed()

    def test_only_who_keeps_the_minutes_writes_it_down(self):
        self._propose()
        self._meet(self.chair, self.member)
        with self.assertRaisesRegex(UserError, "keeps its minutes"):
            self._as(self.member).action_vote_as_proposed()
