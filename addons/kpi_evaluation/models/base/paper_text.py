"""The words of the statutory form, which is Vietnamese whatever language one reads."""

from datetime import timezone
from functools import lru_cache

from ...regulation.deadlines import LOCAL
from ...regulation.values import Number, exact, shown

CLASSES = {
    "a": "Hoàn thành xuất sắc nhiệm vụ (Loại A)",
    "b": "Hoàn thành tốt nhiệm vụ (Loại B)",
    "c": "Hoàn thành nhiệm vụ (Loại C)",
    "d": "Không hoàn thành nhiệm vụ (Loại D)",
}

# A page or a paper repeats the same few figures; writing one out takes its time.
FIGURES_KEPT = 10_000

# Each ratio of Điều 13: its letter in the formula and its name.
RATIOS = {
    "quantity": ("a", "Số lượng kết quả thực hiện nhiệm vụ"),
    "quality": ("b", "Chất lượng kết quả thực hiện nhiệm vụ"),
    "progress": ("c", "Tiến độ kết quả thực hiện nhiệm vụ"),
    "unit": (
        "d",
        "Kết quả hoạt động của cơ quan, tổ chức, đơn vị, lĩnh vực được giao lãnh đạo, "
        "quản lý, phụ trách",
    ),
    "organising": ("đ", "Khả năng tổ chức triển khai thực hiện nhiệm vụ"),
    "unity": ("e", "Năng lực tập hợp, đoàn kết CBCCVC thuộc phạm vi quản lý"),
    "work_quality": ("1", "Chất lượng công việc"),
    "compliance": ("2", "Tuân thủ quy định, quy trình"),
    "effectiveness": ("3", "Hiệu quả công việc"),
}

GAPS = {
    "nothing_assigned": "chưa được giao sản phẩm, công việc nào trong kế hoạch "
    "(Điều 15.1)",
    "criterion_without_points": "tiêu chí chung chưa được chấm điểm (Điều 7.2)",
    "subordinate_undecided": "có người thuộc phạm vi quản lý chưa có điểm theo dõi, "
    "đánh giá (Điều 12.3.a)",
    "no_field_in_charge": "cấp phó chưa được ghi lĩnh vực phụ trách (Điều 12.4)",
    "organising_not_chosen": "cấp có thẩm quyền chưa chọn mức đ (Điều 12.3.b)",
    "unity_not_chosen": "cấp có thẩm quyền chưa chọn mức e (Điều 12.3.c)",
    "support_mark_not_given": "người quản lý chưa chấm điểm (Điều 7.2.c)",
    "no_scored_month": "chưa có tháng nào có điểm (Điều 19)",
    "too_few_months": "chưa đủ số tháng để xếp loại năm (Nghị định 335/2025/NĐ-CP "
    "Điều 11.1)",
}

# Stands in the place of a figure; why it is missing stands beside it.
UNKNOWN = "Chưa có"

# What stands across a sheet that is no decided result.
MARKS = dict.fromkeys(
    ("draft", "self_assessed", "reviewed"), "DỰ THẢO – chưa quyết định"
) | {
    "exempt": "KHÔNG ĐÁNH GIÁ trong tháng (Điều 6.7)",
    "annulled": "ĐÃ HỦY – không còn giá trị (Điều 6.8)",
}

# How one signs for others: for a collective, for the head, by the head's order.
ACTING = {
    "state": {"body": "TM.", "deputy": "KT.", "order": "TL."},
    "party": {"body": "T/M", "deputy": "K/T", "order": "T/L"},
}


@lru_cache(FIGURES_KEPT, typed=True)
def plain(value: Number, decimals: int = 4) -> str:
    """Return a number with a decimal comma, cut off and without idle zeros.

    >>> plain(2.5), plain("89.996", 2), plain(100)
    ('2,5', '89,99', '100')
    """
    return f"{shown(exact(value), decimals).normalize():f}".replace(".", ",")


def long_date(moment) -> str:
    """Return the Vietnamese day of a moment in UTC, as Nghị định 30/2020 writes it.

    >>> from datetime import datetime
    >>> long_date(datetime(2026, 7, 4, 18))
    'ngày 05 tháng 7 năm 2026'
    >>> long_date(False)
    'ngày .... tháng .... năm ......'
    """
    if not moment:
        return "ngày .... tháng .... năm ......"
    day = moment.replace(tzinfo=timezone.utc).astimezone(LOCAL)
    month = f"{day.month:02}" if day.month < 3 else day.month
    return f"ngày {day:%d} tháng {month} năm {day:%Y}"


def reasons(codes) -> str:
    """Return why a figure is missing, as the sentence that explains it."""
    sentence = "; ".join(GAPS[code] for code in dict.fromkeys(codes))
    return sentence[:1].upper() + sentence[1:]
