"""A head without a licence gives work, on a phone, at a desk and without scripts."""

from tests.browser.phone import Phone
from tests.module.people_case import PEOPLE, GivingCase

GIVE_BUTTON = ".o_kpi_portal form button[type=submit]"


class Giving(GivingCase):
    def setUp(self):
        super().setUp()
        # Read before the browser is at work: its requests share the test's cursor.
        self.ticks = [f"[name=person_{one.id}]" for one in (self.one, self.two)]
        self.product = str(self.items["K1"].id)

    def _give_and_take_back(self, has_scripts=True):
        phone = Phone(self, self.leader.user_id.login)
        if not has_scripts:
            phone.disable_scripts()
        with self.allow_requests(browser=phone.browser):
            phone.open(PEOPLE)
            phone.tap(f"a[href='{self.give_url}']")
            self._give_on(phone)
            self._wait_remaining_requests()
        works = self._given()
        with self.allow_requests(browser=phone.browser):
            self._cancel_on(phone, works[0].id)
            self._wait_remaining_requests()
        self.assertEqual(self._given().mapped("state"), ["cancelled", "given"])
        self.assertFalse(phone.browser.had_failure)

    def _give_on(self, phone):
        phone.wait_for("Who does it")
        for tick in self.ticks:
            phone.tap(tick)
        phone.type("#give-item", "san pham")
        phone.type("#give-name", "Báo cáo tháng")
        phone.type("#give-quantity", "1,5")
        phone.set_day("#give-day", "2026-07-20")
        phone.tap(GIVE_BUTTON)
        phone.wait_for("Choose one below", "#kpi-notice")
        phone.choose("#give-item-id", self.product)
        phone.tap(GIVE_BUTTON)
        phone.wait_for("Given: “Báo cáo tháng”", "#kpi-notice")

    def _cancel_on(self, phone, work):
        phone.open(self.work_url)
        phone.press_enter_on(f"details:has(#reason_{work}) summary")
        phone.type(f"#reason_{work}", "Giao nhầm")
        phone.tap(f"[value=cancel-{work}]")
        phone.wait_for("Cancelled, with your reason.", "#kpi-notice")

    def _given(self):
        self.env.invalidate_all()
        works = self._named()
        self.assertEqual(works.employee_id, self.one | self.two)
        self.assertEqual(works.item_id, self.items["K1"])
        self.assertEqual(works.mapped("quantity"), [1.5, 1.5])
        return works


class TestGivingOnAPhone(Giving):
    browser_size = "390x844"
    touch_enabled = True

    def test_the_head_gives_to_two_people_and_takes_one_back(self):
        self._give_and_take_back()

    def test_the_same_works_without_javascript(self):
        self._give_and_take_back(has_scripts=False)

    def test_a_finger_reaches_everything_and_nothing_is_wider_than_the_screen(self):
        phone = Phone(self, self.leader.user_id.login)
        with self.allow_requests(browser=phone.browser):
            for url in (self.give_url, self.work_url):
                phone.open(url)
                phone.unfold()
                self.assertEqual(phone.misfits(), [], url)
            self._wait_remaining_requests()


class TestGivingAtADesk(Giving):
    browser_size = "1400x900"

    def test_the_head_does_the_same_at_a_desk(self):
        self._give_and_take_back()
