"""One unit's month in a real Chromium, from the self-assessment to the answer."""

from odoo import Command

from tests.module.common import INTERNAL, PORTAL, KpiHttpCase

from .office import Office

PETITION = "Tôi đã nộp sản phẩm đúng hạn, đề nghị xem lại."
ANSWER = "Đã kiểm tra hồ sơ: kết quả được giữ nguyên."


class TestMonthOfAUnit(KpiHttpCase):
    """An's month: the deputy gives the opinion, the head decides, HR publishes.

    Beside it a collective judges Bình at its meeting; all in Vietnamese.
    """

    browser_size = "1366x900"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.top = cls._person("Đặng Thị Trên", "head", INTERNAL)
        cls.clerk = cls._person("Đào Thị Thư", "staff", INTERNAL, cls.top)
        cls.head.parent_id = cls.top
        cls.deputy = cls._person("Đỗ Văn Phó", "deputy", INTERNAL, cls.head)
        cls.an = cls._person("Ngô Thị Dung", "staff", PORTAL, cls.deputy)
        cls.em = cls._person("Vũ Văn Em", "staff", PORTAL, cls.deputy)
        for person in (cls.an, cls.em, cls.colleague):
            cls._deliver(cls._give(person))
        cls.sheets = cls._open()
        cls._people_speak_vietnamese()
        cls._head_decides(cls.an, cls.em)
        cls._board_judges(cls.colleague)
        cls.env["kpi.session"]._ensure(cls.period)
        cls.sheet = cls.sheets[cls.an]
        cls.judging = cls._session(("evaluator_id", "=", cls.deputy.id))
        cls.meeting = cls._session(("body_id", "=", cls.body.id))
        # Read before the browser is at work: its requests share the test's cursor.
        lines = cls.sheet.criterion_ids
        cls.points = {one.id: f"{one.max_points:g}".replace(".", ",") for one in lines}
        cls.month = f"/my/kpi/{cls.period.id}"
        cls.paths = [
            f"/odoo/kpi-sheets/{cls.sheet.id}",
            f"/odoo/kpi-sessions/{cls.judging.id}",
            f"/odoo/kpi-sessions/{cls.meeting.id}",
        ]

    @classmethod
    def _people_speak_vietnamese(cls):
        users = cls.env["res.users"].search([("company_id", "=", cls.company.id)])
        users.write({"lang": "vi_VN", "tz": "Asia/Ho_Chi_Minh"})

    @classmethod
    def _head_decides(cls, *people):
        """Those whom the deputy judges are decided by the head; Em is reviewed."""
        for person in people:
            cls.sheets[person]._set_copied({"decider_id": cls.head.id})
        em = cls.sheets[cls.em]
        cls._self_assess(em, [1] * len(em.criterion_ids))
        em.with_user(cls.deputy.user_id).action_review()

    @classmethod
    def _board_judges(cls, person):
        cls.body = cls.env["kpi.body"].create(
            {
                "name": "Tập thể lãnh đạo UBND xã",
                "kind": "tap_the_lanh_dao",
                "company_id": cls.company.id,
                "chair_id": cls.top.id,
                "secretary_id": cls.clerk.id,
                "member_ids": [Command.set(cls.deputy.ids)],
            }
        )
        sheet = cls._self_assess(cls.sheets[person])
        sheet._set_copied({"body_id": cls.body.id, "evaluator_id": cls.top.id})
        sheet.with_user(cls.top.user_id).action_review()

    @classmethod
    def _session(cls, *domain):
        domain = [("period_id", "=", cls.period.id), *domain]
        return cls.env["kpi.session"].search(domain, limit=1, order="id desc")

    def test_a_unit_s_month_from_the_self_assessment_to_the_answer(self):
        story = (
            (self._assess_oneself, self.an),
            (self._review, self.deputy),
            (self._rank_and_decide, self.head),
            (self._keep_minutes, self.clerk),
            (self._decide_on_the_minutes, self.top),
            (self._publish, self.officer),
            (self._object, self.an),
            (self._answer, self.top),
            (self._read_the_answer, self.an),
        )
        story = [(act, person.user_id) for act, person in story]
        logins = [(act, user.login) for act, user in story]
        desk = Office(self)
        with self.allow_requests(browser=desk.browser):
            for act, login in logins:
                desk.become(login)
                act(desk)
            desk.settle()
        self.assertFalse(desk.browser.had_failure)
        self._assert_done()

    def _assess_oneself(self, desk):
        desk.open(self.month)
        for line, points in self.points.items():
            desk.type(f"[name=points_{line}]", points)
        desk.tap("button[value=summary]")
        desk.tap("button[value=hand_in]")
        desk.wait_for("Đã nộp bản tự đánh giá")

    def _review(self, desk):
        desk.open(self.paths[0])
        desk.wait_for("Chờ nhận xét", ".o_statusbar_status")
        desk.turn_to("opinion")
        desk.type("div[name=evaluator_comment] textarea", "Hoàn thành tốt")
        desk.press("action_review")
        desk.wait_for("Chờ quyết định", ".o_arrow_button_current")

    def _rank_and_decide(self, desk):
        desk.open(self.paths[1])
        desk.wait_for("trong tỷ lệ", ".o_kpi_quota")
        names = desk.column("appraisal_ids", "employee_name")
        self.assertEqual(names, ["Ngô Thị Dung", "Vũ Văn Em"], "best first")
        desk.press("action_decide", confirm=True)
        desk.wait_for("Đã quyết định", "div[name=appraisal_ids]")

    def _keep_minutes(self, desk):
        desk.open(self.paths[2])
        desk.turn_to("meeting")
        desk.type("div[name=place] input", "Phòng họp số 1")
        desk.type("div[name=held_on] input", "09/07/2026 09:00:00")
        desk.press_enter_on("div[name=held_on] input")
        desk.tap("button[name=action_list_members]")
        desk.wait_for("Đỗ Văn Phó", "div[name=attendee_ids]")
        for row in (1, 2, 3):
            toggle = f"tr.o_data_row:nth-child({row}) td[name=is_present] input"
            desk.tap(f"div[name=attendee_ids] {toggle}")
        desk.save()
        desk.tap("div[name=vote_ids] .o_field_x2many_list_row_add a")
        desk.choose("appraisal_id", "Lê Văn Bình")
        desk.choose("member_id", "Đỗ Văn Phó")
        desk.tap("tr.o_selected_row td[name=grade] input")
        desk.tap(".o_select_menu_item")
        desk.save()
        desk.wait_for("Lê Văn Bình", "div[name=vote_ids]")

    def _decide_on_the_minutes(self, desk):
        desk.open(self.paths[2])
        desk.press("action_decide", confirm=True)
        desk.wait_for("Đã quyết định", "div[name=appraisal_ids]")
        desk.turn_to("history")
        desk.wait_for("Phòng họp số 1", ".o_kpi_session_log")

    def _publish(self, desk):
        for path in self.paths[1:]:
            desk.open(path)
            desk.press("action_publish", confirm=False)
            desk.wait_for("Đã công khai", "div[name=appraisal_ids]")

    def _object(self, desk):
        desk.open(self.month)
        desk.wait_for("A – Hoàn thành xuất sắc nhiệm vụ")
        desk.tap("#objection summary")
        desk.type("#kpi-objection-text", PETITION)
        desk.tap("#objection form button[type=submit]")
        desk.wait_for("Đã ghi nhận cùng phiếu của bạn")

    def _answer(self, desk):
        desk.open("/odoo/kpi-notices")
        desk.tap(".o_list_view tr.o_data_row td[name=summary]")
        desk.wait_for(PETITION)
        desk.tap(".o_statusbar_buttons button.btn-primary")
        desk.tap(".modal div[name=outcome] input[type=radio]")
        desk.type(".modal div[name=answer] textarea", ANSWER)
        desk.tap(".modal-footer .btn-primary")
        desk.wait_for("Đã trả lời", ".o_arrow_button_current")

    def _read_the_answer(self, desk):
        desk.open(self.month)
        desk.wait_for(ANSWER, "#objection")

    def _assert_done(self):
        self.env.invalidate_all()
        self.assertEqual((self.sheet.state, self.sheet.grade), ("published", "a"))
        judged = self.sheets[self.colleague]
        self.assertEqual((judged.state, judged.grade), ("published", "a"))
        self.assertEqual(self.meeting.vote_ids.grade, "a")
        self.assertEqual(f"{self.meeting.held_on:%d/%m/%Y}", "09/07/2026")
        objection = self.sheet.objection_ids
        self.assertEqual((objection.state, objection.outcome), ("answered", "kept"))
        self.assertEqual(self.env["kpi.decision"]._check_book(self.company)[1], [])
        waiting = self.env["kpi.notice"].search(
            [("kind", "=", "petition"), ("company_id", "=", self.company.id)]
        )
        self.assertTrue(waiting.done_on)
