"""From the unit's year to a person's score, each step by its person (Điều 2.1, 15)."""

from datetime import date

from odoo.exceptions import UserError

from .plan_case import PlanCase


class TestPlanStory(PlanCase):
    def _planned_month(self):
        """Year → quarter → month of the unit, and what staff draws from it."""
        year = self._approve(
            self._unit_plan("year", self._line("K2", 12), self._line("K1", 40))
        )
        quarter = self._unit_plan(
            "quarter",
            self._line("K2", 3, source_line_id=self._of(year, "K2").id),
            self._line("K1", 10, source_line_id=self._of(year, "K1").id),
        )
        self._approve(quarter)
        month = self._unit_plan(
            "month",
            self._line(
                "K2",
                1,
                source_line_id=self._of(quarter, "K2").id,
                employee_id=self.staff.id,
            ),
            self._line("K1", 4, source_line_id=self._of(quarter, "K1").id),
        )
        self._approve(month)
        return year, quarter, month

    def _of(self, plan, code):
        return plan.line_ids.filtered(lambda line: line.item_id == self.items[code])

    def test_a_year_becomes_a_person_s_base(self):
        year, quarter, month = self._planned_month()
        self.assertEqual(quarter.parent_id, year)
        self.assertEqual(month.parent_id, quarter)
        month.with_user(self.head.user_id).action_draw()
        plan = self._own_plan(
            self.staff,
            self._line("K1", 3, source_line_id=self._of(month, "K1").id),
            self._line("K0.4", 5, day=date(2026, 7, 20)),
        )
        self.assertEqual(plan.parent_id, month)
        self._approve(plan)
        works = self._works(plan)
        last = date(2026, 7, 31)
        self.assertEqual(
            {
                one.item_id.code: (one.quantity, one.coefficient, one.date_deadline)
                for one in works
            },
            {
                "K0.4": (5, 0.4, date(2026, 7, 20)),
                "K2": (1, 2, last),
                "K1": (3, 1, last),
            },
        )
        self.assertEqual(set(works.mapped("origin")), {"plan"})
        self.assertEqual(works.assigner_id, self.head)
        sheet = self._open()[self.staff]
        self.assertEqual(plan.worth, 7)
        self._deliver(works.filtered(lambda one: one.item_id == self.items["K1"]))
        # A = 2 + 2 + 3 = 7, of which 3 are done.
        self.assertEqual(sheet.quantity_ratio, 42.85)

    def test_work_ad_hoc_joins_the_month_and_never_the_base(self):
        plan = self._approve(self._own_plan(self.staff, self._line("K1", 4)))
        sheet = self._open()[self.staff]
        self._deliver(self._works(plan))
        before = sheet.quantity_ratio
        extra = self._give(self.staff, "K2", 1, origin="adhoc")
        taken = self._give(self.staff, "K2.5", 1, origin="takeover")
        plan.invalidate_recordset()
        self.assertEqual(plan.extra_work_ids, extra | taken)
        self.assertEqual(plan.line_count, 1)
        self.assertEqual((sheet.quantity_ratio, before), (100, 100))
        for reader in (self.staff.user_id, self.head.user_id, self.hr):
            self.assertEqual(plan.with_user(reader).extra_work_ids, extra | taken)
        self._give(self.colleague, "K2", 1, origin="adhoc")
        plan.invalidate_recordset()
        self.assertEqual(plan.extra_work_ids, extra | taken)

    def test_the_weight_of_approved_work_is_of_the_day_of_the_approval(self):
        plan = self._approve(self._own_plan(self.staff, self._line("K2", 3)))
        draft = self._own_plan(self.colleague, self._line("K2", 3))
        self._set_behind(self.items["K2"], points=20, coefficient=4)
        (plan | draft).invalidate_recordset()
        plan.line_ids.invalidate_recordset()
        self.assertEqual((plan.worth, draft.worth), (6, 12))
        self.assertEqual(self._works(plan).coefficient, 2)

    def test_work_done_shows_beside_what_was_planned(self):
        plan = self._approve(self._own_plan(self.staff, self._line("K1", 4)))
        self._deliver(self._works(plan), 1.5)
        self.assertEqual(plan.line_ids.done_quantity, 1.5)

    def test_directing_work_of_a_leader_stays_directing(self):
        line = self._line("K2", 1, role="directing")
        plan = self._approve(self._own_plan(self.head, line))
        self.assertEqual(self._works(plan).role, "directing")

    def test_no_plan_is_approved_for_a_month_that_the_person_has_assessed(self):
        plan = self._own_plan(self.staff, self._line("K1", 4))
        self._deliver(self._give(self.staff))
        sheet = self._open()[self.staff]
        self._submit(plan)
        self._self_assess(sheet)
        with self.assertRaisesRegex(UserError, "already assessed"):
            plan.with_user(self.head.user_id).action_approve()
        self.assertFalse(self._works(plan))
        self.assertIn(
            "already assessed", plan.with_user(self.head.user_id).next_step_hint
        )
        sheet.with_user(self.head.user_id).action_return("Bổ sung kế hoạch")
        plan.with_user(self.head.user_id).action_approve()
        self.assertEqual(self._works(plan).quantity, 4)
