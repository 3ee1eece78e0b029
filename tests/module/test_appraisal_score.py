from datetime import date

from odoo.exceptions import UserError

from .common import INTERNAL, PORTAL, KpiCase


class ScoreCase(KpiCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.sheet = cls._open()[cls.staff]

    def _general(self, points):
        """Self-assess to some points of the general criteria, whole lines first."""
        given = []
        for most in self.sheet.criterion_ids.mapped("max_points"):
            given.append(min(most, max(0, round(points - sum(given), 4))))
        self.assertAlmostEqual(sum(given), points, 4)
        return self._self_assess(self.sheet, given)


class TestScore(ScoreCase):
    """From hand-ins to figures (Điều 11, 13, 14); each row computed by hand."""

    def _faulty(self, work, faults):
        for number in range(faults):
            delivery = self._hand_in(work)
            delivery.with_user(self.head.user_id).action_return(f"Lỗi {number}")

    def test_each_fault_costs_a_quarter_and_never_more_than_all(self):
        work = self._give(self.staff)
        for faults, quality in ((0, 100), (1, 75), (2, 50), (3, 25), (4, 0), (5, 0)):
            with self.subTest(faults=faults), self.env.cr.savepoint() as savepoint:
                self._faulty(work, faults)
                self._deliver(work)
                self.assertEqual(self.sheet.quality_ratio, quality)
                self.assertEqual(self.sheet.quantity_ratio, 100)
                savepoint.rollback()
                self.env.invalidate_all(flush=False)

    def test_each_lateness_costs_a_quarter(self):
        late = self._give(self.staff, "K1", 2, date_deadline=date(2026, 7, 9))
        on_time = self._give(self.staff, "K2", 1)
        self._deliver(on_time)
        self._deliver(late, 1, day=date(2026, 7, 10))
        self._deliver(late, 1, day=date(2026, 7, 11))
        # (2·50 % + 2) / 4
        self.assertEqual(self.sheet.progress_ratio, 75)

    def test_what_is_not_done_counts_in_all_three_ratios(self):
        self._deliver(self._give(self.staff, "K1", 4), 1)
        ratios = ("quantity_ratio", "quality_ratio", "progress_ratio")
        self.assertEqual([self.sheet[one] for one in ratios], [25, 25, 25])

    def test_work_beyond_the_plan_is_a_bonus_and_never_lowers(self):
        self._deliver(self._give(self.staff, "K1", 10), 8)
        self._general(20)
        self.assertEqual(self.sheet.total_score, 76)  # 20 + 80·70 %
        self.sheet.with_user(self.head.user_id).action_return("Thêm việc")
        for origin in ("adhoc", "takeover"):
            work = self._give(self.staff, "K1", 1, origin=origin)
            self.assertEqual(self.sheet.quantity_ratio, 80)
        self._deliver(work)
        self.assertEqual(self.sheet.bonus_score, 7)  # 1/10 of 70

    def test_only_extra_work_leaves_nothing_to_measure_by(self):
        self._deliver(self._give(self.staff, origin="adhoc"))
        self._general(30)
        self.assertFalse(self.sheet.is_scorable)
        self.assertFalse(self.sheet.system_grade)

    def test_the_total_stops_at_a_hundred(self):
        self._deliver(self._give(self.staff))
        self._deliver(self._give(self.staff, "K2", 5, origin="adhoc"))
        self._general(30)
        self.assertEqual(self.sheet.bonus_score, 700)
        self.assertEqual(self.sheet.total_score, 100)

    def test_more_than_assigned_counts_as_assigned(self):
        work = self._give(self.staff, "K1", 4)
        self._deliver(work)
        self._give(self.staff, "K1", 4)
        work._write_fixed({"quantity": 2})
        work._refresh_sheets()
        self.assertEqual(work.done_quantity, 4)
        self.assertEqual(self.sheet.quantity_ratio, 33.33)  # 2 of 6, not 4 of 6

    def test_bands_are_exact_to_the_last_digit(self):
        self._deliver(self._give(self.staff, "K1", 1000), 1000)
        work = self.env["kpi.assignment"].search([("employee_id", "=", self.staff.id)])
        for done, general, total, grade in (
            (1000, 20, 90, "a"),
            (1000, 19.9999, 89.99, "b"),
            (1000, 19.996, 89.99, "b"),  # 89.996: shown cut off, and no A
            (1000, 0, 70, "b"),
            (999.999, 0, 69.99, "c"),
            (571.4286, 10, 50, "c"),  # 50.000002
            (571.4285, 10, 49.99, "d"),  # 49.999995
            (0.0001, 0, 0, "d"),
        ):
            with self.subTest(done=done, general=general):
                with self.env.cr.savepoint() as savepoint:
                    self.env.cr.execute(
                        "UPDATE kpi_assignment SET done_quantity = %s WHERE id = %s",
                        [done, work.id],
                    )
                    work.invalidate_recordset()
                    self._general(general)
                    now = self.sheet.total_score, self.sheet.system_grade
                    self.assertEqual(now, (total, grade))
                    savepoint.rollback()
                self.env.invalidate_all(flush=False)

    def test_figures_without_value_are_told_from_zero(self):
        self.assertFalse(self.sheet.is_scorable)
        missing = [code for code, _subject in self.sheet.trace["missing"]]
        self.assertIn("nothing_assigned", missing)
        self.assertIn("criterion_without_points", missing)


class TestLeader(ScoreCase):
    """d, đ and e of who leads (Điều 12.3, 12.4)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.chair = cls._person("Hoàng Thị Chủ", "head", INTERNAL)
        cls.deputy = cls._person("Đỗ Văn Phó", "deputy", INTERNAL, cls.head)
        cls.led = cls._person("Ngô Thị Dung", "staff", PORTAL, cls.deputy)
        cls.head.parent_id = cls.chair
        sheets = cls._open()
        cls.leader = sheets[cls.head]
        cls.leader.with_user(cls.hr).action_change_evaluator(cls.chair.id, "Bổ nhiệm")
        cls.below = {person: sheets[person] for person in cls._people()}

    @classmethod
    def _people(cls):
        return (cls.staff, cls.colleague, cls.officer, cls.led, cls.deputy)

    def _missing(self):
        return [code for code, _subject in self.leader.trace["missing"]]

    def _decide_all(self, but=()):
        for person, sheet in self.below.items():
            if person not in but:
                self._deliver(self._give(person))
                self._until(sheet, "decided")

    def test_d_waits_while_anybody_led_is_not_decided(self):
        self._decide_all(but=(self.led, self.deputy))
        self.assertIn("subordinate_undecided", self._missing())
        self.assertFalse(self.leader.unit_ratio)
        self._deliver(self._give(self.led))
        self._until(self.below[self.led], "decided")
        self.assertIn("subordinate_undecided", self._missing())
        self._deliver(self._give(self.deputy))
        self._until(self.below[self.deputy], "decided")
        self.assertNotIn("subordinate_undecided", self._missing())
        self.assertEqual(self.leader.unit_ratio, 100)

    def test_d_is_half_as_soon_as_one_led_person_is_d(self):
        """Even while others are open: they can no longer change it."""
        self._give(self.led, "K2", 5)
        sheet = self._until(self.below[self.led], "decided")
        self.assertEqual(sheet.grade, "d")
        self.assertEqual(self.leader.unit_ratio, 50)
        self.assertNotIn("subordinate_undecided", self._missing())

    def test_d_counts_those_led_through_a_deputy(self):
        self._give(self.led, "K2", 5)
        self._until(self.below[self.led], "decided")
        for sheet in (self.leader, self.below[self.deputy]):
            self.assertEqual(sheet.unit_ratio, 50)

    def test_the_class_by_points_counts_not_one_lowered_on_purpose(self):
        self._decide_all(but=(self.staff,))
        self._deliver(self._give(self.staff))
        self._self_assess(self.sheet)
        self._review(self.sheet, proposed_grade="d", grade_reason="Kỷ luật")
        self._decide(self.sheet)
        self.assertEqual(self.sheet.grade, "d")
        self.assertEqual(self.leader.unit_ratio, 100)

    def test_organising_and_unity_are_chosen_never_defaulted(self):
        self._decide_all()
        self._deliver(self._give(self.head))
        self._self_assess(self.leader)
        self.assertIn("organising_not_chosen", self._missing())
        self.assertIn("unity_not_chosen", self._missing())
        judge = self.leader.with_user(self.chair.user_id)
        with self.assertRaisesRegex(UserError, "no score yet"):
            judge.action_review()
        judge.write({"organising_level": "reduced", "unity_level": "full"})
        # (100·5 + 50) / 6
        self.assertEqual(self.leader.result_score, 91.66)
        self.assertEqual(self.leader.organising_ratio, 50)

    def test_both_choices_need_their_reason(self):
        self._decide_all()
        self._deliver(self._give(self.head))
        self._self_assess(self.leader)
        for reasons in (
            {"organising_reason": "", "unity_reason": ""},
            {"organising_reason": "Đủ", "unity_reason": " "},
            {"organising_reason": " ", "unity_reason": "Đoàn kết"},
        ):
            with self.assertRaisesRegex(UserError, "Điều 12.3"):
                self._review(self.leader, **reasons)
        self._review(self.leader)
        self.assertEqual(self.leader.total_score, 100)

    def test_staff_are_not_judged_by_d_and_the_rest(self):
        self._deliver(self._give(self.staff))
        self._general(30)
        steps = [step["code"] for step in self.sheet.trace["steps"]]
        self.assertNotIn("unit", steps)
        self.assertEqual(self.sheet.result_score, 100)

    def test_an_untouched_sheet_that_goes_no_longer_holds_d_up(self):
        self._decide_all(but=(self.led, self.deputy))
        deputy = self.below[self.deputy]
        unit = {"name": "Phòng Kinh tế", "company_id": self.company.id}
        self.deputy.kpi_field_department_ids = self.env["hr.department"].create(unit)
        deputy.with_user(self.hr).action_take_field()
        self._deliver(self._give(self.deputy))
        self._self_assess(deputy)
        with self.assertRaisesRegex(UserError, "not finished yet: Ngô Thị Dung"):
            self._review(deputy)
        self.below[self.led].with_user(self.hr).unlink()
        self.assertEqual(deputy.unit_ratio, 100)
        self._until(deputy, "decided")
        self.assertNotIn("subordinate_undecided", self._missing())
