"""Phụ lục II of the Handbook: the proposal of the standard product; no Odoo."""

from .catalogue_paper import set_up

# What is filled in by hand stays a dotted line, as in the Handbook.
DOTS = "…" * 40
EXPERT_ROWS = 6
EXPERTS_WIDTH = (
    ("TT", 6),
    ("Họ tên chuyên gia", 30),
    ("Nhiệm vụ", 46),
    ("Sản phẩm đầu ra", 30),
    ("Thuộc nhóm", 14),
    ("Đánh giá mức độ phù hợp", 28),
)
# The chosen product: heading, first and last column.
CHOICE_WIDTH = (
    ("Nhiệm vụ", 0, 2),
    ("Sản phẩm đầu ra", 3, 3),
    ("Thuộc nhóm", 4, 4),
    ("Ghi chú", 5, 5),
)
BEFORE = (
    ("bold", "I. Thông tin chung"),
    ("plain", "Tên cơ quan: {agency}"),
    ("plain", "Thời gian lấy ý kiến: Từ ngày ……/……/…… đến ……/……/……"),
    ("plain", "Phương thức lấy ý kiến: ☐ Phiếu lấy ý kiến   ☐ Họp nhóm   ☐ Khác: ……"),
    ("plain", "Danh sách chuyên gia tham gia góp ý: " + DOTS),
    ("bold", "II. Nội dung tổng hợp"),
    ("bold", "1. Bảng tổng hợp ý kiến đề xuất sản phẩm/công việc chuẩn"),
)
BETWEEN = "2. Nội dung thống nhất đề xuất lựa chọn sản phẩm/công việc chuẩn"
AFTER = (
    ("plain", "Lý do đề xuất: " + DOTS),
    ("bold", "3. Phê duyệt của Người đứng đầu CQSD công chức"),
    (
        "plain",
        "☐ Đồng ý phê duyệt sản phẩm chuẩn   ☐ Không đồng ý phê duyệt sản phẩm chuẩn",
    ),
    ("plain", "Ý kiến chỉ đạo (nếu có): " + DOTS),
)
SIGNATURES_WIDTH = (
    ("Tổ chuyên gia ký, ghi rõ họ tên\n(Ngày tháng năm)", 0, 2),
    ("Phê duyệt của CQSD công chức\n(Ngày tháng năm)", 3, 5),
)
SIGNATURE_HEIGHT = 36


class _Proposal:
    """A sheet that is written from top to bottom."""

    def __init__(self, file, styles):
        self.sheet = file.add_worksheet("Phụ lục II")
        self.styles = styles
        self.last = len(EXPERTS_WIDTH) - 1
        self.row = 0

    def across(self, style, text):
        self.merged(0, self.last, style, text)
        self.row += 1

    def merged(self, first, last, style, text):
        form = self.styles[style]
        if last > first:
            self.sheet.merge_range(self.row, first, self.row, last, "", form)
        self.sheet.write_string(self.row, first, text, form)

    def choice(self, style, cells):
        for (_heading, first, last), text in zip(CHOICE_WIDTH, cells, strict=True):
            self.merged(first, last, style, text)
        self.row += 1


def write_proposal(file, styles, book):
    """Add the sheet, with the standard product that the catalogue has chosen."""
    paper = _Proposal(file, styles)
    paper.across("title", "Phụ lục II")
    paper.across("title", "BẢNG TỔNG HỢP, ĐỀ XUẤT SẢN PHẨM/CÔNG VIỆC CHUẨN")
    paper.across("decision", book.decision)
    for style, text in BEFORE:
        paper.across(style, text.replace("{agency}", book.agency))
    _experts(paper)
    paper.across("bold", BETWEEN)
    paper.choice("head", [heading for heading, _first, _last in CHOICE_WIDTH])
    chosen = [line for lines in book.parts.values() for line in lines]
    chosen = [line for line in chosen if line.is_standard]
    for line in chosen:
        paper.choice("text", (line.name, line.product, line.group, line.note))
    if not chosen:
        paper.choice("text", ("", "", "", ""))
    for style, text in AFTER:
        paper.across(style, text)
    paper.sheet.set_row(paper.row, SIGNATURE_HEIGHT)
    for text, first, last in SIGNATURES_WIDTH:
        paper.merged(first, last, "signature", text)
    set_up(paper.sheet, paper.last)


def _experts(paper):
    for column, (heading, width) in enumerate(EXPERTS_WIDTH):
        paper.sheet.set_column(column, column, width)
        paper.sheet.write_string(paper.row, column, heading, paper.styles["head"])
    paper.row += 1
    for number in range(1, EXPERT_ROWS + 1):
        paper.sheet.write_number(paper.row, 0, number, paper.styles["number"])
        for column in range(1, len(EXPERTS_WIDTH)):
            paper.sheet.write_blank(paper.row, column, None, paper.styles["text"])
        paper.row += 1
