"""What a version changes of the one before it, product by product (Điều 10.4)."""

from datetime import date

from odoo.exceptions import AccessError, UserError

from .common import HR, KpiCase

SEPTEMBER = date(2026, 9, 1)


class TestCatalogueComparison(KpiCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.first = cls.items["K1"].catalogue_id.with_user(cls.hr)
        items = cls._next_catalogue(SEPTEMBER, approve=False)
        cls.draft = items["K1"].catalogue_id.with_user(cls.hr)
        cls.new = {item.code: item for item in cls.draft.item_ids}

    def _compare(self, new=None, old=None):
        new = new or self.draft
        if not old:
            action = new.action_compare()
            return self.env[action["res_model"]].browse(action["res_id"])
        comparisons = self.env["kpi.catalogue.comparison"].with_user(self.hr)
        comparison = comparisons.create({"new_id": new.id, "old_id": old.id})
        comparison.action_compare()
        return comparison

    def test_a_copy_differs_in_nothing(self):
        comparison = self._compare()
        self.assertEqual(comparison.old_id, self.first)
        self.assertFalse(comparison.line_ids)
        self.assertFalse(comparison.notes)

    def test_changes_are_listed_with_what_was_and_what_is(self):
        group = self.draft.group_ids.copy({"code": "N2", "points_max": 30})
        self.new["K2"].write({"name": "Báo cáo chuyên đề", "points": 15})
        self.new["K2.5"].group_id = group
        self.new["K0.4"].unlink()
        self.new["K1"].copy({"code": "K9", "name": "Việc mới"})
        comparison = self._compare()
        lines = {line.code: line for line in comparison.line_ids}
        self.assertEqual(
            {code: line.kind for code, line in lines.items()},
            {"K2": "changed", "K2.5": "changed", "K0.4": "removed", "K9": "added"},
        )
        changed = lines["K2"]
        self.assertEqual(
            (changed.old_name, changed.new_name), ("Sản phẩm K2", "Báo cáo chuyên đề")
        )
        self.assertEqual((changed.old_points, changed.new_points), (10, 15))
        self.assertEqual((changed.old_coefficient, changed.new_coefficient), (2, 3))
        moved = lines["K2.5"]
        self.assertEqual((moved.old_group, moved.new_group), ("N1", "N2"))
        self.assertEqual((lines["K0.4"].old_points, lines["K9"].new_points), (2, 5))
        counts = [comparison[f"{kind}_count"] for kind in ("changed", "added")]
        self.assertEqual([*counts, comparison.removed_count], [2, 1, 1])
        self.assertIn("Frame of the group N2: none → 1–30", comparison.notes)

    def test_another_standard_changes_every_coefficient(self):
        self.new["K2"].action_set_standard()
        comparison = self._compare()
        self.assertEqual(comparison.changed_count, 4)
        self.assertIn("standard product: 5 → 10", comparison.notes)

    def test_whose_product_it_is_counts_as_a_change(self):
        unit = {"name": "Phòng Kinh tế", "company_id": self.company.id}
        self.new["K2"].department_id = self.env["hr.department"].create(unit)
        line = self._compare().line_ids
        self.assertEqual(
            (line.code, line.old_part, line.new_part),
            ("K2", "Everybody", "Phòng Kinh tế"),
        )

    def test_two_versions_must_be_chosen(self):
        comparison = self.env["kpi.catalogue.comparison"].with_user(self.hr)
        for old in (False, self.draft.id):
            with self.assertRaisesRegex(UserError, "two versions"):
                comparison.create(
                    {"new_id": self.draft.id, "old_id": old}
                ).action_compare()

    def test_any_two_versions_can_be_compared_backwards_too(self):
        self.new["K2"].points = 15
        line = self._compare(self.first, self.draft).line_ids
        self.assertEqual((line.old_points, line.new_points), (15, 10))

    def test_no_version_of_another_agency_is_read_by_naming_it(self):
        elsewhere = self._agency("UBND xã Bình Yên")
        foreign = self._catalogue(elsewhere)["K1"].catalogue_id
        for new, old in ((self.draft, foreign), (foreign, self.draft)):
            with self.assertRaises(AccessError):
                self._compare(new, old)
        mine = self._compare()
        stranger = self._user("Lạ Mặt", HR, elsewhere)
        with self.assertRaises(AccessError):
            mine.with_user(stranger).line_ids.read(["new_name"])

    def test_it_takes_the_same_queries_for_twice_the_differences(self):
        counts = []
        for number in (20, 60):
            group = self.draft.group_ids
            self.draft.item_ids.create(
                [
                    {
                        "catalogue_id": self.draft.id,
                        "group_id": group.id,
                        "code": f"{number}.{one}",
                        "name": "Việc",
                        "points": 5,
                    }
                    for one in range(number)
                ]
            )
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            comparison = self._compare()
            comparison.line_ids.read(["new_name", "new_points", "new_part", "old_name"])
            counts.append(self.env.cr.sql_log_count - before)
        self.assertLessEqual(counts[1], counts[0], counts)
