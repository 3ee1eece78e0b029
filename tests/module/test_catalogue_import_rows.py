"""Every mistake in a row is named with its row and value, and stops the import."""

import doctest
import importlib
import pkgutil
from datetime import datetime

from odoo.addons.kpi_evaluation.wizard import catalogue_file

from .catalogue_files import CatalogueImportCase, as_csv, as_xlsx, product

# What is wrong with the row, and what the officer reads about it.
MISTAKES = (
    ({"ma": ""}, "“Mã” is left blank"),
    ({"nhiem_vu": " \n "}, "“Nhiệm vụ” is left blank"),
    ({"nhom": ""}, "“Nhóm” is left blank"),
    ({"diem": ""}, "“Điểm” is left blank; a blank is not 0"),
    ({"diem": "0"}, "must be above 0, not 0"),
    ({"diem": "-3"}, "must be above 0, not -3"),
    ({"diem": "bảy"}, "not a number: “bảy”"),
    ({"diem": "NaN"}, "“NaN”"),
    ({"diem": "1.234,5"}, "not a number: “1.234,5”"),
    ({"diem": "1 000"}, "not a number: “1 000”"),
    ({"diem": "1,234"}, "“1,234” can be read as thousands or as decimals"),
    ({"diem": "٥"}, "not a number: “٥”"),
    ({"diem": "1000001"}, "more than 1000000"),
    ({"diem": "9" * 40}, "“Điểm”"),
    ({"diem": "5,12345"}, "at most 4 decimals"),
    ({"diem": "11", "he_so": ""}, "11 points are outside the frame 1–10"),
    ({"diem": "7,5", "he_so": "2"}, "is 2, but 7,5 points over 5 of the"),
    ({"he_so": "0"}, "“Hệ số” must be above 0"),
    ({"he_so": "không"}, "“Hệ số” is not a number"),
    ({"khung_diem": "1-12"}, "frame 1–12 of the new group N1 is not the one in row 2"),
    ({"khung_diem": "10-1"}, "not a frame of points: “10-1”"),
    ({"khung_diem": "0-10"}, "“Khung điểm” must be above 0, not 0"),
    ({"khung_diem": "01-Oct"}, "not a frame of points: “01-Oct”"),
    ({"nhom": "N9", "khung_diem": ""}, "The catalogue has no group “N9”"),
    ({"ma": "KT.01"}, "The code “KT.01” is already in row 2"),
    ({"ma": "kt.01"}, "The code “kt.01” is already in row 2"),
    ({"ma": "M" * 65}, "“Mã” is longer than 64 characters"),
    ({"nhiem_vu": "x" * 8001}, "“Nhiệm vụ” is longer than 8000 characters"),
    ({"nhiem_vu": '=HYPERLINK("http://a","b")'}, "“Nhiệm vụ” holds a formula: =HYPER"),
    ({"san_pham": " @SUM(A1)"}, "“Sản phẩm” holds a formula: @SUM(A1)"),
    ({"diem": "=2+3"}, "“Điểm”"),
)
# What only a cell of Excel can hold.
CELLS = (
    ("B4", 1.1, "“Mã”: Excel holds the number 1.1, which may have lost a zero"),
    ("D4", "=A1", "“Nhiệm vụ” holds a formula: =A1"),
    ("H4", datetime(2026, 10, 1), "Excel made a date (01/10/2026) of the frame"),
    ("I4", "=2+3", "“Điểm” holds a formula: =2+3"),
    ("I4", "#REF!", "“Điểm” holds Excel's error #REF!"),
    ("I4", True, "“Điểm” holds TRUE"),
    ("I4", datetime(2026, 5, 1), "“Điểm”: Excel took what you typed for a date"),
)
ACCEPTED = (
    {"diem": "7.5", "he_so": "1.5"},
    {"diem": " 7,5 ", "he_so": "1,50"},
    {"diem": "5,1234", "he_so": ""},
    {"khung_diem": "1 – 10"},
    {"khung_diem": "1 đến 10"},
    {"khung_diem": ""},
    {"nhom": "n1"},
    {"nhiem_vu": "- Soạn thảo văn bản"},
    {"cong_viec_chi_tiet": "+ Việc thứ nhất\n+ Việc thứ hai"},
    {"phu_luc": "", "phong": "", "cong_viec_chi_tiet": "", "san_pham": ""},
)


class TestCatalogueImportRows(CatalogueImportCase):
    def _assert_mistake(self, wizard, row, words):
        self.assertEqual(wizard.error_line_ids.mapped("row"), [row])
        message = wizard.error_line_ids.message
        self.assertTrue(message.startswith(f"Row {row}: "), message)
        self.assertIn(words, message)

    def test_every_mistake_is_found_in_csv_and_in_excel(self):
        for cells, words in MISTAKES:
            rows = [product(1), product(2), product(3, **cells), product(4)]
            with self.subTest(cells=cells, file="csv"):
                self._assert_mistake(self._check(as_csv(rows)), 4, words)
            with self.subTest(cells=cells, file="xlsx"):
                wizard = self._check(as_xlsx(rows), "a.xlsx")
                self._assert_mistake(wizard, 4, words.partition(": “")[0])

    def test_what_only_excel_can_hold_is_found_too(self):
        rows = [product(number) for number in (1, 2, 3)]
        for place, value, words in CELLS:
            with self.subTest(place=place, value=value):
                content = as_xlsx(
                    rows,
                    change=lambda sheet, at=place, it=value: sheet.__setitem__(at, it),
                )
                self._assert_mistake(self._check(content, "a.xlsx"), 4, words)

    def test_what_an_officer_may_write_in_several_ways_is_accepted(self):
        for cells in ACCEPTED:
            with self.subTest(cells=cells):
                wizard = self._check(as_csv([product(1), product(2, **cells)]))
                self.assertEqual(wizard.error_count, 0, wizard.error_line_ids.message)

    def test_the_examples_in_the_docstrings_hold(self):
        for module in pkgutil.iter_modules(catalogue_file.__path__):
            name = f"{catalogue_file.__name__}.{module.name}"
            self.assertFalse(doctest.testmod(importlib.import_module(name)).failed)

    def test_all_mistakes_of_a_row_are_named_at_once(self):
        wizard = self._check(as_csv([product(1), product(1, diem="0", nhiem_vu="")]))
        message = wizard.error_line_ids.message
        for words in ("“Nhiệm vụ” is left blank", "above 0", "already in row 2"):
            self.assertIn(words, message)

    def test_the_frame_of_a_group_in_the_catalogue_holds(self):
        group = {"code": "N1", "points_min": 1, "points_max": 12}
        group["catalogue_id"] = self.catalogue.id
        self.env["kpi.complexity.group"].with_user(self.hr).create(group)
        wizard = self._check(as_csv([product(1), product(2, khung_diem="")]))
        self.assertIn(
            "The frame 1–10 is not the one of the group N1 in the catalogue: 1–12",
            wizard.error_line_ids.message,
        )
        self.assertEqual(wizard.new_line_ids.row, 3)

    def test_a_catalogue_gets_no_more_groups_than_the_regulation_allows(self):
        rows = [
            product(number, nhom=f"N{number}", khung_diem="1-10")
            for number in range(1, 8)
        ]
        wizard = self._check(as_csv(rows))
        self.assertEqual(wizard.error_line_ids.mapped("row"), [7, 8])
        self.assertIn("N6 is one too many", wizard.error_line_ids[0].message)
        wizard = self._import(as_csv(rows[:5]))
        self.assertEqual(len(self.catalogue.group_ids), 5)

    def test_points_too_few_to_count_are_refused(self):
        self.catalogue.standard_points = 1_000
        wizard = self._check(as_csv([product(1, he_so="")]))
        self.assertIn("make a coefficient of 0", wizard.error_line_ids.message)

    def test_a_coefficient_is_rounded_as_the_clause_says(self):
        self.catalogue.standard_points = 3
        right, wrong = product(1, diem="5", he_so="1,7"), product(2, he_so="1,67")
        wizard = self._check(as_csv([right, wrong]))
        self.assertEqual(wizard.new_line_ids.coefficient, "1,7")
        self.assertIn("is 1,67, but 5 points", wizard.error_line_ids.message)

    def test_a_new_code_that_differs_in_case_changes_the_product(self):
        self._import(as_csv([product(1)]))
        wizard = self._import(as_csv([product(1, ma="kt.01")]))
        self.assertEqual(wizard.changed_line_ids.message, "Mã: KT.01 → kt.01")
        self.assertEqual(list(self._products()), ["kt.01"])
