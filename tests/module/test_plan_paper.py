"""Plans and weeks on paper: what they say, and on how many pages."""

from datetime import date

from .common import INTERNAL
from .paper import Paper, printed
from .plan_case import PlanCase

PLAN = "kpi_evaluation.report_kpi_plan"
WEEK = "kpi_evaluation.report_kpi_schedule"


class TestPlanPaper(PlanCase):
    def _paper(self, plans, user=None):
        return printed(plans, user, PLAN)

    def test_a_person_s_month_says_what_how_much_and_until_when(self):
        plan = self._own_plan(
            self.staff,
            self._line("K2", 1.5, day=date(2026, 7, 20), name="Thẩm định hồ sơ"),
            self._line("K1", 2, note="Tuần 1"),
        )
        text = self._paper(plan, self.head.user_id).text
        for words in (
            "UBND XÃ TÂN CƯƠNG",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "KẾ HOẠCH CÔNG TÁC THÁNG 07 NĂM 2026",
            "DỰ THẢO – chưa trình",
            "Họ và tên: Nguyễn Thị An",
            "1 Thẩm định hồ sơ Sản phẩm K2 1,5 2 3 20/07/2026",
            "2 Sản phẩm K1 Sản phẩm K1 2 1 2 31/07/2026 Tuần 1",
            "Tổng số đơn vị sản phẩm/công việc chuẩn 5",
            "NGƯỜI LẬP KẾ HOẠCH",
            "LÃNH ĐẠO TRỰC TIẾP",
            "Trần Văn Trưởng",
        ):
            self.assertIn(words, text)
        self.assertNotIn("PHÁT SINH", text)

    def test_an_approved_month_shows_what_joined_it_and_no_mark(self):
        plan = self._approve(self._own_plan(self.staff, self._line("K1", 2)))
        self._give(self.staff, "K2", 1, origin="adhoc", name="Họp đột xuất")
        text = self._paper(plan, self.staff.user_id).text
        self.assertIn("II. CÔNG VIỆC PHÁT SINH, GIAO THÊM TRONG THÁNG", text)
        self.assertIn("1 Họp đột xuất Sản phẩm K2 1 2 2 31/07/2026 Đột xuất", text)
        self.assertNotIn("DỰ THẢO", text)
        self.assertIn("ngày 10 tháng 7 năm 2026", text)

    def test_a_unit_s_plan_names_who_does_the_work(self):
        note = "Hoàn thành chuyển đổi số.\nKhông để việc quá hạn."
        plan = self._unit_plan(
            "month", self._line("K1", 2, employee_id=self.colleague.id)
        )
        plan.with_user(self.head.user_id).note = note
        text = self._paper(plan).text
        for words in (
            "UBND XÃ TÂN CƯƠNG PHÒNG KINH TẾ",
            "I. MỤC TIÊU, NHIỆM VỤ TRỌNG TÂM",
            "Không để việc quá hạn.",
            "II. SẢN PHẨM, CÔNG VIỆC THEO KẾ HOẠCH",
            "Người thực hiện",
            "Lê Văn Bình",
            "NGƯỜI ĐỨNG ĐẦU ĐƠN VỊ",
            "Hoàng Thị Chủ",
        ):
            self.assertIn(words, text)
        quarter = self._paper(self._unit_plan("quarter", self._line())).text
        self.assertIn("KẾ HOẠCH CÔNG TÁC QUÝ III NĂM 2026", quarter)
        year = self._paper(self._unit_plan("year", self._line())).text
        self.assertIn("KẾ HOẠCH CÔNG TÁC NĂM 2026", year)

    def test_several_plans_are_one_document_each_from_a_page_of_its_own(self):
        plans = self._own_plan(
            self.staff, *[self._line(name=f"Việc {one:02}") for one in range(40)]
        )
        plans |= self._own_plan(self.colleague, self._line())
        paper = self._paper(plans)
        firsts = [n for n, text in enumerate(paper.texts) if "CỘNG HÒA" in text]
        self.assertEqual(len(firsts), 2)
        self.assertGreater(firsts[1], 1)
        self.assertEqual(len(paper.pages), firsts[1] + 1)
        for text in paper.texts[: firsts[1]]:
            self.assertEqual(text.count("STT"), 1)
        for one in range(40):
            self.assertEqual(paper.text.count(f"Việc {one:02}"), 1)

    def test_who_may_not_read_a_plan_does_not_print_it(self):
        plan = self._own_plan(self.staff, self._line())
        deputy = self._person("Đỗ Văn Phó", "deputy", INTERNAL, self.head)
        with self.assertRaises(Exception, msg="printed") as refused:
            self._paper(plan, deputy.user_id)
        self.assertIn("access", str(refused.exception).lower())


class TestWeekPaper(PlanCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for person, day, hour, name, more in (
            (cls.staff, 6, 1, "Giao ban đầu tuần", {"place": "Phòng họp 1"}),
            (cls.staff, 8, 7, "Kiểm tra hiện trường", {}),
            (cls.staff, 11, 1, "Trực thứ Bảy", {}),
            (cls.staff, 13, 1, "Việc tuần sau", {}),
            (cls.staff, 9, 1, "Đã thẩm định", {"kind": "log", "hours": 2.5}),
            (cls.colleague, 7, 2, "Tiếp công dân", {}),
        ):
            cls.env["kpi.schedule.entry"].with_user(person.user_id).add_own(
                {
                    "name": name,
                    "date_start": f"2026-07-{day:02} {hour:02}:00:00",
                    "date_end": f"2026-07-{day:02} {hour + 1:02}:00:00",
                    **more,
                }
            )

    def _week(self, user, **values):
        prints = self.env["kpi.schedule.print"].with_user(user)
        return printed(prints.create(values), user, WEEK)

    def test_a_person_s_week_runs_from_monday_to_the_last_busy_day(self):
        paper = self._week(self.head.user_id, employee_id=self.staff.id)
        self.assertEqual(len(paper.pages), 1)
        for words in (
            "LỊCH CÔNG TÁC TUẦN",
            "Từ ngày 06/07/2026 đến ngày 12/07/2026",
            "Họ và tên: Nguyễn Thị An",
            "Thứ Hai, ngày 06/07/2026 08:00 – 09:00 Giao ban đầu tuần Phòng họp 1",
            "Thứ Ba, ngày 07/07/2026",
            "Thứ Tư, ngày 08/07/2026 14:00 – 15:00 Kiểm tra hiện trường",
            "Thứ Bảy, ngày 11/07/2026 08:00 – 09:00 Trực thứ Bảy",
        ):
            self.assertIn(words, paper.text)
        for words in ("Việc tuần sau", "Chủ nhật", "Tiếp công dân", "Đã thẩm định"):
            self.assertNotIn(words, paper.text)

    def test_what_was_logged_is_printed_with_its_hours(self):
        text = self._week(self.head.user_id, employee_id=self.staff.id, kind="log").text
        self.assertIn("NHẬT KÝ CÔNG VIỆC TUẦN", text)
        self.assertIn("Đã thẩm định 2,5", text)
        self.assertNotIn("Giao ban", text)

    def test_what_was_planned_and_done_stands_once_where_both_are_printed(self):
        entries = self.env["kpi.schedule.entry"].with_user(self.staff.user_id)
        entries.search([("name", "=", "Giao ban đầu tuần")]).action_log()
        text = self._week(self.head.user_id, employee_id=self.staff.id, kind="all").text
        self.assertEqual(text.count("Giao ban đầu tuần"), 1)
        self.assertIn("Giao ban đầu tuần Phòng họp 1 1", text)
        self.assertIn("Kiểm tra hiện trường", text)

    def test_a_unit_s_week_names_each_person(self):
        paper = self._week(self.head.user_id, scope="unit", department_id=self.unit.id)
        self.assertEqual(len(paper.pages), 1)
        self.assertIn("PHÒNG KINH TẾ", paper.text)
        self.assertIn("Tiếp công dân Lê Văn Bình", paper.text)
        self.assertIn("Giao ban đầu tuần Nguyễn Thị An", paper.text)

    def test_the_weeks_of_a_unit_s_people_are_one_document(self):
        paper = self._week(
            self.head.user_id, scope="people", department_id=self.unit.id
        )
        self.assertIsInstance(paper, Paper)
        # head, staff, colleague and officer
        self.assertEqual(len(paper.pages), 4)

    def test_nobody_prints_a_week_that_they_may_not_read(self):
        deputy = self._person("Đỗ Văn Phó", "deputy", INTERNAL, self.head)
        for values in (
            {"employee_id": self.staff.id},
            {"scope": "unit", "department_id": self.unit.id},
        ):
            text = self._week(deputy.user_id, **values).text
            self.assertNotIn("Giao ban", text)
