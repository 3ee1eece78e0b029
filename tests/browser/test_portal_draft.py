"""The self-assessment is saved while it is typed, whatever the network does."""

from contextlib import contextmanager
from unittest.mock import patch

from odoo.addons.kpi_evaluation.models.base import ir_http
from odoo.addons.kpi_evaluation.throttle import Throttle

from tests.browser.phone import Phone
from tests.module.common import KpiHttpCase

STATUS = ".o_kpi_draft_status"


class TestPortalDraft(KpiHttpCase):
    browser_size = "390x844"
    touch_enabled = True

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.staff.user_id.lang = "en_US"
        cls._deliver(cls._give(cls.staff, "K1", 3))
        cls.sheet = cls._open()[cls.staff]
        cls.url = f"/my/kpi/{cls.period.id}"
        cls.lines = cls.sheet.criterion_ids
        cls.names = [f"[name=points_{line}]" for line in cls.lines.ids]

    @contextmanager
    def _phone(self):
        """A phone at the form; afterwards what it wrote is read from the database."""
        phone = Phone(self, self.staff.user_id.login)
        with self.allow_requests(browser=phone.browser):
            phone.open(self.url)
            phone.tap("#self-assessment")
            yield phone
            self._wait_remaining_requests()
        self.env.invalidate_all()

    def _save_elsewhere(self):
        mine = self.sheet.with_user(self.staff.user_id)
        mine.save_self_assessment(strengths="Mới hơn")
        self.env.flush_all()

    def test_what_is_typed_is_saved_without_a_button_and_the_score_follows(self):
        with self._phone() as phone:
            for name in self.names:
                phone.type(name, "2,5")
            phone.wait_for("Saved as a draft", STATUS)
            phone.wait_for("95", "#kpi-live-score")
            phone.wait_for("95", ".o_kpi_total")
        self.assertEqual(set(self.lines.mapped("self_points")), {2.5})
        self.assertEqual(self.sheet.state, "draft")
        self.assertFalse(phone.browser.had_failure)

    def test_a_wrong_criterion_keeps_no_other_from_being_saved(self):
        with self._phone() as phone:
            phone.type(self.names[0], "99")
            phone.type(self.names[1], "2")
            phone.wait_for("What is marked is not saved", STATUS)
        self.assertEqual(self.lines.mapped("self_given")[:2], [False, True])

    def test_what_is_typed_without_a_connection_is_kept_and_sent_afterwards(self):
        with self._phone() as phone:
            phone.lose_connection()
            phone.type("[name=strengths]", "Giữ lại tôi")
            phone.wait_for("No connection", STATUS)
            phone.lose_connection(False)
            phone.wait_for("Saved as a draft", STATUS)
        self.assertEqual(self.sheet.self_strengths, "Giữ lại tôi")

    def test_what_is_typed_while_the_server_refuses_is_kept_and_sent_afterwards(self):
        """Whoever asked for too much is answered 429, which is no answer to a draft."""
        refusing = Throttle(burst=0, rate=1, room=1)
        with self._phone() as phone:
            with patch.object(ir_http, "_throttle", refusing):
                phone.type("[name=strengths]", "Giữ lại tôi")
                phone.wait_for("No connection", STATUS)
            self.assertEqual(phone.value("[name=strengths]"), "Giữ lại tôi")
            phone.wait_for("Saved as a draft", STATUS)
        self.assertEqual(self.sheet.self_strengths, "Giữ lại tôi")

    def test_a_page_that_was_closed_without_a_connection_is_put_back(self):
        with self._phone() as phone:
            phone.lose_connection()
            phone.type("[name=strengths]", "Giữ lại tôi")
            phone.wait_for("No connection", STATUS)
            phone.leave()
            phone.lose_connection(False)
            phone.open(self.url)
            phone.wait_for("Saved as a draft", STATUS)
            self.assertEqual(phone.value("[name=strengths]"), "Giữ lại tôi")
        self.assertEqual(self.sheet.self_strengths, "Giữ lại tôi")

    def test_an_older_window_is_told_and_never_writes_over_a_newer(self):
        with self._phone() as old:
            self._save_elsewhere()
            old.type("[name=strengths]", "Cũ hơn")
            old.wait_for("changed in another window", STATUS)
        self.assertEqual(self.sheet.self_strengths, "Mới hơn")

    def test_unsent_text_over_a_newer_draft_is_put_back_only_when_asked_for(self):
        with self._phone() as phone:
            phone.lose_connection()
            phone.type("[name=strengths]", "Cũ hơn")
            phone.wait_for("No connection", STATUS)
            phone.leave()
            phone.lose_connection(False)
            self._save_elsewhere()
            phone.open(self.url)
            phone.wait_for("was never sent", STATUS)
            self.assertEqual(phone.value("[name=strengths]"), "Mới hơn")
            phone.tap(".o_kpi_put_back")
            phone.wait_for("Saved as a draft", STATUS)
        self.assertEqual(self.sheet.self_strengths, "Cũ hơn")
