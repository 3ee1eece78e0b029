"""A head of a small unit who has no licence and judges two people."""

from datetime import date

from lxml import html

from .common import PORTAL, KpiHttpCase

PEOPLE = "/my/kpi/people"
WAITING = f"{PEOPLE}/waiting"
GIVE = f"{PEOPLE}/give"


class PeopleCase(KpiHttpCase):
    """``leader``, in the portal, judges ``one`` and ``two``; ``staff`` is no judge."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.leader = cls._person("Ma Thị Tổ Trưởng", "head", PORTAL, cls.head)
        cls.one = cls._person("Hà Văn Một", "staff", PORTAL, cls.leader)
        cls.two = cls._person("Lý Thị Hai", "staff", PORTAL, cls.leader)
        cls.env["res.users"].search(
            [("company_id", "=", cls.company.id)]
        ).lang = "en_US"
        cls.work = cls._given_to(cls.one, "K1", 4)
        cls.other_work = cls._given_to(cls.two, "K1", 2)
        cls.sheets = cls._open()
        cls.sheet = cls.sheets[cls.one]
        cls.other_sheet = cls.sheets[cls.two]

    @classmethod
    def _given_to(cls, person, code="K1", quantity=1):
        """Work that the officer enters; its assigner is who judges the person."""
        works = cls.env["kpi.assignment"].with_user(cls.hr)
        work = works.create(
            {
                "employee_id": person.id,
                "period_id": cls.period.id,
                "item_id": cls.items[code].id,
                "quantity": quantity,
                "date_deadline": cls.period.date_end,
            }
        )
        return work.with_env(cls.env)

    def _as(self, person, name="kpi.appraisal"):
        """A model as a person of the portal asks it."""
        self.env.flush_all()
        self.env.invalidate_all()
        return self.env[name].with_user(person.user_id)

    def _judged(self, sheet):
        """A sheet as the pages hold it for the leader."""
        return self._as(self.leader)._people_sheets([("id", "=", sheet.id)])

    def _done_work(self):
        """All work handed in and accepted, so that the sheets have a score."""
        for work in (self.work, self.other_work):
            self._hand_in(work)
        self._as(self.leader, "kpi.delivery")._waiting_for_me().action_accept()

    def _reviewed(self):
        """Both sheets with the leader's finished opinion, as proposed by points."""
        self._done_work()
        for sheet in (self.sheet, self.other_sheet):
            self._self_assess(sheet)
            self._judged(sheet)._take_judge_step("review", {})

    def _log_in(self, person):
        self.authenticate(person.user_id.login, person.user_id.login)

    def _page(self, url):
        response = self.url_open(url)
        self.assertEqual(response.status_code, 200)
        return html.fromstring(response.text)

    def _post(self, url, **values):
        """Send a form of a page as it stands, with what was typed."""
        page = self._page(url)
        token = page.xpath("//form[@method='post']//input[@name='csrf_token']/@value")
        return self.url_open(
            url, values | {"csrf_token": token[0]}, allow_redirects=False
        )

    def _forged(self, url, **values):
        """Send a form that no page has shown."""
        token = self._page("/my/account").xpath("//input[@name='csrf_token']/@value")
        return self.url_open(
            url, values | {"csrf_token": token[0]}, allow_redirects=False
        )

    def _error(self, response):
        self.assertEqual(response.status_code, 200)
        page = html.fromstring(response.text)
        return page.xpath("string(//*[@role='alert'])").strip()


class GivingCase(PeopleCase):
    """The same on 10/07/2026, when the month is open and work may be given."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.give_url = f"{GIVE}/{cls.period.id}"
        cls.work_url = f"{PEOPLE}/{cls.period.id}/work"

    def setUp(self):
        super().setUp()
        clauses = self.env.registry["kpi.regulation.clause"]
        self.patch(clauses, "_today", lambda _self: date(2026, 7, 10))
        self._log_in(self.leader)

    def _form(self, *people, code="K2", **typed):
        """What the form sends for some people; ``typed``: what is different in it."""
        return {
            **{f"person_{one.id}": "1" for one in people},
            "item": self.items[code].display_name,
            "name": "Báo cáo tháng",
            "quantity": "2",
            "date_deadline": "2026-07-20",
            **typed,
        }

    def _post(self, url, **values):
        """Send a form with all that its page holds hidden."""
        hidden = self._page(url).xpath("//form[@method='post']//input[@type='hidden']")
        held = {one.name: one.value for one in hidden}
        return self.url_open(url, held | values, allow_redirects=False)

    def _give_as(self, person, form):
        """Give by the model behind the page, as a person of the portal."""
        held = {"count": str(self._given_so_far(person))}
        return self._as(person, "kpi.people")._give_typed(self.period, form | held)

    def _given_so_far(self, person):
        return self.env["kpi.assignment"].search_count(
            [("create_uid", "=", person.user_id.id)]
        )

    def _accept(self, work, quantity, day):
        """Hand a part in and have the leader accept it on the page's way."""
        self._hand_in(work, quantity, day)
        self._as(self.leader, "kpi.delivery")._waiting_for_me().action_accept()

    def _named(self, name="Báo cáo tháng"):
        works = self.env["kpi.assignment"].search([("name", "=", name)])
        return works.sorted(lambda one: one.employee_id.name)
