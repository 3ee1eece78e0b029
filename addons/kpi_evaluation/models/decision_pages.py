"""Many sheets are printed in one go and taken apart again by what marks each."""

from io import BytesIO

from odoo.tools.pdf import PdfFileReader, PdfFileWriter


def split_pages(content: bytes, marks: list[str]) -> list[bytes]:
    """Return a PDF for each mark, cut before each page that shows one.

    Every mark must stand on exactly one page, in the order given, the first of them
    on the first page; otherwise nothing is returned, for nothing is sure.
    """
    reader = PdfFileReader(BytesIO(content))
    shown = []
    for number, page in enumerate(reader.pages):
        text = "".join(page.extract_text().split())
        shown += [(mark, number) for mark in marks if mark in text]
    starts = [number for _mark, number in shown]
    if [mark for mark, _number in shown] != marks or starts != sorted(set(starts)):
        return []
    if starts[:1] != [0]:
        return []
    ends = [*starts[1:], len(reader.pages)]
    return [_part(reader, range(*span)) for span in zip(starts, ends, strict=True)]


def _part(reader, numbers):
    writer = PdfFileWriter()
    for number in numbers:
        writer.add_page(reader.pages[number])
    part = BytesIO()
    writer.write(part)
    return part.getvalue()
