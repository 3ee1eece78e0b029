"""A product worth many units is split within its total (Điều 15.1.c)."""

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form
from odoo.tools import mute_logger

from .common import PORTAL
from .work_case import WorkCase


class TestJointProduct(WorkCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.august = cls._month(cls.period.date_start.replace(month=8))

    def _split(self, joint, *shares, user=None):
        ids = joint.with_user(user or self.head.user_id).action_split(
            [self._share(*share) for share in shares]
        )
        return self.env["kpi.assignment"].browse(ids)

    def test_a_product_is_split_over_people_and_months_within_its_total(self):
        joint = self._joint("K2.5", 4)
        shares = self._split(
            joint,
            (self.staff, 1.5),
            (self.colleague, 0.5),
            (self.staff, 1, self.august),
        )
        self.assertEqual(shares.mapped("quantity"), [1.5, 0.5, 1])
        self.assertEqual(
            shares.mapped("responsibility"), ["owner", "collaborator", "owner"]
        )
        self.assertEqual((joint.allotted_quantity, joint.remaining_quantity), (3, 1))
        self._deliver(shares[0])
        self.assertEqual(self._ratios(self.staff)[0], 100)
        self.assertEqual(self._base(self.staff), 3.75)
        self.assertEqual(self._base(self.colleague), 1.25)

    def test_shares_over_the_total_are_refused_with_what_is_left(self):
        joint = self._joint(quantity=1)
        self._split(joint, (self.staff, 0.6))
        for shares in (
            ((self.colleague, 0.4001),),
            ((self.colleague, 0.3), (self.officer, 0.2)),
        ):
            with self._refused("only 0,4 of"):
                self._split(joint, *shares)
        self.assertEqual(joint.remaining_quantity, 0.4)
        self._split(joint, (self.colleague, 0.4))
        self.assertEqual(joint.remaining_quantity, 0)

    def test_thirds_fit_and_their_remainder_is_shown(self):
        joint = self._joint()
        people = (self.staff, self.colleague, self.officer)
        self._split(joint, *((person, 0.3333) for person in people))
        self.assertEqual(joint.remaining_quantity, 0.0001)
        other = self._joint(quantity=0.3)
        self._split(other, (self.staff, 0.1), (self.colleague, 0.2))
        self.assertEqual(other.remaining_quantity, 0)

    def test_the_whole_holds_for_changes_of_its_shares_too(self):
        joint = self._joint(quantity=2)
        mine, theirs = self._split(joint, (self.staff, 1), (self.colleague, 0.5))
        change = self._ask(mine, quantity=1.6)
        with self._refused("exceed the whole"):
            self._by_head(change).action_approve()
        with self._refused("exceed the whole"):
            self._by_head(joint).write({"quantity": 1.4})
        self._by_head(theirs).action_cancel("Chia lại")
        self._by_head(change).action_approve()
        self.assertEqual(joint.remaining_quantity, 0.4)
        self._by_head(joint).write({"quantity": 1.6})

    def test_a_share_that_is_transferred_is_no_further_share(self):
        joint = self._joint()
        share = self._split(joint, (self.staff, 1))
        taken = self._transfer(share, self.colleague)
        self.assertEqual((taken.joint_id.id, taken.coefficient), (False, 2))
        self.assertEqual((joint.allotted_quantity, joint.remaining_quantity), (1, 0))
        self.assertEqual(self._base(self.staff, self.colleague), 2)

    def test_exactly_one_person_is_in_charge_and_has_a_share(self):
        joint = self._joint()
        with self._refused("needs a share too"):
            self._split(joint, (self.colleague, 0.5))
        shares = self._split(joint, (self.colleague, 0.5), (self.staff, 0.5))
        owners = shares.filtered(lambda one: one.responsibility == "owner")
        self.assertEqual(owners.employee_id, self.staff)
        with self._refused("Exactly one person"):
            shares[0]._write_fixed({"responsibility": "owner"})

    def test_every_share_has_the_coefficient_of_the_joint_work(self):
        joint = self._joint("K2", 2)
        self._split(joint, (self.staff, 1))
        self._set_behind(self.items["K2"], points=20, coefficient=4)
        later = self._split(joint, (self.staff, 1, self.august))
        self.assertEqual((later.coefficient, joint.coefficient), (2, 2))

    def test_a_share_is_clear_or_it_is_none(self):
        joint = self._joint(quantity=5)
        good = self._share(self.staff, 1)
        for shares in (
            [],
            None,
            ["x"],
            [good | {"quantity": 0}],
            [good | {"quantity": -1}],
            [good | {"quantity": float("nan")}],
            [good | {"quantity": "x"}],
            [good | {"date_deadline": False}],
            [good | {"date_deadline": "2026-08-01"}],
            [good | {"employee_id": False}],
            [good | {"employee_id": self.outsider.id}],
            [good | {"state": "handed_back"}],
            [{"employee_id": self.staff.id}],
        ):
            with self.subTest(shares=shares), self.assertRaises(UserError):
                joint.action_split(shares)
        self.assertEqual(joint.remaining_quantity, 5)

    def test_only_those_in_reach_get_a_share_and_hr_reaches_the_agency(self):
        joint = self._joint()
        shares = (self.staff, 0.5), (self.other, 0.5)
        with self._refused("You do not give work to Ngô Thị Dung"):
            self._split(joint, *shares)
        for user in (self.staff.user_id, self.chief.user_id):
            with self.assertRaises(AccessError, msg=user.name):
                self._split(joint, *shares, user=user)
        given = self._split(joint, *shares, user=self.hr)
        self.assertEqual(given.assigner_id, self.head | self.chief)

    def test_what_shares_are_measured_by_stands(self):
        joint = self._joint()
        self._split(joint, (self.staff, 1))
        for values in (
            {"item_id": self.items["K1"].id},
            {"owner_id": self.colleague.id},
            {"origin": "adhoc"},
            {"coefficient": 9},
            {"allotted_quantity": 0},
        ):
            with self.subTest(values=values), self.assertRaises(UserError):
                self._by_head(joint).write(values)
        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"):
            self._by_head(joint).unlink()

    def test_the_wizard_shares_alike_and_exactly(self):
        joint = self._joint()
        people = (self.staff, self.colleague, self.officer)
        wizards = self.env["kpi.joint.split"].with_user(self.head.user_id)
        with Form(wizards.with_context(default_joint_id=joint.id)) as form:
            for person in people:
                with form.line_ids.new() as line:
                    line.employee_id = person
                    line.period_id = self.period
                    line.quantity = 1
                    line.date_deadline = self.period.date_end
            self.assertEqual(form.after, -2)
        wizard = form.record
        wizard.action_even()
        self.assertEqual(wizard.line_ids.mapped("quantity"), [0.3334, 0.3333, 0.3333])
        wizard.action_split()
        self.assertEqual(joint.remaining_quantity, 0)

    def test_a_person_sees_the_own_share_only(self):
        joint = self._joint()
        shares = self._split(joint, (self.staff, 0.5), (self.colleague, 0.5))
        mine = self.env["kpi.assignment"].with_user(self.staff.user_id)
        self.assertEqual(mine.search([("joint_id", "=", joint.id)]).ids, shares[0].ids)
        self.assertTrue(self.staff.user_id.has_group(PORTAL))
        with self.assertRaises(AccessError):
            joint.with_user(self.staff.user_id).read(["name"])
