"""Papers of a unit and of a year, in state and in party style (Điều 18)."""

from odoo.exceptions import UserError

from .common import PORTAL, KpiCase
from .paper import printed

SUMMARY = "kpi_evaluation.report_kpi_summary"
OF_SESSION = "kpi_evaluation.report_kpi_session_summary"
SHEET = "kpi_evaluation.report_kpi_appraisal"
NOTICE = "kpi_evaluation.report_kpi_publication"
YEAR = "kpi_evaluation.report_kpi_year"
STATE, PARTY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM"


class TestForms(KpiCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.party, cls.commune = cls.env["hr.department"].create(
            [
                {"name": name, "company_id": cls.company.id}
                for name in ("Đảng ủy xã", "UBND xã")
            ]
        )
        cls.office = cls.env["hr.department"].create(
            {
                "name": "Văn phòng Đảng ủy",
                "parent_id": cls.party.id,
                "company_id": cls.company.id,
            }
        )
        cls.head.department_id = cls.commune
        cls.staff.department_id = cls.office
        cls.colleague.department_id = cls.commune
        for person in (cls.staff, cls.colleague):
            cls._deliver(cls._give(person))
        cls.sheets = cls._open()
        cls._be(cls.party, "kind_xa_dang")
        cls._be(cls.commune, "kind_xa_ubnd")

    @classmethod
    def _be(cls, unit, kind):
        """Make a unit of a kind without having its evaluators found anew."""
        kind = cls.env.ref(f"kpi_evaluation.{kind}")
        cls._set_behind(unit, kpi_org_kind_id=kind.id)

    def test_a_unit_writes_in_the_style_of_its_kind(
        self,
    ):
        for person, mine, other in (
            (self.staff, PARTY, STATE),
            (self.colleague, STATE, PARTY),
        ):
            text = printed(self.sheets[person], None, SHEET).text
            self.assertIn(mine, text)
            self.assertNotIn(other, text)

    def test_the_style_of_a_decided_sheet_stays_when_the_unit_changes_its_kind(self):
        sheet = self._until(self.sheets[self.staff], "decided")
        self._be(self.party, "kind_xa_ubnd")
        self.assertIn(PARTY, printed(sheet, None, SHEET).text)

    def test_the_list_of_a_session_has_everybody_with_points_and_class(self):
        self._until(self.sheets[self.staff], "decided")
        self._until(self.sheets[self.colleague], "reviewed")
        session = self.env["kpi.session"].search(
            [("evaluator_id", "=", self.head.id), ("period_id", "=", self.period.id)]
        )
        text = printed(session, self.head.user_id, OF_SESSION).text
        for words in (
            "DANH SÁCH TỔNG HỢP",
            "Tháng 07 năm 2026",
            "DỰ THẢO – chưa quyết định đủ",
            "Văn phòng Đảng ủy",
            "Nguyễn Thị An",
            "30 100 0 100 A A A",
            "Lê Văn Bình",
            "Chưa quyết định",
            "Loại A): 1 người",
            "Trần Văn Trưởng",
        ):
            self.assertIn(words, text)

    def test_the_list_of_a_month_holds_what_its_reader_may_read(self):
        self._until(self.sheets[self.officer], "self_assessed")
        text = printed(self.period, self.hr, SUMMARY).text
        for person in (self.staff, self.colleague):
            self.assertIn(person.name, text)
        self.assertNotIn(self.officer.name, text, "one's own is not read while judged")

    def test_a_long_list_repeats_its_head_and_ends_in_its_signatures(self):
        for number in range(60):
            self._person(f"Người {number:02}", "staff", PORTAL, self.head)
        self._open()
        paper = printed(self.period, self.hr, SUMMARY)
        self.assertGreater(len(paper.pages), 2)
        for text in paper.texts[:-1]:
            self.assertIn("Họ và tên", text)
        self.assertIn("THỦ TRƯỞNG CƠ QUAN", paper.texts[-1])
        self.assertIn("Tổng số", paper.texts[-1])

    def test_a_year_is_printed_month_by_month_and_a_quarter_is_not(self):
        rollup = self.env["kpi.rollup"].create(
            {
                "employee_id": self.staff.id,
                "employee_name": self.staff.name,
                "company_id": self.company.id,
                "span": "year",
                "date_start": "2026-01-01",
                "date_end": "2026-12-01",
                "month_count": 2,
                "mean_score": 91.5,
                "grade": "a",
                "months": [
                    {"month": "06/2026", "total": "93.25", "grade": "a"},
                    {"month": "07/2026", "total": "89.75", "grade": "b"},
                ],
            }
        )
        text = printed(rollup, self.hr, YEAR).text
        for words in (
            "PHIẾU XẾP LOẠI CHẤT LƯỢNG CÔNG CHỨC",
            "Năm 2026",
            "5 Không có kết quả",
            "6 93,25 Loại A",
            "7 89,75 Loại B",
            "91,5 2 tháng có điểm",
            "Hoàn thành xuất sắc nhiệm vụ (Loại A)",
        ):
            self.assertIn(words, text)
        self.assertIn(PARTY, text)
        rollup.span = "quarter"
        with self.assertRaisesRegex(UserError, "335"):
            rollup._year_papers()
