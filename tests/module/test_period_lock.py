from odoo.exceptions import UserError

from .after_case import FACT, WHY, AfterCase


class TestPeriodLock(AfterCase):
    """Nothing of a locked month changes any more, for any role (Điều 18)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.everybody = (
            cls.dung,
            cls.em,
            cls.deputy,
            cls.head,
            cls.officer,
            cls.admin,
            cls.inspector,
        )
        cls.work = cls._give(cls.dung, "K1", 3)
        cls.waiting = cls._hand_in(cls.work, 1)
        cls._until(cls.sheets[cls.em], "published")

    def _lock(self, reason="Chốt số liệu"):
        self._mine(self.period, self.officer).action_lock(reason)

    def test_an_unfinished_month_is_locked_only_for_a_reason(self):
        with self.assertRaisesRegex(UserError, "not published yet"):
            self._lock("")
        self._lock("Chốt số liệu")
        self.assertEqual(self.period.state, "locked")

    def test_a_finished_month_is_locked_without_a_reason(self):
        self._annul(self.sheets[self.em])
        finished = self.sheets[self.em]
        left = self.period.appraisal_ids - finished
        self.cr.execute(
            "UPDATE kpi_appraisal SET state = 'exempt' WHERE id IN %s",
            [tuple(left.ids)],
        )
        self.env.invalidate_all()
        self._lock("")
        self.assertEqual(self.period.state, "locked")

    def test_only_hr_of_the_agency_locks_and_only_the_administrator_unlocks(self):
        for person in (
            self.dung,
            self.deputy,
            self.head,
            self.inspector,
            self.stranger,
        ):
            with self.assertRaises(UserError, msg=person.name):
                self._mine(self.period, person).action_lock(WHY)
        self._lock()
        for person in (*self.everybody, self.stranger):
            if person != self.admin:
                with self.assertRaises(UserError, msg=person.name):
                    self._mine(self.period, person).action_unlock(WHY)
        with self.assertRaisesRegex(UserError, "Say why"):
            self._mine(self.period, self.admin).action_unlock(" ")
        self._mine(self.period, self.admin).action_unlock(WHY)
        log = self.period.lock_ids.sorted("id")
        self.assertEqual(log.mapped("step"), ["lock", "unlock"])
        self.assertEqual(log.create_uid, self.hr | self.admin.user_id)
        self.assertEqual(log.mapped("reason"), ["Chốt số liệu", WHY])

    def test_the_lock_is_written_by_no_role_past_its_steps(self):
        for person in self.everybody:
            with self.assertRaises(UserError, msg=person.name):
                self._mine(self.period, person).write({"state": "locked"})

    def test_no_fact_and_no_sheet_of_it_changes_for_any_role(self):
        self._lock()
        sheet, done = self.sheets[self.dung], self.sheets[self.em]
        line = sheet.criterion_ids[0]
        values = {
            "employee_id": self.dung.id,
            "period_id": self.period.id,
            "item_id": self.items["K1"].id,
            "date_deadline": self.period.date_end,
        }
        for what, record, act in (
            ("new work", self.work, lambda one: one.create(values)),
            ("work", self.work, lambda one: one.write({"quantity": 9})),
            ("less work", self.work, lambda one: one.unlink()),
            ("hand-in", self.work, lambda one: one.hand_in(1)),
            ("verdict", self.waiting, lambda one: one.action_accept()),
            ("return", self.waiting, lambda one: one.action_return("x")),
            ("fault", self.waiting, lambda one: one.write({"fault": "x"})),
            ("points", sheet, lambda one: one.save_self_assessment({})),
            ("self", sheet, lambda one: one.action_self_assess()),
            ("line", line, lambda one: one.write({"evaluator_points": 1})),
            ("opinion", sheet, lambda one: one.write({"evaluator_comment": "x"})),
            (
                "evaluator",
                sheet,
                lambda one: one.action_change_evaluator(self.head.id, WHY),
            ),
            ("annulment", done, lambda one: one.action_annul(WHY, **FACT)),
            ("sheets", self.period, lambda one: one.action_open()),
            ("less sheets", sheet, lambda one: one.unlink()),
        ):
            for person in self.everybody:
                with (
                    self.subTest(what=what, person=person.name),
                    self.assertRaises(UserError),
                ):
                    act(self._mine(record, person))

    def test_the_refusal_names_the_lock_and_who_unlocks(self):
        self._lock()
        sentence = "07/2026 is locked; only the administrator unlocks it"
        for act in (
            lambda: self._mine(self.work, self.dung).hand_in(1),
            lambda: self._mine(self.sheets[self.dung], self.dung).action_self_assess(),
            lambda: self._annul(self.sheets[self.em]),
            lambda: self._mine(self.period, self.officer).action_open(),
        ):
            with self.assertRaisesRegex(UserError, sentence):
                act()

    def test_after_the_unlocking_the_month_goes_on(self):
        self._lock()
        self._mine(self.period, self.admin).action_unlock(WHY)
        self._mine(self.work, self.dung).hand_in(1)
        self.assertEqual(self._annul(self.sheets[self.em]).state, "self_assessed")

    def test_the_right_to_object_does_not_end_with_the_lock(self):
        self._lock()
        self.assertTrue(self._petition(self.sheets[self.em]))

    def test_no_new_rule_moves_a_score_of_a_locked_month(self):
        self._until(self.sheets[self.dung], "draft")
        self._deliver(self._give(self.staff, "K1", 1))
        sheet = self.sheets[self.staff]
        total = sheet.result_score
        self.assertTrue(total)
        self._lock()
        self._rule("staff_ratios", "quantity,quality")
        self._rule("late_penalty", "100")
        sheet._recompute_scores()
        self.assertEqual(sheet.result_score, total)
