"""Work that changes hands within a team counts once for its leader (Điều 12.1.b)."""

from .common import INTERNAL, PORTAL, KpiCase


class TestTransfersUnderALeader(KpiCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.deputy = cls._person("Đỗ Văn Phó", "deputy", INTERNAL, cls.head)
        cls.sheets = cls._open()

    def _facts(self, leader, *team):
        """(k·N, k·M, is beyond the plan) of what a leader directs in a team."""
        self.env.flush_all()
        teams = {self.sheets[leader]: [one.id for one in team]}
        (facts,) = self.env["kpi.assignment"]._directed_facts(teams).values()
        return sorted((float(one.worth), float(one.done), one.extra) for one in facts)

    def _transfer(self, work, taker, quantity=None):
        judge = work.with_user(self.head.user_id)
        taken = judge.action_transfer(taker.id, "2026-07-31", "Ốm", quantity)
        return self.env["kpi.assignment"].browse(taken)

    def test_what_the_taker_finishes_is_done_and_stays_in_the_base(self):
        work = self._give(self.staff, "K2", 3)
        self._deliver(self._transfer(work, self.colleague))
        self.assertEqual(
            self._facts(self.head, self.staff, self.colleague), [(6, 6, False)]
        )

    def test_a_part_that_is_passed_on_leaves_the_rest_with_the_giver(self):
        work = self._give(self.staff, "K1", 4)
        self._deliver(work, 1)
        taken = self._transfer(work, self.colleague, 2)
        self._deliver(taken, 1)
        # 4 given: 1 done by the giver, 1 of 2 by the taker, 1 still open.
        self.assertEqual(
            self._facts(self.head, self.staff, self.colleague), [(4, 2, False)]
        )

    def test_a_chain_counts_once_as_what_it_was_at_first(self):
        third = self._person("Lục Văn Ba", "staff", PORTAL, self.head)
        work = self._give(self.staff, "K1", 2)
        second = self._transfer(work, self.colleague)
        self._deliver(self._transfer(second, third))
        team = self.staff, self.colleague, third
        self.assertEqual(self._facts(self.head, *team), [(2, 2, False)])

    def test_ad_hoc_work_stays_beyond_the_plan_whoever_finishes_it(self):
        work = self._give(self.staff, "K1", 2, origin="adhoc")
        self._deliver(self._transfer(work, self.colleague))
        self.assertEqual(
            self._facts(self.head, self.staff, self.colleague), [(2, 2, True)]
        )

    def test_what_went_out_of_the_team_stays_undone_in_its_base(self):
        work = self._give(self.staff, "K1", 2)
        self._deliver(self._transfer(work, self.colleague))
        self.assertEqual(self._facts(self.deputy, self.staff), [(2, 0, False)])
