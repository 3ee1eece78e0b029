from odoo.exceptions import UserError

from .authority_case import AuthorityCase

NOTICE = {
    "grade": "b",
    "document": "15/TB-CCT",
    "date": "2026-07-09",
    "agency": "Thuế tỉnh Thái Nguyên",
}


class TestExternalResult(AuthorityCase):
    """Leaders of central agencies are only recorded here (Điều 9.1, last line)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        tax = cls._unit("Thuế cơ sở", "nganh_doc")
        cls.leader = cls._placed("Trưởng Thuế", tax, "head")
        cls.sheets = cls._open()
        cls.sheet = cls.sheets[cls.leader]

    def _record(self, user=None, reason="", **changed):
        sheet = self.sheet.with_user(user or self.hr)
        return sheet.action_record_external(NOTICE | changed, reason)

    def test_the_officer_records_class_and_notice_without_points(self):
        self._record()
        sheet = self.sheet
        self.assertEqual((sheet.state, sheet.grade), ("published", "b"))
        self.assertEqual(sheet.external_document, "15/TB-CCT")
        self.assertFalse(sheet.is_scorable or sheet.external_points_given)
        self.assertTrue(sheet.published_on)

    def test_a_recorded_result_is_no_fault_of_the_book_of_decisions(self):
        self._record()
        book = self.env["kpi.decision"]
        self.assertFalse(book._faults_of_missing(self.sheet.company_id))

    def test_points_of_the_notice_are_kept_beside_and_a_zero_is_no_blank(self):
        self._record(points=0)
        self.assertTrue(self.sheet.external_points_given)
        self._record(points=91.5, reason="Nhầm điểm")
        self.assertEqual(self.sheet.external_points, 91.5)
        self.assertFalse(self.sheet.system_grade)

    def test_a_correction_needs_a_reason_and_leaves_the_old_result_in_the_log(self):
        self._record()
        self.env.cr.precommit.run()
        with self.assertRaisesRegex(UserError, "corrected"):
            self._record(grade="a")
        self._record(grade="a", document="18/TB-CCT", reason="Thông báo thay thế")
        self.env.cr.precommit.run()
        self.assertEqual((self.sheet.grade, self.sheet.state), ("a", "published"))
        log = self.sheet.message_ids
        self.assertIn("Thông báo thay thế", "".join(log.mapped("body")))
        changed = {
            value.field_id.name: value.old_value_char
            for value in log[0].tracking_value_ids | log[1].tracking_value_ids
        }
        self.assertEqual(changed["external_document"], "15/TB-CCT")
        self.assertEqual(changed["grade"], "B – Good")

    def test_a_result_that_is_not_complete_is_refused(self):
        for label, changed in (
            ("no class", {"grade": None}),
            ("no such class", {"grade": "e"}),
            ("no document", {"document": " "}),
            ("no date", {"date": False}),
            ("a date to come", {"date": "2026-07-11"}),
            ("a date before the month", {"date": "2026-06-30"}),
            ("too many points", {"points": 100.5}),
            ("points below zero", {"points": -1}),
            ("points that are no number", {"points": "90"}),
            ("points that are none", {"points": float("nan")}),
        ):
            with self.subTest(label), self.assertRaises(UserError):
                self._record(**changed)
        self.assertEqual(self.sheet.state, "draft")

    def test_nobody_else_records_and_nobody_for_themselves(self):
        for user in (self.leader.user_id, self.chair.user_id, self.clerk.user_id):
            with self.subTest(user.name), self.assertRaises(UserError):
                self._record(user)
        self.leader.user_id.group_ids += self.env.ref("kpi_evaluation.group_hr")
        with self.assertRaisesRegex(UserError, "own sheet"):
            self._record(self.leader.user_id)

    def test_who_is_judged_here_gets_no_result_from_elsewhere(self):
        sheet = self.sheets[self.clerk].with_user(self.hr)
        with self.assertRaisesRegex(UserError, "judged here"):
            sheet.action_record_external(NOTICE)
        self._until(self.sheets[self.clerk], "draft")
        self.assertEqual(sheet.state, "draft")

    def test_no_step_of_the_month_is_taken_on_such_a_sheet(self):
        mine = self.sheet.with_user(self.leader.user_id)
        for act in (mine.save_self_assessment, mine.action_self_assess):
            with self.assertRaisesRegex(UserError, "Điều 9.1"):
                act()
        officer = self.sheet.with_user(self.hr)
        for label, act in (
            ("evaluator", lambda: officer.action_change_evaluator(self.chair.id, "x")),
            ("deadline", lambda: officer.action_extend_deadline("2026-08-20", "x")),
        ):
            with self.subTest(label), self.assertRaisesRegex(UserError, "Điều 9.1"):
                act()
        self.assertFalse(self.sheet.due_on or self.sheet.is_overdue)

    def test_such_a_sheet_counts_for_nobody_s_d_and_is_found_apart(self):
        self._record(grade="d")
        own = self.sheets[self.chair]
        led = [one.sheet for one in own._people_led().get(own) or ()]
        self.assertNotIn(self.sheet.id, led)
        period = self.period.with_user(self.hr)
        self.assertEqual((period.external_count, period.external_left), (1, 0))
        sheets = self.env["kpi.appraisal"].with_user(self.hr)
        found = sheets.search([("is_external", "=", True)])
        self.assertEqual(found, self.sheet)

    def test_the_leader_waits_on_the_portal_and_then_sees_the_class(self):
        mine = self.env["kpi.appraisal"].with_user(self.leader.user_id)
        own = mine._own_sheet(self.period)
        self.assertEqual(own._employee_summary()["stage"], "external")
        self._record()
        self.assertEqual(own._employee_summary()["stage"], "published")
        self.assertEqual(own._employee_summary()["grade"], "B")

    def test_the_paper_names_the_notice(self):
        self._record(points=85)
        line = self.sheet._class_lines()[0]
        for part in ("15/TB-CCT", "09/07/2026", "Thuế tỉnh", "85 điểm"):
            self.assertIn(part, line)

    def test_the_dialog_starts_a_correction_from_what_was_recorded(self):
        self._record(points=85)
        wizards = self.env["kpi.external.result"].with_user(self.hr)
        wizard = wizards.with_context(default_appraisal_id=self.sheet.id).create({})
        self.assertEqual((wizard.grade, wizard.points), ("b", 85))
        self.assertTrue(wizard.is_correction)
        wizard.write({"grade": "c", "reason": "Nhầm loại"})
        wizard.action_record()
        self.assertEqual(self.sheet.grade, "c")
