"""The catalogue as the Handbook's forms, Phụ lục I to III, in a workbook."""

import io
from datetime import date

import openpyxl

from odoo.tests import new_test_user

from .common import KpiCase, KpiHttpCase

HEADS = {
    "Phụ lục I": (
        "Stt",
        "Nhiệm vụ",
        "Công việc chi tiết",
        "Sản phẩm đầu ra",
        "Tần suất/Số lượng sản phẩm",
        "Tổng số người làm",
        "Phân nhóm",
        "Ghi chú",
    ),
    "Phụ lục III": (
        "Stt",
        "Nhiệm vụ",
        "Công việc chi tiết",
        "Sản phẩm đầu ra",
        "Phân nhóm",
        "Khung điểm tối đa",
        "Điểm chấm",
        "Hệ số quy đổi",
        "Ghi chú",
    ),
}
HOSTILE = ("=1+1", "+84", "-5%", "@SUM(A1)", '=HYPERLINK("http://a","b")', "0123")


class TestCatalogueExport(KpiCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        unit = {"name": "Phòng Kinh tế", "company_id": cls.company.id}
        cls.unit = cls.env["hr.department"].create(unit)
        items = cls._next_catalogue(
            date(2026, 9, 1),
            approve=False,
            **{
                "K2": {"division": "Phòng Kinh tế", "frequency": "02 văn bản/tháng"},
                "K2.5": {"annex": "PL II", "people": "2–3 người", "note": "Làm chung"},
                "K1": {"product": "Công văn", "detail": "Soạn, trình ký"},
            },
        )
        cls.catalogue = items["K1"].catalogue_id.with_user(cls.hr)
        cls.new = items

    def _sheets(self, formulas=False):
        content = io.BytesIO(self.catalogue._xlsx())
        book = openpyxl.load_workbook(content, data_only=not formulas)
        return {sheet.title: sheet for sheet in book}

    def _rows(self, sheet):
        """{task: cells} of the lines that are products."""
        rows = [row for row in sheet.iter_rows() if isinstance(row[0].value, int)]
        return {row[1].value: row for row in rows}

    def test_the_forms_have_the_handbook_s_titles_and_numbered_columns(self):
        sheets = self._sheets()
        self.assertEqual(list(sheets), ["Phụ lục I", "Phụ lục II", "Phụ lục III"])
        for title, heads in HEADS.items():
            sheet = sheets[title]
            self.assertEqual(tuple(cell.value for cell in sheet[6]), heads)
            numbers = [f"({one})" for one in range(1, len(heads) + 1)]
            self.assertEqual([cell.value for cell in sheet[7]], numbers)
            self.assertEqual(sheet["A1"].value, self.company.name)
            self.assertEqual(sheet["A2"].value, title)
        self.assertIn("DANH MỤC SẢN PHẨM/CÔNG VIỆC", sheets["Phụ lục I"]["A3"].value)
        self.assertIn("HỆ SỐ QUY ĐỔI", sheets["Phụ lục III"]["A3"].value)

    def test_it_prints_across_with_its_head_on_each_page(self):
        for title, sheet in self._sheets().items():
            self.assertEqual(sheet.page_setup.orientation, "landscape", title)
            self.assertEqual(sheet.page_setup.paperSize, 9)
            self.assertEqual(sheet.page_setup.fitToHeight, 0)
            if title in HEADS:
                self.assertEqual(sheet.print_title_rows, "$6:$7")
                self.assertEqual(sheet.freeze_panes, "C8")
                self.assertGreater(sheet.column_dimensions["B"].width, 30)

    def test_the_parts_stand_apart_leaders_first_then_shared_then_units(self):
        for title in HEADS:
            cells = [row[0].value for row in self._sheets()[title].iter_rows(min_row=8)]
            self.assertEqual(
                cells,
                [
                    "A. Phần lãnh đạo, quản lý",
                    1,
                    "B. Phần dùng chung",
                    2,
                    3,
                    "C. Phòng Kinh tế",
                    4,
                ],
            )

    def test_numbers_are_numbers_and_the_coefficient_is_a_formula_of_them(self):
        values = self._rows(self._sheets()["Phụ lục III"])
        formulas = self._rows(self._sheets(formulas=True)["Phụ lục III"])
        for item in self.new.values():
            row, formula = values[item.name], formulas[item.name][7]
            shown = [cell.value for cell in row[5:8]]
            self.assertEqual(
                shown, [item.group_id.points_max, item.points, item.coefficient]
            )
            self.assertEqual(formula.value, f"=ROUND(G{formula.row}/$G$5,1)")
        self.assertEqual(self._sheets()["Phụ lục III"]["G5"].value, 5)

    def test_an_approved_coefficient_that_no_rule_makes_any_more_is_a_plain_number(
        self,
    ):
        self.env.cr.execute(
            "UPDATE kpi_catalogue_item SET coefficient = 2.2 WHERE id = %s",
            [self.new["K2"].id],
        )
        self.env.invalidate_all()
        formulas = self._rows(self._sheets(formulas=True)["Phụ lục III"])
        self.assertEqual(formulas["Sản phẩm K2"][7].value, 2.2)

    def test_what_only_the_first_form_asks_stands_there(self):
        rows = self._rows(self._sheets()["Phụ lục I"])
        self.assertEqual(rows["Sản phẩm K2"][4].value, "02 văn bản/tháng")
        self.assertEqual(rows["Sản phẩm K2.5"][5].value, "2–3 người")
        self.assertEqual(rows["Sản phẩm K1"][2].value, "Soạn, trình ký")
        self.assertEqual(rows["Sản phẩm K1"][7].value, "Sản phẩm chuẩn")

    def test_the_second_form_names_the_standard_product(self):
        cells = [
            cell.value
            for row in self._sheets()["Phụ lục II"].iter_rows()
            for cell in row
            if cell.value
        ]
        for words in (
            "Tên cơ quan: UBND xã Tân Cương",
            "Sản phẩm K1",
            "Công văn",
            "N1",
        ):
            self.assertIn(words, cells)

    def test_the_decision_stands_below_the_title(self):
        self.assertEqual(self._sheets()["Phụ lục I"]["A4"].value, "(Dự thảo)")
        self.catalogue.action_approve()
        self.assertEqual(
            self._sheets()["Phụ lục III"]["A4"].value,
            "(Kèm theo Quyết định số 86/QĐ-UBND ngày 20/05/2026 của Chủ tịch UBND xã)",
        )

    def test_no_text_becomes_a_formula_a_number_or_a_link(self):
        item = self.new["K2"]
        for text in HOSTILE:
            with self.subTest(text=text):
                item.write({"name": text, "product": text, "note": text})
                for title in HEADS:
                    row = self._rows(self._sheets(formulas=True)[title])[text]
                    cells = [row[1], row[3], row[-1]]
                    self.assertEqual({cell.data_type for cell in cells}, {"s"})
                    self.assertEqual({cell.value for cell in cells}, {text})
                    self.assertFalse(any(cell.hyperlink for cell in cells))

    def test_an_empty_draft_exports_too(self):
        bare = {"name": "Danh mục", "standard_points": 5}
        bare = self.env["kpi.catalogue"].with_user(self.hr).create(bare)
        self.assertTrue(bare._xlsx().startswith(b"PK"))

    def test_it_takes_the_same_queries_for_many_products(self):
        counts = []
        for number in (10, 60):
            self.new["K1"].copy({"code": f"X{number}"})
            for one in range(number):
                self.new["K1"].copy({"code": f"{number}.{one}"})
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            self.catalogue._xlsx()
            counts.append(self.env.cr.sql_log_count - before)
        self.assertLessEqual(counts[1], counts[0], counts)


class TestCatalogueDownload(KpiHttpCase):
    def test_whoever_reads_the_catalogue_downloads_it_and_nobody_else(self):
        catalogue = self.items["K1"].catalogue_id
        url = catalogue.with_user(self.hr).action_export()["url"]
        elsewhere = self._agency("UBND xã Bình Yên")
        self._user("Mai Nơi Khác", "kpi_evaluation.group_hr", elsewhere)
        new_test_user(self.env, "cong.dan", groups="base.group_portal")
        for login, status in (
            (self.hr.login, 200),
            (self.head.user_id.login, 200),
            (self.staff.user_id.login, 404),
            ("cong.dan", 404),
            (f"mainơikhác{elsewhere.id}", 404),
        ):
            with self.subTest(login=login):
                self.authenticate(login, login)
                answer = self.url_open(url)
                self.assertEqual(answer.status_code, status)
        self.authenticate(self.hr.login, self.hr.login)
        answer = self.url_open(url)
        self.assertTrue(answer.content.startswith(b"PK"))
        self.assertIn("spreadsheetml", answer.headers["Content-Type"])
        self.assertIn("01-06-2026.xlsx", answer.headers["Content-Disposition"])
        self.assertEqual(self.url_open("/kpi/catalogue/999999/xlsx").status_code, 404)
