"""What the printed sheet says."""

from .common import KpiCase
from .paper import printed


class TestPaper(KpiCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.company.city = "Tân Cương"
        cls.staff.job_title = "Chuyên viên"
        cls.work = cls._give(cls.staff, "K2", 4, name="Soạn thảo văn bản góp ý")
        cls.sheet = cls._open()[cls.staff]

    def test_it_says_who_when_and_by_which_form(self):
        text = printed(self.sheet).text
        for words in (
            "UBND XÃ TÂN CƯƠNG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "PHIẾU THEO DÕI, ĐÁNH GIÁ Mẫu số 03 – Không giữ chức vụ lãnh đạo, quản lý",
            "(Kỳ theo dõi, đánh giá: tháng 07 năm 2026)",
            "Họ và tên: Nguyễn Thị An",
            "Chức vụ, chức danh: Chuyên viên",
            "Cấp có thẩm quyền theo dõi, đánh giá: Trần Văn Trưởng",
        ):
            self.assertIn(words, text)

    def test_its_figures_are_those_of_the_sheet(self):
        self._deliver(self.work, 3, "2026-07-20")
        late = self._give(self.staff, "K2.5", 1, date_deadline="2026-07-10")
        self._deliver(late, day="2026-07-11")
        extra = self._give(self.staff, "K1", 1, origin="adhoc")
        self._deliver(extra)
        self._until(self.sheet, "published")
        text = printed(self.sheet).text
        for name in (
            "quantity_ratio",
            "progress_ratio",
            "result_score",
            "general_score",
            "bonus_score",
            "total_score",
        ):
            value = f"{self.sheet[name]:.2f}".rstrip("0").rstrip(".")
            self.assertIn(f" {value.replace('.', ',')} ", text, name)
        self.assertIn("8,5 / 10,5 × 100 80,95 Điều 11.2.a", text)
        self.assertIn("7,87 / 10,5 × 100 75 Điều 11.2.c", text)
        self.assertIn("Hoàn thành xuất sắc nhiệm vụ (Loại A)./.", text)

    def test_both_sides_say_beside_the_points_what_these_rest_on(self):
        first, second = self.sheet.criterion_ids[:2]
        first._note("Có giấy khen\nsố 12")
        second._note("Đi đủ")
        self._deliver(self.work)
        self._until(self.sheet, "self_assessed")
        judged = first.with_user(self.head.user_id)
        judged.write({"evaluator_points": 1.5, "evaluator_reason": "Còn muộn"})
        text = printed(self.sheet).text
        both = "Cá nhân: Có giấy khen số 12 Cấp có thẩm quyền: Còn muộn"
        self.assertIn(both, text)
        self.assertIn("Cá nhân: Đi đủ", text)

    def test_a_row_of_the_task_table_has_the_fourteen_columns(self):
        delivery = self._hand_in(self.work, 1, "2026-07-15")
        delivery.with_user(self.head.user_id).action_return("Sai số liệu")
        self._deliver(self.work, 4, "2026-08-01")
        text = printed(self.sheet).text
        row = (
            "1 Soạn thảo văn bản góp ý 31/07/2026 Sản phẩm K2 2 4 8 4 8 "
            "01/08/2026 1 6 1 6"
        )
        self.assertIn(f"{row} Tổng cộng 8 8 6 6", text)
        self.assertIn("Điểm tỷ lệ phần trăm (%) 100 75 75", text)

    def test_the_columns_add_up_to_what_the_score_was_made_of(self):
        self._deliver(self.work, 2.5)
        work = self.sheet._sheet_values()[self.sheet]["work"]["planned"]
        rows = {row["code"]: row for row in self.sheet._trace_rows()}
        self.assertEqual(work["totals"]["done_worth"], rows["quantity"]["numerator"])
        self.assertEqual(work["totals"]["on_time"], rows["progress"]["numerator"])
        self.assertEqual(work["totals"]["flawless"], rows["quality"]["numerator"])
        self.assertEqual(work["totals"]["worth"], rows["quantity"]["denominator"])

    def test_what_is_not_decided_is_marked_as_a_draft(self):
        for state in ("draft", "self_assessed", "reviewed"):
            self._until(self.sheet, state)
            self.assertIn("DỰ THẢO – chưa quyết định", printed(self.sheet).text)
        for state in ("decided", "published"):
            self._until(self.sheet, state)
            self.assertNotIn("DỰ THẢO", printed(self.sheet).text)

    def test_a_missing_figure_is_printed_as_its_reason_never_as_zero(self):
        sheet = self._open()[self.colleague]
        text = printed(sheet).text
        self.assertIn("Chưa được giao sản phẩm, công việc nào trong kế hoạch", text)
        self.assertIn("I.1 Phẩm chất chính trị, phẩm chất đạo đức", text)
        self.assertIn("5 Chưa chấm", text)
        self.assertIn("Tổng cộng 30 Chưa đủ điểm", text)
        self.assertIn(
            "Tổng điểm theo dõi, đánh giá Chưa được giao sản phẩm, công việc nào trong "
            "kế hoạch (Điều 15.1); tiêu chí chung chưa được chấm điểm (Điều 7.2) "
            "Chưa có",
            text,
        )

    def test_a_draft_has_no_column_for_the_evaluator(self):
        self.assertNotIn("Điểm của cấp có thẩm quyền", printed(self.sheet).text)
        self._self_assess(self.sheet)
        self.assertIn("Điểm của cấp có thẩm quyền", printed(self.sheet).text)

    def test_a_difference_is_printed_with_its_reason(self):
        self._deliver(self.work)
        self._self_assess(self.sheet)
        judge = self.sheet.with_user(self.head.user_id)
        judge.criterion_ids[0].write(
            {"evaluator_points": 3.5, "evaluator_reason": "Đi muộn hai lần"}
        )
        self._review(
            self.sheet,
            proposed_grade="c",
            grade_reason="Vượt tỷ lệ của nhóm",
            evaluator_comment="Chủ động, trách nhiệm.\nCần đúng giờ hơn.",
        )
        self._decide(self.sheet)
        text = printed(self.sheet).text
        self.assertIn("5 5 3,5 Đi muộn hai lần", text)
        self.assertIn("đánh giá: Chủ động, trách nhiệm. Cần đúng giờ hơn.", text)
        self.assertIn("Theo điểm: Hoàn thành xuất sắc nhiệm vụ (Loại A).", text)
        self.assertIn("Được quyết định: Hoàn thành nhiệm vụ (Loại C).", text)
        self.assertIn("xếp loại theo điểm: Vượt tỷ lệ của nhóm./.", text)

    def test_it_is_signed_with_place_and_day_by_both(self):
        self._deliver(self.work)
        self._until(self.sheet, "published")
        text = printed(self.sheet).text
        self.assertEqual(text.count("Tân Cương, ngày 10 tháng 7 năm 2026"), 2)
        self.assertIn("NGƯỜI TỰ ĐÁNH GIÁ", text)
        self.assertTrue(text.endswith("Nguyễn Thị An Trần Văn Trưởng"), text[-60:])

    def test_who_decides_instead_of_the_evaluator_signs_too(self):
        self._deliver(self.work)
        self._until(self.sheet, "reviewed")
        chief = self._person("Hoàng Văn Chủ", "head")
        self.sheet._set_copied({"decider_id": chief.id})
        text = printed(self.sheet).text
        self.assertIn("NGƯỜI QUYẾT ĐỊNH XẾP LOẠI", text)
        self.assertTrue(text.endswith("Nguyễn Thị An Trần Văn Trưởng Hoàng Văn Chủ"))

    def test_a_collective_signs_by_its_chair(self):
        chief = self._person("Hoàng Văn Chủ", "head")
        body = self.env["kpi.body"].create(
            {
                "name": "Tập thể lãnh đạo xã",
                "kind": "tap_the_lanh_dao",
                "company_id": self.company.id,
                "chair_id": chief.id,
            }
        )
        self.sheet._set_copied({"body_id": body.id})
        text = printed(self.sheet).text
        self.assertIn("theo dõi, đánh giá: Tập thể lãnh đạo xã", text)
        self.assertIn("TM. TẬP THỂ LÃNH ĐẠO XÃ", text)
        self.assertTrue(text.endswith("Nguyễn Thị An Hoàng Văn Chủ"))

    def test_extra_work_without_planned_work_is_printed_and_gives_no_figure(self):
        self._give(self.colleague, "K1", 2, origin="takeover", name="Việc nhận thêm")
        text = printed(self._open()[self.colleague]).text
        self.assertIn("1 Việc nhận thêm 31/07/2026", text)
        self.assertIn("Điểm cộng (nếu có) Chưa được giao sản phẩm", text)

    def test_a_reader_of_another_language_gets_the_same_paper(self):
        english = printed(self.sheet.with_context(lang="en_US")).text
        self.assertEqual(printed(self.sheet).text, english)
        self.assertNotIn("Quantity", english)


class TestLeadersPaper(KpiCase):
    def test_a_leader_has_six_ratios_with_what_was_chosen_and_why(self):
        chief = self._person("Hoàng Thị Bí Thư", "head", "base.group_user")
        self.head.parent_id = chief
        work = self._give(self.head, "K1", 2, role="directing", name="Cải cách")
        led = self._give(self.staff, "K1", 2)
        sheets = self._open()
        self._deliver(led)
        self._until(sheets[self.staff], "decided")
        for person in (self.colleague, self.officer):
            self._deliver(self._give(person, "K1", 1))
            self._until(sheets[person], "decided")
        self._deliver(work)
        sheet = self._self_assess(sheets[self.head])
        self._review(sheet, organising_level="reduced", organising_reason="Chậm")
        text = printed(sheet).text
        self.assertIn("Cải cách (chỉ đạo, điều hành)", text)
        self.assertIn("3/3 người thuộc phạm vi quản lý đạt từ Loại C trở lên 100", text)
        self.assertIn("chọn mức 50%: Chậm 50 Điều 12.3.b", text)
        self.assertIn("chọn mức 100%: Đoàn kết 100 Điều 12.3.c", text)
        self.assertIn("(a + b + c + d + đ + e) / 6 550 / 6 91,66 Điều 13.2", text)
        self.assertIn("91,66 × 70% 64,16", text)

    def test_what_is_missing_for_a_leader_is_said_for_each_ratio(self):
        sheets = self._open()
        text = printed(sheets[self.head]).text
        for words in (
            "Có người thuộc phạm vi quản lý chưa có điểm theo dõi, đánh giá",
            "Cấp có thẩm quyền chưa chọn mức đ (Điều 12.3.b) Chưa có",
            "Cấp có thẩm quyền chưa chọn mức e (Điều 12.3.c) Chưa có",
        ):
            self.assertIn(words, text)
