"""Draft → approved → superseded; what was approved never changes (Điều 10, 20.2)."""

from datetime import date

from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import KpiCase
from .roles import ROLES, Roles

SEPTEMBER = date(2026, 9, 1)
# What a draft lacks, and the words about it.
LACKING = (
    ({"decision_number": False}, "Decision no.*Điều 20.2"),
    ({"decision_date": False}, "Decided on.*Điều 20.2"),
    ({"decision_authority": False}, "Issuing authority.*Điều 20.2"),
    ({"date_from": date(2026, 9, 15)}, "01/09/2026 or 01/10/2026"),
    ({"date_from": date(2026, 6, 1)}, "already approved"),
    ({"standard_points": 4}, "has 5 points, but the catalogue counts with 4"),
)
# Written to a version in any way a colleague could think of.
ON_THE_CATALOGUE = {
    "name": "x",
    "state": "draft",
    "date_from": "2026-01-01",
    "date_to": "2026-12-31",
    "standard_points": 1,
    "decision_number": "x",
    "predecessor_id": False,
    "leaders_annex": "x",
    "scoring": "four_criteria",
    "item_ids": [Command.clear()],
    "group_ids": [Command.clear()],
}
ON_AN_ITEM = {
    "name": "x",
    "points": 6,
    "coefficient": 9,
    "code": "x",
    "active": False,
    "audience": "leaders",
    "division": "x",
    "department_id": False,
    "is_standard": False,
    "difficulty": 1,
    "note": "x",
}
ON_A_GROUP = {"points_max": 999, "points_min": 1, "code": "N9", "name": "x"}


class TestCatalogueLife(KpiCase):
    def setUp(self):
        super().setUp()
        self.first = self.items["K1"].catalogue_id
        self.draft = self._next_catalogue(SEPTEMBER, approve=False)[
            "K1"
        ].catalogue_id.with_user(self.hr)

    def test_a_version_goes_from_draft_to_approved_to_superseded(self):
        self.assertEqual((self.draft.state, self.first.state), ("draft", "approved"))
        self.assertFalse(self.first.date_to)
        self.draft.action_approve()
        self.assertEqual(
            (self.draft.state, self.first.state), ("approved", "superseded")
        )
        self.assertEqual(self.first.date_to, date(2026, 8, 31))
        self.assertEqual(self.draft.predecessor_id, self.first)
        self.assertEqual(self.draft.approved_by_id, self.hr)
        self.assertFalse(self.draft.date_to)

    def test_what_a_draft_lacks_is_said_before_it_is_approved(self):
        self.assertFalse(self.draft.approval_hint)
        for values, words in LACKING:
            with self.subTest(values=values), self.env.cr.savepoint() as undo:
                self.draft.write(values)
                self.draft.invalidate_recordset(["approval_hint"])
                self.assertRegex(self.draft.approval_hint, words)
                with self.assertRaisesRegex(UserError, words):
                    self.draft.action_approve()
                undo.rollback()
            self.draft.invalidate_recordset(flush=False)
        self.assertEqual(self.draft.state, "draft")

    def test_all_that_is_lacking_is_said_at_once(self):
        bare = self.env["kpi.catalogue"].with_user(self.hr)
        bare = bare.create({"name": "Danh mục", "standard_points": 5})
        for words in ("Điều 20.2", "groups", "Mark the standard", "no product yet"):
            self.assertIn(words, bare.approval_hint)

    def test_points_outside_a_frame_stop_the_approval_even_if_they_slipped_in(self):
        item = self.draft.item_ids[0]
        self.env.cr.execute(
            "UPDATE kpi_catalogue_item SET points = 999 WHERE id = %s", [item.id]
        )
        self.env.invalidate_all()
        with self.assertRaisesRegex(UserError, f"frame of the group.*{item.code}"):
            self.draft.action_approve()

    def test_a_division_that_is_no_unit_stops_the_approval(self):
        item = self.draft.item_ids[0]
        item.division = "Phòng Kinh tế"
        with self.assertRaisesRegex(UserError, r"called so: Phòng Kinh tế \(1 prod"):
            self.draft.action_approve()
        unit = {"name": "PHONG KINH TE", "company_id": self.company.id}
        unit = self.env["hr.department"].create(unit)
        self.draft.action_match_divisions()
        self.assertEqual(item.department_id, unit)
        self.draft.action_approve()

    def test_hr_may_approve_and_nobody_else(self):
        for user in (self.head.user_id, self.staff.user_id):
            with self.subTest(user=user.name), self.assertRaises(UserError):
                self.draft.with_user(user).action_approve()
        foreign = self._person(
            "Người Ngoài", "staff", "kpi_evaluation.group_hr", None, self._agency("Xã")
        ).user_id
        with self.assertRaises(AccessError):
            self.draft.with_user(foreign).action_approve()
        self.assertEqual(self.draft.state, "draft")

    def test_nobody_is_born_approved(self):
        for values in ({"state": "approved"}, {"state": "superseded"}):
            with self.assertRaises(UserError):
                self.env["kpi.catalogue"].with_user(self.hr).create(
                    {"name": "x", "standard_points": 5, **values}
                )
        context = {"default_state": "approved"}
        with self.assertRaises(UserError):
            self.draft.with_context(**context).create(
                {"name": "x", "standard_points": 5}
            )

    def test_only_drafts_are_deleted_with_all_that_is_in_them(self):
        items = self.draft.with_context(active_test=False).item_ids
        self.draft.unlink()
        self.assertFalse(items.exists())
        with self.assertRaisesRegex(UserError, "never changes"):
            self.first.with_user(self.hr).unlink()

    def test_a_new_version_has_every_product_and_group_of_the_one_before(self):
        fields = ("code", "name", "points", "coefficient", "is_standard", "audience")
        old = self.first.item_ids.sorted("code")
        new = self.draft.item_ids.sorted("code")
        for field in fields:
            self.assertEqual(new.mapped(field), old.mapped(field), field)
        self.assertEqual(new.group_id.catalogue_id, self.draft)
        self.assertEqual(new.create_uid, self.hr)
        self.assertFalse(self.draft.decision_number and self.draft.approved_on)

    def test_the_standard_is_one_and_all_others_follow_it(self):
        item = self.draft.item_ids.filtered(lambda one: one.code == "K2")
        item.action_set_standard()
        self.assertEqual(self.draft.item_ids.filtered("is_standard"), item)
        self.assertEqual(
            (self.draft.standard_name, self.draft.standard_points), (item.name, 10)
        )
        by_code = {one.code: one.coefficient for one in self.draft.item_ids}
        self.assertEqual(by_code, {"K1": 0.5, "K2": 1, "K2.5": 1.3, "K0.4": 0.2})

    def test_two_drafts_of_one_version_follow_each_other(self):
        other = self._next_catalogue(date(2026, 10, 1), approve=False)
        other = other["K1"].catalogue_id.with_user(self.hr)
        self.draft.action_approve()
        other.action_approve()
        self.assertEqual(other.predecessor_id, self.draft)
        self.assertEqual(self.draft.date_to, date(2026, 9, 30))
        self.assertEqual(self.first.date_to, date(2026, 8, 31))

    def test_no_version_slips_in_before_an_approved_one(self):
        other = self._next_catalogue(date(2026, 8, 1), approve=False)
        self.draft.action_approve()
        with self.assertRaisesRegex(UserError, "already approved"):
            other["K1"].catalogue_id.with_user(self.hr).action_approve()

    def test_what_was_approved_stands_though_everything_is_computed_anew(self):
        item = self.items["K2.5"]
        self.env["kpi.regulation.clause"].create(
            {
                "code": "coefficient_decimals",
                "name": "Số chữ số thập phân của hệ số",
                "value": "0",
                "unit": "decimals",
                "clause": "Điều 10.3",
                "date_from": "2026-05-31",
            }
        )
        self.env.add_to_compute(item._fields["coefficient"], item)
        self.assertEqual(item.coefficient, 2.5)


@tagged("rights")
class TestFrozenCatalogue(Roles, KpiCase):
    """Nothing of an approved or superseded version is written, by any role."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.superseded = cls.items["K1"].catalogue_id
        cls.approved = cls._next_catalogue(SEPTEMBER)["K1"].catalogue_id
        cls.env.flush_all()

    def _refused(self, record, act, label):
        for role in ROLES:
            with self.assertRaises(UserError, msg=f"{role}: {label}"):
                act(self._as(role, record))
        with self.assertRaises(UserError, msg=f"the system: {label}"):
            act(record)

    def test_nothing_of_it_is_written_by_any_role_or_the_system(self):
        for version in (self.approved, self.superseded):
            for record, table in (
                (version, ON_THE_CATALOGUE),
                (version.item_ids[0], ON_AN_ITEM),
                (version.group_ids[0], ON_A_GROUP),
            ):
                for field, value in table.items():
                    self._refused(
                        record,
                        lambda seen, values={field: value}: seen.write(values),
                        f"{record._name}.{field} in {version.state}",
                    )

    def test_nothing_is_added_to_it_or_taken_away(self):
        group = self.approved.group_ids
        product = {"code": "X", "name": "X", "points": 5, "group_id": group.id}
        product["catalogue_id"] = frame_of = self.approved.id
        frame = {"catalogue_id": frame_of, "code": "N2"}
        frame |= {"points_min": 1, "points_max": 2}
        for record, act in (
            (group, lambda seen: seen.create(frame)),
            (self.approved.item_ids, lambda seen: seen.create(product)),
            (self.approved.item_ids[:1], lambda seen: seen.unlink()),
            (group, lambda seen: seen.unlink()),
            (self.approved, lambda seen: seen.unlink()),
            (self.approved.item_ids[:1], lambda seen: seen.action_set_standard()),
            (self.approved, lambda seen: seen.action_match_divisions()),
            (self.approved, lambda seen: seen.action_approve()),
        ):
            self._refused(record, act, record._name)

    def test_an_import_serves_drafts_only(self):
        wizard = self.env["kpi.catalogue.import"].with_user(self.hr)
        wizard = wizard.create({"catalogue_id": self.approved.id})
        for step in (wizard.action_check, wizard.action_import, wizard.action_template):
            with self.assertRaisesRegex(UserError, "never changes"):
                step()
