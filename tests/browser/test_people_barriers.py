"""Nothing keeps a head without a licence out: axe-core and the keyboard."""

from tests.browser.barriers import Barriers
from tests.module.people_case import PEOPLE, WAITING, GivingCase


class PeopleBarrierCase(Barriers, GivingCase):
    """A hand-in, a plan and a request wait; one sheet is reviewed, one is not."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._ask_for_much()
        cls.third = cls._person("Vũ Thị Ba", "staff", "base.group_portal", cls.leader)
        cls.sheet_of_third = cls._open()[cls.third]
        cls._given_to(cls.third, "K2", 3)

    @classmethod
    def _ask_for_much(cls):
        cls._hand_in(cls.work, 1)
        cls.work.with_user(cls.one.user_id).ask_change(5, reason="Phát sinh")
        day, item = cls.period.date_end, cls.items["K2"].id
        works = cls.env["kpi.assignment"].with_user(cls.two.user_id)
        works.propose_adhoc(cls.period.id, "Đón đoàn kiểm tra", item, 1, day)
        plans = cls.env["kpi.plan"].with_user(cls.two.user_id)
        plan = plans.browse(plans.open_own(cls.period.id))
        plan.save_lines([{"item_id": item, "quantity": 2, "date_deadline": day}])
        plan.action_submit()

    def setUp(self):
        super().setUp()
        self.login = self.leader.user_id.login

    def _assert_all_pages_are_open(self):
        sheet_url = f"{PEOPLE}/sheet/{self.sheet.id}"
        pages = [PEOPLE, WAITING, self.give_url, self.work_url, sheet_url]
        self._assert_no_barriers(self.login, pages)
        self._reviewed()
        self.session = None
        decisions = f"{PEOPLE}/{self.period.id}/decisions"
        self._assert_no_barriers(self.login, [sheet_url, decisions, WAITING])


class TestPeopleBarriersOnAPhone(PeopleBarrierCase):
    browser_size = "390x844"
    touch_enabled = True

    def test_axe_finds_nothing_serious_on_any_page_of_a_phone(self):
        self._assert_all_pages_are_open()


class TestPeopleBarriersAtADesk(PeopleBarrierCase):
    browser_size = "1400x900"

    def test_axe_finds_nothing_serious_on_any_page_of_a_desk(self):
        self._assert_all_pages_are_open()

    def test_the_keyboard_reaches_all_of_the_form_that_gives_work(self):
        ticks = {f"person_{one.id}" for one in (self.one, self.two, self.third)}
        wanted = ticks | {"item", "name", "quantity", "date_deadline"}
        self._assert_the_keyboard_reaches(self.login, self.give_url, wanted)

    def test_the_keyboard_reaches_all_that_is_decided(self):
        self._reviewed()
        numbers = (self.sheet.id, self.other_sheet.id)
        names = ("grade", "reason", "decide")
        wanted = {f"{name}_{number}" for name in names for number in numbers} | {"step"}
        url = f"{PEOPLE}/{self.period.id}/decisions"
        self._assert_the_keyboard_reaches(self.login, url, wanted)
