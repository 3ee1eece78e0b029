from odoo.exceptions import UserError

from .common import INTERNAL, PORTAL, KpiCase


class LeaderCase(KpiCase):
    """``chair`` judges ``head``, who judges staff and ``deputy``, who has ``led``."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.chair = cls._person("Hoàng Thị Chủ", "head", INTERNAL)
        cls.head.parent_id = cls.chair
        cls.deputy = cls._person("Đỗ Văn Phó", "deputy", INTERNAL, cls.head)
        cls.led = cls._person("Ngô Thị Dung", "staff", PORTAL, cls.deputy)
        cls.sheets = cls._open()
        cls.leader = cls.sheets[cls.head]
        cls.below = (cls.led, cls.deputy, cls.staff, cls.colleague, cls.officer)

    @classmethod
    def _bring(cls, person, state, done=True):
        """Give somebody one product, done or not, and bring the sheet to a state."""
        sheet = cls.sheets[person]
        if sheet.state == "draft":
            work = cls._give(person)
            if done:
                cls._deliver(work)
        return cls._until(sheet, state)

    def _bring_all(self, state, but=()):
        for person in self.below:
            if person not in but:
                self._bring(person, state)

    def _rule(self, code, value):
        self.env["kpi.regulation.clause"].create(
            {
                "code": code,
                "name": "Cách đọc khác",
                "value": value,
                "unit": "choice" if value.isalpha() or "_" in value else "percent",
                "clause": "Quy chế",
                "date_from": "2026-06-15",
                "company_id": self.company.id,
            }
        )

    def _gaps(self, sheet):
        return dict(sheet.trace["missing"])

    def _refusal(self, sheet, step):
        with self.assertRaises(UserError) as caught:
            getattr(sheet.with_user(sheet.evaluator_user_id), step)()
        return str(caught.exception)


class TestResultOfTheUnit(LeaderCase):
    """d from the points of the people led, once they stand (Điều 12.3.a)."""

    def test_d_counts_from_the_finished_opinion_on(self):
        for reading, state, counts in (
            ("reviewed", "self_assessed", False),
            ("reviewed", "reviewed", True),
            ("reviewed", "decided", True),
            ("decided", "reviewed", False),
            ("decided", "decided", True),
        ):
            savepoint = self.env.cr.savepoint()
            if reading == "decided":
                self._rule("subordinate_settled_at", reading)
            # A deputy cannot be judged either while d is open below.
            self._bring_all(state, but=() if counts else self.deputy)
            self.leader._recompute_scores()
            with self.subTest(reading=reading, state=state):
                is_open = "subordinate_undecided" in self._gaps(self.leader)
                self.assertEqual(is_open, not counts)
                self.assertEqual(self.leader.unit_ratio, 100 if counts else 0)
            savepoint.close(rollback=True)
            self.env.invalidate_all(flush=False)
            self.env.registry.clear_cache()

    def test_the_first_three_of_those_waited_for_are_named_staff_first(self):
        gap = self._gaps(self.leader)["subordinate_undecided"]
        names = "Lê Văn Bình, Nguyễn Thị An, Ngô Thị Dung"
        self.assertEqual(gap, f"{names} (+2)")
        self._bring_all("reviewed", but=(self.staff, self.deputy))
        gap = self._gaps(self.leader)["subordinate_undecided"]
        self.assertEqual(gap, "Nguyễn Thị An, Đỗ Văn Phó")

    def test_who_is_exempt_does_not_hold_d_up(self):
        self._bring_all("reviewed", but=(self.staff,))
        self.assertIn("subordinate_undecided", self._gaps(self.leader))
        sheet = self.sheets[self.staff]
        self.env["resource.calendar.leaves"].create(
            {
                "name": "Nghỉ thai sản",
                "resource_id": self.staff.resource_id.id,
                "date_from": "2026-06-30 00:00:00",
                "date_to": "2026-08-01 00:00:00",
            }
        )
        sheet.with_user(self.hr).action_exempt()
        self.assertEqual(self.leader.unit_ratio, 100)
        steps = {step["code"]: step for step in self.leader.trace["steps"]}
        self.assertEqual(steps["unit"]["denominator"], "4/1")

    def test_a_head_who_leads_nobody_has_the_full_d(self):
        lone = self._person("Vi Văn Lẻ", "head", INTERNAL, self.chair)
        self.assertEqual(self._open()[lone].unit_ratio, 100)


class TestOrderOfSteps(LeaderCase):
    """Staff first, then deputies, then heads (Điều 12.3.a)."""

    def test_a_leader_is_decided_after_everybody_led(self):
        self._bring_all("reviewed")
        leader = self._bring(self.head, "reviewed")
        self.assertEqual(leader.unit_ratio, 100)
        text = self._refusal(leader, "action_decide")
        self.assertIn("Lê Văn Bình, Nguyễn Thị An, Ngô Thị Dung (+2)", text)
        self.assertIn("Điều 12.3.a", text)
        for person in (self.staff, self.colleague, self.officer):
            self._decide(self.sheets[person])
        self.assertIn(
            "Ngô Thị Dung, Đỗ Văn Phó", self._refusal(leader, "action_decide")
        )
        self.assertIn("Ngô", self._refusal(self.sheets[self.deputy], "action_decide"))
        self._decide(self.sheets[self.led])
        self._decide(self.sheets[self.deputy])
        self._decide(leader)
        self.assertEqual(leader.grade, "a")

    def test_a_leader_is_not_judged_while_work_of_the_led_may_change(self):
        """Even when d is settled already by somebody in class D."""
        self._give(self.staff, "K2", 9)
        self._bring(self.staff, "reviewed")
        self.assertEqual(self.leader.unit_ratio, 50)
        self._deliver(self._give(self.head))
        self._self_assess(self.leader)
        levels = {"organising_level": "full", "unity_level": "full"}
        reasons = {"organising_reason": "Đủ", "unity_reason": "Đoàn kết"}
        self.leader.with_user(self.chair.user_id).write(levels | reasons)
        text = self._refusal(self.leader, "action_review")
        self.assertIn("Lê Văn Bình", text)
        self.assertIn("Điều 12.1.b", text)
        self._bring_all("reviewed", but=(self.staff,))
        self._review(self.leader)
        self.assertEqual(self.leader.state, "reviewed")

    def test_nothing_moves_under_a_leader_whose_points_stand(self):
        self._bring_all("reviewed")
        self._bring(self.head, "reviewed")
        text = self._refusal(self.sheets[self.led], "action_reopen")
        # The deputy's points stand on it as well as the head's.
        self.assertIn("Trần Văn Trưởng", text)
        self.assertIn("Đỗ Văn Phó", text)
        self.leader.with_user(self.chair.user_id).action_reopen()
        self.assertIn(
            "Đỗ Văn Phó", self._refusal(self.sheets[self.led], "action_reopen")
        )
        self.sheets[self.deputy].with_user(self.head.user_id).action_reopen()
        self.sheets[self.led].with_user(self.deputy.user_id).action_reopen()
        self.assertEqual(self.sheets[self.led].state, "self_assessed")
        self.assertIn("subordinate_undecided", self._gaps(self.leader))

    def test_a_leader_is_not_decided_on_a_d_that_no_longer_holds(self):
        """Somebody joined after the opinion, and was even decided already."""
        self._bring_all("decided", but=(self.deputy,))
        self._bring(self.deputy, "decided")
        self._bring(self.head, "reviewed")
        late = self._person("Vi Văn Mới", "staff", PORTAL, self.head)
        self.sheets[late] = self._open()[late]
        self._bring(late, "decided")
        self.assertIn("have changed", self._refusal(self.leader, "action_decide"))
        self.leader.with_user(self.chair.user_id).action_reopen()
        self._until(self.leader, "decided")
