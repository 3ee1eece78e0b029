"""Who changed what in a session, from what to what, for those entitled (Điều 6.1)."""

from lxml import html

from odoo.tests import Form

from .meeting_case import MeetingCase


class TestSessionLog(MeetingCase):
    def setUp(self):
        super().setUp()
        # What was made before is in the database; only its changes are noted.
        self.env.flush_all()
        self.env.cr.precommit.run()

    def _rows(self, user):
        """The history as a user sees it: (who, on what, what, old, new)."""
        self.env.flush_all()
        self.env.cr.precommit.run()
        self.env.flush_all()
        self.env.invalidate_all()
        page = html.fromstring(self.session.with_user(user).log_html)
        rows = page.xpath("//tbody/tr")
        return [tuple(cell.text_content().strip() for cell in row[1:]) for row in rows]

    def _changed(self):
        """A meeting with a vote, and a proposal lowered by the chair."""
        self._meet(self.chair, self.member)
        self._vote(self.member, "a").grade = "b"
        judge = self.sheet.with_user(self.chair.user_id)
        judge.write({"proposed_grade": "b", "grade_reason": "Trong tỷ lệ"})
        self._decide()

    def test_the_judges_see_each_change_with_its_author_and_both_values(self):
        self._changed()
        rows = self._rows(self.chair.user_id)
        chair, clerk = self.chair.name, self.clerk.name
        person = self.sheet.employee_name
        for row in (
            (chair, person, "Proposed Grade", "A – Excellent", "B – Good"),
            (chair, person, "Reason for another class", "–", "Trong tỷ lệ"),
            (chair, person, "Class", "–", "B – Good"),
            (clerk, "The session", "Met on", "–", "10/07/2026 02:00"),
            (clerk, "The session", "Vũ Văn Viên: absent → present"),
            (self.member.name, person, "Vote of Vũ Văn Viên: – → A"),
            (self.member.name, person, "Vote of Vũ Văn Viên: A → B"),
        ):
            self.assertIn(row, rows)
        self.assertEqual(rows[0][0], chair, "newest first")

    def test_notes_are_in_the_language_of_whoever_makes_the_change(self):
        self.env["res.lang"]._activate_lang("vi_VN")
        for person in (self.clerk, self.member, self.chair):
            person.user_id.lang = "vi_VN"
        self._changed()
        rows = self._rows(self.chair.user_id)
        self.assertIn("B – Hoàn thành tốt nhiệm vụ", {row[-1] for row in rows})
        whats = {row[2] for row in rows}
        self.assertIn("Vũ Văn Viên: vắng → có mặt", whats)
        self.assertIn("Phiếu của Vũ Văn Viên: – → A", whats)

    def test_officers_see_all_of_it_and_an_inspector_the_meeting_only(self):
        self._changed()
        inspector = self._user("Thanh tra", "kpi_evaluation.group_inspector")
        about = {row[1] for row in self._rows(self.hr)}
        self.assertEqual(about, {"The session", self.sheet.employee_name})
        about = {row[1] for row in self._rows(inspector)}
        self.assertEqual(about, {"The session"})

    def test_a_member_does_not_see_what_was_noted_on_oneself(self):
        own = self.period.appraisal_ids.filtered(
            lambda one: one.employee_id == self.member
        )
        own._set_copied({"body_id": self.body.id, "evaluator_id": self.chair.id})
        own._message_log(body="Góp ý kín")
        self.assertNotIn("Góp ý kín", str(self._rows(self.member.user_id)))
        self.assertIn("Góp ý kín", str(self._rows(self.chair.user_id)))

    def test_no_change_is_hidden_by_the_context_of_the_caller(self):
        quiet = {"tracking_disable": True, "mail_notrack": True}
        session = self._as(self.clerk).with_context(**quiet)
        session.write({"place": "Phòng họp số 1"})
        row = (self.clerk.name, "The session", "Place", "–", "Phòng họp số 1")
        self.assertIn(row, self._rows(self.chair.user_id))

    def test_the_history_takes_the_same_queries_for_many_changes(self):
        self._meet(self.chair)
        counts = []
        for times in (1, 30):
            for one in range(times):
                self._as(self.clerk).place = f"Phòng {times}/{one}"
                self.env.flush_all()
                self.env.cr.precommit.run()
            self._rows(self.chair.user_id)
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            rows = len(self._rows(self.chair.user_id))
            counts.append(self.env.cr.sql_log_count - before)
        self.assertGreater(rows, 30)
        self.assertLessEqual(counts[1], counts[0] + 2, counts)

    def test_the_form_shows_it(self):
        self._changed()
        self.env.flush_all()
        self.env.cr.precommit.run()
        with Form(self._as(self.chair)) as form:
            self.assertIn("Trong tỷ lệ", form.log_html)
