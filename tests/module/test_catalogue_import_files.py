"""Files as programs write them are read; anything else is refused in clear words."""

import io
import unicodedata
import zipfile

from odoo.exceptions import UserError

from .catalogue_files import (
    HEADINGS,
    CatalogueImportCase,
    as_csv,
    as_xlsx,
    catalogue,
    product,
)

ACCENTED = (
    "Phụ lục",
    "MÃ",
    "Phòng",
    "Nhiệm vụ",
    "Công việc chi tiết",
    " Sản  phẩm ",
    "Nhóm",
    "Khung điểm",
    "Điểm",
    "Hệ số",
)
TONES = "\u0300\u0301\u0303\u0309\u0323"
ENTITIES = b"".join(
    b'<!ENTITY e%d "%s">' % (level, b"&e%d;" % (level - 1) * 100)
    for level in range(1, 10)
)


def windows_1258(text):
    """Encode as Windows does: a letter, then its tone."""
    output = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        base = "".join(part for part in parts if part not in TONES)
        tone = "".join(part for part in parts if part in TONES)
        output.append(unicodedata.normalize("NFC", base) + tone)
    return "".join(output).encode("cp1258")


def packed(**parts):
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return output.getvalue()


def repacked(content, part, change):
    """A workbook with one of its parts changed."""
    output = io.BytesIO()
    source = zipfile.ZipFile(io.BytesIO(content))
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for info in source.infolist():
            data = source.read(info)
            archive.writestr(info, change(data) if info.filename == part else data)
    return output.getvalue()


def with_entities(data):
    """An XML part whose entities would unfold to a huge text."""
    declared = b'<!DOCTYPE x [<!ENTITY e0 "ha">%s]>' % ENTITIES
    head, mark, rest = data.partition(b"<worksheet")
    return head + declared + mark + rest.replace(b"<v>", b"<v>&e9;", 1)


class TestCatalogueImportFiles(CatalogueImportCase):
    def test_a_csv_of_any_program_reads_the_same(self):
        rows = [*catalogue(3), product(4, cong_viec_chi_tiet="Dòng một\nDòng hai")]
        plain = [line.message for line in self._check(as_csv(rows)).line_ids]
        self._import(as_csv(rows))
        variants = {
            "BOM": as_csv(rows, "utf-8-sig"),
            "UTF-16": as_csv(rows, "utf-16"),
            "semicolon": as_csv(rows, "utf-8-sig", delimiter=";"),
            "tab": as_csv(rows, "utf-16", delimiter="\t"),
            "LF": as_csv(rows, lineterminator="\n"),
            "all quoted": as_csv(rows, quoting=1),
            "accents": as_csv(rows, headings=ACCENTED),
            "blank rows": as_csv(rows).replace(b"\r\n", b"\r\n\r\n", 1)
            + b",,,\r\n\r\n",
        }
        for name, content in variants.items():
            with self.subTest(name):
                wizard = self._check(content)
                self.assertEqual(self._counts(wizard), [0, 0, 0, len(plain)])
                self.assertNotIn("letters", wizard.notes)

    def test_windows_1258_is_read_with_a_word_of_warning(self):
        self._import(as_csv(catalogue(3)))
        text = as_csv(catalogue(3)).decode()
        wizard = self._check(windows_1258(text))
        self.assertEqual(self._counts(wizard), [0, 0, 0, 3])
        self.assertIn("Windows-1258", wizard.notes)

    def test_the_row_number_is_the_one_that_excel_shows(self):
        rows = [product(1, cong_viec_chi_tiet="a\nb\nc"), product(2, diem="0")]
        self.assertEqual(self._check(as_csv(rows)).error_line_ids.row, 3)
        content = as_csv(rows).replace(b"PL IV,KT.02", b"\r\n\r\nPL IV,KT.02")
        self.assertEqual(self._check(content).error_line_ids.row, 5)

    def test_unknown_columns_are_named_and_left(self):
        content = as_csv([product(1)]).replace(b"he_so", b"xep_hang")
        wizard = self._check(content)
        self.assertIn("not read: xep_hang", wizard.notes)
        self.assertEqual(wizard.error_count, 0)

    def test_a_hidden_sheet_is_passed_over(self):
        def hide(sheet):
            other = sheet.parent.create_sheet("cũ", 0)
            other.sheet_state = "hidden"

        wizard = self._check(as_xlsx(catalogue(2), change=hide), "a.xlsx")
        self.assertEqual(wizard.new_count, 2)

    def test_a_file_that_is_no_catalogue_is_refused_in_clear_words(self):
        workbook = as_xlsx(catalogue(2))
        text = as_csv(catalogue(2))
        sheet = "xl/worksheets/sheet1.xml"
        cases = (
            (b"", "a.csv", "Choose a file|empty"),
            (b"\xef\xbb\xbf", "a.csv", "no rows"),
            (as_csv([]), "a.csv", "no rows below its headings"),
            (as_xlsx([]), "a.xlsx", "no rows below its headings"),
            (text, "a.txt", "neither a .csv nor an .xlsx"),
            (text, "a", "neither a .csv nor an .xlsx"),
            (text, "a.xlsx", "is not what its name says"),
            (workbook, "a.csv", "is not what its name says"),
            (b"\xd0\xcf\x11\xe0" + b"x" * 99, "a.xls", "old Excel"),
            (b"\xd0\xcf\x11\xe0" + b"x" * 99, "a.xlsx", "old Excel"),
            (b"MZ\x90\x00" + b"\x00" * 99, "a.xlsx", "is not what its name says"),
            (b"MZ\x90\x00" + b"\x00" * 99, "a.csv", "cannot be read"),
            (text + b"\x00", "a.csv", "contains no text"),
            (b"\x8a\x8d\xff\xfe", "a.csv", "cannot be read"),
            (workbook[:-400], "a.xlsx", "damaged"),
            (packed(word__document="<x/>"), "a.xlsx", "damaged"),
            (repacked(workbook, sheet, lambda data: data[:-99]), "a.xlsx", "damaged"),
            (repacked(workbook, sheet, with_entities), "a.xlsx", "damaged"),
            (packed(bomb=b"\0" * (65 << 20)), "a.xlsx", "unpacks to more than 64 MB"),
            (text.replace(b"diem,", b"x,"), "a.csv", "lacks the columns: .*Điểm"),
            (
                text.replace(b"phong,", b"M\xc3\xa3,"),
                "a.csv",
                "“Mã” is in the file twice",
            ),
            (text + b'a,"b', "a.csv", "Row 4: the quotation marks do not match"),
            (text + b"x" * (10 << 20), "a.csv", "larger than 10 MB"),
            (text + b"\r\n" * 20_001, "a.csv", "more than 20000 rows"),
        )
        for content, name, words in cases:
            with (
                self.subTest(name=name, words=words),
                self.assertRaisesRegex(UserError, words),
            ):
                self._check(content, name)

    def test_a_workbook_with_too_many_rows_is_refused(self):
        def far(sheet):
            sheet["A1048576"] = "x"

        with self.assertRaisesRegex(UserError, "more than 20000 rows"):
            self._check(as_xlsx(catalogue(2), change=far), "a.xlsx")

    def test_headings_that_are_missing_are_all_named(self):
        self.assertIn("he_so", HEADINGS)
        with self.assertRaisesRegex(UserError, "Mã, Nhiệm vụ, Nhóm, Điểm"):
            self._check(b"a,b\n1,2\n")
