"""Điều 15.1 and 11.2, paragraph by paragraph, from the work given to a, b and c."""

from datetime import date

from odoo.exceptions import UserError

from .common import KpiCase
from .roles import ROLES, Roles
from .work_case import WorkCase

ON_TIME, LATE = date(2026, 7, 9), date(2026, 7, 12)
DEADLINE = date(2026, 7, 10)


class TestWorkOnTheSheet(WorkCase):
    def _situation(self, *works):
        """Give, hand in and judge; each work is (code, quantity, steps)."""
        for code, quantity, steps in works:
            work = self._give(self.staff, code, quantity, date_deadline=DEADLINE)
            for step, *values in steps:
                getattr(self, f"_{step}")(work, *values)

    def _done(self, work, quantity, day=ON_TIME):
        self._deliver(work, quantity, day=day)

    def _faulty(self, work, quantity, day=ON_TIME):
        self._by_head(self._hand_in(work, quantity, day)).action_return("Sai số liệu")

    def _back(self, work):
        self._by_head(work).action_hand_back("Nghỉ ốm")

    def _over(self, work, quantity=None):
        self._transfer(work, self.colleague, quantity=quantity)

    def _changed(self, work, quantity):
        self._by_head(self._ask(work, quantity=quantity)).action_approve()

    def _cancelled(self, work):
        self._by_head(work).action_cancel("Nhầm")

    SITUATIONS = {
        "11.2.a: k·M over k·N, in standard units": (
            [("K1", 4, [("done", 2)]), ("K2", 1, [("done", 1)])],
            (66.66, 66.66, 66.66),
        ),
        "11.2.b: each time not good enough takes 25 % off that product's quality": (
            [("K1", 1, [("faulty", 1), ("done", 1)]), ("K1", 3, [("done", 3)])],
            (100, 93.75, 100),
        ),
        "11.2.b: five faults take all of it, and nothing of another product": (
            [("K1", 1, [("faulty", 1)] * 5 + [("done", 1)]), ("K1", 1, [("done", 1)])],
            (100, 50, 100),
        ),
        "11.2.c: each time late takes 25 % off that product's progress": (
            [("K1", 2, [("done", 1, LATE), ("done", 1, LATE)])],
            (100, 100, 50),
        ),
        "11.2.b, c: a fault handed in late is one fault and one lateness": (
            [("K1", 1, [("faulty", 1, LATE), ("done", 1, LATE)])],
            (100, 75, 50),
        ),
        "15.1.b: what is not handed in is not done": (
            [("K1", 1, []), ("K1", 3, [("done", 3)])],
            (75, 75, 75),
        ),
        "15.1.d: what is handed back stays in the base, with nothing done": (
            [("K1", 1, [("back",)]), ("K1", 3, [("done", 3)])],
            (75, 75, 75),
        ),
        "15.1.d: what somebody else takes over stays in the base of the giver": (
            [("K2", 1, [("over",)]), ("K1", 2, [("done", 2)])],
            (50, 50, 50),
        ),
        "15.1.d: a part that was done before counts": (
            [("K1", 4, [("done", 1), ("over",)])],
            (25, 25, 25),
        ),
        "15.1.d: a part taken over leaves the rest to be done": (
            [("K1", 4, [("over", 1), ("done", 3)])],
            (75, 75, 75),
        ),
        "15.1.d: a fault before the transfer takes nothing off what is not done": (
            [("K1", 1, [("faulty", 1), ("over",)]), ("K1", 1, [("done", 1)])],
            (50, 50, 50),
        ),
        "15.1.b: another quantity, approved, is the base": (
            [("K1", 4, [("changed", 2), ("done", 2)])],
            (100, 100, 100),
        ),
        "15.1: what was given by mistake is no base": (
            [("K1", 9, [("cancelled",)]), ("K1", 2, [("done", 1)])],
            (50, 50, 50),
        ),
        "15.1: nothing given is no zero but no figure": (
            [("K1", 9, [("cancelled",)])],
            None,
        ),
    }

    def test_every_situation_gives_the_ratios_of_the_regulation(self):
        for name, (works, ratios) in self.SITUATIONS.items():
            with self.subTest(name), self.env.cr.savepoint() as savepoint:
                self._situation(*works)
                found = self._ratios(self.staff)[:3]
                sheet = self._open()[self.staff]
                if ratios:
                    self.assertEqual(found, ratios)
                else:
                    missing = sheet.trace["missing"]
                    self.assertIn(["nothing_assigned", ""], missing)
                savepoint.rollback()
                self.env.invalidate_all(flush=False)

    def test_extra_work_is_bonus_in_proportion_to_its_result(self):
        """15.1.d: 70 % of the mean of the three ratios of the extra work over A."""
        self._deliver(self._give(self.colleague, "K1", 10))
        work = self._give(self.staff, "K1", 4, date_deadline=DEADLINE)
        taken = self._transfer(work, self.colleague, date_deadline=DEADLINE)
        self.assertEqual(self._ratios(self.colleague)[3], 0)
        self._faulty(taken, 2)
        self._done(taken, 2)
        # a 20 %, b 15 %, c 20 % of a base of 10: 70 % of 18.33 %
        self.assertEqual(self._ratios(self.colleague), (100, 100, 100, 12.83))

    def test_the_paper_tells_what_was_handed_back_and_leaves_out_what_never_counted(
        self,
    ):
        for step in (self._back, self._cancelled):
            step(self._give(self.staff))
        self._by_head(self._propose(self.staff)).action_refuse("Trùng")
        sheet = self._open()[self.staff]
        work = sheet._sheet_values()[sheet]["work"]
        self.assertEqual(
            [row["finished"] for row in work["planned"]["rows"]], ["Đã trả lại"]
        )
        self.assertFalse(work["extra"]["rows"])

    def test_handing_on_what_was_taken_over_takes_nothing_off_the_base(self):
        self._deliver(self._give(self.colleague, "K1", 2))
        taken = self._transfer(self._give(self.staff, "K1", 2), self.colleague)
        last = self._transfer(taken, self.officer)
        self.assertEqual(self._ratios(self.colleague), (100, 100, 100, 0))
        self._deliver(self._give(self.officer, "K1", 2))
        self._deliver(last)
        self.assertEqual(self._ratios(self.officer)[3], 70)


class TestFactsOfAClosedMonth(Roles, KpiCase):
    """No step changes the facts of a month that is judged, whoever takes it."""

    STEPS = (
        ("report_unable", {"reason": "x"}),
        ("ask_change", {"quantity": 9, "reason": "x"}),
        ("action_hand_back", {"reason": "x"}),
        ("action_cancel", {"reason": "x"}),
        ("hand_in", {"quantity": 1}),
    )

    def test_nobody_moves_work_of_a_judged_month(self):
        other = self._give(self.staff, "K1", 3)
        change = other.with_user(self.staff.user_id).ask_change(2, reason="x")
        change = self.env["kpi.assignment.change"].browse(change)
        self.delivery.with_user(self.head.user_id).action_accept()
        transfer = {"employee_id": self.colleague.id, "reason": "x"}
        transfer["date_deadline"] = self.period.date_end
        steps = (*self.STEPS, ("action_transfer", transfer))
        for state in ("reviewed", "decided", "published"):
            self._until(self.sheet, state)
            facts = other.read(["state", "quantity", "date_deadline"])
            for role in ROLES:
                for step, values in steps:
                    with self.assertRaises(UserError, msg=f"{state} {role} {step}"):
                        getattr(self._as(role, other), step)(**values)
                with self.assertRaises(UserError, msg=f"{state} {role} approve"):
                    self._as(role, change).action_approve()
            self.assertEqual(other.read(["state", "quantity", "date_deadline"]), facts)
