"""Asking in the portal for an objective cause to be confirmed."""

from datetime import timedelta

from .portal_case import PortalCase

PROOF = ("files", ("bao-lu.pdf", b"%PDF-1.7 bao", "application/pdf"))


class TestPortalCause(PortalCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.cause_url = f"{cls.task_url}/cause"

    def _forms(self, kind):
        return self._page(self.task_url).xpath(
            f"//form[@action='{self.cause_url}']"
            f"[.//input[@name='kind'][@value='{kind}']]"
        )

    def _ask(self, kind, *files, **typed):
        (form,) = self._forms(kind)
        values = {
            field.get("name"): field.value or ""
            for field in form.xpath(".//input[not(@type='file')] | .//textarea")
        }
        return self.url_open(
            self.cause_url, values | typed, files=files or None, allow_redirects=False
        )

    def test_a_product_that_could_not_be_done_is_asked_about_and_answered(self):
        response = self._ask("waive", PROOF, reason="Mưa lũ\nchia cắt đường")
        self.assertEqual(response.status_code, 303)
        page = self._page(response.headers["Location"]).text_content()
        self.assertIn("Asked for.", page)
        self.assertIn(f"waits for the answer of {self.head.name}", page)
        cause = self.work.cause_ids
        self.assertEqual((cause.kind, cause.asked_by_id), ("waive", self.staff.user_id))
        self.assertFalse(self._forms("waive"))
        cause.with_user(self.head.user_id).action_confirm("Đã có báo cáo của xã")
        page = self._page(self.task_url).text_content()
        self.assertIn("it does not count against you", page)
        self.assertIn("Đã có báo cáo của xã", page)

    def test_a_fault_and_a_delay_are_asked_about_where_they_stand(self):
        self.assertFalse(self._forms("fault") or self._forms("delay"))
        self._set_behind(self.work, date_deadline=self.period.date_start)
        hand_in = self._hand_in(self.work, 1, self.period.date_start + timedelta(2))
        hand_in.with_user(self.head.user_id).action_return("Sai")
        for kind in ("fault", "delay"):
            self._ask(kind, PROOF, reason="Lũ")
            self.assertFalse(self._forms(kind))
        self.assertEqual(set(hand_in.cause_ids.mapped("kind")), {"fault", "delay"})

    def test_what_is_missing_is_said_and_what_was_typed_stays(self):
        response = self._ask("waive", reason="Giữ lại tôi")
        self.assertIn("what proves it", self._error(response))
        self.assertIn("Giữ lại tôi", response.text)
        self.assertIn("Choose the files again", response.text)
        self.assertFalse(self.work.cause_ids)

    def test_asking_twice_asks_once(self):
        (form,) = self._forms("waive")
        values = {
            field.get("name"): field.value or ""
            for field in form.xpath(".//input[not(@type='file')]")
        } | {"reason": "Lũ"}
        for _tap in range(2):
            answer = self.url_open(self.cause_url, values, files=[PROOF])
            self.assertEqual(answer.status_code, 200)
        self.assertEqual(len(self.work.cause_ids), 1)

    def test_nothing_is_asked_about_the_work_of_a_colleague(self):
        (form,) = self._forms("waive")
        values = {
            field.get("name"): field.value or ""
            for field in form.xpath(".//input[not(@type='file')]")
        } | {"reason": "Lũ"}
        url = f"{self.url}/task/{self.foreign_work.id}/cause"
        answer = self.url_open(url, values, files=[PROOF], allow_redirects=False)
        self.assertEqual(answer.status_code, 303)
        self.assertFalse(self.foreign_work.cause_ids)

    def test_the_evidence_is_shown_to_its_person_only(self):
        self._ask("waive", PROOF, reason="Lũ")
        url = f"/my/kpi/cause-evidence/{self.work.cause_ids.attachment_ids.id}"
        self.assertEqual(self.url_open(url).content, b"%PDF-1.7 bao")
        self._log_in(self.colleague.user_id)
        self.assertNotIn(b"%PDF", self.url_open(url).content)

    def test_a_judged_month_offers_no_form(self):
        for work in self.work:
            self._deliver(work, 2)
        self._until(self.sheet, "reviewed")
        self.assertFalse(self._forms("waive"))
