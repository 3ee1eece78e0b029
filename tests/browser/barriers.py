"""What keeps people out of a page, found by axe-core and by the keyboard."""

from dev import axe
from tests.browser.phone import Phone

TAB = 9
KEYS = 300


class Barriers:
    """For a test case with a browser: its pages as somebody opens them."""

    def _assert_no_barriers(self, login, pages):
        script, found = axe.script(), {}
        phone = Phone(self, login)
        with self.allow_requests(browser=phone.browser):
            for page in pages:
                phone.open(page)
                phone.unfold()
                found[page] = phone.barriers(script)
                self.assertTrue(phone.is_as_wide_as_the_screen(), page)
            self._wait_remaining_requests()
        lines = [f"{page} {one}" for page, some in found.items() for one in some]
        self.assertFalse(lines, "\n".join(lines))
        self.assertFalse(phone.browser.had_failure)

    def _assert_the_keyboard_reaches(self, login, page, wanted):
        """Tab comes to each of these names, and one always sees where one is."""
        phone = Phone(self, login)
        reached, unseen = set(), set()
        with self.allow_requests(browser=phone.browser):
            phone.open(page)
            phone.wait_for("Copyright")
            for _key in range(KEYS):
                phone.press("Tab", TAB)
                place = phone.focused()
                reached.add(place["name"])
                if not place["isSeen"]:
                    unseen.add((place["tag"], place["id"], place["name"]))
                if wanted <= reached:
                    break
            self._wait_remaining_requests()
        self.assertEqual(wanted - reached, set())
        self.assertEqual(unseen, set())
