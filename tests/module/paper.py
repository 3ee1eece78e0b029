"""A printed paper, opened again."""

from io import BytesIO

from pypdf import PdfReader

REPORT = "kpi_evaluation.report_kpi_appraisal"
POINTS_PER_MM = 72 / 25.4


class Paper:
    """The pages of a PDF as text and as places on the sheet of paper."""

    def __init__(self, content):
        self.content = content
        self.pages = PdfReader(BytesIO(content)).pages
        self.texts = [" ".join(page.extract_text().split()) for page in self.pages]

    @property
    def text(self):
        return " ".join(self.texts)

    def size(self, page):
        """Width and height of a page in millimetres."""
        box = self.pages[page].mediabox
        return box.width / POINTS_PER_MM, box.height / POINTS_PER_MM

    def places(self, page):
        """[(text, mm from the left, mm from the bottom)] of a page."""
        found = []

        def note(text, user, matrix, _font, _size):
            if text.strip():
                x = matrix[4] * user[0] + matrix[5] * user[2] + user[4]
                y = matrix[4] * user[1] + matrix[5] * user[3] + user[5]
                found.append((text.strip(), x / POINTS_PER_MM, y / POINTS_PER_MM))

        self.pages[page].extract_text(visitor_text=note)
        return found


def printed(records, user=None, report_name=REPORT):
    """Print records by a report, as a user, and open what comes out."""
    # The page needs none of the second that Odoo waits for scripts by default.
    records.env["ir.config_parameter"].sudo().set_param("report.print_delay", "10")
    report = records.env["ir.actions.report"].with_user(user or records.env.user)
    report = report.with_context(force_report_rendering=True)
    content, kind = report._render_qweb_pdf(report_name, records.ids)
    assert kind == "pdf"
    return Paper(content)
