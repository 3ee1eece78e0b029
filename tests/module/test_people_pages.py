"""The pages of a head without a licence: who waits, verdicts, opinion, decision."""

from lxml import html

from .people_case import PEOPLE, WAITING, PeopleCase


class TestPeoplePages(PeopleCase):
    def setUp(self):
        super().setUp()
        self._log_in(self.leader)

    def _sheet_url(self, sheet=None):
        return f"{PEOPLE}/sheet/{(sheet or self.sheet).id}"

    def test_what_waits_comes_first_then_the_people_of_the_month(self):
        self._hand_in(self.work, 2)
        page = self._page(PEOPLE)
        text = " ".join(page.text_content().split())
        self.assertLess(text.index("What waits for me"), text.index(self.one.name))
        self.assertIn("Work handed in, to be accepted or returned1", text)
        self.assertIn("1 hand-ins wait", text)
        self.assertIn("Not self-assessed yet", text)
        self.assertIn(self.two.name, text)
        self.assertNotIn(self.staff.name, text)
        self.assertNotIn("Ma Thị Tổ Trưởng Chuyên", text)

    def test_only_those_who_judge_somebody_are_shown_the_way(self):
        counters = ["kpi_people_count", "kpi_people_todo_count"]
        for person, expected in ((self.leader, 2), (self.one, 0)):
            self._log_in(person)
            counted = self.make_jsonrpc_request("/my/counters", {"counters": counters})
            self.assertEqual(counted["kpi_people_count"], expected)
            links = self._page("/my/kpi").xpath(f"//a[@href='{PEOPLE}']")
            self.assertEqual(bool(links), bool(expected))

    def test_several_hand_ins_are_accepted_at_once_and_one_is_returned(self):
        first, second = self._hand_in(self.work, 1), self._hand_in(self.other_work, 1)
        third = self._hand_in(self.work, 2)
        words = {f"reason_delivery_{third.id}": "Sai số liệu"}
        ticks = {f"accept_{one.id}": "1" for one in (first, second)}
        back = self._post(WAITING, take=f"delivery-{third.id}-return", **ticks, **words)
        self.assertEqual(back.status_code, 303)
        page = self._page(WAITING)
        self.assertEqual(len(page.xpath("//input[@checked]")), 2, "ticks are kept")
        self._post(WAITING, take="accept", **ticks)
        verdicts = (first | second | third).mapped("verdict")
        self.assertEqual(verdicts, ["accepted", "accepted", "returned"])
        self.assertEqual(third.fault, "Sai số liệu")
        self.assertEqual(third.verdict_user_id, self.leader.user_id)

    def test_a_fault_without_words_comes_back_with_all_that_was_typed(self):
        delivery, other = self._hand_in(self.work, 1), self._hand_in(self.other_work)
        words = f"reason_delivery_{other.id}"
        response = self._post(
            WAITING,
            take=f"delivery-{delivery.id}-return",
            **{f"accept_{other.id}": "1", words: "Giữ lại tôi"},
        )
        self.assertIn("Say what was wrong", self._error(response))
        page = html.fromstring(response.text)
        self.assertTrue(page.xpath(f"//input[@name='accept_{other.id}'][@checked]"))
        self.assertIn("Giữ lại tôi", response.text)
        self.assertEqual(delivery.verdict, "pending")

    def test_the_second_of_a_double_tap_does_no_harm(self):
        delivery = self._hand_in(self.work, 1)
        page = self._page(WAITING)
        (token,) = page.xpath(
            "//form[@method='post']//input[@name='csrf_token']/@value"
        )
        values = {f"accept_{delivery.id}": "1", "take": "accept", "csrf_token": token}
        for _tap in range(2):
            answer = self.url_open(WAITING, values, allow_redirects=False)
            self.assertEqual(answer.status_code, 303)
        self.assertIn("Accepted.", self._page(WAITING).text_content())

    def test_proposals_requests_and_plans_are_answered_on_the_same_page(self):
        works = self._as(self.one, "kpi.assignment")
        item, day = self.items["K2"].id, self.period.date_end
        approved, refused = (
            works.propose_adhoc(self.period.id, name, item, 1, day)
            for name in ("Đón đoàn kiểm tra", "Soạn giấy mời")
        )
        asked = self.work.with_user(self.one.user_id).ask_change(5, reason="Phát sinh")
        text = self._page(WAITING).text_content()
        self.assertIn("Đón đoàn kiểm tra", text)
        self.assertIn("4 → 5", text)
        self._post(WAITING, take=f"proposal-{approved}-approve")
        response = self._post(WAITING, take=f"proposal-{refused}-refuse")
        self.assertIn("Say why", self._error(response))
        why = {f"reason_proposal_{refused}": "Đã có trong kế hoạch"}
        self._post(WAITING, take=f"proposal-{refused}-refuse", **why)
        self._post(WAITING, take=f"change-{asked}-approve")
        works = self.env["kpi.assignment"].browse((approved, refused))
        self.assertEqual(works.mapped("state"), ["given", "refused"])
        self.assertEqual(works[1].closing_reason, "Đã có trong kế hoạch")
        self.assertEqual(self.work.quantity, 5)

    def test_a_plan_is_approved_and_becomes_the_person_s_work(self):
        plans = self._as(self.two, "kpi.plan")
        plan = plans.browse(plans.open_own(self.period.id))
        plan.save_lines(
            [
                {
                    "item_id": self.items["K2"].id,
                    "quantity": 2,
                    "date_deadline": self.period.date_end,
                }
            ]
        )
        plan.action_submit()
        self.assertIn("Plans submitted", self._page(WAITING).text_content())
        self._post(WAITING, take=f"plan-{plan.id}-approve")
        plan = plan.with_env(self.env)
        self.assertEqual(plan.state, "approved")
        given = self.env["kpi.assignment"].search(
            [("employee_id", "=", self.two.id), ("item_id", "=", self.items["K2"].id)]
        )
        self.assertEqual((given.quantity, given.assigner_id), (2, self.leader))

    def test_an_opinion_is_saved_and_finished_on_the_sheet_s_page(self):
        self._done_work()
        self._self_assess(self.sheet)
        line = self.sheet.criterion_ids[0]
        text = self._page(self._sheet_url()).text_content()
        self.assertIn("Share of A", text)
        self.assertIn("Why? How the score comes about", text)
        typed = {
            f"points_{line.id}": "1,5",
            f"reason_{line.id}": "",
            "evaluator_comment": "Đúng hạn; còn sơ suất",
            "proposed_grade": "",
            "grade_reason": "",
        }
        refused = self._post(self._sheet_url(), step="review", **typed)
        self.assertIn("differ from those", self._error(refused))
        self.assertIn("Đúng hạn; còn sơ suất", refused.text)
        typed[f"reason_{line.id}"] = "Có lần đi muộn"
        answer = self._post(self._sheet_url(), step="review", **typed)
        self.assertEqual(answer.status_code, 303)
        self.assertEqual(self.sheet.state, "reviewed")
        self.assertEqual(
            (line.evaluator_points, line.self_points), (1.5, line.max_points)
        )
        self.assertEqual(self.sheet.evaluator_comment, "Đúng hạn; còn sơ suất")
        self.assertEqual(self.sheet.reviewed_by_id, self.leader.user_id)

    def test_the_person_s_own_note_stands_beside_the_points_once_handed_in(self):
        line = self.sheet.criterion_ids[0]
        line._note("Có giấy khen")
        self.assertNotIn("Có giấy khen", self._page(self._sheet_url()).text_content())
        self._done_work()
        self._self_assess(self.sheet)
        shown = "Person's note: Có giấy khen"
        self.assertIn(shown, self._page(self._sheet_url()).text_content())
        self._judged(self.sheet)._take_judge_step("review", {})
        self.assertIn(shown, self._page(self._sheet_url()).text_content())

    def test_what_cannot_be_an_answer_is_refused_and_nothing_is_saved(self):
        self._done_work()
        self._self_assess(self.sheet)
        line = self.sheet.criterion_ids[0]
        before = line.evaluator_points
        for typed, words in (
            ({f"points_{line.id}": ""}, "must be a number"),
            ({f"points_{line.id}": "hai"}, "must be a number"),
            ({f"points_{line.id}": "99"}, "takes from 0"),
            ({"proposed_grade": "z"}, "is no answer"),
        ):
            with self.subTest(typed=typed):
                typed |= {"evaluator_comment": "Giữ lại tôi"}
                response = self._post(self._sheet_url(), step="save", **typed)
                self.assertIn(words, self._error(response))
                self.assertIn("Giữ lại tôi", response.text)
        self.assertEqual(line.evaluator_points, before)
        self.assertFalse(self.sheet.evaluator_comment)

    def test_a_self_assessment_goes_back_with_a_reason(self):
        self._self_assess(self.sheet)
        response = self._post(self._sheet_url(), step="return", reason=" ")
        self.assertIn("Say why", self._error(response))
        self._post(self._sheet_url(), step="return", reason="Bổ sung minh chứng")
        self.assertEqual(self.sheet.state, "draft")
        self.assertEqual(self.sheet.return_reason, "Bổ sung minh chứng")
