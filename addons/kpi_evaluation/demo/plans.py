"""Plans and schedules of the demonstration, in plain values."""

# Whose regular work is given by approving their plan; all of one unit.
PLANNED = ("tthanh", "chuyenvien", "pmcuong", "lvthanh", "truongphong")
UNIT = "demo_department_economy"

# Products that go on every month.
RECURRING = ("KT.03", "KT.07", "LD.02", "DC.03")

AIMS = (
    "Giải quyết đúng hạn 100% hồ sơ đất đai, xây dựng; không để hồ sơ tồn đọng.\n"
    "Hoàn thành dự toán các công trình sửa chữa nhỏ trong kế hoạch năm."
)

# Plans of the month under way that are not approved yet: person, products with
# quantity and last day of the month, whether they are submitted.
PROPOSED = (
    ("htbngoc", (("DC.02", 2, 26), ("KT.06", 1, 28)), True),
    ("tmtuan", (("VX.03", 1, 27), ("VX.06", 2, 28)), True),
    ("ctpanh", (("VX.07", 1, 26),), True),
    ("dvquan", (("PV.06", 4, 28),), False),
)

# The week around today: day from Monday, hours of Viet Nam, what, where; work of
# this product where it is somebody's own.
WEEKS = {
    "truongphong": (
        (0, 8, 10, "Giao ban đầu tuần với lãnh đạo phường", "Phòng họp tầng 2", ""),
        (0, 14, 16, "Phân công việc trong tuần cho phòng", "Phòng Kinh tế", "LD.02"),
        (1, 8, 11, "Kiểm tra hiện trường tuyến ngõ 12", "Tổ dân phố 4", "LD.04"),
        (2, 9, 11, "Duyệt hồ sơ cấp phép xây dựng", "Phòng Kinh tế", "LD.02"),
        (3, 8, 10, "Tiếp công dân", "Bộ phận một cửa", ""),
        (4, 14, 16, "Rà soát tiến độ kế hoạch tháng", "Phòng Kinh tế", "LD.03"),
    ),
    "chuyenvien": (
        (0, 9, 11, "Thẩm định hồ sơ biến động đất đai", "Phòng Kinh tế", "KT.01"),
        (1, 8, 11, "Đo đạc, đối chiếu bản đồ thửa 215", "Tổ dân phố 7", "KT.02"),
        (2, 14, 17, "Kiểm tra trật tự xây dựng", "Đường Đồi Cọ", "KT.03"),
        (3, 8, 10, "Trả kết quả hồ sơ đất đai", "Bộ phận một cửa", ""),
        (4, 9, 11, "Kiểm tra trật tự xây dựng", "Tổ dân phố 2", "KT.03"),
    ),
}

# What was logged of the entries that are past: hours, what came of it.
LOGGED = (
    (2, "Xong, đã gửi thông báo kết luận."),
    (2.5, "Còn thiếu một tài liệu, hẹn bổ sung."),
    (3, "Hoàn thành theo kế hoạch."),
)
