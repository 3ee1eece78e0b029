"""A month's work out to Excel and in from it, keyed on staff and product codes."""

import base64
import csv
import io
from datetime import date

import openpyxl

from odoo.exceptions import UserError

from .common import INTERNAL, KpiCase

HEADINGS = ("Mã nhân sự", "Mã sản phẩm", "Số lượng giao", "Thời hạn", "Nguồn việc")
NAMED = (*HEADINGS, "Nội dung công việc")


def as_csv(rows, headings=NAMED):
    output = io.StringIO(newline="")
    csv.writer(output).writerows([headings, *rows])
    return output.getvalue().encode()


class WorkFileCase(KpiCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.staff.kpi_staff_code = "TN.001"
        cls.colleague.kpi_staff_code = "TN.002"
        cls.officer.kpi_staff_code = "TN.003"
        cls.env.flush_all()

    def _upload(self, content=b"", name="viec.csv", user=None):
        return (
            self.env["kpi.work.file"]
            .with_user(user or self.hr)
            .with_company(self.company)
            .create(
                {
                    "period_id": self.period.id,
                    "file": base64.b64encode(content),
                    "file_name": name,
                }
            )
        )

    def _check(self, content, name="viec.csv", user=None):
        wizard = self._upload(content, name, user)
        wizard.action_check()
        return wizard

    def _counts(self, wizard):
        kinds = ("error", "new", "changed", "unchanged")
        return [wizard[f"{kind}_count"] for kind in kinds]

    def _sheet(self, wizard, field="export"):
        content = base64.b64decode(wizard[field])
        return openpyxl.load_workbook(io.BytesIO(content))

    def _works(self):
        return self.env["kpi.assignment"].search([("period_id", "=", self.period.id)])


class TestWorkImport(WorkFileCase):
    def test_rows_become_work_of_the_people_with_the_staff_codes(self):
        rows = [
            ("TN.001", "K2", "0,8", "24/07/2026", "", "Báo cáo quý"),
            ("tn.002", "k1", "3", "2026-07-09", "Đột xuất, phát sinh", ""),
        ]
        wizard = self._check(as_csv(rows))
        self.assertEqual(self._counts(wizard), [0, 2, 0, 0])
        self.assertFalse(self._works(), "checking writes nothing")
        wizard.action_import()
        first, second = self._works().sorted("id")
        self.assertEqual(first.employee_id, self.staff)
        self.assertEqual((first.name, first.quantity), ("Báo cáo quý", 0.8))
        self.assertEqual((first.coefficient, first.assigner_id), (2, self.head))
        self.assertEqual((second.employee_id, second.origin), (self.colleague, "adhoc"))
        self.assertEqual(second.date_deadline, date(2026, 7, 9))
        self.assertEqual(second.name, self.items["K1"].name)

    def test_every_error_is_listed_by_row_and_column_before_anything_is_written(self):
        table = (
            (("", "K1", "1", "24/07/2026", "", ""), "Mã nhân sự", "left blank"),
            (("TN.9", "K1", "1", "24/07/2026", "", ""), "Mã nhân sự", "“TN.9”"),
            (("TN.003", "K1", "1", "24/07/2026", "", ""), "Mã nhân sự", "themselves"),
            (("TN.001", "K9", "1", "24/07/2026", "", ""), "Mã sản phẩm", "“K9”"),
            (("TN.001", "K1", "", "24/07/2026", "", ""), "Số lượng giao", "not 0"),
            (("TN.001", "K1", "0", "24/07/2026", "", ""), "Số lượng giao", "above 0"),
            (("TN.001", "K1", "hai", "24/07/2026", "", ""), "Số lượng giao", "“hai”"),
            (
                ("TN.001", "K1", "1.234", "24/07/2026", "", ""),
                "Số lượng giao",
                "can be",
            ),
            (("TN.001", "K1", "1", "", "", ""), "Thời hạn", "left blank"),
            (("TN.001", "K1", "1", "31/06/2026", "", ""), "Thời hạn", "not a day"),
            (("TN.001", "K1", "1", "07/24/2026", "", ""), "Thời hạn", "not a day"),
            (("TN.001", "K1", "1", "24/08/2026", "", ""), "Thời hạn", "07/2026"),
            (("TN.001", "K1", "1", "24/07/2026", "Khác", ""), "Nguồn việc", "Choose"),
            (("TN.001", "K1", "1", "24/07/2026", "", "x" * 501), "Nội dung", "501"),
        )
        good = ("TN.001", "K1", "1", "24/07/2026", "", "Việc đúng")
        wizard = self._check(as_csv([good, *(row for row, _c, _w in table)]))
        self.assertEqual(self._counts(wizard), [len(table), 1, 0, 0])
        for number, (line, (row, column, words)) in enumerate(
            zip(wizard.error_line_ids, table, strict=True), start=3
        ):
            with self.subTest(row=row):
                self.assertEqual(line.row, number)
                self.assertIn(column, line.column)
                self.assertIn(words.replace("501", "500"), line.message)
        with self.assertRaisesRegex(UserError, "Nothing was imported"):
            wizard.action_import()
        self.assertFalse(self._works())

    def test_the_same_file_again_gives_no_work_twice(self):
        content = as_csv([("TN.001", "K1", "1", "24/07/2026", "", "")])
        self._check(content).action_import()
        again = self._check(content)
        self.assertEqual(self._counts(again), [0, 0, 0, 1])
        again.action_import()
        self.assertEqual(len(self._works()), 1)

    def test_the_same_work_twice_in_a_file_or_with_other_figures_is_asked_about(self):
        row = ("TN.001", "K1", "1", "24/07/2026", "", "")
        wizard = self._check(as_csv([row, ("TN.001", "K1", "2", "25/07/2026", "", "")]))
        self.assertIn("row 2", wizard.error_line_ids.message)
        self._check(as_csv([row])).action_import()
        wizard = self._check(as_csv([("TN.001", "K1", "5", "24/07/2026", "", "")]))
        self.assertIn("task number", wizard.error_line_ids.message)

    def test_a_month_that_is_assessed_takes_no_more_work(self):
        self._deliver(self._give(self.staff))
        self._self_assess(self._open()[self.staff])
        rows = [
            (code, "K2", "1", "24/07/2026", "", "") for code in ("TN.001", "TN.002")
        ]
        wizard = self._check(as_csv(rows))
        self.assertEqual(self._counts(wizard), [1, 1, 0, 0])
        self.assertIn("already assessed", wizard.error_line_ids.message)

    def test_an_evaluator_gives_work_to_their_own_people_only(self):
        chief = self._person("Đỗ Văn Phó", "deputy", INTERNAL, self.head)
        theirs = self._person("Ngô Thị Dung", "staff", INTERNAL, chief)
        theirs.kpi_staff_code = "TN.010"
        rows = [
            (code, "K1", "1", "24/07/2026", "", "") for code in ("TN.010", "TN.001")
        ]
        wizard = self._check(as_csv(rows), user=chief.user_id)
        self.assertEqual(self._counts(wizard), [1, 1, 0, 0])
        self.assertIn("may not give work", wizard.error_line_ids.message)
        people = self._sheet(wizard, "template").worksheets[2]
        self.assertEqual([cell.value for cell in people["A"]], ["TN.010"])

    def test_what_was_not_seen_is_not_imported(self):
        wizard = self._check(as_csv([("TN.001", "K1", "1", "24/07/2026", "", "")]))
        rows = [("TN.001", "K1", "9", "24/07/2026", "", "")]
        wizard.file = base64.b64encode(as_csv(rows))
        wizard.action_import()
        self.assertFalse(self._works())
        self.assertIn("look again", wizard.notes)

    def test_ten_thousand_rows_with_three_hundred_bad_ones_write_nothing(self):
        rows = [
            ("TN.001", "K1", "1", "24/07/2026", "", f"Việc {number}")
            for number in range(10_000)
        ]
        for number in range(300):
            rows[number * 33] = ("TN.404", "K1", "1", "24/07/2026", "", f"{number}")
        wizard = self._check(as_csv(rows))
        self.assertEqual(self._counts(wizard), [300, 9_700, 0, 0])
        self.assertEqual(wizard.error_line_ids[1].row, 35)
        self.assertEqual(
            set(wizard.error_line_ids.mapped("message")),
            {wizard.error_line_ids[0].message},
        )
        with self.assertRaises(UserError):
            wizard.action_import()
        self.assertFalse(self._works())
