from odoo.exceptions import AccessError, UserError

from .common import INTERNAL, KpiCase


class AppraisalCase(KpiCase):
    """One accepted product, and An's sheet of the month."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.work = cls._give(cls.staff, "K1", 4)
        cls._deliver(cls.work)
        cls.sheet = cls._open()[cls.staff]
        cls.mine = cls.sheet.with_user(cls.staff.user_id)
        cls.judge = cls.sheet.with_user(cls.head.user_id)


class TestSelfAssessment(AppraisalCase):
    """The person's own points and words (Điều 15.2)."""

    def test_a_blank_is_no_zero(self):
        lines = self.sheet.criterion_ids
        self.mine.save_self_assessment(dict.fromkeys(lines[1:].ids, 0))
        with self.assertRaisesRegex(UserError, "0 must be typed too"):
            self.mine.action_self_assess()
        self.assertFalse(self.sheet.is_scorable)
        self.assertFalse(self.sheet.system_grade)
        self.mine.save_self_assessment({lines[0].id: 0})
        self.mine.action_self_assess()
        self.assertEqual(self.sheet.general_score, 0)
        self.assertEqual(self.sheet.total_score, 70)

    def test_points_may_be_taken_back_before_handing_in(self):
        line = self.sheet.criterion_ids[0]
        self.mine.save_self_assessment({line.id: 5})
        self.mine.save_self_assessment({line.id: None})
        self.assertFalse(line.self_given)

    def test_points_are_numbers_within_the_criterion(self):
        line = self.sheet.criterion_ids[0]
        for points in (5.01, -0.01, "5", True, 10**400, float("nan"), [], {}):
            with self.subTest(points=points), self.assertRaises(UserError):
                self.mine.save_self_assessment({line.id: points})
        self.assertFalse(line.self_given)

    def test_points_may_come_as_json_writes_them(self):
        line = self.sheet.criterion_ids[0]
        self.mine.save_self_assessment({str(line.id): 4})
        self.assertEqual(line.self_points, 4)

    def test_points_for_a_line_of_another_sheet_are_refused(self):
        foreign = self._open()[self.colleague].criterion_ids[0]
        with self.assertRaises(UserError):
            self.mine.save_self_assessment({foreign.id: 5})
        for points in ([foreign.id], "5", {"x": 5}):
            with self.assertRaises(UserError):
                self.mine.save_self_assessment(points)
        self.assertFalse(foreign.self_given)

    def test_what_is_not_named_when_saving_stays(self):
        line = self.sheet.criterion_ids[0]
        self.mine.save_self_assessment({line.id: 5}, "Đúng hạn", "Còn chậm")
        self.mine.save_self_assessment({self.sheet.criterion_ids[1].id: 5})
        self.mine.save_self_assessment(weaknesses="")
        self.assertEqual(line.self_points, 5)
        self.assertEqual(self.sheet.self_strengths, "Đúng hạn")
        self.assertFalse(self.sheet.self_weaknesses)

    def test_nobody_else_assesses_for_the_person(self):
        for user in (self.head.user_id, self.hr, self.colleague.user_id):
            sheet = self.sheet.with_user(user)
            with self.assertRaises(UserError, msg=user.name):
                sheet.save_self_assessment({})
            with self.assertRaises(UserError, msg=user.name):
                sheet.action_self_assess()

    def test_a_self_assessment_is_handed_in_once(self):
        self._self_assess(self.sheet)
        for act in (self.mine.save_self_assessment, self.mine.action_self_assess):
            with self.assertRaises(UserError):
                act()

    def test_the_evaluator_starts_from_the_person_s_points(self):
        points = [5, 4, 2.5, 2, 1.5, 1, 0.5, 0, 2.5, 2.5]
        self._self_assess(self.sheet, points)
        lines = self.sheet.criterion_ids
        self.assertEqual(lines.mapped("evaluator_points"), points)
        self.assertTrue(all(lines.mapped("evaluator_given")))


class TestSheet(AppraisalCase):
    """What a sheet copies, who judges it, and that it is kept (Điều 14, 18.1)."""

    def test_a_transfer_rewrites_nothing(self):
        unit = self.env["hr.department"].create(
            {"name": "Phòng khác", "company_id": self.company.id}
        )
        chief = self._person("Đỗ Văn Phó", "deputy", INTERNAL, self.head)
        fields = [
            *("employee_name", "job_title", "department_id", "department_name"),
            *("position_category", "form_id", "evaluator_id", "evaluator_name"),
        ]
        before = self.sheet.read(fields)
        self.staff.write(
            {
                "name": "Nguyễn Thị An (cũ)",
                "job_title": "Phó phòng",
                "department_id": unit.id,
                "kpi_position_category": "deputy",
                "parent_id": chief.id,
            }
        )
        self.head.name = "Trần Văn Trưởng (cũ)"
        self.env.flush_all()
        self.env.invalidate_all()
        after = self.sheet.read(fields)
        for one in (before[0], after[0]):  # links show the record's name of today
            one["evaluator_id"] = one["evaluator_id"][0]
        self.assertEqual(after, before)

    def test_a_new_form_changes_no_open_sheet(self):
        names = self.sheet.criterion_ids.mapped("name")
        form = self.sheet.form_id
        form.criterion_ids.write({"name": "Tiêu chí khác"})
        self.assertEqual(self.sheet.criterion_ids.mapped("name"), names)

    def test_the_officer_changes_the_evaluator_with_a_reason(self):
        chief = self._person("Đỗ Văn Phó", "deputy", INTERNAL, self.head)
        chief.job_title = "Phó Chủ tịch"
        sheet = self.sheet.with_user(self.hr)
        with self.assertRaises(UserError):
            sheet.action_change_evaluator(chief.id, " ")
        sheet.action_change_evaluator(chief.id, "Điều động")
        named = (self.sheet.evaluator_name, self.sheet.evaluator_title)
        self.assertEqual(named, ("Đỗ Văn Phó", "Phó Chủ tịch"))
        self._self_assess(self.sheet)
        with self.assertRaises(UserError):
            self.judge.action_review()
        self._review(self.sheet)
        with self.assertRaises(UserError):
            sheet.action_change_evaluator(self.head.id, "Đổi lại")

    def test_a_sheet_without_evaluator_waits_for_one(self):
        head = self._self_assess(self._open()[self.head])
        for user in (self.hr, self.head.user_id):
            with self.assertRaises(UserError, msg=user.name):
                head.with_user(user).action_review()

    def test_only_an_untouched_sheet_is_deleted(self):
        mine = self.sheet.with_user(self.hr)
        line = self.sheet.criterion_ids[0]
        self.mine.save_self_assessment({line.id: 5})
        with self.assertRaises(UserError):
            mine.unlink()
        self.mine.save_self_assessment({line.id: None}, strengths="Đúng hạn")
        with self.assertRaises(UserError):
            mine.unlink()
        self.mine.save_self_assessment(strengths="")
        mine.unlink()
        self.assertFalse(self.sheet.exists())

    def test_a_sheet_given_back_is_not_deleted(self):
        self._self_assess(self.sheet)
        self.judge.action_return("Thiếu minh chứng")
        with self.assertRaises(UserError):
            self.sheet.with_user(self.hr).unlink()

    def test_nobody_makes_a_sheet_by_hand(self):
        for user in (self.staff.user_id, self.head.user_id, self.hr):
            with self.assertRaises(AccessError, msg=user.name):
                self.env["kpi.appraisal"].with_user(user).create(
                    {"employee_id": self.staff.id, "period_id": self.period.id}
                )

    def test_a_sheet_is_found_by_the_person_s_name(self):
        found = self.env["kpi.appraisal"].name_search("Thị An")
        self.assertEqual([key for key, _name in found], self.sheet.ids)

    def test_buttons_and_guards_have_one_mind(self):
        """May_ fields say yes exactly where the step succeeds."""
        steps = ("review", "reopen", "decide", "publish")
        for state in ("draft", "self_assessed", "reviewed", "decided", "published"):
            self._until(self.sheet, state)
            for user in (self.head.user_id, self.hr):
                sheet = self.sheet.with_user(user)
                for step in steps:
                    with self.subTest(state=state, user=user.name, step=step):
                        self.assertEqual(
                            sheet[f"may_{step}"], self._succeeds(sheet, step)
                        )

    def _succeeds(self, sheet, step):
        try:
            with self.env.cr.savepoint() as savepoint:
                getattr(sheet, f"action_{step}")()
                savepoint.rollback()
        except UserError:
            return False
        finally:
            self.env.invalidate_all(flush=False)
        return True
