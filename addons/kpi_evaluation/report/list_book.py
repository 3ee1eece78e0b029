"""A list of the screen as a workbook to read, sum and print; no Odoo."""

import io
from datetime import date
from typing import NamedTuple

import xlsxwriter
from xlsxwriter.utility import xl_range

from .catalogue_paper import set_up

NARROWEST_WIDTH, WIDEST_WIDTH = 6, 48
DEEPEST_LEVEL, SHEET_NAME_SIZE = 7, 31
TOTAL = "Tổng cộng"
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
NUMBERS = ("integer", "float", "monetary")
DAYS = {"date": "dd/mm/yyyy", "datetime": "dd/mm/yyyy hh:mm"}


class Column(NamedTuple):
    """A column: heading, Odoo's type, decimals, and whether a sum makes sense."""

    heading: str
    kind: str = "char"
    decimals: int = 0
    is_summed: bool = False


class Group(NamedTuple):
    """Rows under one title, after the groups inside it; the whole has no title."""

    title: str
    rows: list
    groups: list


def write_list(columns, whole, name):
    """Return a workbook whose one sheet has the rows of a Group below frozen heads.

    Texts stay texts, whatever they begin with; numbers and days are real ones. Each
    group, and the whole, has sums that the workbook itself works out and that leave
    out what a clerk filters away.
    """
    output = io.BytesIO()
    with xlsxwriter.Workbook(output, OPTIONS) as book:
        sheet = book.add_worksheet(name[:SHEET_NAME_SIZE])
        _ListSheet(book, sheet, columns).fill(whole)
    return output.getvalue()


class _ListSheet:
    """The one sheet, written from the top."""

    def __init__(self, book, sheet, columns):
        self.sheet, self.columns, self.row = sheet, columns, 1
        base = {"font_name": "Times New Roman", "font_size": 11, "border": 1}
        top = base | {"valign": "top"}
        bold = top | {"bold": True, "bg_color": "#F6F7F8"}
        self.looks = [book.add_format(top | _look(one)) for one in columns]
        self.sum_looks = [book.add_format(bold | _look(one)) for one in columns]
        self.head = book.add_format(
            bold | {"align": "center", "valign": "vcenter", "text_wrap": True}
        )
        self.widths = [
            max(map(len, one.heading.split()), default=0) + 2 for one in columns
        ]

    def fill(self, whole):
        for place, column in enumerate(self.columns):
            self.sheet.write_string(0, place, column.heading, self.head)
        sums = self._write_content(whole, 0)
        last = self.row - 1
        self.sheet.autofilter(0, 0, last, len(self.columns) - 1)
        if any(column.is_summed for column in self.columns[1:]) and last:
            self._write_sums(self.row, TOTAL, sums, 1, last)
        self._set_up()

    def _set_up(self):
        for place, width in enumerate(self.widths):
            held = min(max(width, NARROWEST_WIDTH), WIDEST_WIDTH)
            self.sheet.set_column(place, place, held)
        self.sheet.freeze_panes(1, 1)
        self.sheet.repeat_rows(0)
        self.sheet.outline_settings(symbols_below=False)
        set_up(self.sheet, len(self.columns) - 1)

    def _write_content(self, group, depth):
        """Write what a group holds; return {column: sum}."""
        sums = {place: 0 for place, one in enumerate(self.columns) if one.is_summed}
        for child in group.groups:
            for place, value in self._write_group(child, depth).items():
                sums[place] += value
        for row in group.rows:
            self._write_row(row, depth)
            for place in sums:
                sums[place] += row[place] or 0
        return sums

    def _write_group(self, group, depth):
        head = self.row
        self.row += 1
        sums = self._write_content(group, depth + 1)
        self._write_sums(head, group.title, sums, head + 1, self.row - 1)
        self._indent(head, depth)
        return sums

    def _write_row(self, row, depth):
        for place, (value, look) in enumerate(zip(row, self.looks, strict=True)):
            self._write_cell(place, value, look)
        self._indent(self.row, depth)
        self.row += 1

    def _indent(self, row, depth):
        if depth:
            self.sheet.set_row(row, None, None, {"level": min(depth, DEEPEST_LEVEL)})

    def _write_cell(self, place, value, look):
        at = (self.row, place)
        if self.columns[place].kind == "boolean":
            self.sheet.write_string(*at, "x" if value else "", look)
        elif value is None or value is False or value == "":
            self.sheet.write_blank(*at, None, look)
        elif isinstance(value, date):
            self.sheet.write_datetime(*at, value, look)
        elif isinstance(value, (int, float)):
            self.sheet.write_number(*at, value, look)
        else:
            self.sheet.write_string(*at, str(value), look)
        self.widths[place] = max(self.widths[place], len(_shown(value)) + 2)

    def _write_sums(self, row, title, sums, first, last):
        """Write sums of rows `first` to `last`, which leave out the sums among them."""
        self.sheet.write_string(row, 0, title, self.sum_looks[0])
        for place, look in enumerate(self.sum_looks[1:], 1):
            if place in sums and first <= last:
                cells = xl_range(first, place, last, place)
                formula = f"=SUBTOTAL(9,{cells})"
                self.sheet.write_formula(row, place, formula, look, sums[place])
            else:
                self.sheet.write_blank(row, place, None, look)


def _look(column):
    if column.kind in NUMBERS:
        tail = f".{'0' * column.decimals}" if column.decimals else ""
        return {"num_format": f"#,##0{tail}"}
    return {"num_format": DAYS.get(column.kind, "@"), "text_wrap": True}


def _shown(value):
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value or "")
