"""A workbook for Odoo's own import, with choices and a guide; no Odoo."""

import io
from typing import NamedTuple

import xlsxwriter

GUIDE_WIDTHS = (32, 100)  # of the field, of what to type
LEAST_WIDTH = 14
ROWS_LIMIT = 5000
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


class Field(NamedTuple):
    """A column to fill in: its heading, what to type, and what one may choose."""

    heading: str
    guide: str
    choices: tuple = ()
    is_required: bool = False


def write_template(fields, titles):
    """Return a workbook of three sheets, named by ``titles``: rows, guide, choices."""
    output = io.BytesIO()
    with xlsxwriter.Workbook(output, OPTIONS) as book:
        head = book.add_format({"bold": True, "bg_color": "#DCE6F1", "border": 1})
        text = book.add_format({"text_wrap": True, "valign": "top"})
        rows, guide, choices = (book.add_worksheet(title) for title in titles)
        rows.freeze_panes(1, 0)
        for place, field in enumerate(fields):
            width = max(len(field.heading) + 2, LEAST_WIDTH)
            rows.set_column(place, place, width)
            rows.write_string(0, place, field.heading, head)
            star = " *" if field.is_required else ""
            guide.write_string(place, 0, field.heading + star, head)
            guide.write_string(place, 1, field.guide, text)
            _offer(rows, choices, place, field.choices)
        for place, width in enumerate(GUIDE_WIDTHS):
            guide.set_column(place, place, width)
        choices.hide()
    return output.getvalue()


def _offer(rows, choices, place, values):
    """Let the values of a column be chosen from a list on a hidden sheet."""
    if not values:
        return
    choices.write_column(0, place, values)
    letter = xlsxwriter.utility.xl_col_to_name(place)
    source = f"='{choices.name}'!${letter}$1:${letter}${len(values)}"
    rows.data_validation(
        1, place, ROWS_LIMIT, place, {"validate": "list", "source": source}
    )
