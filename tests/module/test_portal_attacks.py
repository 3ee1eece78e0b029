"""The portal against ill-meaning colleagues who know every address and every id."""

import json

from odoo.tools import mute_logger

from .portal_case import PortalCase

SVG = '<svg onload="alert(1)">'
FORGED = {"state": "published", "grade": "a", "total_score": "100", "employee_id": "1"}
PDF_AND_PAGE = b"%PDF-1.7\n<html><script>alert(1)</script></html>\n%%EOF"
GIF_AND_SCRIPT = b"GIF89a/*\x00\x00*/=1;alert(1)//"


class TestForeignIds(PortalCase):
    def _assert_refused(self, url, **form):
        response = self.url_open(url, form or None, allow_redirects=False)
        self.assertIn(response.status_code, (303, 404), url)
        self.assertNotIn(self.colleague.name, response.text)

    def test_no_address_opens_what_is_a_colleagues(self):
        theirs = self._hand_in(self.foreign_work, 1)
        theirs.attachment_ids = self.env["ir.attachment"].create(
            {
                "name": "mat.txt",
                "raw": b"MAT",
                "res_model": "kpi.delivery",
                "res_id": theirs.id,
            }
        )
        file = theirs.attachment_ids
        token = file.generate_access_token()[0]
        for url in (
            f"/my/kpi/{self.foreign_sheet.id}/pdf",
            f"{self.url}/task/{self.foreign_work.id}",
            f"/my/kpi/evidence/{file.id}",
            f"/my/kpi/evidence/{file.id}?access_token={token}",
            f"/my/kpi/cause-evidence/{file.id}",
            f"/my/kpi/objection-file/{file.id}",
            f"/my/kpi/plans/{self.period.id}/pdf",
            "/my/kpi/987654321/self-assessment/summary",
            "/my/kpi/987654321/pdf",
        ):
            self._assert_refused(url)
        for url in (f"/web/content/{file.id}", f"/web/image/{file.id}"):
            guess = self.url_open(f"{url}?access_token=sai")
            self.assertNotIn(b"MAT", guess.content)

    def test_no_step_is_taken_on_a_colleagues_work(self):
        token = self._form(self.hand_in_url)["csrf_token"]
        for step in ("hand-in", "cause", "unable", "change"):
            url = f"{self.url}/task/{self.foreign_work.id}/{step}"
            self._assert_refused(url, csrf_token=token, reason="x", quantity="1")
        work = self.foreign_work
        self.assertFalse(work.delivery_ids or work.cause_ids or work.change_ids)
        self.assertFalse(work.unable_reason)

    def test_the_record_on_paper_is_the_printers_own_whoever_is_named(self):
        for user in (self.colleague.user_id, self.head.user_id):
            url = f"/report/pdf/kpi_evaluation.report_kpi_record/{user.id}"
            # In tests Odoo answers with the page that would be printed.
            text = self.url_open(url).text
            self.assertIn(self.staff.name, text)
            self.assertNotIn(user.name, text)


class TestForgedForms(PortalCase):
    def _draft(self, typed, url=None):
        answer = self.url_open(
            f"{url or self.url}/draft", json={"params": {"typed": typed}}
        )
        return answer.json()

    def test_a_draft_takes_points_and_words_of_ones_own_and_nothing_else(self):
        theirs = self.foreign_sheet.criterion_ids[0]
        judged = {f"evaluator_points_{self._lines()[0].id}": "5"}
        self._draft(FORGED | judged | {f"points_{theirs.id}": "1", "mark": "x"})
        self._draft(FORGED | judged | self._points("2"))
        self.assertEqual(self.sheet.state, "draft")
        self.assertFalse(self.sheet.grade)
        self.assertEqual(set(self._lines().mapped("self_points")), {2.0})
        self.assertFalse(any(self._lines().mapped("evaluator_given")))
        self.assertFalse(theirs.self_given)

    def test_a_draft_of_any_shape_is_answered_in_words(self):
        line = f"points_{self._lines()[0].id}"
        for typed in ([], "x", 7, None, {line: 5}, {line: {"a": 1}}, {line: None}):
            self.assertIn("result", self._draft(typed), typed)
        self.assertFalse(any(self._lines().mapped("self_given")))
        for points in ("99", "-1", "nan", "1e9", "٣"):
            self.assertEqual(self._draft({line: points})["result"]["state"], "refused")
        self.assertFalse(any(self._lines().mapped("self_given")))

    def test_a_draft_of_a_month_that_is_none_or_was_handed_in_says_so(self):
        closed = {"state": "closed"}
        self.assertEqual(self._draft({}, "/my/kpi/987654321")["result"], closed)
        self._until(self.sheet, "self_assessed")
        self.assertEqual(self._draft(self._points("1"))["result"], closed)
        self.assertNotIn(1.0, self._lines().mapped("self_points"))

    def test_a_draft_is_no_form_that_another_site_could_send(self):
        with mute_logger("odoo.http"):
            answer = self.url_open(f"{self.url}/draft", self._points("1"))
        self.assertGreaterEqual(answer.status_code, 400)
        self.assertFalse(any(self._lines().mapped("self_given")))

    def test_a_form_with_forged_fields_changes_only_what_it_is_for(self):
        self._send(self.assess_url, step="save", **FORGED)
        self._send(self.hand_in_url, quantity="1", verdict="accepted", **FORGED)
        self.assertEqual(self.sheet.state, "draft")
        self.assertEqual(self.work.delivery_ids.verdict, "pending")
        self.assertEqual(self.work.delivery_ids.employee_id, self.staff)

    def test_no_form_is_taken_without_its_token_or_with_a_wrong_one(self):
        urls = (
            self.assess_url,
            self.hand_in_url,
            *(f"{self.task_url}/{step}" for step in ("cause", "unable")),
            *(f"{self.url}/{step}" for step in ("propose", "object")),
            f"/my/kpi/plans/{self.period.id}",
            *(f"/my/kpi/{step}" for step in ("week", "report", "reminders")),
        )
        for url in urls:
            for token in ({}, {"csrf_token": "sai"}, {"csrf_token": "x" * 5000}):
                with self.assertLogs("odoo.http", "WARNING"):
                    answer = self.url_open(url, token | self._points("1"))
                self.assertEqual(answer.status_code, 400, url)
        self.assertFalse(any(self._lines().mapped("self_given")))


class TestHostileContent(PortalCase):
    def _assert_harmless(self, response):
        self.assertNotIn("<svg onload", response.text)
        self.assertNotIn("<script>alert", response.text)

    def test_names_notes_and_files_with_markup_are_shown_as_text(self):
        self.work.name = f"Việc {SVG}"
        self.sheet.flush_recordset()
        self.env.cr.execute(
            "UPDATE kpi_appraisal SET employee_name = %s, job_title = %s WHERE id = %s",
            (f"An {SVG}", SVG, self.sheet.id),
        )
        self.env.invalidate_all()
        file = ("files", (f"{SVG}.txt", b"van ban"))
        self._send(self.hand_in_url, [file], quantity="1", note=SVG)
        notes = {f"note_{line.id}": SVG for line in self._lines()}
        self._send(self.assess_url, step="save", strengths=SVG, **notes)
        for url in ("/my/kpi", self.url, self.task_url, f"{self.assess_url}/summary"):
            self._assert_harmless(self.url_open(url))
        text = self.url_open(self.url).text
        self.assertIn("An &lt;svg onload", text)
        self.work.delivery_ids.with_user(self.head.user_id).action_accept()
        self._until(self.sheet, "published")
        for url in ("/my/kpi", self.url, "/my/kpi/record", "/my/kpi/published"):
            self._assert_harmless(self.url_open(url))

    def test_the_score_that_comes_with_a_draft_holds_no_markup_of_others(self):
        self._lines()[0].flush_recordset()
        self.env.cr.execute(
            "UPDATE kpi_appraisal_criterion SET name = %s WHERE appraisal_id = %s",
            (SVG, self.sheet.id),
        )
        self.env.invalidate_all()
        answer = self.url_open(
            f"{self.url}/draft", json={"params": {"typed": self._points("1")}}
        )
        self.assertNotIn("<svg", answer.json()["result"]["score"])

    def test_a_file_that_is_two_things_at_once_runs_as_neither(self):
        for name, content, kind in (
            ("a.pdf", PDF_AND_PAGE, "text/html"),
            ("a.gif", GIF_AND_SCRIPT, "application/javascript"),
            ("a.svg", SVG.encode(), "image/svg+xml"),
        ):
            with self.subTest(name=name):
                self._send(self.hand_in_url, [("files", (name, content, kind))])
                hand_in = self.work.delivery_ids.sorted("id")[-1:]
                for file in hand_in.attachment_ids:
                    answer = self.url_open(f"/my/kpi/evidence/{file.id}")
                    headers = answer.headers
                    shown = headers["Content-Type"].split(";")[0]
                    self.assertIn(
                        shown, ("application/pdf", "image/gif", "text/plain"), name
                    )
                    self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
                    policy = headers.get("Content-Security-Policy", "")
                    self.assertIn("default-src 'none'", policy)
                hand_in.with_user(self.head.user_id).action_return("Nộp lại")


class TestFlood(PortalCase):
    def test_200_quick_requests_are_answered_and_nothing_is_doubled(self):
        form = self._form(self.hand_in_url) | {"quantity": "1"}
        states, codes = set(), set()
        with self.assertNoLogs("odoo", "ERROR"):
            for number in range(150):
                typed = self._points(f"1,{number % 5}")
                answer = self.url_open(
                    f"{self.url}/draft", json={"params": {"typed": typed}}
                )
                codes.add(answer.status_code)
                states.add(json.loads(answer.text)["result"]["state"])
            for _number in range(50):
                answer = self.url_open(self.hand_in_url, form, allow_redirects=False)
                codes.add(answer.status_code)
        self.assertEqual(states, {"saved"})
        self.assertLessEqual(codes, {200, 303})
        self.assertEqual(len(self.work.delivery_ids), 1)
        self.assertEqual(len(self._lines()), len(self.sheet.criterion_ids))
        self.assertEqual(set(self._lines().mapped("self_points")), {1.4})
