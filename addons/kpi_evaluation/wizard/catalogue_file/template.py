"""The workbook that an officer fills in: the products as they are, and how to write."""

import io

import xlsxwriter

from .columns import HEADINGS, REQUIRED, TEXTS

WIDTHS = {
    "annex": 9,
    "code": 14,
    "division": 32,
    "name": 48,
    "detail": 64,
    "product": 32,
    "frequency": 16,
    "note": 32,
}


def write_template(products, guide, titles):
    """Return a workbook of {field: value} products and a sheet with a guide.

    `guide` is {field: sentence}; `titles` name the two sheets.
    """
    output = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False}
    with xlsxwriter.Workbook(output, options) as book:
        formats = {
            "head": book.add_format({"bold": True, "bg_color": "#E9ECEF", "border": 1}),
            # Text, or Excel turns the frame 1-10 into the first of October.
            "text": book.add_format(
                {"num_format": "@", "text_wrap": True, "valign": "top"}
            ),
            "number": book.add_format({"valign": "top"}),
        }
        _write_products(book.add_worksheet(titles[0]), products, formats)
        _write_guide(book.add_worksheet(titles[1]), guide, formats)
    return output.getvalue()


def _write_products(sheet, products, formats):
    sheet.freeze_panes(1, 0)
    for column, (field, heading) in enumerate(HEADINGS.items()):
        is_text = field in TEXTS or field == "frame"
        style = formats["text" if is_text else "number"]
        width = WIDTHS.get(field, len(heading) + 2)
        sheet.set_column(column, column, width, style)
        sheet.write_string(0, column, heading, formats["head"])
        for row, product in enumerate(products, 1):
            # None is written as a blank cell, other numbers as numbers.
            write = sheet.write_string if is_text else sheet.write
            write(row, column, product[field], style)


def _write_guide(sheet, guide, formats):
    sheet.set_column(0, 0, len(HEADINGS["detail"]) + 2, formats["head"])
    sheet.set_column(1, 1, 100, formats["text"])
    for row, (field, sentence) in enumerate(guide.items()):
        star = " *" if field in REQUIRED else ""
        sheet.write_string(row, 0, HEADINGS[field] + star, formats["head"])
        sheet.write_string(row, 1, sentence, formats["text"])
