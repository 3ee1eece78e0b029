"""What a month of the demonstration is made of, in plain values."""

from datetime import date
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

ACCEPTED = ""
WAITING = None

# What each person is given every month: product, quantity, last day.
REGULAR = {
    "chutich": (("LD.03", 1, 10), ("LD.05", 2, 20), ("LD.06", 1, 24)),
    "ptlhuong": (("LD.04", 1, 12), ("LD.05", 2, 20), ("LD.06", 1, 24)),
    "nvtiep": (("LD.04", 2, 14), ("LD.05", 2, 20), ("LD.03", 1, 24)),
    "ntmnguyet": (("LD.03", 1, 10), ("LD.01", 4, 24), ("LD.02", 6, 24)),
    "truongphong": (("LD.03", 1, 10), ("LD.04", 1, 18), ("LD.02", 5, 24)),
    "nttthuy": (("LD.03", 1, 10), ("LD.01", 4, 24), ("LD.02", 5, 24)),
    "dvhoa": (("DC.06", 4, 18), ("LD.02", 4, 22), ("DC.03", 1, 24)),
    "tthanh": (("DC.05", 1, 12), ("KT.05", 1, 20), ("LD.02", 4, 22)),
    "hvduy": (("DC.05", 1, 12), ("VX.04", 3, 15), ("LD.02", 4, 22)),
    "tochuc": (("VP.04", 2, 15), ("DC.01", 6, 20), ("VP.05", 1, 24)),
    "mvkhanh": (("DC.06", 3, 16), ("VP.10", 1, 22), ("VP.01", 4, 24)),
    "thyen": (("DC.07", 10, 18), ("VP.02", 20, 24), ("VP.03", 20, 24)),
    "dqbao": (("DC.05", 1, 14), ("VP.09", 4, 20), ("VP.08", 6, 24)),
    "vtkdung": (("VP.07", 12, 20), ("DC.03", 1, 22), ("VP.06", 1, 24)),
    "bvluc": (("PV.02", 1, 15), ("PV.01", 16, 24)),
    "tvson": (("PV.04", 2, 12), ("PV.03", 18, 24)),
    "ltmo": (("DC.06", 2, 18), ("PV.04", 20, 24)),
    "chuyenvien": (("KT.02", 3, 15), ("KT.01", 3, 20), ("KT.03", 4, 24)),
    "htbngoc": (("DC.04", 2, 12), ("KT.05", 1, 18), ("KT.06", 1, 24)),
    "pmcuong": (("DC.02", 2, 12), ("KT.04", 3, 18), ("KT.03", 6, 22)),
    "lvthanh": (("KT.09", 4, 16), ("KT.07", 5, 20), ("DC.03", 1, 24)),
    "dcminh": (("PV.03", 4, 15), ("PV.05", 10, 24)),
    "vthnhung": (("VX.02", 1, 10), ("VX.01", 6, 20), ("VX.05", 2, 24)),
    "tmtuan": (("VX.03", 1, 18), ("VX.04", 3, 22), ("DC.03", 1, 24)),
    "ctpanh": (("VX.07", 2, 15), ("VX.06", 4, 20), ("DC.03", 1, 24)),
    "dvquan": (("DC.07", 4, 15), ("PV.06", 14, 24)),
}

# Products of directing others (Điều 12.1.b); all else is the person's own work.
DIRECTING = ("LD.01", "LD.02", "LD.03", "LD.06")

# What people leave off the maximum of a criterion when they assess themselves.
MARKS = {
    "high": {"III.1": 0.5, "III.2": 0.5, "III.4": 0.5},
    "usual": {
        "I.2": 0.5,
        "II.1": 0.5,
        "II.2": 0.5,
        "III.1": 1.5,
        "III.2": 1,
        "III.3": 0.5,
        "III.4": 1,
    },
    "modest": {
        "I.2": 1,
        "II.1": 0.5,
        "II.2": 1,
        "II.3": 0.5,
        "III.1": 2,
        "III.2": 1.5,
        "III.3": 1,
        "III.4": 1.5,
    },
}

WORDS = {
    "high": (
        "Hoàn thành toàn bộ việc được giao trước hạn; chủ động đề xuất cách làm mới.",
        "Chưa dành nhiều thời gian hướng dẫn đồng nghiệp mới.",
    ),
    "usual": (
        "Hoàn thành phần lớn việc được giao đúng hạn; phối hợp tốt với các bộ phận.",
        "Một số sản phẩm còn phải chỉnh sửa sau khi trình.",
    ),
    "modest": (
        "Có cố gắng, chấp hành sự phân công.",
        "Còn việc chậm hạn; cần sắp xếp công việc khoa học hơn.",
    ),
}


class HandIn(NamedTuple):
    """One hand-in of a share of the work; the verdict is a fault, or one of above."""

    day: date
    share: float = 1
    verdict: str | None = ACCEPTED


class Work(NamedTuple):
    """One product given to one person, with what was handed in of it.

    With a name it is work that the catalogue lacks, given by likeness to the product.
    """

    login: str
    code: str
    quantity: float
    deadline: date
    hand_ins: tuple[HandIn, ...] = ()
    origin: str = "plan"
    name: str = ""


class Sheet(NamedTuple):
    """How far a sheet has come, and what the person and the evaluator put on it.

    `judged` are points that differ from the person's own, `lower` a class below the
    points, each with its reason; `organised` is the reason against full marks for đ,
    `absent` why the person was away all month.
    """

    last_step: str
    marks: str = "usual"
    judged: dict[str, tuple[float, str]] = {}
    lower: tuple[str, str] | None = None
    organised: str = ""
    returned: str = ""
    absent: str = ""


def day_of(month: date, number: int) -> date:
    """Return a day of a month by its number; before the first and after the last
    there is none, so the nearest."""
    return month + relativedelta(day=max(number, 1))
