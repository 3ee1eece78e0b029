"""Nothing in the portal keeps anybody out: axe-core and the keyboard on every page."""

from odoo.fields import Date

from dev import axe
from tests.browser.phone import Phone
from tests.module.common import KpiHttpCase

TAB = 9


class BarrierCase(KpiHttpCase):
    """A person with an open month, a published one, and a plan."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.work = cls._give(cls.staff, "K1", 3)
        cls._deliver(cls.work, 1)
        cls.published = cls._publish_first_month()
        cls.sheet = cls._open_second_month()

    @classmethod
    def _publish_first_month(cls):
        sheet = cls._until(cls._open()[cls.staff], "published")
        sheet.with_user(cls.staff.user_id).object("petition", "Chưa đúng")
        cls.env["kpi.rollup"].with_user(cls.hr).action_count("quarter", "2026-07-01")
        return sheet

    @classmethod
    def _open_second_month(cls):
        cls.second = cls._month(Date.to_date("2026-08-01"))
        day = cls.second.date_end
        due = {"period_id": cls.second.id, "date_deadline": day}
        cls.returned = cls._give(cls.staff, "K1", 2, **due)
        returned = cls._hand_in(cls.returned, 1, day)
        returned.with_user(cls.head.user_id).action_return("Thiếu phụ lục")
        return cls._open(cls.second)[cls.staff]

    def _pages(self):
        month = f"/my/kpi/{self.second.id}"
        return (
            "/my/kpi",
            month,
            f"{month}/task/{self.returned.id}",
            f"{month}/propose",
            f"{month}/self-assessment/summary",
            f"/my/kpi/{self.period.id}",
            f"/my/kpi/published/{self.period.id}",
            "/my/kpi/plans",
            "/my/kpi/week",
            "/my/kpi/report",
            "/my/kpi/record",
        )

    def _assert_no_barriers(self):
        script, found = axe.script(), {}
        pages = self._pages()
        phone = Phone(self, self.staff.user_id.login)
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


class TestBarriersOnAPhone(BarrierCase):
    browser_size = "390x844"
    touch_enabled = True

    def test_axe_finds_nothing_serious_on_any_page_of_a_phone(self):
        self._assert_no_barriers()


class TestBarriersAtADesk(BarrierCase):
    browser_size = "1400x900"

    def test_axe_finds_nothing_serious_on_any_page_of_a_desk(self):
        self._assert_no_barriers()

    def test_the_keyboard_reaches_every_field_of_the_form_and_shows_where_it_is(self):
        names = {f"points_{line}" for line in self.sheet.criterion_ids.ids}
        wanted = names | {"strengths", "weaknesses", "step"}
        phone = Phone(self, self.staff.user_id.login)
        reached, unseen = set(), set()
        with self.allow_requests(browser=phone.browser):
            phone.open(f"/my/kpi/{self.second.id}")
            phone.wait_for("08/2026")
            for _key in range(200):
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
