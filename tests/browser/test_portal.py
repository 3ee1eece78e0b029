"""Five minutes of a specialist without an internal licence, on a phone."""

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.browser.phone import Phone
from tests.module.common import KpiHttpCase


class TestPortalOnAPhone(KpiHttpCase):
    browser_size = "390x844"
    touch_enabled = True

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.staff.user_id.lang = "en_US"
        cls.work = cls._give(cls.staff, "K1", 3)
        cls.sheet = cls._open()[cls.staff]
        cls.task = f"#task-{cls.work.id}"
        # Read before the browser is at work: its requests share the test's cursor.
        cls.task_name = cls.work.name
        cls.line_ids = cls.sheet.criterion_ids.ids

    def _reach_month(self, phone):
        phone.open("/my/kpi")
        phone.tap(f"a[href='/my/kpi/{self.period.id}']")
        phone.wait_for(self.task_name)

    def _hand_in_on(self, phone):
        with TemporaryDirectory() as folder:
            evidence = Path(folder) / "bien-ban.txt"
            evidence.write_text("Biên bản họp")
            phone.press_enter_on(f"{self.task} a.btn")
            phone.type("#hand-in-quantity", "1,5")
            phone.choose_file("#hand-in-files", evidence)
            phone.tap("form.o_kpi_hand_in button")
            phone.wait_for("Handed in. It now waits", self.task)

    def _assess_on(self, phone):
        for line in self.line_ids:
            phone.type(f"[name=points_{line}]", "2,25")
        phone.type("[name=strengths]", "Đúng hạn")

    def _hand_in_after_the_summary_on(self, phone):
        phone.tap("button[value=summary]")
        phone.wait_for("What you hand in")
        phone.tap("button[value=hand_in]")

    def _assert_done(self):
        self.env.invalidate_all()
        hand_in = self.work.delivery_ids
        self.assertEqual(hand_in.quantity, 1.5)
        self.assertEqual(hand_in.attachment_ids.name, "bien-ban.txt")
        self.assertEqual(hand_in.attachment_ids.raw.decode(), "Biên bản họp")
        self.assertEqual(self.sheet.state, "self_assessed")
        self.assertEqual(set(self.sheet.criterion_ids.mapped("self_points")), {2.25})
        self.assertEqual(self.sheet.self_strengths, "Đúng hạn")

    def test_a_person_hands_in_work_and_assesses_themselves(self):
        phone = Phone(self)
        with self.allow_requests(browser=phone.browser):
            phone.log_in(self.staff.user_id)
            phone.tap("a[href='/my/kpi']:has(img)")
            phone.tap(f"a[href='/my/kpi/{self.period.id}']")
            phone.wait_for(self.task_name)
            self._hand_in_on(phone)
            phone.wait_for("10 still blank", ".o_kpi_sum_line")
            self._assess_on(phone)
            phone.wait_for("22,5", ".o_kpi_sum")
            self._hand_in_after_the_summary_on(phone)
            phone.wait_for("Your self-assessment is handed in", "#self-assessment")
            self._wait_remaining_requests()
        self.assertFalse(phone.browser.had_failure)
        self._assert_done()

    def test_the_same_works_without_javascript(self):
        phone = Phone(self, self.staff.user_id.login)
        phone.disable_scripts()
        with self.allow_requests(browser=phone.browser):
            self._reach_month(phone)
            self.assertEqual(phone.text(".o_kpi_sum"), "")
            self._hand_in_on(phone)
            self._assess_on(phone)
            self._hand_in_after_the_summary_on(phone)
            phone.wait_for("Your self-assessment is handed in", "#self-assessment")
            self._wait_remaining_requests()
        self._assert_done()

    def test_points_above_the_maximum_are_marked_while_typing_and_after_sending(self):
        line = self.sheet.criterion_ids[0]
        name = line.name
        wrong = f"[name=points_{line.id}].is-invalid"
        phone = Phone(self, self.staff.user_id.login)
        with self.allow_requests(browser=phone.browser):
            self._reach_month(phone)
            phone.type(f"[name=points_{line.id}]", "5,5")
            phone.tap(wrong)
            phone.type("[name=weaknesses]", "Giữ lại tôi")
            phone.tap("button[value=save]")
            phone.wait_for(name, "[role=alert]")
            phone.tap(wrong)
            phone.type(wrong, "4,5")
            phone.tap("button[value=save]")
            phone.wait_for("Saved.")
            self._wait_remaining_requests()
        self.env.invalidate_all()
        self.assertEqual(line.self_points, 4.5)
        self.assertEqual(self.sheet.self_weaknesses, "Giữ lại tôi")

    def test_a_finger_reaches_everything_and_nothing_is_wider_than_the_screen(self):
        phone = Phone(self, self.staff.user_id.login)
        with self.allow_requests(browser=phone.browser):
            self._reach_month(phone)
            self.assertEqual(phone.misfits(), [])
            phone.tap(f"{self.task} a.btn")
            phone.wait_for("Evidence")
            phone.unfold()
            self.assertEqual(phone.misfits(), [])
            phone.open("/my/kpi")
            self.assertEqual(phone.misfits(), [])
            self._wait_remaining_requests()
