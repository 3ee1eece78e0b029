"""How a sheet of the catalogue's workbook looks and prints; no Odoo."""

A4_PAGE_SIZE = 9
TEXT_SIZE = 12
TITLE_SIZE = 14
MARGIN_WIDTH = {"left": 0.79, "right": 0.59, "top": 0.79, "bottom": 0.79}


def styles_of(file):
    """Return {name: format} of a workbook, in the type of state papers."""
    base = {"font_name": "Times New Roman", "font_size": TEXT_SIZE, "valign": "top"}
    grid = base | {"border": 1}
    centred = {"align": "center", "valign": "vcenter", "text_wrap": True}
    return {
        name: file.add_format(properties)
        for name, properties in {
            "plain": base | {"text_wrap": True},
            "bold": base | {"bold": True},
            "title": base | centred | {"bold": True, "font_size": TITLE_SIZE},
            "decision": base | centred | {"italic": True},
            "head": grid | centred | {"bold": True, "bg_color": "#E9ECEF"},
            "count": grid | centred | {"italic": True},
            "part": grid | {"bold": True, "bg_color": "#F6F7F8"},
            "text": grid | {"text_wrap": True, "num_format": "@"},
            "number": grid | {"align": "center"},
            "points": grid | {"align": "right"},
            "standard": base | {"align": "right"},
            "signature": base | centred | {"bold": True},
        }.items()
    }


def set_up(sheet, last_column):
    """Print a sheet on A4 across, all columns on a page, the pages numbered."""
    sheet.set_landscape()
    sheet.set_paper(A4_PAGE_SIZE)
    sheet.set_margins(**MARGIN_WIDTH)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C&P/&N")
    sheet.print_area(0, 0, sheet.dim_rowmax, last_column)
