"""The columns of a file of work, and the words in which an origin is written."""

from ..catalogue_file.columns import Layout, fold

HEADINGS = {
    "task_id": "Số hiệu việc",
    "staff_code": "Mã nhân sự",
    "product_code": "Mã sản phẩm",
    "name": "Nội dung công việc",
    "quantity": "Số lượng giao",
    "deadline": "Thời hạn",
    "origin": "Nguồn việc",
}
# Columns of the workbook that are only looked at; a file may leave them out.
SHOWN = {
    "person": "Họ và tên",
    "coefficient": "Hệ số",
    "done": "Đã hoàn thành",
    "faults": "Số lần sai sót",
    "lates": "Số lần chậm",
    "excused": "Được xác nhận khách quan",
    "progress": "Tình trạng",
    "assigner": "Người giao việc",
    "ref": "Mã ở phần mềm khác",
}
# In the order of the workbook.
ORDER = (
    *("task_id", "staff_code", "person", "product_code", "name", "quantity"),
    *("deadline", "origin", "coefficient", "done", "faults", "lates", "excused"),
    *("progress", "assigner", "ref"),
)
REQUIRED = ("staff_code", "product_code", "quantity", "deadline")
NUMBERS = ("task_id", "quantity", "coefficient", "done", "faults", "lates", "excused")
WORK = Layout(HEADINGS, REQUIRED, tuple(SHOWN.values()))

# The sheets of the workbook: work, guide, people, products.
SHEETS = ("Công việc", "Hướng dẫn", "Nhân sự", "Sản phẩm")
ORIGINS = {
    "plan": "Theo kế hoạch",
    "takeover": "Nhận thêm từ người khác",
    "adhoc": "Đột xuất, phát sinh",
}
ORIGIN_WORDS = {fold(words): code for code, words in ORIGINS.items()}
ORIGIN_WORDS |= {code: code for code in ORIGINS} | {
    "ke_hoach": "plan",
    "nhan_them": "takeover",
    "dot_xuat": "adhoc",
    "phat_sinh": "adhoc",
}


def origin_of(words):
    """Return the origin that some words name; "" for none, None for others.

    >>> origin_of("đột xuất, phát sinh"), origin_of("plan"), origin_of("")
    ('adhoc', 'plan', 'plan')
    """
    return ORIGIN_WORDS.get(fold(words)) if fold(words) else "plan"
