from .common import INTERNAL, PORTAL, KpiCase

# Sheet of a specialist, by hand. k·N, k·M, and k·M after 25 % off for each fault and
# each lateness:
#   product          k    N   M  faults late   k·N    k·M   quality  progress
#   K1              1.0   4   4    0     0     4.0    4.0    4.0      4.0
#   K2              2.0   3   2    0     1     6.0    4.0    4.0      3.0
#   K2.5            2.5   2   2    1     0     5.0    5.0    3.75     5.0
#                                          A = 15.0   13.0   11.75    12.0
#   K0.4 (ad hoc)   0.4   5   5    0     0     2.0    2.0    2.0      2.0
SPECIALIST = {
    "quantity_ratio": 86.66,  # 13 / 15
    "quality_ratio": 78.33,  # 11.75 / 15
    "progress_ratio": 80,  # 12 / 15
    "result_score": 81.66,  # (13 + 11.75 + 12) / 15 / 3 = 245 / 3
    "bonus_score": 9.33,  # 2 / 15 of 70
    "general_score": 28.5,  # 30 − 1.5
    "total_score": 95,  # 28.5 + 57.1666… + 9.3333…: exact, not 94.99
    "system_grade": "a",
}
OWN_POINTS = [5, 4, 2.5, 2.5, 2.5, 2, 2.5, 2.5, 2.5, 2.5]


class TestStory(KpiCase):
    """A month from the catalogue to the published sheet, each step by its person."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.chair = cls._person("Hoàng Thị Chủ", "head", INTERNAL)
        cls.head.parent_id = cls.chair
        cls.sheets = cls._open()
        cls.sheet = cls.sheets[cls.staff]

    def _assert_figures(self, sheet, figures):
        self.assertEqual({name: sheet[name] for name in figures}, figures)

    def _do_the_work(self):
        """The specialist's month as in the table above."""
        self._deliver(self._give(self.staff, "K1", 4, date_deadline="2026-07-10"))
        late = self._give(self.staff, "K2", 3, date_deadline="2026-07-15")
        self._deliver(late, 2, day="2026-07-16")
        faulty = self._give(self.staff, "K2.5", 2, date_deadline="2026-07-20")
        first = self._hand_in(faulty, day="2026-07-18")
        first.with_user(self.head.user_id).action_return("Thiếu phụ lục")
        self._deliver(faulty, day="2026-07-20")
        extra = self._give(self.staff, "K0.4", 5, origin="adhoc")
        self._deliver(extra)

    def test_the_total_is_the_one_computed_by_hand(self):
        self._do_the_work()
        self._self_assess(self.sheet, OWN_POINTS)
        self._assert_figures(self.sheet, SPECIALIST)
        self._until(self.sheet, "published")
        self._assert_figures(self.sheet, SPECIALIST | {"grade": "a"})

    def test_what_was_self_assessed_is_what_is_decided_and_published(self):
        self._do_the_work()
        self._self_assess(self.sheet, OWN_POINTS)
        own = self.sheet.self_total_score, self.sheet.self_grade
        self.assertEqual(own, (95, "a"))
        for state in ("reviewed", "decided", "published"):
            self._until(self.sheet, state)
            now = self.sheet.total_score, self.sheet.system_grade
            self.assertEqual(now, own, state)
        self.assertEqual(self.sheet.grade, "a")

    def test_the_evaluator_moves_the_total_by_points_with_a_reason(self):
        self._do_the_work()
        self._self_assess(self.sheet, OWN_POINTS)
        line = self.sheet.criterion_ids[2].with_user(self.head.user_id)
        line.write({"evaluator_points": 2, "evaluator_reason": "Chậm tham mưu"})
        self._until(self.sheet, "published")
        self._assert_figures(self.sheet, {"general_score": 28, "total_score": 94.5})
        self.assertEqual(self.sheet.self_total_score, 95)
        self.assertEqual(line.evaluator_reason, "Chậm tham mưu")

    def test_each_step_carries_who_took_it_and_when(self):
        self._do_the_work()
        self._until(self.sheet, "published")
        self.assertEqual(self.sheet.decided_by_id, self.head.user_id)
        moments = [
            self.sheet[f"{step}_on"]
            for step in ("self_assessed", "reviewed", "decided", "published")
        ]
        self.assertTrue(all(moments))
        self.assertEqual(moments, sorted(moments))

    def test_the_published_sheet_explains_every_figure_to_the_person(self):
        self._do_the_work()
        self._self_assess(self.sheet, OWN_POINTS)
        self._until(self.sheet, "published")
        rows = self.sheet.with_user(self.staff.user_id)._trace_rows()
        shown = {row["code"]: (row["numerator"], row["denominator"]) for row in rows}
        self.assertEqual(shown["quantity"], ("13", "15"))
        self.assertEqual(shown["quality"], ("11,75", "15"))
        self.assertEqual(shown["progress"], ("12", "15"))
        self.assertEqual(rows[-1]["value"], "A")
        self.assertTrue(all(row["clause"] for row in rows))

    def test_the_head_is_judged_last_and_by_those_led(self):
        """Own 2 of 2, and of the people led 15 (13 done, 11.75 flawless, 12 on time),
        1 and 1: ((17 + 15.75 + 16) / 19·100 + 100·3) / 6 = 92.763…"""
        self._do_the_work()
        self._deliver(self._give(self.head, "K1", 2))
        for person in (self.colleague, self.officer):
            self._deliver(self._give(person, "K1", 1))
        head = self.sheets[self.head]
        self._self_assess(head)
        self.assertFalse(head.is_scorable)
        for person in (self.staff, self.colleague, self.officer):
            self._until(self.sheets[person], "decided")
        self._until(head, "published")
        self._assert_figures(
            head,
            {
                "unit_ratio": 100,
                "organising_ratio": 100,
                "unity_ratio": 100,
                "quantity_ratio": 89.47,
                "quality_ratio": 82.89,
                "progress_ratio": 84.21,
                "result_score": 92.76,
                "total_score": 94.93,
                "grade": "a",
            },
        )

    def test_one_failure_below_costs_the_head_half_of_d(self):
        """And what was left undone counts for the head's directing: 4 of 14 units.

        (3·400/14 + 50 + 200) / 6 = 55.952…; 30 + 70 % of it = 69.166…
        """
        self._deliver(self._give(self.head, "K1", 2))
        self._give(self.colleague, "K2", 5)
        for person in (self.staff, self.officer):
            self._deliver(self._give(person, "K1", 1))
        for person in (self.staff, self.colleague, self.officer):
            self._until(self.sheets[person], "decided")
        self.assertEqual(self.sheets[self.colleague].grade, "d")
        head = self._until(self.sheets[self.head], "decided")
        self._assert_figures(
            head,
            {
                "unit_ratio": 50,
                "result_score": 55.95,
                "total_score": 69.16,
                "grade": "c",
            },
        )

    def test_a_month_of_two_people_never_mixes_their_work(self):
        other = self._person("Vũ Thị Cúc", "contract", PORTAL, self.head)
        sheet = self._open()[other]
        self._deliver(self._give(other, "K1", 1))
        self._do_the_work()
        self.assertEqual(sheet.quantity_ratio, 100)
        self.assertEqual(self.sheet.quantity_ratio, 86.66)
        self.assertEqual(sheet.form_id.code, "04")
