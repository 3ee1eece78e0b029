"""A unit's month in one place: who is in it, what is missing, one click for all."""

from odoo.exceptions import UserError

from .common import INTERNAL, PORTAL, KpiCase


class TestSession(KpiCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.deputy = cls._person("Đỗ Văn Phó", "deputy", INTERNAL, cls.head)
        cls.young = cls._person("Ngô Thị Dung", "staff", PORTAL, cls.deputy)
        cls.sheets = cls._open()
        cls.people = (cls.staff, cls.colleague, cls.officer)

    def _session(self, judge):
        return self.env["kpi.session"].search(
            [("period_id", "=", self.period.id), ("evaluator_id", "=", judge.id)]
        )

    def _as(self, judge):
        self.env.invalidate_all()
        return self._session(judge).with_user(judge.user_id)

    def test_whoever_judges_finds_exactly_their_people(self):
        mine = self._as(self.head).appraisal_ids.employee_id
        self.assertEqual(set(mine.ids), {one.id for one in (*self.people, self.deputy)})
        self.assertEqual(self._as(self.deputy).appraisal_ids.employee_id, self.young)

    def test_opening_again_makes_no_second_session(self):
        before = self.env["kpi.session"].search_count([])
        self._open()
        self.assertEqual(self.env["kpi.session"].search_count([]), before)

    def test_a_sheet_goes_to_the_session_of_its_new_evaluator(self):
        sheet = self.sheets[self.colleague].with_user(self.hr)
        sheet.action_change_evaluator(self.deputy.id, "Điều động")
        self.assertIn(self.sheets[self.colleague], self._as(self.deputy).appraisal_ids)
        self.assertNotIn(self.sheets[self.colleague], self._as(self.head).appraisal_ids)

    def test_the_stage_is_that_of_whoever_is_furthest_behind(self):
        for person in self.people:
            self._deliver(self._give(person))
        session = self._as(self.head)
        self.assertEqual(session.stage, "self")
        for sheet in session.appraisal_ids:
            self._self_assess(sheet.with_env(self.env))
        session = self._as(self.head)
        self.assertEqual((session.stage, session.waiting_count), ("opinion", 4))

    def test_what_is_missing_is_said_of_each_person(self):
        self._deliver(self._give(self.staff))
        self._self_assess(self.sheets[self.staff])
        self._self_assess(self.sheets[self.colleague])
        text = self._as(self.head).readiness
        self.assertIn("Not assessed themselves yet", text)
        self.assertIn("Phạm Thị Sự", text)
        self.assertRegex(text, "Lê Văn Bình has no score yet: no work of the plan")
        self.assertNotIn("Nguyễn Thị An", text)

    def test_one_click_takes_those_who_are_ready_and_names_the_others(self):
        for person in (self.staff, self.officer):
            self._deliver(self._give(person))
            self._self_assess(self.sheets[person])
        self._self_assess(self.sheets[self.colleague])
        told = self._as(self.head).action_review()["params"]
        self.assertEqual(told["type"], "warning")
        self.assertIn("2 sheets went on", told["message"])
        self.assertIn("Lê Văn Bình", told["message"])
        states = {one: self.sheets[one].state for one in self.people}
        self.assertEqual(states[self.colleague], "self_assessed")
        self.assertEqual(states[self.staff], states[self.officer], "reviewed")
        self._as(self.head).action_decide()
        self.assertEqual(self.sheets[self.staff].state, "decided")
        self._as(self.head).with_user(self.hr).action_publish()
        self.assertEqual(self.sheets[self.staff].state, "published")
        # The officer does not publish their own sheet.
        self.assertEqual(self.sheets[self.officer].state, "decided")

    def test_a_second_click_changes_nothing_and_says_so(self):
        self._deliver(self._give(self.staff))
        self._self_assess(self.sheets[self.staff])
        self._as(self.head).action_review()
        with self.assertRaisesRegex(UserError, "No sheet of this session waits"):
            self._as(self.head).action_review()

    def test_proposals_are_edited_in_the_list_of_the_session(self):
        self._deliver(self._give(self.staff))
        sheet = self._until(self.sheets[self.staff], "reviewed")
        change = {"proposed_grade": "b", "grade_reason": "Trong tỷ lệ"}
        self._as(self.head).write({"appraisal_ids": [(1, sheet.id, change)]})
        self.assertEqual((sheet.proposed_grade, sheet.system_grade), ("b", "a"))

    def test_an_opinion_given_back_comes_again_with_its_reason(self):
        self._deliver(self._give(self.staff))
        sheet = self._until(self.sheets[self.staff], "reviewed")
        judge = sheet.with_user(self.head.user_id)
        with self.assertRaisesRegex(UserError, "Say why"):
            judge.action_send_back(" ")
        judge.action_send_back("Xem lại điểm kỷ luật")
        self.assertEqual(sheet.state, "self_assessed")
        self.assertIn("Xem lại điểm kỷ luật", sheet.exceptions)
        self._review(sheet)
        self.assertFalse(sheet.sent_back_reason)

    def test_the_list_shows_what_stands_out(self):
        late = self._give(self.staff, "K1", 2, date_deadline="2026-07-05")
        self._hand_in(late, 1, day="2026-07-06").with_user(
            self.head.user_id
        ).action_return("Sai số liệu")
        self._deliver(late, 2, day="2026-07-08")
        sheet = self._until(self.sheets[self.staff], "self_assessed")
        self.assertEqual((sheet.fault_total, sheet.late_total), (1, 2))
        self.assertIn("full general points 30", sheet.exceptions)

    def test_last_month_is_compared_where_the_judge_may_read_it(self):
        june = self._month(self.period.date_start.replace(month=6))
        before = self._open(june)[self.staff]
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE kpi_appraisal SET state = 'published', grade = 'b', "
            "total_score = 80 WHERE id = %s",
            before.ids,
        )
        self.env.invalidate_all()
        self._deliver(self._give(self.staff))
        sheet = self._until(self.sheets[self.staff], "self_assessed")
        seen = sheet.with_user(self.head.user_id)
        self.assertEqual((seen.previous_grade, seen.previous_change), ("b", 20))

    def test_a_session_costs_no_query_for_each_of_its_people(self):
        def queries(session):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            session.mapped("readiness")
            session.appraisal_ids.mapped("exceptions")
            session.appraisal_ids.mapped("previous_change")
            session.mapped("quota_html")
            return self.env.cr.sql_log_count - before

        few = queries(self._as(self.deputy))
        for number in range(12):
            self._person(f"Thêm {number}", "staff", None, self.head)
        self._open()
        many = queries(self._as(self.head))
        self.assertLess(many, few + 12)
