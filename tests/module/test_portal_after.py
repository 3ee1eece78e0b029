"""The portal after the publication: the public list, objections, reports."""

from lxml import html

from .portal_case import PortalCase

WORDS = "Tôi đã nộp đúng hạn"


class TestPortalAfter(PortalCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._deliver(cls.work)
        cls._until(cls.sheet, "published")
        cls.object_url = f"{cls.url}/object"
        cls.list_url = f"/my/kpi/published/{cls.period.id}"

    def _report(self, **typed):
        page = self._page("/my/kpi/report")
        (form,) = page.xpath("//form[@action='/my/kpi/report']")
        token = form.xpath(".//input[@name='csrf_token']/@value")[0]
        return self.url_open("/my/kpi/report", {"csrf_token": token} | typed)

    def test_a_petition_is_sent_with_its_file_and_shown_with_its_deadline(self):
        files = [("files", ("thu.txt", b"thu"))]
        self._send(self.object_url, files, kind="petition", text=WORDS)
        petition = self.sheet.objection_ids
        self.assertEqual((petition.text, petition.state), (WORDS, "waiting"))
        text = self._page().text_content()
        for shown in (WORDS, f"{petition.due_date:%d/%m/%Y}", "thu.txt"):
            self.assertIn(shown, text)
        url = f"/my/kpi/objection-file/{petition.attachment_ids.id}"
        self.assertEqual(self.url_open(url).content, b"thu")
        self._log_in(self.colleague.user_id)
        self.assertEqual(self.url_open(url, allow_redirects=False).status_code, 303)

    def test_while_a_petition_waits_only_a_reservation_is_offered(self):
        self._send(self.object_url, kind="petition", text=WORDS)
        self.assertFalse(self._page().xpath("//input[@value='petition']"))
        again = self.url_open(
            self.object_url,
            self._form(self.object_url) | {"kind": "petition", "text": "Khác"},
        )
        self.assertIn("still waits", self._error(again))
        self.assertIn("Khác", again.text)

    def test_an_objection_without_words_comes_back_with_its_reason(self):
        answer = self._send(self.object_url, kind="petition", text=" ")
        self.assertIn("Write what you do not agree with", self._error(answer))
        self.assertFalse(self.sheet.objection_ids)

    def test_before_the_publication_there_is_no_way_to_object(self):
        self._log_in(self.colleague.user_id)
        self.assertFalse(self._page().xpath(f"//form[@action='{self.object_url}']"))
        self.url_open(self.object_url, {"kind": "petition", "text": WORDS})
        self.assertFalse(self.foreign_sheet.objection_ids)

    def test_the_answer_and_the_annulled_sheet_are_shown_to_the_person(self):
        self._send(self.object_url, kind="petition", text=WORDS)
        petition = self.sheet.objection_ids
        petition.with_user(self.hr).action_name_answerer(
            self._person("Lý Văn Trên", "head", "base.group_user").id, "Được phân công"
        )
        judge = petition.with_user(petition.answerer_user_id)
        judge.action_answer("changed", "Kiến nghị có căn cứ")
        self.sheet.with_user(self.head.user_id).action_annul(
            "Tính sai tiến độ", objection_id=petition.id
        )
        page = self._page()
        for shown in ("Kiến nghị có căn cứ", "Tính sai tiến độ", "is being judged"):
            self.assertIn(shown, page.text_content())
        pdf = f"/my/kpi/{self.sheet.id}/pdf"
        self.assertTrue(page.xpath(f"//a[@href='{pdf}']"))
        self.assertEqual(self.url_open(pdf).status_code, 200)
        new = self.sheet.superseded_by_ids
        self.assertEqual(self.url_open(f"/my/kpi/{new.id}/pdf").status_code, 404)

    def test_the_published_list_is_for_the_people_of_the_agency(self):
        for person in (self.staff, self.colleague, self.head):
            self._log_in(person.user_id)
            text = self._page(self.list_url).text_content()
            self.assertIn(self.staff.name, text)
            self.assertIn("Excellent", text)
            self.assertNotIn(self.colleague.name, text.split("Published results")[-1])
        stranger = self._person(
            "Mai Xa", "staff", "base.group_portal", None, self._agency("UBND khác")
        )
        self._log_in(stranger.user_id)
        answer = self.url_open(self.list_url, allow_redirects=False)
        self.assertEqual(answer.status_code, 303)

    def test_before_anything_is_published_the_list_says_so(self):
        self.sheet.with_user(self.head.user_id).action_annul(
            "Sai", document="1/KL", document_date="2026-08-06"
        )
        page = self._page("/my/kpi/published")
        self.assertIn("Nothing is published yet", page.text_content())

    def test_a_report_is_sent_and_its_answer_read(self):
        unit = self.env["hr.department"].create(
            {"name": "Văn phòng", "company_id": self.company.id}
        )
        typed = {"department_id": unit.id, "period_id": self.period.id}
        typed |= {"text": "Chấm ngang nhau", "addressee": "inspector"}
        self.assertIn("is sent", self._report(**typed).text)
        report = self.env["kpi.complaint"].search([("department_id", "=", unit.id)])
        self.assertEqual(report.text, "Chấm ngang nhau")
        inspector = self._user("Hồ Kiểm", "kpi_evaluation.group_inspector")
        report.with_user(inspector).action_examine("Có sai", "Đã chấn chỉnh")
        self.assertIn("Đã chấn chỉnh", self._page("/my/kpi/report").text_content())
        self._log_in(self.colleague.user_id)
        self.assertNotIn("Chấm ngang nhau", self._page("/my/kpi/report").text_content())

    def test_a_report_that_cannot_be_sent_comes_back_as_typed(self):
        answer = self._report(department_id="x", period_id="", text="Chữ của tôi")
        page = html.fromstring(answer.text)
        self.assertIn("Choose a unit", page.xpath("string(//*[@role='alert'])"))
        self.assertIn("Chữ của tôi", answer.text)
