"""Points as the sum of the Handbook's four criteria (ch. II), by hand and by file."""

from odoo.exceptions import UserError, ValidationError

from .catalogue_files import HEADINGS, CatalogueImportCase, product

CRITERIA = ("do_kho", "quy_trinh", "phoi_hop", "pham_vi")
# The criteria of a row of 5 points, and what the officer reads about it.
ROWS = (
    (("1", "2", "1", "1"), ""),
    (("5", "", "", ""), ""),
    (("2,5", "2,5", "", ""), ""),
    (("1", "2", "1", "2"), "5 points are not the sum of the four criteria, 6"),
    (("", "", "", ""), "give at least one of Độ khó"),
    (("0", "5", "", ""), "“Độ khó” must be above 0"),
    (("x", "5", "", ""), "“Độ khó” is not a number"),
    (("=1", "5", "", ""), "“Độ khó”"),
)


class TestScoredCatalogue(CatalogueImportCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.catalogue.scoring = "four_criteria"

    def _file(self, *rows):
        """A CSV with the columns of the four criteria; rows of (cells, criteria)."""
        lines = [";".join((*HEADINGS, *CRITERIA))]
        for cells, criteria in rows:
            lines.append(";".join((*(cells[name] for name in HEADINGS), *criteria)))
        return "\n".join(line.replace("\n", " ") for line in lines).encode()

    def _row(self, number, **cells):
        plain = {"cong_viec_chi_tiet": "", "he_so": ""}
        return product(number, **plain | cells)

    def test_the_criteria_of_a_row_sum_to_its_points(self):
        for criteria, words in ROWS:
            with self.subTest(criteria=criteria):
                wizard = self._check(self._file((self._row(1), criteria)))
                self.assertEqual(bool(wizard.error_count), bool(words))
                self.assertIn(words, wizard.error_line_ids.message or "")

    def test_they_are_imported_and_make_the_points(self):
        self._import(self._file((self._row(1), ("1", "2", "1", "1"))))
        item = self._products()["KT.01"]
        names = ("difficulty", "process", "coordination", "scope", "points")
        self.assertEqual([item[name] for name in names], [1, 2, 1, 1, 5])
        item.with_user(self.hr).difficulty = 4
        self.assertEqual(item.points, 8)

    def test_columns_that_the_file_lacks_keep_the_criteria(self):
        self._import(self._file((self._row(1), ("1", "2", "1", "1"))))
        wizard = self._check(b"ma;nhiem_vu;nhom;diem\nKT.01;Ten moi;N1;5\n")
        self.assertEqual(self._counts(wizard), [0, 0, 1, 0])
        wizard = self._check(b"ma;nhiem_vu;nhom;diem\nKT.01;Ten moi;N1;6\n")
        self.assertIn("not the sum", wizard.error_line_ids.message)

    def test_the_template_carries_them_back(self):
        rows = [(self._row(1), ("1", "2", "1", "1")), (self._row(2), ("5", "", "", ""))]
        self._import(self._file(*rows))
        wizard = self._check(self._template(), "danh-muc.xlsx")
        self.assertEqual(self._counts(wizard), [0, 0, 0, 2])

    def test_points_are_not_typed_past_the_criteria(self):
        self._import(self._file((self._row(1), ("1", "2", "1", "1"))))
        with self.assertRaisesRegex(ValidationError, "four criteria sum to 5"):
            self._products()["KT.01"].with_user(self.hr).points = 7

    def test_a_catalogue_is_not_approved_with_products_that_were_not_scored(self):
        self.catalogue.scoring = "direct"
        self._import(self._file((self._row(1, phong=""), ("", "", "", ""))))
        self.catalogue.scoring = "four_criteria"
        with self.assertRaisesRegex(UserError, "not the sum of the four.*KT.01"):
            self._approve()
        self._products()["KT.01"].with_user(self.hr).write(
            {"difficulty": 2, "process": 3}
        )
        self._approve()
        self.assertEqual(self.catalogue.state, "approved")

    def test_where_points_are_given_directly_criteria_are_only_noted(self):
        self.catalogue.scoring = "direct"
        self._import(self._file((self._row(1), ("1", "2", "", ""))))
        item = self._products()["KT.01"]
        self.assertEqual((item.points, item.process), (5, 2))
