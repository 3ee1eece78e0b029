from psycopg2 import IntegrityError

from odoo.exceptions import UserError, ValidationError
from odoo.tools import mute_logger

from .common import KpiCase


class TestCatalogue(KpiCase):
    """The converted catalogue of an agency (Điều 10)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.in_force, cls.items = cls.items, cls._catalogue(approve=False)
        cls.catalogue = cls.items["K1"].catalogue_id.with_user(cls.hr)
        cls.group = cls.catalogue.group_ids

    def _item(self, **values):
        return (
            self.env["kpi.catalogue.item"]
            .with_user(self.hr)
            .create(
                {
                    "catalogue_id": self.catalogue.id,
                    "group_id": self.group.id,
                    "code": "SP",
                    "name": "Báo cáo",
                    "points": 5,
                    **values,
                }
            )
        )

    def test_a_coefficient_is_points_over_standard_points_to_one_decimal(self):
        for points, coefficient in (
            (5, 1),
            (12.5, 2.5),
            (2, 0.4),
            (7, 1.4),
            (1.2, 0.2),  # 0.24
            (1.25, 0.3),  # 0.25: half up
            (17.3, 3.5),  # 3.46
        ):
            with self.subTest(points=points):
                item = self._item(code=f"SP{points}", points=points)
                self.assertEqual(item.coefficient, coefficient)

    def test_a_coefficient_follows_the_standard_product(self):
        self.catalogue.standard_points = 10
        self.assertEqual(self.items["K1"].coefficient, 0.5)

    def test_a_coefficient_is_never_typed(self):
        with self.assertRaises(UserError):
            self._item(coefficient=9)
        with self.assertRaises(UserError):
            self.items["K1"].with_user(self.hr).coefficient = 9
        self.assertEqual(self.items["K1"].coefficient, 1)

    def test_a_product_whose_coefficient_rounds_to_zero_is_refused_in_words(self):
        self.group.points_min = 0.01
        with self.assertRaisesRegex(ValidationError, "Điều 10.3"):
            self._item(points=0.2).flush_recordset()

    @mute_logger("odoo.sql_db")
    def test_a_catalogue_without_a_standard_is_refused(self):
        with self.assertRaises(IntegrityError):
            self.catalogue.standard_points = 0
            self.catalogue.flush_recordset()

    @mute_logger("odoo.sql_db")
    def test_a_code_stands_once_in_a_catalogue(self):
        self._item()
        with self.assertRaises(IntegrityError):
            self._item()

    def test_points_stay_within_the_frame_of_their_group(self):
        for points in (0.9, 20.1):
            with self.subTest(points=points), self.assertRaises(ValidationError):
                self._item(points=points)
        for points in (1, 20):
            self._item(code=f"SP{points}", points=points)

    def test_a_frame_is_not_drawn_away_from_its_products(self):
        for frame in ({"points_min": 3}, {"points_max": 12}):
            with self.subTest(frame=frame), self.assertRaises(ValidationError):
                self.group.write(frame)
        self.items["K0.4"].active = False
        with self.assertRaises(ValidationError):
            self.group.points_min = 3

    def test_the_group_of_a_product_is_of_its_own_catalogue(self):
        foreign = self.in_force["K1"].group_id
        with self.assertRaises(ValidationError):
            self._item(group_id=foreign.id)
        with self.assertRaises(ValidationError):
            self.items["K1"].with_user(self.hr).group_id = foreign

    def test_a_catalogue_has_at_most_five_groups(self):
        def add(number):
            return self.group.create(
                [
                    {
                        "catalogue_id": self.catalogue.id,
                        "code": f"N{one}",
                        "points_min": 1,
                        "points_max": 2,
                    }
                    for one in number
                ]
            )

        add(range(2, 6))
        self.assertEqual(len(self.catalogue.group_ids), 5)
        with self.assertRaisesRegex(ValidationError, "Điều 10.1"):
            add([6])

    def test_a_product_that_was_given_is_not_deleted(self):
        product = self.in_force["K1"]
        self._give(self.staff, item_id=product.id)
        with self.assertRaisesRegex(UserError, "never changes"):
            product.with_user(self.hr).unlink()
        self.env.flush_all()
        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"):
            self.env.cr.execute(
                "DELETE FROM kpi_catalogue_item WHERE id = %s", [product.id]
            )

    def test_the_button_leads_to_the_products_of_this_catalogue_only(self):
        action = self.catalogue.action_open_items()
        found = self.env[action["res_model"]].search(action["domain"])
        self.assertEqual(found.catalogue_id, self.catalogue)
        self.assertEqual(self.catalogue.item_count, len(found))
