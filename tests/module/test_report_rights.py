"""Who may print which sheet."""

from odoo.exceptions import AccessError
from odoo.http import root

from .common import KpiCase, KpiHttpCase
from .paper import REPORT, Paper, printed

JUDGED = ("self_assessed", "reviewed", "decided")
OPINION = "NHANXETCUACAPTHAMQUYEN"


class TestRights(KpiCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        work = cls._give(cls.staff, "K2", 3)
        cls._deliver(work)
        cls.sheet = cls._open()[cls.staff]

    def test_the_person_prints_the_own_draft_and_what_is_published_only(self):
        user = self.staff.user_id
        self.assertIn(self.staff.name, printed(self.sheet, user).text)
        for state in JUDGED:
            self._until(self.sheet, state)
            with self.assertRaises(AccessError):
                printed(self.sheet, user)
        self._publish(self.sheet)
        self.assertIn("NGƯỜI TỰ ĐÁNH GIÁ", printed(self.sheet, user).text)

    def test_those_who_judge_and_the_hr_officer_print_it_in_every_state(self):
        for state in ("draft", *JUDGED, "published"):
            self._until(self.sheet, state)
            for user in (self.head.user_id, self.hr):
                self.assertIn(self.staff.name, printed(self.sheet, user).text)

    def test_a_colleague_never_prints_it_even_when_it_was_read_before(self):
        self._until(self.sheet, "published")
        self.sheet._sheet_values()
        with self.assertRaises(AccessError):
            printed(self.sheet, self.colleague.user_id)

    def test_one_foreign_sheet_among_the_own_prints_nothing(self):
        other = self.period.appraisal_ids.filtered(
            lambda one: one.employee_id == self.colleague
        )
        with self.assertRaises(AccessError):
            printed(self.sheet | other, self.staff.user_id)

    def test_a_sheet_given_back_says_nothing_of_the_opinion(self):
        self._self_assess(self.sheet)
        judge = self.sheet.with_user(self.head.user_id)
        judge.write({"evaluator_comment": OPINION})
        judge.criterion_ids[0].write(
            {"evaluator_points": 1.25, "evaluator_reason": OPINION}
        )
        judge.action_return("Bổ sung minh chứng")
        text = printed(self.sheet, self.staff.user_id).text
        self.assertNotIn(OPINION, text)
        self.assertNotIn("1,25", text)

    def test_the_print_menu_of_the_sheets_offers_it(self):
        bindings = self.env["ir.actions.actions"].get_bindings("kpi.appraisal")
        report = self.env.ref("kpi_evaluation.kpi_appraisal_report")
        self.assertIn(report.id, [one["id"] for one in bindings["report"]])


class TestRightsOverHttp(KpiHttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        work = cls._give(cls.staff, "K2", 3)
        cls._deliver(work)
        cls.sheet = cls._open()[cls.staff]

    def _get(self, url, user):
        login = user and user.login
        session = self.authenticate(login, login)
        # Otherwise Odoo's tests get the page that a PDF is made of.
        session.context = session.context | {"force_report_rendering": True}
        root.session_store.save(session)
        return self.url_open(url, allow_redirects=False)

    def _urls(self, converters=("pdf", "html", "text")):
        return [f"/report/{one}/{REPORT}/{self.sheet.id}" for one in converters]

    def _own_url(self):
        return f"/my/kpi/{self.sheet.id}/pdf"

    def _assert_paper(self, response):
        self.assertEqual(response.status_code, 200)
        self.assertEqual(response.headers["Content-Type"], "application/pdf")
        text = Paper(response.content).text
        self.assertIn("Họ và tên: Nguyễn Thị An", text)

    def test_the_person_is_refused_while_the_sheet_is_judged(self):
        user = self.staff.user_id
        for state in JUDGED:
            self._until(self.sheet, state)
            for url in self._urls():
                response = self._get(url, user)
                self.assertEqual(response.status_code, 403, (state, url))
                self.assertNotIn("PHIẾU THEO DÕI", response.text)
            self.assertEqual(self._get(self._own_url(), user).status_code, 404)

    def test_the_person_gets_the_draft_and_the_published_sheet_as_pdf(self):
        user = self.staff.user_id
        for state in ("draft", "published"):
            self._until(self.sheet, state)
            self._assert_paper(self._get(self._urls(["pdf"])[0], user))
            self._assert_paper(self._get(self._own_url(), user))

    def test_others_are_always_refused(self):
        for state in ("draft", "published"):
            self._until(self.sheet, state)
            for url in self._urls():
                response = self._get(url, self.colleague.user_id)
                self.assertEqual(response.status_code, 403)
            response = self._get(self._own_url(), self.colleague.user_id)
            self.assertEqual(response.status_code, 404)

    def test_the_portal_route_is_for_the_own_sheet_only(self):
        for user in (self.head.user_id, self.hr):
            self.assertEqual(self._get(self._own_url(), user).status_code, 404)
        missing = self._get("/my/kpi/987654321/pdf", self.staff.user_id)
        self.assertEqual(missing.status_code, 404)

    def test_the_evaluator_prints_the_sheet_that_is_being_judged(self):
        self._until(self.sheet, "reviewed")
        self._assert_paper(self._get(self._urls(["pdf"])[0], self.head.user_id))

    def test_nobody_prints_without_login(self):
        for url in (*self._urls(), self._own_url()):
            response = self._get(url, None)
            self.assertEqual(response.status_code, 303)
            self.assertIn("/web/login", response.headers["Location"])
