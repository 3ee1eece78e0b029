"""The month under way: what it shows depends on the day, and any day shows something.

Regular work is handed in as its days come. What a day of today makes impossible, such
as lateness on the first, simply does not happen.
"""

from .work import ACCEPTED, REGULAR, WAITING, HandIn, Sheet, Work, day_of

# Work around today: person, product, quantity, days until the last day, origin, and
# hand-ins as days from today, share, verdict.
AROUND_TODAY = (
    ("chuyenvien", "DC.01", 2, -3, "plan", ()),
    ("chuyenvien", "KT.04", 1, 0, "plan", ((0, 1, WAITING),)),
    ("chuyenvien", "DC.02", 2, 2, "plan", ((-1, 1, "Chưa nêu căn cứ pháp lý"),)),
    ("chuyenvien", "DC.05", 1, 4, "plan", ((-2, 0.8, ACCEPTED),)),
    ("chuyenvien", "DC.04", 1, 3, "adhoc", ()),
    ("pmcuong", "KT.02", 2, -2, "plan", ((-1, 1, ACCEPTED),)),
    ("pmcuong", "DC.01", 3, 0, "adhoc", ((0, 1, WAITING),)),
    ("lvthanh", "DC.04", 1, -1, "takeover", ((-1, 1, ACCEPTED),)),
    ("htbngoc", "DC.01", 4, -4, "plan", ()),
    ("htbngoc", "KT.07", 3, 1, "plan", ((0, 2 / 3, WAITING),)),
    ("tthanh", "DC.02", 2, -2, "plan", ((-3, 1, "Sai thể thức"), (-1, 1, ACCEPTED))),
    ("dcminh", "DC.01", 1, -2, "adhoc", ((-2, 1, ACCEPTED),)),
    ("mvkhanh", "DC.03", 1, -1, "plan", ((0, 1, WAITING),)),
    ("mvkhanh", "DC.04", 1, 2, "adhoc", ()),
    ("thyen", "DC.01", 5, -2, "plan", ((-1, 0.6, ACCEPTED),)),
    ("dqbao", "DC.06", 1, -5, "plan", ()),
    ("vtkdung", "DC.02", 1, 1, "plan", ((0, 1, WAITING),)),
    ("bvluc", "DC.07", 2, 3, "adhoc", ((-1, 0.5, ACCEPTED),)),
    ("dvhoa", "DC.05", 1, 0, "plan", ((-2, 1, "Chưa phân công rõ"), (0, 1, WAITING))),
    ("hvduy", "DC.02", 1, -3, "plan", ()),
    ("vthnhung", "DC.01", 2, -3, "takeover", ((-1, 1, ACCEPTED),)),
    ("tmtuan", "VX.06", 2, -2, "plan", ((0, 0.5, WAITING),)),
    ("ctpanh", "DC.02", 2, 1, "plan", ((-1, 0.5, ACCEPTED), (0, 0.5, WAITING))),
)

# Work that the catalogue lacks: person, product it is like, quantity, days until the
# last day, its own name.
UNLISTED = (
    ("chuyenvien", "KT.02", 1, 6, "Số hóa bản đồ hiện trạng một tổ dân phố"),
    ("pmcuong", "KT.02", 1, 4, "Số hóa bản đồ hiện trạng một tổ dân phố"),
    ("mvkhanh", "DC.04", 2, 5, "Hỗ trợ công dân cài ứng dụng định danh"),
)

# Regular work of which only a share is handed in.
SHARES = {
    ("nvtiep", "LD.05"): 0.5,
    ("tthanh", "LD.02"): 0.75,
    ("pmcuong", "KT.03"): 0.5,
    ("thyen", "VP.03"): 0.9,
    ("vthnhung", "VX.01"): 5 / 6,
    ("tvson", "PV.03"): 8 / 9,
    ("ltmo", "PV.04"): 0.6,
    ("dcminh", "PV.05"): 0.8,
}

# Who asks that which product be waived, why, and what the authority answers.
CAUSES = (
    (
        "chuyenvien",
        "DC.01",
        "Trụ sở bị ngập, mất điện, mất mạng từ ngày có lũ, không ra được văn bản.",
        None,
    ),
    (
        "hvduy",
        "DC.02",
        "Hồ sơ lưu tại kho bị ngập, chưa tra cứu được để trả lời trong tháng.",
        "Đúng như báo cáo của Ban Chỉ huy phòng thủ dân sự phường.",
    ),
)
# Who is away for the whole month and was given nothing; HR has yet to confirm it.
ABSENT = ("dvquan",)

UNTOUCHED = Sheet("")
SHEETS = {
    "chutich": Sheet("self_assess"),
    "nvtiep": Sheet("self_assess"),
    "chuyenvien": Sheet("save_self"),
    "mvkhanh": Sheet("save_self", "high"),
    "pmcuong": Sheet("self_assess", "modest"),
    "lvthanh": Sheet("review", "high"),
    "vthnhung": Sheet("self_assess"),
    "thyen": Sheet("review", judged={"II.1": (1.5, "Còn sai thể thức văn bản")}),
    "dqbao": Sheet(
        "self_assess",
        "modest",
        returned="Ghi cụ thể sản phẩm làm căn cứ cho điểm nhóm III.",
    ),
    "tthanh": Sheet("self_assess"),
    "dvquan": Sheet("", absent="Nghỉ ốm dài ngày"),
    "tvson": Sheet("review"),
    "dcminh": Sheet("decide"),
    "ltmo": Sheet("decide", "modest"),
}


def works(month, today):
    """Return what is given and what has been handed in of it by today."""
    regular = [
        Work(login, code, quantity, deadline, _hand_ins(login, code, deadline, today))
        for login, rows in REGULAR.items()
        if login not in ABSENT
        for code, quantity, day in rows
        for deadline in (day_of(month, day),)
    ]
    return regular + _around(month, today) + _unlisted(month, today)


def _around(month, today):
    return [
        Work(
            login,
            code,
            quantity,
            day_of(month, today.day + days),
            tuple(
                HandIn(day_of(month, today.day + after), share, verdict)
                for after, share, verdict in hand_ins
            ),
            origin,
        )
        for login, code, quantity, days, origin, hand_ins in AROUND_TODAY
    ]


def _unlisted(month, today):
    return [
        Work(login, code, quantity, day_of(month, today.day + days), (), "adhoc", name)
        for login, code, quantity, days, name in UNLISTED
    ]


def _hand_ins(login, code, deadline, today):
    """Return the hand-in of regular work: at its time, or before the assessment."""
    is_assessed = sheet_of(login).last_step not in ("", "save_self")
    if deadline <= today or is_assessed:
        return (HandIn(min(deadline, today), SHARES.get((login, code), 1)),)
    return ()


def sheet_of(login):
    """Return how far a person's sheet has come."""
    return SHEETS.get(login, UNTOUCHED)
