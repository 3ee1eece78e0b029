"""The list of additional income to sign, and the workbook for the payroll."""

import doctest
import io

import openpyxl

from odoo.addons.kpi_evaluation.report import money_words

from .areas.income import scale
from .common import KpiHttpCase
from .paper import printed


class TestIncomePaper(KpiHttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        scale(cls).with_user(cls.hr).action_approve()
        cls.staff.kpi_staff_code = "=CB01"
        cls.sheets = cls._open()
        for person, grade in ((cls.staff, "a"), (cls.colleague, "b")):
            cls._set_behind(cls.sheets[person], state="published", grade=grade)
        runs = cls.env["kpi.income.run"].with_user(cls.hr)
        cls.income = runs.create({"period_id": cls.period.id, "fund": 1_005_015})
        cls.income.action_count()
        cls.env.flush_all()

    def test_the_list_to_sign_accounts_for_every_dong_and_says_it_in_words(self):
        text = printed(self.income, self.hr, "kpi_evaluation.report_kpi_income").text
        amounts = self.income.line_ids.mapped("amount")
        self.assertEqual(sum(amounts), 1_005_015)
        for words in (
            "DANH SÁCH CHI THU NHẬP TĂNG THÊM",
            "DỰ THẢO – chưa duyệt",
            "30/QĐ-UBND ngày 01/06/2026",
            "Tổng cộng 1.005.015",
            "Một triệu không trăm linh năm nghìn không trăm mười lăm đồng",
            "Ký nhận",
            "Không chi: ",
        ):
            self.assertIn(words, text)
        self.income.action_approve()
        text = printed(self.income, self.hr, "kpi_evaluation.report_kpi_income").text
        self.assertNotIn("DỰ THẢO", text)

    def test_the_payroll_reads_codes_as_text_and_money_as_numbers(self):
        self.authenticate(self.hr.login, self.hr.login)
        response = self.url_open(self.income.action_export()["url"])
        book = openpyxl.load_workbook(io.BytesIO(response.content), data_only=True)
        _head, *rows, total = book.active.iter_rows(values_only=True)
        found = {row[1]: row for row in rows}
        self.assertEqual(found[self.staff.name][0], "=CB01")
        for line in self.income.line_ids:
            self.assertEqual(found[line.employee_name][7] or 0, line.amount)
            self.assertEqual(found[line.employee_name][8] or "", line.reason or "")
        self.assertEqual(total[7], 1_005_015)

    def test_the_payroll_is_the_officer_s_alone(self):
        head = self.head.user_id
        self.authenticate(head.login, head.login)
        response = self.url_open(f"/kpi/income/{self.income.id}/xlsx")
        self.assertEqual(response.status_code, 404)

    def test_amounts_in_words_are_those_of_the_treasury(self):
        self.assertFalse(doctest.testmod(money_words).failed)
        for amount, words in (
            (5, "Năm"),
            (15, "Mười lăm"),
            (21, "Hai mươi mốt"),
            (105, "Một trăm linh năm"),
            (1_000, "Một nghìn"),
            (1_000_000_001, "Một tỷ không trăm linh một"),
            (2_011_110_000, "Hai tỷ không trăm mười một triệu một trăm mười nghìn"),
            (55_555, "Năm mươi lăm nghìn năm trăm năm mươi lăm"),
        ):
            self.assertEqual(money_words.in_words(amount), words)
