"""HR imports the converted catalogue of Điều 10 from a file."""

import base64
import io

import openpyxl

from odoo.exceptions import UserError

from .catalogue_files import (
    CatalogueImportCase,
    as_csv,
    as_xlsx,
    catalogue,
    product,
)


class TestCatalogueImport(CatalogueImportCase):
    def test_a_whole_catalogue_is_imported_with_its_groups_and_coefficients(self):
        rows = catalogue(371)
        wizard = self._check(as_csv(rows))
        self.assertEqual(self._counts(wizard), [0, 371, 0, 0])
        self.assertFalse(self._products(), "checking writes nothing")
        wizard.action_import()
        products = self._products()
        self.assertEqual(len(products), 371)
        for row in rows:
            item = products[row["ma"]]
            self.assertEqual(item.name, row["nhiem_vu"])
            self.assertEqual(item.group_id.code, row["nhom"])
            self.assertAlmostEqual(item.coefficient, float(row["he_so"]))
        self.assertEqual(
            self.catalogue.group_ids.mapped(lambda g: (g.points_min, g.points_max)),
            [(1, 10), (11, 50), (51, 100), (101, 200)],
        )

    def test_the_same_rows_as_excel_and_as_csv_do_the_same(self):
        rows = catalogue(8) + [product(9, ma=""), product(10, diem="7,5", he_so="1,5")]
        rows += [product(11, he_so="99"), product(12, nhiem_vu="- Soạn công văn")]
        lines = [
            [line[field] for line in wizard.line_ids]
            for wizard in (
                self._check(as_csv(rows)),
                self._check(as_xlsx(rows), "a.xlsx"),
            )
            for field in ("row", "kind", "code", "points", "coefficient", "message")
        ]
        self.assertEqual(lines[: len(lines) // 2], lines[len(lines) // 2 :])

    def test_nothing_is_written_while_one_row_has_an_error(self):
        wizard = self._check(as_csv([*catalogue(20), product(21, diem="")]))
        self.assertEqual(self._counts(wizard), [1, 20, 0, 0])
        with self.assertRaisesRegex(UserError, "Nothing was imported"):
            wizard.action_import()
        self.assertFalse(self._products())
        self.assertFalse(self.catalogue.group_ids)

    def test_errors_come_first_and_then_the_order_of_the_file(self):
        rows = [product(1), product(2, diem="0"), product(3), product(4, nhom="")]
        wizard = self._check(as_csv(rows))
        self.assertEqual(wizard.line_ids.mapped("row"), [3, 5, 2, 4])
        self.assertEqual(wizard.error_line_ids.mapped("row"), [3, 5])
        self.assertEqual(wizard.new_line_ids.mapped("row"), [2, 4])

    def test_importing_again_changes_by_code_and_leaves_the_others(self):
        self._import(as_csv(catalogue(4)))
        products = self._products()
        rows = [product(1, "N2", diem="20", he_so="4", phong=""), product(2, "N3")]
        wizard = self._check(as_csv([*rows, product(9)]))
        self.assertEqual(self._counts(wizard), [0, 1, 1, 1])
        self.assertEqual(
            wizard.changed_line_ids.message,
            "Phòng: Phòng Kinh tế → (blank)\nĐiểm: 30 → 20",
        )
        self.assertIn("2 products of the catalogue are not in the file", wizard.notes)
        wizard.action_import()
        self.assertEqual(len(self._products()), 5)
        self.assertEqual(products["KT.01"].coefficient, 4)
        self.assertFalse(products["KT.01"].division)
        self.assertTrue(products["KT.03"].active)

    def test_a_row_that_changes_nothing_is_not_written(self):
        self._import(as_csv(catalogue(3)))
        writer = self.env.ref("base.user_admin")
        for item in self._products().values():
            item.with_user(writer).sudo().product = "Tờ trình/kế hoạch"
        rows = catalogue(3)
        rows[2]["san_pham"] = "Báo cáo"
        self._import(as_csv(rows))
        writers = [item.write_uid for item in self._products().values()]
        self.assertEqual(writers, [writer, writer, self.hr])

    def test_a_column_that_the_file_lacks_keeps_what_the_catalogue_has(self):
        self._import(as_csv(catalogue(2)))
        text = "ma;nhiem_vu;nhom;diem\nKT.01;Việc khác;N2;30\n"
        wizard = self._import(text.encode())
        self.assertEqual(self._counts(wizard), [0, 0, 1, 0])
        item = self._products()["KT.01"]
        self.assertEqual((item.name, item.division), ("Việc khác", "Phòng Kinh tế"))

    def test_an_archived_product_in_the_file_comes_back(self):
        self._import(as_csv(catalogue(2)))
        self._products()["KT.02"].active = False
        wizard = self._check(as_csv(catalogue(2)))
        self.assertEqual(wizard.changed_line_ids.message, "In use: no → yes")
        wizard.action_import()
        self.assertTrue(self._products()["KT.02"].active)

    def test_importing_twice_changes_nothing_more(self):
        wizard = self._import(as_csv(catalogue(5)))
        before = self._products()
        action = wizard.action_import()
        self.assertEqual(action["res_id"], wizard.id)
        self.assertEqual(self._counts(wizard), [0, 0, 0, 5])
        self.assertEqual(self._products(), before)

    def test_what_was_not_seen_is_not_imported(self):
        wizard = self._check(as_csv(catalogue(2)))
        wizard.file = base64.b64encode(as_csv(catalogue(3)))
        wizard.action_import()
        self.assertFalse(self._products())
        self.assertIn("look again", wizard.notes)
        self.assertEqual(self._counts(wizard), [0, 3, 0, 0])
        wizard.action_import()
        self.assertEqual(len(self._products()), 3)

    def test_the_lines_are_a_view_and_not_what_is_imported(self):
        wizard = self._check(as_csv([product(1, diem="0")]))
        wizard.line_ids.unlink()
        wizard.error_count = 0
        with self.assertRaises(UserError):
            wizard.action_import()
        self.assertFalse(self._products())

    def test_the_template_imports_again_and_changes_nothing(self):
        rows = [*catalogue(6), product(7, cong_viec_chi_tiet="- a\n\n  - b", phong="")]
        self._import(as_csv(rows))
        wizard = self._upload(b"")
        template = base64.b64decode(wizard.template)
        sheet = openpyxl.load_workbook(io.BytesIO(template)).worksheets[0]
        self.assertEqual([cell.value for cell in sheet[1]][6:8], ["Nhóm", "Khung điểm"])
        self.assertEqual(sheet["H2"].number_format, "@")
        again = self._check(template, "danh-muc.xlsx")
        self.assertEqual(self._counts(again), [0, 0, 0, 7])

    def test_the_template_of_an_empty_catalogue_has_no_rows(self):
        template = self._template()
        with self.assertRaisesRegex(UserError, "no rows"):
            self._check(template, "danh-muc.xlsx")

    def test_whose_products_they_are_is_noted_before_anything_is_written(self):
        unit = {"name": "Văn phòng", "company_id": self.company.id}
        self.env["hr.department"].create(unit)
        rows = [
            product(1, phu_luc="PL II", phong=""),
            product(2, phong="Phòng Kinh tế"),
            product(3, phong="VAN PHONG"),
            product(4, diem="", phong="Phòng khác"),
        ]
        wizard = self._check(as_csv(rows))
        self.assertIn("1 products of the annex PL II are the leaders'", wizard.notes)
        self.assertIn("No units of the agency: Phòng Kinh tế (1).", wizard.notes)
        self._import(as_csv(rows[:3]))
        products = self._products()
        self.assertEqual(products["KT.01"].audience, "leaders")
        self.assertFalse(products["KT.02"].department_id)
        self.assertEqual(products["KT.02"].division, "Phòng Kinh tế")
        self.assertEqual(products["KT.03"].department_id.name, "Văn phòng")

    def test_what_the_first_form_asks_is_imported_too(self):
        text = "ma;nhiem_vu;nhom;khung_diem;diem;Tần suất;Số người;Ghi chú\n"
        text += "KT.01;Báo cáo;N1;1-10;5;02 văn bản/tháng;2–3 người;Hai phòng\n"
        wizard = self._import(text.encode())
        self.assertNotIn("not read", wizard.notes or "")
        item = self._products()["KT.01"]
        self.assertEqual(
            (item.frequency, item.people, item.note),
            ("02 văn bản/tháng", "2–3 người", "Hai phòng"),
        )

    def test_three_hundred_bad_rows_of_a_large_workbook_are_all_named(self):
        rows = catalogue(10_000)
        for row in rows[:150]:
            row["diem"] = "999"
        rows[300]["nhiem_vu"] = "=1+1"
        for row in rows[9_851:]:
            row["nhom"] = "N9"
            row["khung_diem"] = ""
        wizard = self._check(as_xlsx(rows), "danh-muc.xlsx")
        self.assertEqual(self._counts(wizard), [300, 9_700, 0, 0])
        messages = wizard.error_line_ids.mapped("message")
        self.assertIn("999 points are outside the frame", messages[0])
        self.assertIn("Row 302: “Nhiệm vụ” holds a formula: =1+1", messages[150])
        self.assertIn("The catalogue has no group “N9”", messages[-1])
        with self.assertRaisesRegex(UserError, "300 rows have errors"):
            wizard.action_import()
        self.assertFalse(self._products() or self.catalogue.group_ids)

    def test_ten_thousand_rows_take_seconds(self):
        rows = catalogue(10_000)
        for row in rows[:300]:
            row["diem"] = "999"
        start = self._clock()
        wizard = self._check(as_csv(rows))
        self.assertEqual(self._counts(wizard), [300, 9_700, 0, 0])
        self._import(as_csv(catalogue(10_000)))
        self.assertEqual(len(self._products()), 10_000)
        self.assertLess((self._clock() - start).total_seconds(), 60)

    def _clock(self):
        """The time of the database: that of Python stands still in the tests."""
        self.env.cr.execute("SELECT clock_timestamp()")
        return self.env.cr.fetchone()[0]

    def test_the_queries_do_not_grow_with_the_rows(self):
        self._import(as_csv(catalogue(10)))
        counts = []
        for number in (100, 200):
            rows = [row | {"san_pham": str(number)} for row in catalogue(number)]
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            self._import(as_csv(rows))
            self.env.flush_all()
            counts.append(self.env.cr.sql_log_count - before)
        self.assertLess(counts[1] - counts[0], 10)
