from .test_leader import LeaderCase


class TestDirecting(LeaderCase):
    """What a leader directs counts beside the own work (Điều 12.1.b)."""

    def _ratios(self, sheet):
        names = ("quantity_ratio", "quality_ratio", "progress_ratio")
        return tuple(sheet[name] for name in names)

    def _parts(self, sheet):
        """{own, directing} of A, in standard units."""
        steps = {step["code"]: step for step in sheet.trace["steps"]}
        return {
            name: value.removesuffix("/1")
            for name, value in steps["assigned_base"]["terms"]
        }

    def test_the_work_of_those_led_counts_for_the_leader(self):
        self._deliver(self._give(self.head, "K1", 2))
        self._deliver(self._give(self.staff, "K2", 3), 2)
        faulty = self._give(self.colleague, "K2.5", 2, date_deadline="2026-07-09")
        self._hand_in(faulty, 1, day="2026-07-10").with_user(
            self.head.user_id
        ).action_return("Sai số liệu")
        self._deliver(faulty, day="2026-07-09")
        # own 2 of 2; staff 4 of 6; colleague 5 of 5, 3.75 flawless, 3.75 on time
        self.assertEqual(self._parts(self.leader), {"own": "2", "directing": "11"})
        self.assertEqual(self._ratios(self.leader), (84.61, 75, 75))

    def test_each_product_counts_once_for_each_leader(self):
        """Head and deputy both direct it; for the head it does not count twice, and
        what the deputy directs is not the head's directing again."""
        self._deliver(self._give(self.led, "K2", 3))
        self._deliver(self._give(self.deputy, "K1", 1))
        chair = self.sheets[self.chair]
        self.assertEqual(self._parts(self.sheets[self.deputy])["directing"], "6")
        self.assertEqual(self._parts(self.leader)["directing"], "7")
        self.assertEqual(self._parts(chair)["directing"], "7")

    def test_directing_given_by_hand_is_own_work_and_never_anybody_else_s(self):
        self._give(self.deputy, "K1", 4, role="directing")
        self._give(self.head, "K2", 1, role="directing")
        self.assertEqual(self.sheets[self.deputy].trace["steps"][0]["value"], "4/1")
        self.assertEqual(self.leader.trace["steps"][0]["value"], "2/1")

    def test_extra_work_of_those_led_gives_the_leader_no_bonus(self):
        self._deliver(self._give(self.head, "K1", 2))
        self._deliver(self._give(self.staff, "K1", 2))
        self._deliver(self._give(self.staff, "K1", 4, origin="adhoc"))
        self.assertEqual(self._parts(self.leader), {"own": "2", "directing": "2"})
        self.assertEqual(self.leader.bonus_score, 0)

    def test_the_agency_sets_the_share_or_reads_it_otherwise(self):
        self._give(self.head, "K1", 2)
        self._deliver(self._give(self.staff, "K1", 6))
        self._deliver(self._give(self.staff, "K1", 2, origin="adhoc"))
        for code, value, quantity, bonus in (
            ("directing_share", "50", 60, 0),  # 3 of 5
            ("leader_sources", "direct", 0, 0),
            ("directing_extra", "counted", 75, 17.5),  # 6 of 8; 2 of 8 of 70
        ):
            savepoint = self.env.cr.savepoint()
            self._rule(code, value)
            self.leader._recompute_scores()
            with self.subTest(code):
                now = self.leader.quantity_ratio, self.leader.bonus_score
                self.assertEqual(now, (quantity, bonus))
            savepoint.close(rollback=True)
            self.env.invalidate_all(flush=False)
            self.env.registry.clear_cache()

    def test_work_of_who_is_exempt_counts_unless_the_agency_reads_it_otherwise(self):
        self._give(self.staff, "K1", 3)
        self._deliver(self._give(self.colleague, "K1", 1))
        self.env["resource.calendar.leaves"].create(
            {
                "resource_id": self.staff.resource_id.id,
                "date_from": "2026-06-30 00:00:00",
                "date_to": "2026-08-01 00:00:00",
            }
        )
        self.sheets[self.staff].with_user(self.hr).action_exempt()
        self.assertEqual(self.leader.quantity_ratio, 25)
        self._rule("directing_exempt", "not_counted")
        self.leader._recompute_scores()
        self.assertEqual(self.leader.quantity_ratio, 100)

    def test_a_leader_s_open_sheet_follows_each_fact_of_those_led(self):
        work = self._give(self.led, "K1", 4)
        chair = self.sheets[self.chair]
        followers = (self.sheets[self.deputy], self.leader, chair)
        self.assertEqual([one.quantity_ratio for one in followers], [0, 0, 0])
        self._deliver(work, 1)
        self.assertEqual([one.quantity_ratio for one in followers], [25, 25, 25])
        judge = self.deputy.user_id
        asked = work.with_user(judge).ask_change(2, reason="Giảm việc")
        changes = self.env["kpi.assignment.change"].with_user(judge)
        changes.browse(asked).action_approve()
        self.assertEqual([one.quantity_ratio for one in followers], [50, 50, 50])
        other = self._give(self.led, "K2", 1)
        self.assertEqual([one.quantity_ratio for one in followers], [25, 25, 25])
        other.with_user(judge).action_cancel("Giao nhầm")
        self.assertEqual([one.quantity_ratio for one in followers], [50, 50, 50])

    def test_a_fact_that_changes_no_sum_leaves_the_leader_s_sheet_alone(self):
        """Else all hand-ins of an agency would wait for each other at its head."""
        work = self._give(self.staff, "K1", 2)
        self.env.flush_all()
        before = self._version_of(self.leader)
        delivery = self._hand_in(work)
        self.env.flush_all()
        self.assertEqual(self._version_of(self.leader), before)
        delivery.with_user(self.head.user_id).action_accept()
        self.env.flush_all()
        self.assertNotEqual(self._version_of(self.leader), before)

    def _version_of(self, sheet):
        self.env.cr.execute("SELECT ctid FROM kpi_appraisal WHERE id = %s", [sheet.id])
        return self.env.cr.fetchone()

    def test_a_leader_s_finished_opinion_does_not_follow_any_more(self):
        self._bring_all("reviewed")
        self._bring(self.head, "reviewed")
        trace = self.leader.trace
        for person in (self.led, self.staff):
            self._decide(self.sheets[person])
        self.leader._recompute_scores()
        self.assertEqual(self.leader.trace, trace)

    def test_who_goes_to_another_evaluator_is_directed_by_that_one(self):
        self._deliver(self._give(self.staff, "K1", 3))
        sheet = self.sheets[self.staff].with_user(self.hr)
        self.assertEqual(self._parts(self.leader).get("directing"), "3")
        sheet.action_change_evaluator(self.chair.id, "Điều động")
        self.assertFalse(self._parts(self.leader))
        self.assertEqual(self._parts(self.sheets[self.chair])["directing"], "3")

    def test_the_screen_and_the_paper_tell_the_own_part_from_the_directed_one(self):
        self._deliver(self._give(self.head, "K1", 2))
        self._deliver(self._give(self.staff, "K2", 3), 2)
        self.assertIn("own work 2 + directing 6", self.leader.trace_html)
        rows = {row["letter"]: row for row in self.leader._ratio_rows()}
        self.assertEqual(
            rows["a"]["calculation"],
            "(2 trực tiếp + 4 chỉ đạo, điều hành) / 8 × 100",
        )
        table = self.leader._sheet_values()[self.leader]["work"]["planned"]
        self.assertEqual(table["directing"]["worth"], "6")
        self.assertEqual(table["directing"]["done_worth"], "4")
