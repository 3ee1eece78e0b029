from datetime import date

from .catalogue_files import CatalogueImportCase, as_csv, product
from .paper import printed


class TestStoryOnPaper(CatalogueImportCase):
    """From the catalogue's file to the sheet of paper, each step by its person."""

    def test_from_the_imported_file_to_the_printed_class(self):
        """A = 5·1 + 1·6 = 11; c = (5 + 6·75 %) / 11; 30 + (a + b + c) / 3 · 70 %."""
        unit = {"name": "Phòng Kinh tế", "company_id": self.company.id}
        self.staff.department_id = self.env["hr.department"].create(unit)
        self._import(as_csv([product(1), product(2, "N2")]))
        self._approve()
        self.items.update(self._products())
        plain = self._give(self.staff, "KT.01", 5, date_deadline=date(2026, 7, 15))
        late = self._give(self.staff, "KT.02", 1, date_deadline=date(2026, 7, 20))
        self.assertEqual((plain.coefficient, late.coefficient), (1, 6))
        sheet = self._open()[self.staff]
        self._deliver(plain)
        self._deliver(late, day=date(2026, 7, 21))
        self._self_assess(sheet)
        own_total = sheet.self_total_score
        self._until(sheet, "published")
        self.assertEqual((own_total, sheet.total_score), (96.81, 96.81))
        text = printed(sheet, self.staff.user_id).text
        for words in (
            "Nguyễn Thị An",
            "Tham mưu nhiệm vụ số 1",
            "9,5 / 11 × 100 86,36 Điều 11.2.c",
            "96,81",
            "Hoàn thành xuất sắc nhiệm vụ (Loại A)",
        ):
            self.assertIn(words, text)
