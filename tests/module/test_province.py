"""Totals across agencies, with those from outside the system (Điều 20.3)."""

import base64
import io

import openpyxl
from freezegun import freeze_time

from odoo.exceptions import UserError, ValidationError
from odoo.tests import new_test_user

from .common import KpiCase
from .paper import printed

REPORT = "kpi_evaluation.report_kpi_province"
GRADES = "abcd"


class TestProvince(KpiCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.inspector = new_test_user(
            cls.env, "thanhtra", "kpi_evaluation.group_inspector"
        )
        cls.sheets = cls._open()
        fates = ((cls.staff, "published", "a"), (cls.colleague, "published", "b"))
        for person, state, grade in fates:
            cls._set_behind(cls.sheets[person], state=state, grade=grade)
        cls._set_behind(cls.sheets[cls.officer], state="decided", grade="d")
        cls.outside = cls.env["kpi.outside.month"].create(
            {
                "agency": "Cục Thuế tỉnh",
                "org_kind_id": cls.env.ref("kpi_evaluation.kind_nganh_doc").id,
                "date_start": cls.period.date_start,
                "position_category": "staff",
                "a_count": 2,
                "b_count": 8,
                "document": "12/BC-CT ngày 04/08/2026",
            }
        )

    def _months(self, user, *domain):
        self.env.flush_all()
        self.env.invalidate_all()
        month = ("date_start", "=", self.period.date_start)
        return self.env["kpi.agency.month"].with_user(user).search([month, *domain])

    def test_only_what_is_published_is_counted_by_its_class(self):
        staff = [("position_category", "=", "staff")]
        mine = [*staff, ("company_id", "=", self.company.id)]
        (row,) = self._months(self.inspector, *mine)
        counts = [row[f"{grade}_count"] for grade in GRADES]
        self.assertEqual(counts, [1, 1, 0, 0], "a class decided is not public yet")
        self.assertEqual((row.people_count, row.open_count), (3, 1))

    def test_every_sheet_of_the_month_is_counted_once(self):
        rows = self._months(self.inspector, ("company_id", "=", self.company.id))
        self.assertEqual(sum(rows.mapped("people_count")), len(self.sheets))
        for row in rows:
            counts = sum(row[f"{grade}_count"] for grade in GRADES)
            self.assertEqual(
                row.people_count, counts + row.exempt_count + row.open_count
            )

    def test_what_an_agency_outside_reports_stands_beside_it(self):
        (row,) = self._months(self.inspector, ("agency", "=", "Cục Thuế tỉnh"))
        self.assertEqual((row.source, row.people_count), ("report", 10))

    def test_hr_reads_the_numbers_of_the_agency_alone(self):
        self.assertEqual(set(self._months(self.hr).company_id), set(self.company))

    def test_a_report_from_outside_is_of_a_month_that_has_begun_and_once(self):
        for day in ("2026-07-02", "2027-01-01"):
            with self.assertRaises(ValidationError):
                self.outside.copy({"date_start": day})

    def test_the_report_to_the_province_adds_everything_up(self):
        day = self.period.date_start
        reports = self.env["kpi.province.report"].with_user(self.inspector)
        report = reports.create({"date_from": day, "date_to": day})
        report.action_print()
        text = printed(report, self.inspector, REPORT).text
        people = len(self.sheets) + 10
        for words in (
            "Kính gửi: Ban Tổ chức Tỉnh ủy",
            "(tháng 07/2026)",
            "ngành dọc Trung ương",
            f"Toàn tỉnh 2 {people} 3 25,0% 9 75,0%",
        ):
            self.assertIn(words, text)
        report.write({"date_from": "2025-01-01", "date_to": "2025-01-01"})
        with self.assertRaisesRegex(UserError, "No agency has results"):
            report.action_print()

    def test_the_report_is_a_paper_of_the_reporter_s_agency_on_one_page(self):
        reports = self.env["kpi.province.report"].with_user(self.inspector)
        day = self.period.date_start
        report = reports.create(
            {"date_from": day, "date_to": day, "receiver": "home_affairs"}
        )
        paper = printed(report, self.inspector, REPORT)
        self.assertEqual(len(paper.pages), 1)
        for words in (
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            self.inspector.company_id.name.upper(),
            "/BC-",
            "Kính gửi: Sở Nội vụ",
            "I. THEO LOẠI HÌNH CƠ QUAN, TỔ CHỨC, ĐƠN VỊ",
            "II. THEO ĐỐI TƯỢNG ĐÁNH GIÁ",
            "NGƯỜI LẬP BÁO CÁO",
            "THỦ TRƯỞNG CƠ QUAN",
        ):
            self.assertIn(words, paper.text)
        self.assertEqual(paper.text.count("Số cơ quan"), 1, "of a kind only")
        places = [(x, y) for _text, x, y in paper.places(0)]
        self.assertGreater(min(x for x, _y in places), 29)
        self.assertLess(max(x for x, _y in places), 195)
        self.assertGreater(min(y for _x, y in places), 20)

    def test_an_administrator_prints_without_being_asked_for_a_layout_first(self):
        admin = self.env.ref("base.user_admin")
        self.assertFalse(admin.company_id.external_report_layout_id)
        day = self.period.date_start
        months = {"date_from": day, "date_to": day}
        reports = self.env["kpi.province.report"].with_user(admin)
        printing = reports.create(months).action_print()
        self.assertEqual(printing["type"], "ir.actions.report")
        week = self.env["kpi.schedule.print"].with_user(admin)
        week = week.create({"employee_id": self.staff.id})
        self.assertEqual(week.action_print()["type"], "ir.actions.report")

    def test_the_month_before_is_proposed_for_the_report(self):
        reports = self.env["kpi.province.report"].with_user(self.inspector)
        with freeze_time("2026-08-03"):
            report = reports.new({})
            days = {str(report.date_from), str(report.date_to)}
        self.assertEqual(days, {"2026-07-01"})

    def test_categories_stand_in_the_order_of_rank(self):
        for category in ("contract", "deputy", "head"):
            self.outside.copy({"position_category": category})
        rows = self._months(self.inspector, ("agency", "=", "Cục Thuế tỉnh"))
        order = ["head", "deputy", "staff", "contract"]
        self.assertEqual(rows.mapped("position_category"), order)

    def test_the_template_filled_in_is_read_by_odoo_s_import(self):
        admin = new_test_user(self.env, "quantri", "kpi_evaluation.group_admin")
        months = self.env["kpi.outside.month"].with_user(admin)
        book = openpyxl.load_workbook(io.BytesIO(months._xlsx()))
        rows = book.worksheets[0]
        self.assertEqual(len(rows.data_validations.dataValidation), 2)
        kind = self.env.ref("kpi_evaluation.kind_nganh_doc").name
        label = dict(
            months._fields["position_category"]._description_selection(months.env)
        )
        typed = ("=Kho bạc", kind, "2026-07-01", label["staff"], 1, 2, 3, 0, 0, "1/BC")
        for place, value in enumerate(typed, 1):
            rows.cell(2, place, value).data_type = (
                "n" if isinstance(value, int) else "s"
            )
        filled = io.BytesIO()
        book.save(filled)
        wizard = (
            self.env["base_import.import"]
            .with_user(admin)
            .create(
                {
                    "res_model": months._name,
                    "file": base64.b64encode(filled.getvalue()),
                    "file_name": "bao-cao.xlsx",
                    "file_type": "application/vnd.openxmlformats-officedocument."
                    "spreadsheetml.sheet",
                }
            )
        )
        wizard.file = filled.getvalue()
        options = {"has_headers": True, "quoting": '"', "separator": ","}
        preview = wizard.parse_preview(options)
        fields = [preview["matches"][place][0] for place in range(len(typed))]
        result = wizard.execute_import(fields, preview["headers"], options)
        self.assertFalse(result["messages"], result["messages"])
        made = months.browse(result["ids"])
        self.assertEqual(made.agency, "=Kho bạc")
        self.assertEqual((made.b_count, made.c_count), (2, 3))
