"""A head without a licence decides a unit, within the share of A (Điều 8.5, 16)."""

from .people_case import PEOPLE, PeopleCase


class TestPeopleDecisions(PeopleCase):
    def setUp(self):
        super().setUp()
        self._log_in(self.leader)
        self.url = f"{PEOPLE}/{self.period.id}/decisions"

    def test_whoever_is_ticked_is_decided_and_nobody_else(self):
        self._reviewed()
        text = self._page(self.url).text_content()
        self.assertIn("rank among class A", text)
        self.assertIn("within the share", text)
        answer = self._post(self.url, step="decide", **{f"decide_{self.sheet.id}": "1"})
        self.assertEqual(answer.status_code, 303)
        self.assertEqual(self.sheet.state, "decided")
        self.assertEqual(self.sheet.decided_by_id, self.leader.user_id)
        self.assertTrue(self.sheet.decision_ids, "frozen in the book")
        self.assertEqual(self.other_sheet.state, "reviewed")

    def test_a_class_below_the_points_takes_a_reason_and_keeps_what_was_typed(self):
        self._reviewed()
        grade, reason = f"grade_{self.sheet.id}", f"reason_{self.sheet.id}"
        tick = {f"decide_{self.sheet.id}": "1"}
        response = self._post(self.url, step="decide", **tick, **{grade: "b"})
        self.assertIn("Say why", self._error(response))
        self.assertEqual(self.sheet.state, "reviewed")
        why = {grade: "b", reason: "Nhường tỷ lệ"}
        self._post(self.url, step="decide", **tick, **why)
        self.assertEqual(
            (self.sheet.grade, self.sheet.grade_reason), ("b", why[reason])
        )

    def test_nobody_is_decided_in_class_a_over_the_share(self):
        self._choose(day="2026-06-02", quota_share="20", quota_base="rated_b")
        self._reviewed()
        ticks = {f"decide_{one.id}": "1" for one in (self.sheet, self.other_sheet)}
        response = self._post(self.url, step="decide", **ticks)
        self.assertIn("Điều 8.5", self._error(response))
        self.assertEqual(
            {self.sheet.state, self.other_sheet.state}, {"reviewed"}, "all or none"
        )

    def test_the_opinion_is_taken_up_again_on_the_sheet_s_page(self):
        self._reviewed()
        url = f"{PEOPLE}/sheet/{self.sheet.id}"
        self._post(url, step="reopen")
        self.assertEqual(self.sheet.state, "self_assessed")
        self._post(url, step="review")
        self._post(url, step="decide", proposed_grade="", grade_reason="")
        self.assertEqual((self.sheet.state, self.sheet.grade), ("decided", "a"))

    def test_whoever_only_decides_gives_an_opinion_back(self):
        """Where the head of the agency decides, the leader gives the opinion only."""
        self._reviewed()
        self.env.cr.execute(
            "UPDATE kpi_appraisal SET decider_id = %s, decider_user_id = %s "
            "WHERE id = %s",
            (self.staff.id, self.staff.user_id.id, self.sheet.id),
        )
        self.env.invalidate_all()
        self._log_in(self.staff)
        url = f"{PEOPLE}/sheet/{self.sheet.id}"
        self._post(url, step="send_back", reason="Xem lại tiêu chí 1")
        self.assertEqual(self.sheet.state, "self_assessed")
        self.assertEqual(self.sheet.sent_back_reason, "Xem lại tiêu chí 1")
        self._log_in(self.leader)
        self.assertIn("Xem lại tiêu chí 1", self._page(url).text_content())
        self.assertNotIn(self.one.name, self._page(self.url).text_content())
