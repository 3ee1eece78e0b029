from datetime import date

from psycopg2 import IntegrityError

from odoo.exceptions import UserError
from odoo.tools import mute_logger

from .common import HR, INTERNAL
from .plan_case import PlanCase


class TestPlan(PlanCase):
    """The steps of a plan: who takes them, what they demand, what they leave."""

    def test_a_plan_is_given_back_with_a_reason_and_submitted_again(self):
        plan = self._submit(self._own_plan(self.staff, self._line("K1", 2)))
        leader = plan.with_user(self.head.user_id)
        for nothing in ("", "   ", None):
            with self.assertRaisesRegex(UserError, "Say why"):
                leader.action_return(nothing)
        leader.action_return("Thiếu báo cáo tháng")
        self.assertEqual((plan.state, plan.return_reason[:5]), ("draft", "Thiếu"))
        self.assertFalse(self._works(plan))
        mine = plan.with_user(self.staff.user_id)
        mine.save_lines([self._line("K2", 1)])
        mine.action_submit()
        self.assertEqual((plan.state, plan.return_reason), ("submitted", False))
        leader.action_approve()
        self.assertEqual(len(self._works(plan)), 2)

    def test_plans_are_given_back_together_from_the_list(self):
        plans = self.env["kpi.plan"]
        for person in (self.staff, self.colleague):
            plans |= self._submit(self._own_plan(person, self._line()))
        wizard = self.env["kpi.plan.return"].with_user(self.head.user_id)
        wizard.create({"plan_ids": plans.ids, "reason": "Sửa"}).action_return()
        self.assertEqual(set(plans.mapped("state")), {"draft"})

    def test_a_plan_without_work_is_not_submitted(self):
        plan = self._own_plan(self.staff)
        with self.assertRaisesRegex(UserError, "no work yet"):
            self._submit(plan)
        self.assertIn("no work", plan.with_user(self.staff.user_id).next_step_hint)

    def test_a_second_approval_gives_nothing_twice(self):
        plan = self._approve(self._own_plan(self.staff, self._line("K1", 2)))
        works = self._works(plan)
        with self.assertRaisesRegex(UserError, "does not allow"):
            plan.with_user(self.head.user_id).action_approve()
        self.assertEqual(self._works(plan), works)
        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"):
            plan._give_work()

    def test_a_line_withdrawn_before_the_approval_gives_nothing(self):
        plan = self._own_plan(self.staff, self._line("K1", 2), self._line("K2", 1))
        self._submit(plan).with_user(self.head.user_id).action_return("Bỏ K2")
        gone = plan.line_ids.filtered(lambda line: line.item_id == self.items["K2"])
        plan.with_user(self.staff.user_id).remove_lines(gone.ids)
        self._approve(plan)
        self.assertEqual(self._works(plan).item_id, self.items["K1"])

    def test_a_submitted_or_approved_plan_stands_still_for_everybody(self):
        plan = self._submit(self._own_plan(self.head, self._line("K1", 2)))
        for state in ("submitted", "approved"):
            if state == "approved":
                plan.with_user(self.chair.user_id).action_approve()
            for user in (self.head, self.chair, self.officer):
                self._assert_still(plan.with_user(user.user_id))
            self._assert_still(plan)
            self._assert_still(plan.sudo())

    def _assert_still(self, plan):
        line = plan.line_ids
        for act in (
            lambda: line.write({"quantity": 9}),
            lambda: line.write({"date_deadline": date(2026, 7, 1)}),
            lambda: line.unlink(),
            lambda: plan.env["kpi.plan.line"].create(
                self._line("K2", 1, plan_id=plan.id)
            ),
            lambda: plan.write({"line_ids": [(5,)]}),
            lambda: plan.write({"note": "x"}),
            lambda: plan.write({"state": "draft"}),
            lambda: plan.write({"period_id": self.period.id}),
            lambda: plan.unlink(),
        ):
            with self.assertRaises(UserError):
                act()

    @mute_logger("odoo.sql_db")
    def test_there_is_one_plan_for_a_person_and_month_and_for_a_unit_and_time(self):
        plan = self._own_plan(self.staff)
        self.assertEqual(self._own_plan(self.staff), plan)
        self._unit_plan("month")
        self._unit_plan("quarter")
        for values in (
            {"employee_id": self.staff.id, "period_id": self.period.id},
            {"department_id": self.unit.id, "period_id": self.period.id},
            {
                "department_id": self.unit.id,
                "span": "quarter",
                "date_start": date(2026, 9, 30),
            },
        ):
            with self.subTest(values=values), self.assertRaises(IntegrityError):
                self.env["kpi.plan"].create(values)

    def test_a_year_and_a_quarter_begin_and_end_where_the_calendar_has_them(self):
        for span, first, last in (
            ("year", date(2026, 1, 1), date(2026, 12, 31)),
            ("quarter", date(2026, 7, 1), date(2026, 9, 30)),
            ("month", date(2026, 7, 1), date(2026, 7, 31)),
        ):
            plan = self._unit_plan(span, day=date(2026, 8, 15))
            self.assertEqual((plan.date_start, plan.date_end), (first, last))

    def test_whose_plan_it_is_must_be_said_and_must_fit(self):
        elsewhere = self._agency("UBND xã Bình Yên")
        foreign = self._month(company=elsewhere)
        for values in (
            {},
            {"employee_id": self.staff.id},
            {"period_id": self.period.id},
            {"employee_id": self.staff.id, "period_id": foreign.id},
            {"department_id": self.unit.id, "period_id": foreign.id},
            {"department_id": self.unit.id, "span": "year"},
            {"employee_id": self.staff.id, "span": "year", "date_start": "2026-01-01"},
            {"employee_id": 10**8, "period_id": self.period.id},
            {"employee_id": "x", "period_id": self.period.id},
            {"department_id": self.unit.id, "span": "week"},
            {"department_id": self.unit.id, "span": "year", "date_start": "2026-13-1"},
        ):
            with self.subTest(values=values), self.assertRaises(UserError):
                self.env["kpi.plan"].create(values)

    def test_what_a_step_sets_is_not_given_with_a_new_plan(self):
        plans = self.env["kpi.plan"].with_user(self.head.user_id)
        mine = {"employee_id": self.head.id, "period_id": self.period.id}
        for name, value in (
            ("state", "approved"),
            ("approved_by_id", self.chair.user_id.id),
            ("submitted_on", "2026-07-01 00:00:00"),
            ("company_id", self.company.id),
            ("employee_name", "Người khác"),
        ):
            with self.subTest(field=name), self.assertRaises(UserError):
                plans.create(mine | {name: value})
        forged = {"default_state": "approved", "default_approved_by_id": 1}
        plan = plans.with_context(**forged).create(mine)
        self.assertEqual((plan.state, plan.approved_by_id.id), ("draft", False))

    def test_names_stay_as_they_were_when_the_plan_was_made(self):
        plan = self._own_plan(self.staff)
        self.staff.name = "Tên mới"
        self.unit.name = "Phòng mới"
        self.assertEqual(plan.employee_name, "Nguyễn Thị An")
        self.assertEqual(plan.department_name, "Phòng Kinh tế")
        self.assertEqual(plan.display_name, "Nguyễn Thị An – 07/2026")

    def test_what_matters_stands_in_the_log_of_the_plan(self):
        plan = self._own_plan(self.staff, self._line("K1", 2), self._line("K2", 1))
        first, second = plan.line_ids
        mine = plan.with_user(self.staff.user_id)
        mine.save_lines(
            [{"id": first.id, "quantity": 3, "date_deadline": "2026-07-20"}]
        )
        mine.remove_lines(second.ids)
        self._submit(plan)
        self.cr.precommit.run()
        notes = " ".join(plan.message_ids.mapped("body"))
        for words in ("2 → 3", "31/07/2026 → 20/07/2026", "Withdrawn: Sản phẩm K2"):
            self.assertIn(words, notes)
        tracked = plan.message_ids.tracking_value_ids.field_id.mapped("name")
        self.assertIn("state", tracked)

    def test_a_plan_once_submitted_is_not_deleted(self):
        draft = self._own_plan(self.head, self._line())
        self._submit(draft).with_user(self.chair.user_id).action_return("Sửa")
        with self.assertRaisesRegex(UserError, "is kept"):
            draft.with_user(self.head.user_id).unlink()
        other = self._own_plan(self.officer, self._line())
        other.with_user(self.hr).unlink()
        self.assertFalse(other.exists())

    def test_a_month_with_plans_does_not_move(self):
        period = self._next()
        self._own_plan(self.staff, period=period)
        with self.assertRaises(UserError):
            period.write({"date_start": "2026-09-01", "date_end": "2026-09-30"})

    def test_a_plan_begun_on_a_screen_is_one_s_own_and_of_this_month(self):
        plans = self.env["kpi.plan"].with_context(default_scope="person")
        found = plans.with_user(self.head.user_id).default_get(
            ["scope", "employee_id", "period_id"]
        )
        self.assertEqual(found["employee_id"], self.head.id)
        self.assertEqual(found["period_id"], self.period.id)
        units = self.env["kpi.plan"].with_context(default_scope="unit")
        found = units.with_user(self.head.user_id).default_get(
            ["scope", "department_id", "employee_id"]
        )
        self.assertEqual(found["department_id"], self.unit.id)
        self.assertNotIn("employee_id", found)

    def test_a_unit_of_no_agency_cannot_plan(self):
        unit = self.env["hr.department"].create({"name": "Chung", "company_id": False})
        with self.assertRaisesRegex(UserError, "belongs to no agency"):
            self.env["kpi.plan"].create(
                {"department_id": unit.id, "period_id": self.period.id}
            )

    def test_another_agency_neither_opens_nor_reads_a_plan(self):
        elsewhere = self._agency("UBND xã Bình Yên")
        officer = self._person("Mai Nơi Khác", "staff", HR, None, elsewhere)
        other = self._person("Bùi Ngoài", "staff", INTERNAL, None, elsewhere)
        for user in (officer.user_id, other.user_id):
            with self.assertRaises(UserError):
                self.env["kpi.plan"].with_user(user).open_own(self.period.id)
            plan = self._own_plan(self.staff)
            with self.assertRaises(UserError):
                plan.with_user(user).read(["state"])
