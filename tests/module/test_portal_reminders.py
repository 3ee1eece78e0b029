from .portal_case import PortalCase


class TestPortalReminders(PortalCase):
    """E-mail reminders are switched off and on by the person themselves."""

    def _press(self):
        (form,) = self._page("/my/kpi").xpath("//form[@id='reminders']")
        typed = {one.get("name"): one.value for one in form.xpath(".//input")}
        return self.url_open(form.get("action"), typed)

    def test_one_switches_the_mails_off_and_on_again(self):
        user = self.staff.user_id
        for wanted in (False, True):
            self.assertEqual(self._press().status_code, 200)
            user.invalidate_recordset()
            self.assertEqual(user.kpi_reminders, wanted)

    def test_nobody_else_s_preference_changes(self):
        self._press()
        self.env.invalidate_all()
        self.assertTrue(self.colleague.user_id.kpi_reminders)

    def test_a_leader_judged_elsewhere_is_told_to_wait(self):
        self.sheet._set_copied({"is_external": True})
        text = self._page().text_content()
        self.assertIn("judged by the central agency", text)
        self.assertFalse(self._page().xpath("//form[contains(@action, 'self-ass')]"))
