"""Nothing in the portal keeps anybody out: axe-core and the keyboard on every page."""

from odoo.fields import Date

from tests.browser.barriers import Barriers
from tests.module.common import KpiHttpCase


class BarrierCase(Barriers, KpiHttpCase):
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
        plans = cls.env["kpi.plan"].with_user(cls.staff.user_id)
        line = {"item_id": cls.items["K2"].id, "quantity": 2, "date_deadline": day}
        plans.browse(plans.open_own(cls.second.id)).save_lines([line])
        return cls._open(cls.second)[cls.staff]

    def _pages(self):
        month = f"/my/kpi/{self.second.id}"
        return (
            "/my",
            "/my/kpi",
            month,
            f"{month}/task/{self.returned.id}",
            f"{month}/propose",
            f"{month}/self-assessment/summary",
            f"/my/kpi/{self.period.id}",
            f"/my/kpi/published/{self.period.id}",
            "/my/kpi/plans",
            f"/my/kpi/plans/{self.second.id}",
            "/my/kpi/week",
            "/my/kpi/report",
            "/my/kpi/record",
        )


class TestBarriersOnAPhone(BarrierCase):
    browser_size = "390x844"
    touch_enabled = True

    def test_axe_finds_nothing_serious_on_any_page_of_a_phone(self):
        self._assert_no_barriers(self.staff.user_id.login, self._pages())


class TestBarriersAtADesk(BarrierCase):
    browser_size = "1400x900"

    def test_axe_finds_nothing_serious_on_any_page_of_a_desk(self):
        self._assert_no_barriers(self.staff.user_id.login, self._pages())

    def test_the_keyboard_reaches_every_field_of_the_form_and_shows_where_it_is(self):
        names = {f"points_{line}" for line in self.sheet.criterion_ids.ids}
        wanted = names | {"strengths", "weaknesses", "step"}
        page = f"/my/kpi/{self.second.id}"
        self._assert_the_keyboard_reaches(self.staff.user_id.login, page, wanted)
