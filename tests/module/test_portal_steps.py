"""What people do with their work in the portal, beside handing it in."""

from .portal_case import PortalCase


class TestPortalSteps(PortalCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.unable_url = f"{cls.task_url}/unable"
        cls.change_url = f"{cls.task_url}/change"
        cls.propose_url = f"{cls.url}/propose"

    def _propose(self, **typed):
        """Send the form of the page for proposals."""
        token = self._page(self.propose_url).xpath("//input[@name='csrf_token']")[0]
        good = {
            "csrf_token": token.value,
            "name": "Đón đoàn kiểm tra",
            "item_id": str(self.items["K2"].id),
            "quantity": "1",
            "date_deadline": str(self.period.date_end),
        }
        return self.url_open(self.propose_url, good | typed, allow_redirects=False)

    def _proposals(self):
        return self.env["kpi.assignment"].search([("state", "=", "proposed")])

    def test_somebody_reports_what_they_cannot_finish(self):
        response = self._send(self.unable_url, reason="Nghỉ ốm dài ngày")
        self.assertEqual(response.status_code, 303)
        self.assertEqual(self.work.unable_reason, "Nghỉ ốm dài ngày")
        self.assertIn("Nghỉ ốm dài ngày", self._page().text_content())

    def test_a_blank_reason_is_refused_where_it_was_typed(self):
        response = self._send(self.unable_url, reason="  ")
        self.assertIn("Say why", self._error(response))
        self.assertFalse(self.work.unable_reason)

    def test_somebody_asks_for_a_change_and_sees_that_it_waits(self):
        day = str(self.period.date_end)
        self._send(self.change_url, quantity="2,5", date_deadline=day, reason="Gộp")
        change = self.work.change_ids
        self.assertEqual((change.new_quantity, str(change.new_deadline)), (2.5, day))
        self.assertIn("the quantity 2,5", self._page().text_content())
        text = self._page(self.task_url).text_content()
        self.assertIn("the quantity 2,5", text)
        self.assertNotIn("Ask for a change", text)
        change.with_user(self.head.user_id).action_refuse("Giữ nguyên kế hoạch")
        self.assertIn("Giữ nguyên kế hoạch", self._page().text_content())

    def test_what_cannot_be_asked_for_comes_back_with_what_was_typed(self):
        response = self._send(self.change_url, quantity="hai", reason="Giữ lại tôi")
        self.assertIn("above 0", self._error(response))
        self.assertIn("Giữ lại tôi", response.text)
        self.assertFalse(self.work.change_ids)

    def test_somebody_proposes_work_and_it_waits_for_approval(self):
        response = self._propose()
        self.assertEqual(response.status_code, 303)
        proposal = self._proposals()
        self.assertEqual(proposal.employee_id, self.staff)
        self.assertEqual(proposal.name, "Đón đoàn kiểm tra")
        page = self._page().text_content()
        self.assertIn("Đón đoàn kiểm tra", page)
        self.assertIn("Proposed", page)

    def test_a_proposal_that_is_not_clear_comes_back(self):
        for typed in ({"item_id": ""}, {"quantity": "0"}, {"date_deadline": ""}):
            with self.subTest(typed=typed):
                response = self._propose(name="Giữ lại tôi", **typed)
                self.assertIn("cannot be given yet", self._error(response))
                self.assertIn("Giữ lại tôi", response.text)
        self.assertFalse(self._proposals())

    def test_nothing_of_a_colleague_is_touched(self):
        for step in ("unable", "change"):
            url = f"{self.url}/task/{self.foreign_work.id}/{step}"
            token = self._form(self.unable_url)["csrf_token"]
            typed = {"csrf_token": token, "reason": "x", "quantity": "1"}
            response = self.url_open(url, typed, allow_redirects=False)
            self.assertEqual(response.status_code, 303)
        self.assertFalse(
            self.foreign_work.unable_reason or self.foreign_work.change_ids
        )

    def test_closed_work_says_why_and_offers_nothing(self):
        self.work.with_user(self.head.user_id).action_hand_back("Điều chuyển")
        for url in (self.url, self.task_url):
            self.assertIn("Điều chuyển", self._page(url).text_content())
        self.assertFalse(
            self._page(self.task_url).xpath(
                f"//form[starts-with(@action, '{self.task_url}')]"
                "[not(contains(@action, '/cause'))]"
            )
        )
