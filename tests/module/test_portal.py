"""The portal over HTTP, as its users and those who are too curious call it."""

from .common import PORTAL
from .portal_case import PortalCase

MARKED_REASON = "LYDOCUACAPTHAMQUYEN"
MARKED_COMMENT = "NHANXETCUACAPTHAMQUYEN"


class TestMonths(PortalCase):
    def test_the_months_are_listed_newest_first_with_where_they_stand(self):
        august = self._month(self.period.date_end.replace(month=8, day=1))
        self._open(august)
        links = self._page("/my/kpi").xpath("//a[contains(@class, 'list-group-item')]")
        self.assertEqual(
            [link.get("href") for link in links], [f"/my/kpi/{august.id}", self.url]
        )

    def test_work_is_shown_before_the_month_is_opened(self):
        august = self._month(self.period.date_end.replace(month=8, day=1))
        self._give(
            self.staff, name="Sớm", period_id=august.id, date_deadline=august.date_end
        )
        self.assertIn("Sớm", self._page(f"/my/kpi/{august.id}").text_content())

    def test_who_has_no_sheet_and_no_work_reads_kind_words(self):
        newcomer = self._user("Người Mới", PORTAL)
        newcomer.lang = "en_US"
        self._log_in(newcomer)
        self.assertIn("nothing for you here yet", self._page("/my/kpi").text_content())

    def test_nobody_gets_in_without_login(self):
        self.authenticate(None, None)
        for url in (
            *("/my/kpi", self.url, self.task_url, self.hand_in_url),
            self.assess_url,
        ):
            response = self.url_open(url, allow_redirects=False)
            self.assertEqual(response.status_code, 303)
            self.assertIn("/web/login", response.headers["Location"])

    def test_a_month_in_which_one_has_nothing_and_one_that_is_none_look_alike(self):
        others = self._month(company=self._agency("UBND xã khác"))
        for period_id in (others.id, 987654321):
            for path in ("", "/task/1", "/task/1/hand-in", "/self-assessment"):
                response = self.url_open(
                    f"/my/kpi/{period_id}{path}", allow_redirects=False
                )
                self.assertEqual(response.status_code, 303)
                self.assertURLEqual(response.headers["Location"], "/my/kpi")

    def test_the_page_shows_nothing_of_colleagues(self):
        self.foreign_work.name = "VIECCUADONGNGHIEP"
        text = self.url_open(self.url).text
        self.assertNotIn("VIECCUADONGNGHIEP", text)
        self.assertNotIn(self.colleague.name, text)

    def test_an_evaluator_sees_only_their_own_work_and_sheet_there(self):
        self._log_in(self.head.user_id)
        text = self._page().text_content()
        self.assertIn(self.head.name, text)
        self.assertNotIn(self.work.name, text)

    def test_the_home_page_counts_the_months_and_what_is_to_be_done(self):
        counters = ["kpi_month_count", "kpi_todo_count"]
        answer = self.url_open("/my/counters", json={"params": {"counters": counters}})
        self.assertEqual(
            answer.json()["result"], {"kpi_month_count": 1, "kpi_todo_count": 2}
        )


class TestSecrecy(PortalCase):
    def _judge(self):
        """Give 3.33 instead of the person's points, with words that can be found."""
        judge = self.sheet.with_user(self.head.user_id)
        judge.criterion_ids[0].write(
            {"evaluator_points": 3.33, "evaluator_reason": MARKED_REASON}
        )
        judge.write({"evaluator_comment": MARKED_COMMENT})

    def _secrets(self):
        self.env.invalidate_all()
        total = f"{self.sheet.total_score:.2f}".replace(".", ",")
        return (MARKED_REASON, MARKED_COMMENT, "3,33", "3.33", total)

    def test_nothing_of_the_evaluator_leaves_before_the_publication(self):
        self._deliver(self.work)
        self._until(self.sheet, "self_assessed")
        self._judge()
        for state in ("self_assessed", "reviewed", "decided"):
            self._until(self.sheet, state)
            secrets = self._secrets()
            for url in (self.url, "/my/kpi", "/my/home"):
                text = self.url_open(url).text
                for secret in secrets:
                    self.assertNotIn(secret, text, f"{secret} in {url} while {state}")
            self.assertIn("is being judged", self._page().text_content())

    def test_a_sheet_given_back_shows_the_reason_and_nothing_else_of_the_judge(self):
        self._deliver(self.work)
        self._until(self.sheet, "self_assessed")
        self._judge()
        self.sheet.with_user(self.head.user_id).action_return("Chấm lại tiêu chí II")
        text = self.url_open(self.url).text
        self.assertIn("Chấm lại tiêu chí II", text)
        for secret in (MARKED_REASON, MARKED_COMMENT, "3,33", "3.33"):
            self.assertNotIn(secret, text)

    def test_a_published_sheet_shows_points_reasons_class_and_trace(self):
        self._deliver(self.work)
        self._until(self.sheet, "self_assessed")
        self._judge()
        self._until(self.sheet, "published")
        page = self._page()
        self.assertTrue(page.xpath(f"//a[@href='/my/kpi/{self.sheet.id}/pdf']"))
        text = page.text_content()
        for shown in (*self._secrets()[:3], "98,33", "Excellent", "Điều 11.2.a"):
            self.assertIn(shown, text)

    def test_evidence_is_given_to_who_handed_it_in_and_to_no_other_user(self):
        self._send(self.hand_in_url, files=[("files", ("a.txt", b"van ban"))])
        file = self.work.delivery_ids.attachment_ids
        url = f"/my/kpi/evidence/{file.id}"
        self.assertIn(url, self.url_open(self.task_url).text)
        self.assertEqual(self.url_open(url).content, b"van ban")
        for user in (self.colleague.user_id, self.head.user_id):
            self._log_in(user)
            response = self.url_open(url, allow_redirects=False)
            self.assertEqual(response.status_code, 303)

    def test_no_other_file_of_the_database_comes_out_as_evidence(self):
        file = self.env["ir.attachment"].create({"name": "x", "raw": b"mat"})
        response = self.url_open(f"/my/kpi/evidence/{file.id}", allow_redirects=False)
        self.assertEqual(response.status_code, 303)
