"""An evening of a head without a licence, on a phone and at a desk."""

from tests.browser.phone import Phone
from tests.module.people_case import PEOPLE, WAITING, PeopleCase


class Evening(PeopleCase):
    """Four hand-ins and two self-assessments wait for the head."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        last = cls._given_to(cls.two, "K2", 1)
        parts = ((cls.work, 2), (cls.work, 2), (cls.other_work, 2), (last, 1))
        cls.hand_ins = [cls._hand_in(work, quantity) for work, quantity in parts]
        for sheet in (cls.sheet, cls.other_sheet):
            cls._self_assess(sheet)
        # Read before the browser is at work: its requests share the test's cursor.
        cls.names = (cls.one.name, cls.two.name)
        cls.line = cls.sheet.criterion_ids[0].id
        cls.decisions = f"{PEOPLE}/{cls.period.id}/decisions"

    def _judge_hand_ins_on(self, phone):
        *good, faulty = (one.id for one in self.hand_ins)
        for number in good:
            phone.tap(f"[name=accept_{number}]")
        phone.press_enter_on(f"#hand-in-{faulty} summary")
        phone.type(f"#reason_delivery_{faulty}", "Thiếu phụ lục")
        phone.tap(f"#hand-in-{faulty} button")
        phone.wait_for("Given back, with your reason.", "#kpi-notice")
        phone.tap("button[value=accept]")
        phone.wait_for("Accepted.", "#kpi-notice")

    def _review_on(self, phone, sheet, comment):
        phone.tap(f"a[href='{PEOPLE}/sheet/{sheet}']")
        phone.wait_for("Strengths, shortcomings")
        phone.type("#evaluator_comment", comment)
        phone.tap("button[value=review]")
        phone.wait_for("Your opinion is finished", "#kpi-notice")

    def _spend_the_evening_on(self, phone, sheets):
        phone.open(PEOPLE)
        phone.tap(f"a[href='{WAITING}#hand-ins']")
        phone.wait_for(self.names[0])
        self._judge_hand_ins_on(phone)
        for sheet, comment in sheets.items():
            phone.open(PEOPLE)
            self._review_on(phone, sheet, comment)
        phone.open(PEOPLE)
        phone.tap(f"a[href='{self.decisions}']")
        phone.wait_for("rank among class A")
        phone.tap("button[value=decide]")
        phone.wait_for("Decided.", "#kpi-notice")
        self._wait_remaining_requests()

    def _assert_done(self):
        self.env.invalidate_all()
        *good, faulty = self.hand_ins
        self.assertEqual({one.verdict for one in good}, {"accepted"})
        self.assertEqual((faulty.verdict, faulty.fault), ("returned", "Thiếu phụ lục"))
        for sheet in (self.sheet, self.other_sheet):
            self.assertEqual(sheet.state, "decided")
            self.assertEqual(sheet.decided_by_id, self.leader.user_id)
            self.assertIn("Ưu điểm", sheet.evaluator_comment)

    def _comments(self):
        sheets = (self.sheet, self.other_sheet)
        return {sheet.id: f"Ưu điểm của {sheet.id}" for sheet in sheets}

    def _assert_the_evening_is_possible(self):
        sheets = self._comments()
        phone = Phone(self)
        with self.allow_requests(browser=phone.browser):
            phone.log_in(self.leader.user_id)
            phone.tap(f"a[href='{PEOPLE}']:has(img)")
            phone.wait_for("What waits for me")
            self._spend_the_evening_on(phone, sheets)
        self.assertFalse(phone.browser.had_failure)
        self._assert_done()


class TestPeopleOnAPhone(Evening):
    browser_size = "390x844"
    touch_enabled = True

    def test_the_head_accepts_three_returns_one_reviews_two_and_decides(self):
        self._assert_the_evening_is_possible()

    def test_the_same_works_without_javascript(self):
        sheets = self._comments()
        phone = Phone(self, self.leader.user_id.login)
        phone.disable_scripts()
        with self.allow_requests(browser=phone.browser):
            self._spend_the_evening_on(phone, sheets)
        self._assert_done()

    def test_a_finger_reaches_everything_and_nothing_is_wider_than_the_screen(self):
        sheet_url = f"{PEOPLE}/sheet/{self.sheet.id}"
        phone = Phone(self, self.leader.user_id.login)
        with self.allow_requests(browser=phone.browser):
            for url in (PEOPLE, WAITING, sheet_url, self.decisions):
                phone.open(url)
                phone.wait_for("Copyright")
                self.assertEqual(phone.misfits(), [], url)
            self._wait_remaining_requests()


class TestPeopleAtADesk(Evening):
    browser_size = "1400x900"

    def test_the_head_does_the_same_at_a_desk(self):
        self._assert_the_evening_is_possible()

    def test_nothing_is_wider_than_a_desk_and_no_page_has_an_error(self):
        sheet_url = f"{PEOPLE}/sheet/{self.sheet.id}"
        phone = Phone(self, self.leader.user_id.login)
        with self.allow_requests(browser=phone.browser):
            for url in (PEOPLE, WAITING, sheet_url, self.decisions):
                phone.open(url)
                phone.wait_for("Copyright")
                self.assertEqual(phone.unlabelled_fields(), [], url)
                self.assertTrue(phone.is_as_wide_as_the_screen(), url)
            self._wait_remaining_requests()
        self.assertFalse(phone.browser.had_failure)
