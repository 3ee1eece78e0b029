"""The two forms of the portal: handing in work, and assessing oneself."""

from .portal_case import PortalCase


class TestHandIn(PortalCase):
    def test_work_is_handed_in_with_its_evidence_and_the_page_shown_anew(self):
        files = [("files", ("a.txt", b"mot")), ("files", ("b.txt", b"hai"))]
        response = self._send(self.hand_in_url, files, quantity="2", note="Bản ký")
        self.assertEqual(response.status_code, 303)
        self.assertIn(
            "Handed in", self._page(response.headers["Location"]).text_content()
        )
        hand_in = self.work.delivery_ids
        self.assertEqual((hand_in.quantity, hand_in.note), (2, "Bản ký"))
        self.assertEqual(set(hand_in.attachment_ids.mapped("raw")), {b"mot", b"hai"})

    def test_all_that_remains_is_offered_and_a_comma_is_read(self):
        self.assertEqual(self._form(self.hand_in_url)["quantity"], "3")
        self._send(self.hand_in_url, quantity="1,5")
        self.assertEqual(self.work.delivery_ids.quantity, 1.5)
        self.assertEqual(self._form(self.hand_in_url)["quantity"], "1,5")

    def test_one_form_hands_in_once_however_often_it_is_sent(self):
        form = self._form(self.hand_in_url) | {"quantity": "1"}
        for _tap in range(2):
            response = self.url_open(self.hand_in_url, form, allow_redirects=False)
            self.assertEqual(response.status_code, 303)
        self.assertIn("Handed in.", self._page().text_content())
        self.assertIn("since you opened", self._error(self._post_again(form)))
        self.assertEqual(len(self.work.delivery_ids), 1)

    def _post_again(self, form):
        return self.url_open(self.hand_in_url, form)

    def test_more_than_what_is_left_is_refused_and_what_was_typed_stays(self):
        response = self._send(self.hand_in_url, quantity="3,5", note="Giữ lại tôi")
        self.assertIn("still to be handed in", self._error(response))
        self.assertIn('value="3,5"', response.text)
        self.assertIn("Giữ lại tôi", response.text)
        self.assertIn("Choose the files again", response.text)
        self.assertFalse(self.work.delivery_ids)

    def test_a_quantity_that_is_no_number_above_zero_is_refused_in_words(self):
        for typed in ("", "0", "-1", "hai", "1e3", "inf", "nan", "1/2", "٣"):
            with self.subTest(typed=typed):
                response = self._send(self.hand_in_url, quantity=typed)
                self.assertIn("a number above 0", self._error(response))
        self.assertFalse(self.work.delivery_ids)

    def test_evidence_that_is_too_large_is_refused_in_words_and_nothing_is_kept(self):
        half = b"x" * (13 * 1024 * 1024)
        files = [("files", ("a.bin", half)), ("files", ("b.bin", half))]
        response = self._send(self.hand_in_url, files, note="Giữ lại tôi")
        self.assertIn("25 MB", self._error(response))
        self.assertIn("Giữ lại tôi", response.text)
        self.assertFalse(self.work.delivery_ids)

    def test_an_empty_file_is_no_evidence(self):
        files = [("files", ("rỗng.pdf", b""))]
        self.assertIn("is empty", self._error(self._send(self.hand_in_url, files)))
        self.assertFalse(self.work.delivery_ids)

    def test_a_page_sent_as_evidence_is_never_run_as_one(self):
        page = b"<html><script>alert(1)</script></html>"
        self._send(self.hand_in_url, [("files", ("a.html", page, "text/html"))])
        file = self.work.delivery_ids.attachment_ids
        response = self.url_open(f"/my/kpi/evidence/{file.id}")
        self.assertTrue(response.headers["Content-Type"].startswith("text/plain"))

    def test_work_of_a_colleague_is_not_handed_in(self):
        form = self._form(self.hand_in_url)
        url = f"{self.url}/task/{self.foreign_work.id}/hand-in"
        response = self.url_open(url, form, allow_redirects=False)
        self.assertEqual(response.status_code, 303)
        self.assertFalse(self.foreign_work.delivery_ids)

    def test_work_of_a_judged_month_offers_no_form_and_is_refused(self):
        form = self._form(self.hand_in_url)
        self._until(self.sheet, "reviewed")
        self.assertNotIn(self.hand_in_url, self.url_open(self.url).text)
        self._post_again(form)
        self.assertFalse(self.work.delivery_ids)

    def test_what_was_typed_is_shown_as_text_and_never_run(self):
        typed = '"><script>alert(1)</script>'
        response = self._send(self.hand_in_url, quantity=typed, note=typed)
        self.assertNotIn("<script>alert(1)", response.text)
        self._send(self.hand_in_url, note=typed)
        self.assertNotIn("<script>alert(1)", self.url_open(self.url).text)

    def test_a_fault_is_shown_with_the_work_that_was_returned(self):
        hand_in = self._hand_in(self.work, 3)
        hand_in.with_user(self.head.user_id).action_return("Thiếu phụ lục")
        self.assertIn("Thiếu phụ lục", self._page().text_content())
        self.assertEqual(self._form(self.hand_in_url)["quantity"], "3")


class TestSelfAssessment(PortalCase):
    def _assess(self, step="save", **typed):
        return self._send(self.assess_url, step=step, **typed)

    def _names(self):
        return [f"points_{line.id}" for line in self._lines()]

    def test_a_blank_stays_blank_and_a_zero_is_a_zero(self):
        first, second, third = self._names()[:3]
        self._assess(**{first: "0", second: "", third: "2,25"})
        lines = self._lines()
        self.assertEqual(lines.mapped("self_given")[:3], [True, False, True])
        self.assertEqual(lines[2].self_points, 2.25)
        form = self._form(self.assess_url)
        self.assertEqual([form[first], form[second], form[third]], ["0", "", "2,25"])
        self._assess(**{first: ""})
        self.assertFalse(lines[0].self_given)

    def test_words_are_saved_and_shown_again(self):
        self._assess(strengths="Đúng hạn\nChủ động", weaknesses="Còn chậm")
        form = self._form(self.assess_url)
        self.assertEqual(form["strengths"].splitlines(), ["Đúng hạn", "Chủ động"])
        self.assertEqual(form["weaknesses"], "Còn chậm")
        self.assertEqual(self.sheet.state, "draft")

    def test_points_out_of_bounds_save_nothing_and_keep_all_that_was_typed(self):
        first, second, third = self._names()[:3]
        for wrong in ("5,25", "-1", "năm", "nan", "9" * 400):
            with self.subTest(wrong=wrong):
                typed = {first: "4,5", second: wrong, third: "1"}
                response = self._assess(strengths="Giữ lại tôi", **typed)
                self.assertIn(self._lines()[1].name, self._error(response))
                self.assertIn("Giữ lại tôi", response.text)
                for text in typed.values():
                    self.assertIn(f'value="{text}"', response.text)
                self.assertEqual(response.text.count("is-invalid"), 1)
        self.assertFalse(any(self._lines().mapped("self_given")))
        self.assertFalse(self.sheet.self_strengths)

    def test_handing_in_with_an_open_criterion_saves_and_says_how_many_are_open(self):
        first = self._names()[0]
        response = self._assess("hand_in", **{first: "3"}, strengths="Tốt")
        self.assertIn("9 criteria", self._error(response))
        self.assertEqual(self._lines()[0].self_points, 3)
        self.assertEqual(self.sheet.self_strengths, "Tốt")
        self.assertEqual(self.sheet.state, "draft")

    def test_a_complete_self_assessment_is_handed_in_and_confirmed(self):
        response = self._assess("hand_in", **self._points("2,5"))
        self.assertEqual(response.status_code, 303)
        self.assertIn(
            "self-assessment is handed in", self._page(self.url).text_content()
        )
        self.assertEqual(self.sheet.state, "self_assessed")
        self.assertFalse(self._page().xpath("//form[contains(@action, 'self-a')]"))

    def test_handing_in_twice_changes_nothing(self):
        form = self._form(self.assess_url) | self._points("2") | {"step": "hand_in"}
        for _tap in range(2):
            response = self.url_open(self.assess_url, form, allow_redirects=False)
            self.assertEqual(response.status_code, 303)
        self.url_open(self.url)
        again = self.url_open(self.assess_url, form | self._points("1"))
        self.assertIn("nothing was changed", self._error(again))
        self.assertEqual(set(self._lines().mapped("self_points")), {2.0})

    def test_points_of_another_persons_sheet_are_left_alone(self):
        line = self.foreign_sheet.criterion_ids[0]
        self._assess(**{f"points_{line.id}": "1"})
        self.assertFalse(line.self_given)

    def test_a_form_without_the_csrf_token_changes_nothing(self):
        for url in (self.assess_url, self.hand_in_url):
            form = self._form(url) | self._points("1")
            del form["csrf_token"]
            with self.assertLogs("odoo.http", "WARNING"):
                self.assertEqual(self.url_open(url, form).status_code, 400)
        self.assertFalse(any(self._lines().mapped("self_given")))
        self.assertFalse(self.work.delivery_ids)
