"""Work that its person cannot finish goes to somebody else (Điều 15.1.d)."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from odoo.exceptions import UserError

from .common import PORTAL
from .work_case import WorkCase


class TestHandBack(WorkCase):
    def test_only_the_person_reports_at_once_and_in_words(self):
        work = self._give(self.staff)
        for user in (self.colleague.user_id, self.head.user_id, self.hr):
            with self.assertRaises(UserError, msg=user.name):
                work.with_user(user).report_unable("Nghỉ ốm")
        for nothing in ("", "  ", None, 5, ["x"]):
            with self.assertRaises(UserError, msg=nothing):
                self._mine(work).report_unable(nothing)
        self._mine(work).report_unable("Nghỉ ốm")
        self.assertEqual((work.state, work.unable_reason), ("given", "Nghỉ ốm"))
        self.assertEqual(work.unable_on, date(2026, 7, 10))
        self.assertEqual(self._noted(work)["unable_reason"], [(False, "Nghỉ ốm")])

    def test_what_is_handed_back_stays_in_the_base_with_nothing_more_done(self):
        kept, back = self._give(self.staff, "K1", 3), self._give(self.staff, "K1", 1)
        self._deliver(kept)
        self._mine(back).report_unable("Không đủ thời gian")
        self._by_head(back).action_hand_back()
        self.assertEqual(back.state, "handed_back")
        self.assertEqual(back.closing_reason, "Không đủ thời gian")
        self.assertEqual(self._ratios(self.staff), (75, 75, 75, 0))

    def test_what_was_accepted_before_stays_done(self):
        work = self._give(self.staff, "K1", 4)
        self._deliver(work, 1)
        self._by_head(work).action_hand_back("Nghỉ ốm")
        self.assertEqual((work.done_quantity, work.remaining_quantity), (1, 0))
        self.assertEqual(self._ratios(self.staff)[0], 25)
        with self.assertRaises(UserError):
            self._mine(work).hand_in(1)

    def test_hand_ins_are_judged_before_the_rest_is_given_back(self):
        work = self._give(self.staff, "K1", 4)
        waiting = self._hand_in(work, 1)
        for step in (
            lambda: self._by_head(work).action_hand_back("Nghỉ ốm"),
            lambda: self._transfer(work, self.colleague),
        ):
            with self._refused("wait for a verdict"):
                step()
        self._by_head(waiting).action_return("Sai")
        self.assertEqual(self._transfer(work, self.colleague).quantity, 4)

    def test_done_work_is_not_handed_back(self):
        work = self._give(self.staff)
        self._deliver(work)
        for step in (
            lambda: self._mine(work).report_unable("x"),
            lambda: self._by_head(work).action_hand_back("x"),
            lambda: self._transfer(work, self.colleague),
        ):
            with self._refused("Nothing of"):
                step()


class TestTransfer(WorkCase):
    def test_the_taker_gets_extra_work_on_the_terms_of_the_giver(self):
        work = self._give(self.staff, "K2", 3, responsibility="collaborator")
        self._set_behind(self.items["K2"], points=20, coefficient=4)
        taken = self._transfer(work, self.colleague)
        self.assertEqual(
            (taken.origin, taken.source_id, taken.employee_id, taken.period_id),
            ("takeover", work, self.colleague, self.period),
        )
        self.assertEqual((taken.coefficient, taken.quantity), (2, 3))
        self.assertEqual(
            (taken.name, taken.responsibility), (work.name, "collaborator")
        )
        self.assertEqual((work.state, work.quantity), ("handed_back", 3))
        self._deliver(self._give(self.colleague, "K1", 6))
        self._deliver(taken)
        self.assertEqual(self._ratios(self.colleague), (100, 100, 100, 70))
        self.assertEqual(self._ratios(self.staff), (0, 0, 0, 0))

    def test_a_part_goes_and_the_rest_stays_to_be_done(self):
        work = self._give(self.staff, "K1", 10)
        self._deliver(work, 3)
        self._transfer(work, self.colleague, quantity=2)
        self.assertEqual((work.state, work.remaining_quantity), ("given", 5))
        with self.assertRaises(UserError):
            self._mine(work).hand_in(6)
        self._deliver(work, 5)
        self.assertEqual((work.progress, work.done_quantity), ("closed", 8))
        self.assertEqual(self._ratios(self.staff)[0], 80)

    def test_never_more_than_is_left_and_never_twice(self):
        work = self._give(self.staff, "K1", 3)
        for quantity in (3.0001, 4, 0, -1, float("nan"), float("inf"), "2", True):
            with self.assertRaises(UserError, msg=quantity):
                self._transfer(work, self.colleague, quantity=quantity)
        self._transfer(work, self.colleague, quantity=1)
        self._transfer(work, self.officer)
        for person in (self.colleague, self.officer):
            with self._refused("Nothing of"):
                self._transfer(work, person)
        self.assertEqual(sum(work.taken_ids.mapped("quantity")), 3)

    def test_what_was_handed_back_finds_its_taker_later(self):
        work = self._give(self.staff, "K1", 3)
        self._by_head(work).action_hand_back("Nghỉ ốm")
        taken = self._transfer(work, self.colleague, reason="")
        self.assertEqual((taken.quantity, work.untransferred_quantity), (3, 0))

    def test_a_takeover_that_is_cancelled_leaves_the_work_to_be_given_anew(self):
        work = self._give(self.staff, "K1", 3)
        taken = self._transfer(work, self.colleague)
        self._by_head(taken).action_cancel("Chọn nhầm người")
        self.assertEqual((work.state, work.untransferred_quantity), ("handed_back", 3))
        self.assertEqual(self._transfer(work, self.officer).quantity, 3)

    def test_nobody_takes_over_what_was_their_own(self):
        first = self._give(self.staff)
        second = self._transfer(first, self.colleague)
        for person in (self.staff, self.colleague):
            with self._refused("Nobody takes over"):
                self._transfer(second, person)
        twin = self._person("Nguyễn Thị An", "staff", company=self.outsider.company_id)
        self.staff.user_id.company_ids += self.outsider.company_id
        twin.user_id = self.staff.user_id
        with self._refused("Nobody takes over"):
            self._transfer(second, twin)

    def test_a_taker_is_in_the_reach_of_whoever_transfers(self):
        work = self._give(self.staff)
        with self._refused("You do not give work to Ngô Thị Dung"):
            self._transfer(work, self.other)
        for person in (self.outsider, self.env["hr.employee"].browse(987654321)):
            with self.assertRaises(UserError):
                self._transfer(work, person)
        taken = work.with_user(self.hr).action_transfer(
            self.other.id, self.period.date_end, "Điều chuyển"
        )
        taken = self.env["kpi.assignment"].browse(taken)
        self.assertEqual(taken.assigner_id, self.chief)
        self.assertEqual(work.state, "handed_back")

    def test_the_deadline_of_the_taker_lies_in_the_same_month(self):
        work = self._give(self.staff)
        for day in (date(2026, 8, 1), date(2026, 6, 30), "nonsense", 5):
            with self.assertRaises(UserError, msg=day):
                self._transfer(work, self.colleague, date_deadline=day)
        taken = self._transfer(work, self.colleague, date_deadline="2026-07-20")
        self.assertEqual(taken.date_deadline, date(2026, 7, 20))

    def test_the_months_of_both_are_open(self):
        work, theirs = self._give(self.staff), self._give(self.colleague)
        self._deliver(theirs)
        sheets = self._open()
        self._self_assess(sheets[self.colleague])
        with self._refused("already assessed"):
            self._transfer(work, self.colleague)
        mine = self._give(self.officer, "K1", 2)
        self._deliver(mine, 1)
        self._until(sheets[self.officer], "reviewed")
        with self._refused("already judged"):
            self._transfer(mine, self.staff)

    def test_both_logs_say_why_and_what_changed(self):
        work = self._give(self.staff, "K1", 3)
        self._commit()
        quiet = work.with_context(tracking_disable=True, mail_notrack=True)
        taken = self._transfer(quiet, self.colleague, reason="Nghỉ <b>ốm</b>")
        for one in (work, taken):
            self.assertIn("&lt;b&gt;ốm", str(one.message_ids.mapped("body")))

    def test_a_substitute_transfers_for_the_assigner(self):
        work = self._give(self.staff)
        self.env["kpi.delegation"].create(
            {
                "principal_id": self.head.id,
                "substitute_id": self.chief.id,
                "date_from": "2026-07-01",
                "date_to": "2026-07-31",
                "document": "12/UQ-UBND",
            }
        )
        taken = work.with_user(self.chief.user_id).action_transfer(
            self.colleague.id, self.period.date_end, "Nghỉ ốm"
        )
        self.assertTrue(taken)


class TestChains(WorkCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        names = ("Vũ Thị Cúc", "Bùi Văn Dũng")
        more = [cls._person(name, "staff", PORTAL, cls.head) for name in names]
        cls.people = [cls.staff, cls.colleague, *more]

    @settings(
        max_examples=12,
        deadline=None,
        suppress_health_check=[HealthCheck.differing_executors],
    )
    @given(
        st.lists(st.integers(1, 9), min_size=4, max_size=4),
        st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(1, 4))),
    )
    def test_no_transfer_ever_changes_what_people_were_first_given(
        self, quantities, transfers
    ):
        with self.env.cr.savepoint() as savepoint:
            self._check_chain(quantities, transfers)
            savepoint.rollback()
            self.env.invalidate_all(flush=False)

    def _check_chain(self, quantities, transfers):
        works = [
            self._give(person, "K1", quantity)
            for person, quantity in zip(self.people, quantities, strict=True)
        ]
        base = self._base(*self.people)
        for number, taker, quantity in transfers:
            work = works[number]
            try:
                with self.env.cr.savepoint():
                    works[number] = self._transfer(
                        work, self.people[taker], quantity=quantity
                    )
            except UserError:
                continue
            self.assertEqual(self._base(*self.people), base)
        everything = self.env["kpi.assignment"].search(
            [("employee_id", "in", [one.id for one in self.people])]
        )
        left = sum(everything.mapped("untransferred_quantity"))
        self.assertEqual(left, sum(quantities))
