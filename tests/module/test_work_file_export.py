"""A month's work out to Excel: real figures and days, and back without a change."""

import base64
import io
from datetime import date, datetime

from odoo.exceptions import UserError

from .common import INTERNAL
from .test_work_file import WorkFileCase, as_csv


class TestWorkExport(WorkFileCase):
    def test_an_exported_month_imports_again_and_changes_nothing(self):
        self._give(self.staff, "K1", 2.5, origin="adhoc", name="=1+1")
        self._give(self.colleague, "K2", 1, name="+84 số điện thoại")
        self._give(self.colleague, "K2", 1, name="- Đầu việc")
        exported = base64.b64decode(self._upload().export)
        again = self._check(exported, "viec.xlsx")
        self.assertEqual(
            self._counts(again), [0, 0, 0, 3], again.line_ids.mapped("message")
        )

    def test_a_changed_quantity_and_deadline_come_back(self):
        work = self._give(self.staff, "K1", 2)
        book = self._sheet(self._upload())
        sheet = book.worksheets[0]
        heads = [cell.value.rstrip(" *") for cell in sheet[1]]
        sheet.cell(2, heads.index("Số lượng giao") + 1).value = 4
        sheet.cell(2, heads.index("Thời hạn") + 1).value = datetime(2026, 7, 20)
        output = io.BytesIO()
        book.save(output)
        wizard = self._check(output.getvalue(), "viec.xlsx")
        self.assertEqual(self._counts(wizard), [0, 0, 1, 0])
        self.assertIn("Số lượng giao → 4", wizard.other_line_ids.message)
        wizard.action_import()
        self.assertEqual((work.quantity, work.date_deadline), (4, date(2026, 7, 20)))

    def test_figures_are_numbers_days_are_days_and_texts_stay_texts(self):
        for name in ("=HYPERLINK(1)", "+1", "-1", "@x", "https://a.vn"):
            work = self._give(self.staff, "K2", 2.5, name=name)
        self._returned = self._hand_in(work, 1, date(2026, 7, 31))
        self._returned.with_user(self.head.user_id).action_return("Sai")
        book = self._sheet(self._upload())
        sheet = book.worksheets[0]
        heads = [cell.value.rstrip(" *") for cell in sheet[1]]
        columns = {head: index for index, head in enumerate(heads)}
        self.assertEqual(sheet.freeze_panes, "A2")
        rows = list(sheet.iter_rows(min_row=2))
        self.assertEqual(len(rows), 5)
        names = {row[columns["Nội dung công việc"]].value for row in rows}
        self.assertIn("=HYPERLINK(1)", names)
        for row in rows:
            self.assertEqual(row[columns["Nội dung công việc"]].data_type, "s")
            self.assertIsNone(row[columns["Nội dung công việc"]].hyperlink)
            self.assertEqual(row[columns["Số lượng giao"]].value, 2.5)
            self.assertEqual(row[columns["Thời hạn"]].value, datetime(2026, 7, 31))
            self.assertEqual(row[columns["Thời hạn"]].number_format, "dd/mm/yyyy")
            self.assertEqual(row[columns["Mã nhân sự"]].value, "TN.001")
            self.assertIsNone(row[columns["Mã ở phần mềm khác"]].value)
        faults = [row[columns["Số lần sai sót"]].value for row in rows]
        self.assertEqual(sorted(faults), [0, 0, 0, 0, 1])

    def test_the_template_has_no_rows_but_choices_and_a_guide(self):
        book = self._sheet(self._upload(), "template")
        work, guide, people, products = book.worksheets
        self.assertEqual(work.max_row, 1)
        ranges = [str(one.sqref) for one in work.data_validations.dataValidation]
        self.assertEqual(len(ranges), 3)
        sources = {one.formula1 for one in work.data_validations.dataValidation}
        for sheet in (people, products):
            self.assertIn(f"'{sheet.title}'!$A$1:$A${sheet.max_row}", sources)
        self.assertIn("TN.001", [cell.value for cell in people["A"]])
        self.assertNotIn("TN.003", [cell.value for cell in people["A"]], "not oneself")
        self.assertEqual(products["A1"].value, "K0.4")
        self.assertIn("Mã nhân sự *", [cell.value for cell in guide["A"]])

    def test_each_exports_what_they_may_read(self):
        chief = self._person("Đỗ Văn Phó", "deputy", INTERNAL, self.head)
        self._give(self.staff)
        for user, rows in ((self.head.user_id, 2), (self.hr, 2), (chief.user_id, 1)):
            sheet = self._sheet(self._upload(user=user)).worksheets[0]
            self.assertEqual(sheet.max_row, rows, user.name)

    def test_files_that_are_none_are_refused_in_words(self):
        for content, name, words in (
            (b"", "a.csv", "Choose a file"),
            (b"x", "a.txt", "neither"),
            (b"PK\x03\x04hong", "a.xlsx", "damaged"),
            (b"\xd0\xcf\x11\xe0", "a.xls", "old Excel"),
            (b"ma_nhan_su,thoi_han\nA,B\n", "a.csv", "Mã sản phẩm, Số lượng giao"),
            (as_csv([]), "a.csv", "no rows"),
        ):
            with self.subTest(name=name), self.assertRaisesRegex(UserError, words):
                self._check(content, name)
