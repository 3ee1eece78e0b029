"""The month before: decided and published."""

from .work import ACCEPTED, REGULAR, HandIn, Sheet, Work, day_of

# Who was away for the whole month and given nothing.
ABSENT = ("ctpanh",)

# Work beyond the plan: person, product, quantity, last day, origin.
EXTRA = (
    ("mvkhanh", "DC.04", 1, 18, "adhoc"),
    ("dqbao", "DC.04", 1, 12, "adhoc"),
    ("lvthanh", "KT.03", 1, 24, "takeover"),
    ("nvtiep", "DC.06", 1, 22, "adhoc"),
)

# What was not simply handed in on the last day and accepted: hand-ins as days after
# the deadline, share of the quantity, fault.
HAND_INS = {
    ("ptlhuong", "LD.06"): ((0, 0.8, ACCEPTED),),
    ("ptlhuong", "LD.05"): ((-2, 1, "Biên bản thiếu ý kiến trả lời"), (1, 1, ACCEPTED)),
    ("nvtiep", "LD.05"): ((1, 1, ACCEPTED),),
    ("ntmnguyet", "LD.01"): ((-1, 1, "Chưa giao thời hạn"), (0, 1, ACCEPTED)),
    ("ntmnguyet", "LD.02"): ((2, 5 / 6, ACCEPTED),),
    ("truongphong", "LD.04"): (
        (-3, 1, "Kết luận chưa nêu rõ trách nhiệm"),
        (0, 1, ACCEPTED),
    ),
    ("truongphong", "LD.02"): ((0, 0.6, ACCEPTED),),
    ("nttthuy", "LD.01"): ((0, 0.75, ACCEPTED),),
    ("nttthuy", "LD.02"): ((3, 1, ACCEPTED),),
    ("dvhoa", "DC.03"): ((-2, 1, "Thiếu phần kiến nghị"), (0, 1, ACCEPTED)),
    ("dvhoa", "LD.02"): ((2, 0.75, ACCEPTED),),
    ("tthanh", "KT.05"): ((-1, 1, "Sai khối lượng đào đắp"), (2, 1, ACCEPTED)),
    ("tthanh", "LD.02"): ((0, 0.75, ACCEPTED),),
    ("hvduy", "DC.05"): ((4, 1, "Chưa lấy ý kiến tổ dân phố"), (8, 0.8, ACCEPTED)),
    ("hvduy", "LD.02"): ((2, 0.5, ACCEPTED),),
    ("tochuc", "VP.05"): ((1, 1, ACCEPTED),),
    ("thyen", "VP.02"): ((-1, 1, "Chuyển nhầm hai văn bản"), (0, 1, ACCEPTED)),
    ("thyen", "VP.03"): ((1, 0.9, ACCEPTED),),
    ("dqbao", "VP.09"): ((1, 0.5, ACCEPTED),),
    ("dqbao", "VP.08"): ((-2, 1, "Chưa ghi nguyên nhân sự cố"), (0, 1, ACCEPTED)),
    ("vtkdung", "VP.06"): ((1, 1, "Chưa khớp với kho bạc"), (3, 1, ACCEPTED)),
    ("bvluc", "PV.01"): ((0, 0.875, ACCEPTED),),
    ("bvluc", "PV.02"): ((5, 1, ACCEPTED),),
    ("tvson", "PV.03"): ((0, 8 / 9, ACCEPTED),),
    ("tvson", "PV.04"): ((1, 1, ACCEPTED),),
    ("ltmo", "PV.04"): ((1, 0.6, "Phòng họp chưa sạch"), (2, 0.7, ACCEPTED)),
    ("chuyenvien", "KT.03"): ((0, 0.75, ACCEPTED),),
    ("chuyenvien", "KT.01"): ((-2, 1, "Thiếu trích lục bản đồ"), (1, 1, ACCEPTED)),
    ("htbngoc", "KT.05"): ((-3, 1, "Áp sai đơn giá"), (0, 1, ACCEPTED)),
    ("htbngoc", "DC.04"): ((1, 1, ACCEPTED),),
    ("htbngoc", "KT.06"): ((0, 0.8, ACCEPTED),),
    ("pmcuong", "KT.03"): ((2, 0.5, ACCEPTED),),
    ("pmcuong", "KT.04"): ((-1, 1, "Thiếu bản vẽ thẩm định"), (3, 1, ACCEPTED)),
    ("lvthanh", "KT.07"): ((2, 0.6, ACCEPTED),),
    ("lvthanh", "KT.09"): ((-1, 1, "Thiếu phiếu ký nhận"), (0, 1, ACCEPTED)),
    ("dcminh", "PV.05"): ((1, 0.9, ACCEPTED),),
    ("vthnhung", "VX.05"): ((2, 1, ACCEPTED),),
    ("vthnhung", "VX.01"): ((-2, 1, "Sai mức trợ cấp"), (0, 1, ACCEPTED)),
    ("tmtuan", "VX.03"): (),
    ("tmtuan", "VX.04"): ((2, 0.5, "Biên bản không đủ chữ ký"), (4, 2 / 3, ACCEPTED)),
    ("tmtuan", "DC.03"): ((3, 1, "Chép lại số liệu tháng trước"), (5, 1, ACCEPTED)),
    ("dvquan", "PV.06"): ((0, 6 / 7, ACCEPTED),),
}

PUBLISHED = Sheet("publish")
OVER_THE_SHARE = (
    "Nhóm có nhiều người cùng đạt loại A, vượt tỷ lệ 20% (Điều 8.5); xếp loại B."
)
NOTHING_NEW = "Trong tháng chưa có giải pháp mới cho công việc của Văn phòng"
LATE_PROGRAMME = "Một phòng có chương trình không thực hiện được trong tháng."
SHEETS = {
    "chutich": Sheet("publish", organised=LATE_PROGRAMME),
    "ctpanh": Sheet("", absent="Nghỉ thai sản"),
    "nvtiep": Sheet("publish", "high"),
    "mvkhanh": Sheet("publish", "high"),
    "tochuc": Sheet("publish", "usual", lower=("b", OVER_THE_SHARE)),
    "ntmnguyet": Sheet("publish", judged={"III.1": (0.5, NOTHING_NEW)}),
    "dvhoa": Sheet("publish", judged={"III.1": (0.5, NOTHING_NEW)}),
    "nttthuy": Sheet(
        "publish",
        "modest",
        judged={"II.2": (1.5, "Chưa kịp thời đôn đốc công chức trong phòng")},
        organised="Chương trình văn hóa hè của phường không thực hiện được.",
    ),
    "dqbao": Sheet("publish", judged={"I.2": (4, "Hai lần đến muộn giờ họp")}),
    "hvduy": Sheet("publish", "modest"),
    "ltmo": Sheet("publish", "modest", {"II.3": (1, "Nhiều lần bị nhắc nhở")}),
    "pmcuong": Sheet("publish", "modest"),
    "tmtuan": Sheet(
        "publish",
        judged={
            "I.2": (2, "Vắng họp giao ban không báo cáo ba lần"),
            "II.3": (0.5, "Không hoàn thành việc chính của tháng"),
            "III.3": (0.5, "Chưa nhận trách nhiệm khi để việc quá hạn"),
        },
    ),
}


def works(month):
    """Return what was given and handed in."""
    regular = [
        (login, *row, "plan")
        for login, rows in REGULAR.items()
        if login not in ABSENT
        for row in rows
    ]
    return [
        Work(
            login,
            code,
            quantity,
            day_of(month, day),
            tuple(
                HandIn(day_of(month, day + days), share, verdict)
                for days, share, verdict in HAND_INS.get(
                    (login, code), ((0, 1, ACCEPTED),)
                )
            ),
            origin,
        )
        for login, code, quantity, day, origin in (*regular, *EXTRA)
    ]


def sheet_of(login):
    """Return how a person's sheet ended."""
    return SHEETS.get(login, PUBLISHED)
