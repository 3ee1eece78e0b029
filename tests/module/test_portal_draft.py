"""A self-assessment that is saved while it is typed, in one window or in several."""

from odoo.exceptions import UserError

from .portal_case import PortalCase


class TestDraft(PortalCase):
    def _draft(self, **typed):
        answer = self.url_open(f"{self.url}/draft", json={"params": {"typed": typed}})
        self.env.invalidate_all()
        return answer.json()["result"]

    def _mark(self):
        return self._form(self.assess_url)["mark"]

    def test_what_was_typed_is_saved_and_the_score_comes_back(self):
        self._deliver(self.work)
        answer = self._draft(**self._points("2,5"), strengths="Tốt", mark=self._mark())
        self.assertEqual(answer["state"], "saved")
        self.assertIn("Điều 11.2.a", answer["score"])
        self.assertIn("95", answer["score"])
        self.assertEqual(self.sheet.self_strengths, "Tốt")
        self.assertEqual(self.sheet.state, "draft")
        again = self._draft(strengths="Tốt hơn", mark=answer["mark"])
        self.assertEqual(again["state"], "saved")
        self.assertNotEqual(again["mark"], answer["mark"])

    def test_an_older_window_saves_nothing_over_a_newer(self):
        old = self._mark()
        self._draft(strengths="Mới hơn", mark=old)
        answer = self._draft(**self._points("1"), strengths="Cũ hơn", mark=old)
        self.assertEqual(answer, {"state": "stale"})
        self.assertEqual(self.sheet.self_strengths, "Mới hơn")
        self.assertFalse(any(self._lines().mapped("self_given")))

    def test_what_changes_nothing_is_no_quarrel_between_windows(self):
        old = self._mark()
        first = self._draft(**self._points("1"), mark=old)
        again = self._draft(**self._points("1"), mark=old)
        self.assertEqual((first["mark"], again["state"]), (again["mark"], "saved"))

    def test_without_javascript_an_older_form_comes_back_and_may_be_kept(self):
        form = self._form(self.assess_url) | {"step": "save", "strengths": "Cũ hơn"}
        self._draft(strengths="Mới hơn", mark=form["mark"])
        response = self.url_open(self.assess_url, form, allow_redirects=False)
        self.assertIn("changed in another window", self._error(response))
        self.assertIn("Cũ hơn", response.text)
        self.env.invalidate_all()
        self.assertEqual(self.sheet.self_strengths, "Mới hơn")
        self.url_open(self.assess_url, form | {"mark": self._mark()})
        self.env.invalidate_all()
        self.assertEqual(self.sheet.self_strengths, "Cũ hơn")

    def test_a_refusal_says_which_criterion_and_saves_nothing(self):
        lines = self._lines()
        answer = self._draft(
            **{lines[0]._input_name(): "1", lines[1]._input_name(): "99"}
        )
        self.assertEqual(answer["state"], "refused")
        self.assertIn(lines[1].name, answer["sentence"])
        self.assertFalse(any(lines.mapped("self_given")))

    def test_notes_are_saved_shown_again_and_given_to_the_evaluator(self):
        line = self._lines()[0]
        self._send(self.assess_url, step="save", **{f"note_{line.id}": "Có giấy khen"})
        self.assertEqual(line.self_note, "Có giấy khen")
        self.assertEqual(self._form(self.assess_url)[f"note_{line.id}"], "Có giấy khen")
        self._until(self.sheet, "self_assessed")
        self.assertIn("Có giấy khen", self._page().text_content())
        seen = line.with_user(self.head.user_id)
        self.assertEqual(seen.self_note, "Có giấy khen")
        with self.assertRaises(UserError):
            seen.self_note = "Bịa"

    def test_a_note_is_part_of_what_is_frozen_and_none_leaves_no_trace(self):
        first, second = self._lines()[:2]
        first._note("Có giấy khen")
        self.assertEqual(first._frozen()["note"], "Có giấy khen")
        self.assertNotIn("note", second._frozen())


class TestSummary(PortalCase):
    def _summary(self):
        return self._page(f"{self.assess_url}/summary")

    def _confirm(self, page):
        (form,) = page.xpath("//form[contains(@action, '/self-assessment#')]")
        values = {one.get("name"): one.value for one in form.xpath(".//input")}
        return self.url_open(
            self.assess_url, values | {"step": "hand_in"}, allow_redirects=False
        )

    def test_the_form_is_saved_and_looked_over_before_it_is_handed_in(self):
        self._deliver(self.work)
        response = self._send(
            self.assess_url, step="summary", strengths="Đúng hạn", **self._points("2,5")
        )
        self.assertTrue(response.headers["Location"].endswith("/summary"))
        page = self._summary()
        text = page.text_content()
        for shown in ("Đúng hạn", self._lines()[9].name, "95", "Điều 11.2.a"):
            self.assertIn(shown, text)
        self.assertEqual(self.sheet.state, "draft")
        self._confirm(page)
        self.env.invalidate_all()
        self.assertEqual(self.sheet.state, "self_assessed")
        self.assertEqual(self.sheet.self_strengths, "Đúng hạn")

    def test_what_is_blank_is_named_and_cannot_be_handed_in(self):
        page = self._summary()
        self.assertIn("10 criteria", page.xpath("string(//*[@role='alert'])"))
        self.assertFalse(page.xpath("//button[@value='hand_in']"))

    def test_what_was_changed_meanwhile_is_not_handed_in_unseen(self):
        self._deliver(self.work)
        self._send(self.assess_url, step="summary", **self._points("2,5"))
        page = self._summary()
        self.sheet.with_user(self.staff.user_id).save_self_assessment(strengths="Khác")
        self.env.flush_all()
        self.assertIn("changed in another window", self._error(self._confirm(page)))
        self.env.invalidate_all()
        self.assertEqual(self.sheet.state, "draft")

    def test_a_summary_of_what_is_no_draft_leads_to_the_month(self):
        self._until(self.sheet, "self_assessed")
        response = self.url_open(f"{self.assess_url}/summary", allow_redirects=False)
        self.assertURLEqual(response.headers["Location"], self.url)
