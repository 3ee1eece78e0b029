"""Whoever asks for the portal's pages all the time is refused, and nobody else is."""

import time
from unittest.mock import patch

from odoo.addons.kpi_evaluation.models.base import ir_http
from odoo.addons.kpi_evaluation.throttle import Throttle

from .people_case import PEOPLE, PeopleCase

URL = f"{PEOPLE}/evidence/0"  # answered at once: there is no such file
LOGGER = "odoo.addons.kpi_evaluation.models.base.ir_http"
MOMENT = 1.2  # seconds


class Standing(Throttle):
    """A throttle whose clock stands, so that nothing runs in while a test looks."""

    def ask(self, who, now):
        return super().ask(who, 0)


class TestFlood(PeopleCase):
    def setUp(self):
        super().setUp()
        self._use(Throttle)

    def _use(self, throttle):
        fresh = throttle(ir_http.BURST, ir_http.RATE, ir_http.ROOM)
        self.patch(ir_http, "_throttle", fresh)

    def _statuses(self, url, times):
        return [
            self.url_open(url, allow_redirects=False).status_code
            for _time in range(times)
        ]

    def _flood(self, url=URL):
        """200 requests as fast as the server answers; the log of it."""
        with self.assertLogs(LOGGER, "WARNING") as log:
            statuses = self._statuses(url, 200)
        self.assertEqual(set(statuses), {303, 429})
        return statuses, log.output

    def test_two_hundred_requests_at_once_are_refused_and_logged_once(self):
        self._log_in(self.one)
        statuses, lines = self._flood()
        self.assertEqual(set(statuses[: ir_http.BURST]), {303}, "a burst is served")
        self.assertGreater(statuses.count(429), 50)
        self.assertEqual(len(lines), 1)
        self.assertIn(f"User {self.one.user_id.id} asks", lines[0])

    def test_the_refusal_says_in_words_when_to_come_again(self):
        self._use(Standing)
        self.one.user_id.lang = "vi_VN"
        self._log_in(self.one)
        self._flood(f"/vi{URL}")
        answer = self.url_open(f"/vi{URL}", allow_redirects=False)
        self.assertEqual(answer.status_code, 429)
        self.assertEqual(answer.headers["Retry-After"], "1")
        self.assertIn("text/html", answer.headers["Content-Type"])
        self.assertIn('lang="vi"', answer.text)
        self.assertIn("quá nhiều yêu cầu", answer.text)
        self.assertLess(len(answer.text), 1000)

    def test_somebody_else_is_served_meanwhile_and_the_same_a_moment_later(self):
        self._log_in(self.one)
        self._flood()
        self._log_in(self.two)
        self.assertEqual(self._statuses(URL, 10), [303] * 10)
        self._log_in(self.one)
        time.sleep(MOMENT)
        self.assertEqual(self._statuses(URL, 5), [303] * 5)

    def test_a_flood_changes_nothing_by_what_it_sends(self):
        self._use(Standing)
        self._log_in(self.leader)
        delivery = self._hand_in(self.work, 1)
        form = {"take": "accept", f"accept_{delivery.id}": "1"}
        self._flood()
        answer = self.url_open(f"{PEOPLE}/waiting", form, allow_redirects=False)
        self.assertEqual(answer.status_code, 429)
        self.assertEqual(delivery.verdict, "pending")

    def test_to_a_script_that_saves_a_draft_it_is_no_answer_at_all(self):
        """Odoo's rpc takes what is no JSON for a lost connection; the draft waits."""
        self._use(Standing)
        self._log_in(self.one)
        self._flood()
        url = f"{self.base_url()}/my/kpi/{self.period.id}/draft"
        answer = self.opener.post(url, json={"params": {}})
        self.assertEqual(answer.status_code, 429)
        with self.assertRaises(ValueError):
            answer.json()

    def test_other_addresses_are_never_counted(self):
        self._log_in(self.one)
        with patch.object(ir_http._throttle, "ask", side_effect=AssertionError):
            for url in ("/my/account", "/web/health", "/my/counters"):
                answer = self.url_open(url)
                self.assertNotIn(answer.status_code, (429, 500), url)

    def test_one_evening_of_work_is_never_refused(self):
        """A page, a double tap and a draft each second, for as long as one likes."""
        answers = [
            ir_http._throttle.ask("somebody", second + part / 10).wait
            for second in range(600)
            for part in range(4)
        ]
        self.assertEqual(set(answers), {0})
