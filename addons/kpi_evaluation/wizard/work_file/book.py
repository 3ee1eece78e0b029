"""The workbook of a month's work: to be read, or filled in and imported."""

import io

import xlsxwriter

from .columns import (
    HEADINGS,
    NUMBERS,
    ORDER,
    ORIGINS,
    REQUIRED,
    SHEETS,
    SHOWN,
)

NAME_WIDTH, TEXT_WIDTH, CODE_WIDTH = 24, 60, 16
WIDTHS = {
    **dict.fromkeys(("person", "assigner", "origin", "progress", "ref"), NAME_WIDTH),
    "name": TEXT_WIDTH,
    "product_code": CODE_WIDTH,
}
ROWS_LIMIT = 10_000
LISTS = {"staff_code": 0, "product_code": 1, "origin": 2}


def write_book(rows, lists, guide):
    """Return a workbook of {field: value} rows, with drop-downs and a guide.

    `lists` are the (code, name) pairs of people and of products, `guide` is
    {field: sentence}. Texts stay texts, whatever they begin with; numbers and days
    are real ones.
    """
    output = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
    }
    with xlsxwriter.Workbook(output, options) as book:
        styles = _styles(book)
        work, how, people, products = (book.add_worksheet(one) for one in SHEETS)
        _write_work(work, rows, styles)
        _write_guide(how, guide, styles)
        for sheet, pairs in zip((people, products), lists, strict=True):
            _write_list(sheet, pairs, styles)
        _add_choices(work, lists)
    return output.getvalue()


def _styles(book):
    top = {"valign": "top"}
    return {
        "head": book.add_format({"bold": True, "bg_color": "#DCE6F1", "border": 1}),
        "shown": book.add_format({"bold": True, "bg_color": "#E9ECEF", "border": 1}),
        "text": book.add_format(top | {"num_format": "@", "text_wrap": True}),
        "number": book.add_format(top | {"num_format": "General"}),
        "day": book.add_format(top | {"num_format": "dd/mm/yyyy"}),
    }


def _write_work(sheet, rows, styles):
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(ORDER) - 1)
    headings = HEADINGS | SHOWN
    for column, name in enumerate(ORDER):
        heading = headings[name] + (" *" if name in REQUIRED else "")
        style = styles[_style(name)]
        sheet.set_column(column, column, WIDTHS.get(name, len(heading) + 3), style)
        kind = "head" if name in HEADINGS else "shown"
        sheet.write_string(0, column, heading, styles[kind])
    for number, row in enumerate(rows, 1):
        for column, name in enumerate(ORDER):
            _write_cell(sheet, number, column, row.get(name), styles[_style(name)])


def _style(name):
    return "day" if name == "deadline" else "number" if name in NUMBERS else "text"


def _write_cell(sheet, row, column, value, style):
    if value is None or value is False or value == "":
        sheet.write_blank(row, column, None, style)
    elif isinstance(value, str):
        sheet.write_string(row, column, value, style)
    elif hasattr(value, "year"):
        sheet.write_datetime(row, column, value, style)
    else:
        sheet.write_number(row, column, value, style)


def _write_guide(sheet, guide, styles):
    sheet.set_column(0, 0, max(map(len, HEADINGS.values())) + 3, styles["head"])
    sheet.set_column(1, 1, 100, styles["text"])
    for row, (name, sentence) in enumerate(guide.items()):
        star = " *" if name in REQUIRED else ""
        heading = HEADINGS.get(name, "") + star
        sheet.write_string(row, 0, heading, styles["head"])
        sheet.write_string(row, 1, sentence, styles["text"])


def _write_list(sheet, pairs, styles):
    sheet.set_column(0, 0, WIDTHS["product_code"], styles["text"])
    sheet.set_column(1, 1, 100, styles["text"])
    for row, (code, name) in enumerate(pairs):
        sheet.write_string(row, 0, code, styles["text"])
        sheet.write_string(row, 1, name, styles["text"])


def _add_choices(sheet, lists):
    """Let codes and origins be chosen instead of typed."""
    sources = [
        f"='{title}'!$A$1:$A${max(len(pairs), 1)}"
        for title, pairs in zip(SHEETS[2:], lists, strict=True)
    ]
    sources.append(list(ORIGINS.values()))
    for name, place in LISTS.items():
        column = ORDER.index(name)
        # Codes in lower case are read too, so another text is warned of, not refused.
        choices = {
            "validate": "list",
            "source": sources[place],
            "error_type": "warning",
        }
        sheet.data_validation(1, column, ROWS_LIMIT, column, choices)
