"""The workbook of a catalogue in the Handbook's forms (Phụ lục I, II, III); no Odoo."""

import io
from dataclasses import dataclass

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from .catalogue_paper import set_up, styles_of
from .catalogue_proposal import write_proposal

STANDARD = "Sản phẩm chuẩn"
# Each form: its heading, and the columns as (heading, field, width).
FORM_WIDTH = {
    "I": (
        "BẢNG THỐNG KÊ DANH MỤC SẢN PHẨM/CÔNG VIỆC",
        (
            ("Stt", "number", 6),
            ("Nhiệm vụ", "name", 40),
            ("Công việc chi tiết", "detail", 46),
            ("Sản phẩm đầu ra", "product", 26),
            ("Tần suất/Số lượng sản phẩm", "frequency", 14),
            ("Tổng số người làm", "people", 10),
            ("Phân nhóm", "group", 9),
            ("Ghi chú", "note", 18),
        ),
    ),
    "III": (
        "BẢNG TỔNG HỢP DANH MỤC SẢN PHẨM/CÔNG VIỆC VÀ HỆ SỐ QUY ĐỔI VỀ SẢN PHẨM CHUẨN",
        (
            ("Stt", "number", 6),
            ("Nhiệm vụ", "name", 40),
            ("Công việc chi tiết", "detail", 46),
            ("Sản phẩm đầu ra", "product", 26),
            ("Phân nhóm", "group", 9),
            ("Khung điểm tối đa", "limit", 10),
            ("Điểm chấm", "points", 9),
            ("Hệ số quy đổi", "coefficient", 9),
            ("Ghi chú", "note", 18),
        ),
    ),
}


@dataclass(frozen=True)
class Line:
    """A product as the forms list it.

    ``follows_formula``: the coefficient is the points over the standard's, rounded as
    the book says; otherwise it is written as the number that was approved.
    """

    name: str
    detail: str
    product: str
    frequency: str
    people: str
    group: str
    limit: float
    points: float
    coefficient: float
    note: str
    is_standard: bool
    follows_formula: bool


@dataclass(frozen=True)
class Book:
    """A catalogue with its lines by part, {(rank, title): lines}."""

    agency: str
    decision: str
    standard_points: float
    rounding: str
    decimals: int
    parts: dict


def write_book(book):
    """Return the workbook of a catalogue: a sheet for each of the three forms."""
    output = io.BytesIO()
    # No text becomes a formula, a number or a link, whatever it begins with.
    options = {"in_memory": True}
    options |= dict.fromkeys(("strings_to_formulas", "strings_to_urls"), False)
    with xlsxwriter.Workbook(output, options) as file:
        styles = styles_of(file)
        for name in FORM_WIDTH:
            _List(file, styles, book, name).fill()
            if name == "I":
                write_proposal(file, styles, book)
    return output.getvalue()


class _List:
    """Phụ lục I or III: one line for each product, part by part."""

    HEAD_ROWS = 5

    def __init__(self, file, styles, book, name):
        self.book, self.styles = book, styles
        self.sheet = file.add_worksheet(f"Phụ lục {name}")
        self.name = name
        self.title, self.columns = FORM_WIDTH[name]
        self.fields = [field for _heading, field, _width in self.columns]
        self.last = len(self.columns) - 1

    def fill(self):
        self._head()
        row, number = self.HEAD_ROWS + 2, 0
        for index, ((_rank, title), lines) in enumerate(self.book.parts.items()):
            self._part(row, f"{xl_col_to_name(index)}. {title}")
            row += 1
            for line in lines:
                number += 1
                self._line(row, number, line)
                row += 1
        set_up(self.sheet, self.last)

    def _head(self):
        sheet, styles, top = self.sheet, self.styles, self.HEAD_ROWS
        sheet.write_string(0, 0, self.book.agency, styles["bold"])
        for row, text, style in (
            (1, f"Phụ lục {self.name}", "title"),
            (2, self.title, "title"),
            (top - 2, self.book.decision, "decision"),
        ):
            sheet.merge_range(row, 0, row, self.last, "", styles[style])
            sheet.write_string(row, 0, text, styles[style])
        if "coefficient" in self.fields:
            self._standard(top - 1)
        for column, (heading, _field, width) in enumerate(self.columns):
            sheet.set_column(column, column, width)
            sheet.write_string(top, column, heading, styles["head"])
            sheet.write_string(top + 1, column, f"({column + 1})", styles["count"])
        sheet.repeat_rows(top, top + 1)
        sheet.freeze_panes(top + 2, 2)

    def _standard(self, row):
        """The points of the standard product, which all formulas divide by."""
        column = self.fields.index("points")
        label = "Điểm của sản phẩm/công việc chuẩn:"
        self.sheet.write_string(row, column - 2, label, self.styles["standard"])
        points = self.book.standard_points
        self.sheet.write_number(row, column, points, self.styles["standard"])
        self.standard = xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)

    def _part(self, row, title):
        self.sheet.merge_range(row, 0, row, self.last, "", self.styles["part"])
        self.sheet.write_string(row, 0, title, self.styles["part"])

    def _line(self, row, number, line):
        for column, field in enumerate(self.fields):
            place = (row, column)
            if field == "number":
                self.sheet.write_number(*place, number, self.styles["number"])
            elif field == "coefficient":
                self._coefficient(place, line)
            elif field in ("limit", "points"):
                value = getattr(line, field)
                self.sheet.write_number(*place, value, self.styles["points"])
            else:
                text = _note(line) if field == "note" else getattr(line, field)
                self.sheet.write_string(*place, text, self.styles["text"])

    def _coefficient(self, place, line):
        row, column = place
        style, value = self.styles["points"], line.coefficient
        if not line.follows_formula:
            self.sheet.write_number(*place, value, style)
            return
        points = xl_rowcol_to_cell(row, column - 1)
        formula = (
            f"={self.book.rounding}({points}/{self.standard},{self.book.decimals})"
        )
        self.sheet.write_formula(*place, formula, style, value)


def _note(line):
    return ". ".join(filter(None, (STANDARD if line.is_standard else "", line.note)))
