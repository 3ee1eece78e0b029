"""Unplanned work is proposed, approved, and counts as bonus (Điều 2.1, 15.1.d)."""

from odoo.exceptions import UserError
from odoo.fields import Command

from .common import HR, PORTAL
from .work_case import WorkCase


class TestProposal(WorkCase):
    def test_what_is_only_proposed_counts_nowhere(self):
        self._deliver(self._give(self.staff, "K1", 4))
        proposal = self._propose(self.staff, "K1", quantity=2)
        self.assertEqual(
            (proposal.state, proposal.origin, proposal.employee_id),
            ("proposed", "adhoc", self.staff),
        )
        periods = self.env["kpi.period"].with_user(self.staff.user_id)
        todo = periods._own_todo_count()
        self.assertEqual(self._ratios(self.staff), (100, 100, 100, 0))
        self.assertEqual(proposal.remaining_quantity, 0)
        with self.assertRaises(UserError):
            self._mine(proposal).hand_in(1)
        sheet = self._open()[self.staff]
        work = sheet._sheet_values()[sheet]["work"]
        self.assertFalse(work["extra"]["rows"])
        self.assertEqual(periods._own_todo_count(), todo)

    def test_approved_work_is_given_and_counts_as_bonus(self):
        self._deliver(self._give(self.staff, "K1", 4))
        proposal = self._propose(self.staff, "K1", quantity=2)
        self._commit()
        self._by_head(proposal).action_approve()
        self._deliver(proposal)
        self.assertEqual(self._noted(proposal)["state"], [("Proposed", "Given")])
        self.assertEqual(self._ratios(self.staff), (100, 100, 100, 35))

    def test_refused_work_keeps_its_reason_and_never_counts(self):
        self._deliver(self._give(self.staff, "K1", 4))
        proposal = self._propose(self.staff)
        for nothing in ("", "  ", None):
            with self.assertRaises(UserError):
                self._by_head(proposal).action_refuse(nothing)
        self._by_head(proposal).action_refuse("Đã có trong kế hoạch")
        self.assertEqual(proposal.state, "refused")
        self.assertEqual(proposal.closing_reason, "Đã có trong kế hoạch")
        for step in ("action_approve", "action_hand_back", "action_cancel"):
            with self.assertRaises(UserError, msg=step):
                getattr(self._by_head(proposal), step)()
        self.assertEqual(self._ratios(self.staff)[3], 0)

    def test_only_the_assigner_or_a_substitute_approves(self):
        proposal = self._propose(self.staff)
        for user in (self.staff.user_id, self.hr, self.chief.user_id):
            for step, values in (("action_approve", ()), ("action_refuse", ("x",))):
                with self.assertRaises(UserError, msg=user.name):
                    getattr(proposal.with_user(user), step)(*values)
        self.env["kpi.delegation"].create(
            {
                "principal_id": self.head.id,
                "substitute_id": self.chief.id,
                "date_from": "2026-07-01",
                "date_to": "2026-07-31",
                "document": "12/UQ-UBND",
            }
        )
        proposal.with_user(self.chief.user_id).action_approve()
        self.assertEqual(proposal.state, "given")

    def test_what_is_not_clear_is_not_even_proposed(self):
        for values in (
            {"quantity": 0},
            {"quantity": -1},
            {"quantity": float("nan")},
            {"quantity": "2"},
            {"item_id": False},
            {"item_id": 987654321},
            {"date_deadline": False},
            {"date_deadline": "nonsense"},
            {"date_deadline": "2026-08-01"},
            {"period_id": self._month(company=self.outsider.company_id).id},
            {"period_id": 987654321},
        ):
            with self.subTest(values=values), self.assertRaises(UserError):
                self._propose(self.staff, **values)

    def test_a_product_of_another_agency_is_not_proposed(self):
        foreign = self._catalogue(self.outsider.company_id)["K1"]
        with self.assertRaises(UserError):
            self._propose(self.staff, item_id=foreign.id)

    def test_who_works_in_no_agency_proposes_nothing(self):
        stranger = self._user("Văn Thư", PORTAL)
        with self._refused("the agency that you work in"):
            self._propose(self.env["hr.employee"].new({"user_id": stranger.id}))

    def test_nothing_is_proposed_or_approved_once_the_month_is_assessed(self):
        self._deliver(self._give(self.staff))
        proposal = self._propose(self.staff)
        self._self_assess(self._open()[self.staff])
        with self._refused("already assessed"):
            self._propose(self.staff)
        with self._refused("already assessed"):
            self._by_head(proposal).action_approve()
        self._by_head(proposal).action_refuse("Muộn")
        self.assertEqual(proposal.state, "refused")

    def test_what_is_no_longer_clear_is_not_approved(self):
        proposal = self._propose(self.staff)
        self.staff.active = False
        with self._refused("who does it"):
            self._by_head(proposal).action_approve()

    def test_the_assigner_gives_ad_hoc_work_at_once(self):
        work = self._give(self.staff, origin="adhoc")
        self.assertEqual(work.state, "given")


class TestCancel(WorkCase):
    def test_work_given_by_mistake_stays_on_record_and_no_longer_counts(self):
        kept, mistaken = (
            self._give(self.staff, "K1", 1),
            self._give(self.staff, "K1", 3),
        )
        self._deliver(kept)
        self.assertEqual(self._ratios(self.staff)[0], 25)
        self._commit()
        self._by_head(mistaken).action_cancel("Nhập trùng")
        self.assertEqual(self._ratios(self.staff)[0], 100)
        noted = self._noted(mistaken)
        self.assertEqual(noted["state"], [("Given", "Cancelled")])
        self.assertEqual(noted["closing_reason"], [(False, "Nhập trùng")])

    def test_only_while_nothing_is_handed_in_or_with_somebody_else(self):
        returned, shared = self._give(self.staff), self._give(self.staff, "K1", 2)
        self._by_head(self._hand_in(returned)).action_return("Sai")
        self._transfer(shared, self.colleague, quantity=1)
        for work in (returned, shared):
            with self._refused("no longer cancelled"):
                self._by_head(work).action_cancel("Nhầm")

    def test_nobody_deletes_work(self):
        works = self._give(self.staff) | self._propose(self.staff)
        admin = self._user("Quản Trị", HR)
        admin.group_ids = [Command.link(self.env.ref("kpi_evaluation.group_admin").id)]
        for work in works:
            for user in (self.head.user_id, self.hr, admin, self.env.user):
                with self.assertRaises(UserError, msg=user.name):
                    work.with_user(user).unlink()
