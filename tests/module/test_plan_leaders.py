from odoo.exceptions import UserError

from .common import INTERNAL, PORTAL
from .plan_case import PlanCase


class TestPlanLeaders(PlanCase):
    """The direct leader approves; nobody approves their own (Điều 2.1)."""

    def _assert_only(self, plan, *users):
        """Exactly these of everybody may approve the submitted plan."""
        everybody = self.env["res.users"].search(
            [("company_ids", "in", self.company.ids), ("share", "in", (True, False))]
        )
        may = everybody.filtered(lambda user: self._may_approve(plan, user))
        self.assertEqual(may, self.env["res.users"].union(*users))

    def _may_approve(self, plan, user):
        self.env.invalidate_all()
        seen = plan.with_user(user).with_prefetch()
        return seen.has_access("read") and seen.may_approve

    def _authorise(self, principal, substitute, first="2026-07-01", last="2026-07-31"):
        return self.env["kpi.delegation"].create(
            {
                "principal_id": principal.id,
                "substitute_id": substitute.id,
                "date_from": first,
                "date_to": last,
                "document": "12/UQ-UBND",
            }
        )

    def test_a_person_s_plan_is_approved_by_who_judges_them(self):
        plan = self._submit(self._own_plan(self.staff, self._line()))
        self._assert_only(plan, self.head.user_id)

    def test_a_unit_s_plan_is_approved_by_who_judges_its_head(self):
        plan = self._submit(self._unit_plan("year", self._line()))
        self._assert_only(plan, self.chair.user_id)

    def test_an_authorised_substitute_approves_while_authorised(self):
        deputy = self._person("Đỗ Văn Phó", "deputy", INTERNAL, self.head)
        plan = self._submit(self._own_plan(self.staff, self._line()))
        self._authorise(self.head, deputy, last="2026-07-09")
        self._assert_only(plan, self.head.user_id)
        self._authorise(self.head, deputy)
        self._assert_only(plan, self.head.user_id, deputy.user_id)
        plan.with_user(deputy.user_id).action_approve()
        self.assertEqual(self._works(plan).assigner_id, self.head)
        self.assertEqual(plan.approved_by_id, deputy.user_id)

    def test_a_substitute_does_not_approve_their_own_plan(self):
        plan = self._submit(self._own_plan(self.officer, self._line()))
        # Another officer enters it.
        self._authorise(self.head, self.officer)
        self._assert_only(plan, self.head.user_id)
        with self.assertRaisesRegex(UserError, "their own plan"):
            plan.with_user(self.hr).action_approve()

    def test_who_submitted_for_the_head_does_not_approve_for_the_leader(self):
        deputy = self._person("Đỗ Văn Phó", "deputy", INTERNAL, self.head)
        self._authorise(self.head, deputy)
        self._authorise(self.chair, deputy)
        plan = self._unit_plan("quarter", self._line())
        plan.with_user(deputy.user_id).action_submit()
        self._assert_only(plan, self.chair.user_id)

    def test_a_second_record_of_the_same_person_does_not_approve(self):
        elsewhere = self._agency("UBND xã Bình Yên")
        twin = self._person("Trần Văn Trưởng", "head", company=elsewhere)
        self.head.user_id.company_ids += elsewhere
        twin.user_id = self.head.user_id
        self.head.parent_id = False
        plan = self._submit(self._own_plan(self.head, self._line()))
        self.env.cr.execute(
            "UPDATE hr_employee SET kpi_evaluator_id = %s WHERE id = %s",
            [twin.id, self.head.id],
        )
        self.env.invalidate_all()
        self._assert_only(plan)

    def test_the_chair_s_word_is_the_collective_s(self):
        secretary = self._person("Vũ Bí Thư", "head", INTERNAL)
        member = self._person("Lý Ủy Viên", "deputy", INTERNAL)
        board = self.env["kpi.body"].create(
            {
                "name": "Ban Thường vụ Đảng ủy",
                "kind": "btv_du_xa",
                "company_id": self.company.id,
                "chair_id": secretary.id,
                "member_ids": [(4, member.id)],
            }
        )
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE hr_employee SET kpi_body_id = %s, kpi_evaluator_id = NULL "
            "WHERE id = %s",
            [board.id, self.chair.id],
        )
        self.env.invalidate_all()
        plan = self._submit(self._own_plan(self.chair, self._line()))
        self._assert_only(plan, secretary.user_id)
        self.assertTrue(plan.with_user(member.user_id).line_ids)
        plan.with_user(secretary.user_id).action_approve()
        self.assertTrue(self._works(plan))

    def test_who_is_missing_is_said_to_whoever_looks(self):
        plan = self._submit(self._own_plan(self.chair, self._line()))
        hint = plan.with_user(self.chair.user_id)._reasons_against("approve")[plan]
        self.assertIn("their own plan", hint)
        hint = plan.with_user(self.hr)._reasons_against("approve")[plan]
        self.assertIn("no direct leader yet", hint)
        unit_plan = self._submit(self._unit_plan("year", self._line()))
        self.unit.manager_id = False
        hint = unit_plan.with_user(self.hr)._reasons_against("approve")[unit_plan]
        self.assertIn("no head yet", hint)

    def test_a_new_leader_approves_what_was_submitted_to_the_old_one(self):
        plan = self._submit(self._own_plan(self.staff, self._line()))
        chief = self._person("Đỗ Văn Phó", "deputy", INTERNAL, self.head)
        self.staff.parent_id = chief
        self._assert_only(plan, chief.user_id)

    def test_who_approved_keeps_reading_after_a_transfer(self):
        plan = self._approve(self._own_plan(self.staff, self._line()))
        chief = self._person("Đỗ Văn Phó", "deputy", INTERNAL, self.head)
        self.staff.parent_id = chief
        for reader in (self.head, chief):
            self.assertTrue(plan.with_user(reader.user_id).read(["line_ids"]))

    def test_a_portal_head_plans_for_the_unit_by_the_methods(self):
        head = self._person("Cao Thị Ấp", "head", PORTAL, self.chair)
        unit = self.env["hr.department"].create(
            {
                "name": "Trạm",
                "company_id": self.company.id,
                "manager_id": head.id,
            }
        )
        plan = self.env["kpi.plan"].create(
            {"department_id": unit.id, "period_id": self.period.id}
        )
        mine = plan.with_user(head.user_id)
        mine.save_lines([self._line("K1", 2)])
        mine.action_submit()
        self._assert_only(plan, self.chair.user_id)
