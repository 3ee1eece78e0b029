"""Whom the demonstration shows beside the unit: board, inspector, tax (Điều 9)."""

from .test_demo import MODULE, DemoCase


class TestDemoAuthority(DemoCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.last, cls.this = cls._make_months("2026-11-23")

    def test_the_board_of_the_party_has_met_and_voted_on_the_head_of_the_agency(self):
        sheet = self._sheet(self.last, "chutich")
        session = self.env["kpi.session"].search(
            [("period_id", "=", self.last.id), ("body_id", "=", sheet.body_id.id)]
        )
        self.assertTrue(session.held_on and session.minutes_number)
        present = session.attendee_ids.grouped("is_present")
        self.assertEqual((len(present[True]), present[False].note), (3, "Đi công tác"))
        voters = session.vote_ids.member_user_id.mapped("login")
        self.assertEqual(sorted(voters), ["bithu", "thuongtruc"])
        self.assertEqual(set(session.vote_ids.mapped("grade")), {sheet.grade})
        self.assertEqual((sheet.state, sheet.unit_ratio), ("published", 50))
        self.assertEqual(self._sheet(self.this, "chutich").state, "self_assessed")

    def test_the_leader_of_a_central_agency_has_the_result_of_its_notice(self):
        (sheet,) = self.last.appraisal_ids.filtered("is_external")
        self.assertEqual((sheet.state, sheet.grade), ("published", "b"))
        self.assertIn("Điều 9.1", sheet.authority_clause)
        (sheet,) = self.this.appraisal_ids.filtered("is_external")
        self.assertFalse(sheet.grade)

    def test_the_inspector_and_the_board_log_in_and_the_inspector_judges_nobody(self):
        for login in ("thanhtra", "bithu", "thuongtruc"):
            user = self.env.ref(f"{MODULE}.demo_user_{login}")
            credential = {"type": "password", "password": login}
            user.with_user(user)._check_credentials(credential, {"interactive": True})
        inspector = self.env.ref(f"{MODULE}.demo_user_thanhtra")
        self.assertTrue(inspector.has_group(f"{MODULE}.group_inspector"))
        self.assertFalse(inspector.employee_ids)
        sheets = self.last.appraisal_ids.with_user(inspector)
        self.assertTrue(sheets._filtered_access("read"))
        self.assertFalse(sheets._filtered_access("write"))

    def test_whoever_must_act_in_the_month_has_it_on_their_list(self):
        self.env["kpi.notice"].sudo()._sync("petition")
        for kind in ("proposal", "change", "unable"):
            self.env["kpi.notice"].sudo()._sync(kind)
        notices = self.env["kpi.notice"].search([("done_on", "=", False)])
        kinds = set(notices.mapped("kind"))
        self.assertEqual(kinds, {"proposal", "change", "unable", "petition"})
