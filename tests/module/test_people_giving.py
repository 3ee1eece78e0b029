"""A head without a licence gives work and follows it (Điều 2.1, 10, 15.1)."""

from lxml import html

from .people_case import PEOPLE, GivingCase


class TestPeopleGiving(GivingCase):
    def test_the_form_names_the_people_and_the_products_and_no_others(self):
        page = self._page(self.give_url)
        text = page.text_content()
        for name in (self.one.name, self.two.name):
            self.assertIn(name, text)
        for name in (self.staff.name, self.colleague.name):
            self.assertNotIn(name, text)
        own = page.xpath(f"//input[@name='person_{self.leader.id}']")
        self.assertFalse(own, "nobody gives work to themselves")
        products = page.xpath("//datalist[@id='give-items']/option/@value")
        usable = self.env["kpi.catalogue.item"]._usable_for(self.one, self.period)
        self.assertEqual(products, usable[self.one].mapped("display_name"))

    def test_work_is_given_to_one_person_as_a_licence_would_give_it(self):
        answer = self._post(self.give_url, **self._form(self.one))
        self.assertEqual(answer.status_code, 303)
        work = self._named()
        self.assertEqual(
            (work.employee_id, work.period_id, work.item_id, work.quantity),
            (self.one, self.period, self.items["K2"], 2),
        )
        self.assertEqual(
            (work.state, work.origin, work.role), ("given", "plan", "direct")
        )
        self.assertEqual(work.assigner_id, self.leader)
        self.assertEqual(work.create_uid, self.leader.user_id)
        self.assertEqual(work.coefficient, self.items["K2"].coefficient)
        said = self._page(self.give_url).xpath("string(//*[@id='kpi-notice'])")
        self.assertIn(f"“Báo cáo tháng”, to {self.one.name}", said)

    def test_several_people_are_given_the_same_at_once(self):
        form = self._form(
            self.one, self.two, origin="adhoc", responsibility="collaborator"
        )
        self._post(self.give_url, **form)
        works = self._named()
        self.assertEqual(works.employee_id, self.one | self.two)
        self.assertEqual(works.mapped("origin"), ["adhoc"] * 2)
        self.assertEqual(works.mapped("responsibility"), ["collaborator"] * 2)

    def test_without_a_name_it_is_called_as_the_product(self):
        self._post(self.give_url, **self._form(self.one, name=" "))
        self.assertTrue(self._named(self.items["K2"].name))

    def test_a_product_is_found_by_its_code_or_a_part_of_its_name(self):
        item = self.items["K2"]
        for number, typed in enumerate((item.code, item.code.lower(), item.name)):
            with self.subTest(typed=typed):
                name = f"Việc {number}"
                form = self._form(self.one, item=typed, name=name)
                self._post(self.give_url, **form)
                self.assertEqual(self._named(name).item_id, item)

    def test_of_several_that_fit_one_is_chosen_and_nothing_typed_is_lost(self):
        form = self._form(self.one, item="san pham", name="Giữ lại tôi")
        response = self._post(self.give_url, **form)
        self.assertIn("products fit “san pham”", self._error(response))
        page = html.fromstring(response.text)
        offered = page.xpath("//select[@name='item_id']/option/@value")
        self.assertIn(str(self.items["K1"].id), offered)
        self.assertIn("Giữ lại tôi", page.xpath("//input[@name='name']/@value"))
        self.assertTrue(page.xpath(f"//input[@name='person_{self.one.id}'][@checked]"))
        self._post(self.give_url, **form, item_id=str(self.items["K1"].id))
        self.assertEqual(self._named("Giữ lại tôi").item_id, self.items["K1"])

    def test_what_is_not_clear_is_named_and_all_that_was_typed_stays(self):
        for typed, words in (
            ({"quantity": "hai"}, "a quantity above 0"),
            ({"quantity": "0"}, "a quantity above 0"),
            ({"date_deadline": ""}, "choose the month and the deadline"),
            ({"date_deadline": "ngày mai"}, "The deadline is a day"),
            ({"date_deadline": "2026-08-02"}, "must lie in the month"),
            ({"item": "không có"}, "No product"),
            ({"item": ""}, "No product"),
            ({f"person_{self.one.id}": None}, "Tick who does it"),
        ):
            with self.subTest(typed=typed):
                form = self._form(self.one, name="Giữ lại tôi") | typed
                response = self._post(self.give_url, **form)
                self.assertIn(words, self._error(response))
                self.assertIn("Giữ lại tôi", response.text)
        self.assertFalse(self._named("Giữ lại tôi"))

    def test_the_second_of_a_double_tap_gives_nothing_more(self):
        page = self._page(self.give_url)
        hidden = page.xpath("//form[@method='post']//input[@type='hidden']")
        form = self._form(self.one) | {one.name: one.value for one in hidden}
        for _tap in range(2):
            answer = self.url_open(self.give_url, form, allow_redirects=False)
            self.assertEqual(answer.status_code, 303)
        self.assertEqual(len(self._named()), 1)
        self.assertIn("Given:", self._page(self.give_url).text_content())
        late = self.url_open(self.give_url, form)
        self.assertIn("since you opened this page", self._error(late))

    def test_whoever_has_assessed_themselves_is_given_nothing_more(self):
        self._self_assess(self.sheet)
        ticks = self._page(self.give_url).xpath(
            f"//input[@name='person_{self.one.id}'][@disabled]"
        )
        self.assertTrue(ticks)
        response = self._post(self.give_url, **self._form(self.one, self.two))
        self.assertIn("has already assessed the month", self._error(response))
        self.assertFalse(self._named(), "all or none")

    def test_the_page_of_their_work_says_what_is_done_waiting_and_overdue(self):
        self._accept(self.work, 4, "2026-07-05")
        idle = self._person("Vũ Chưa Có Việc", "staff", manager=self.leader)
        late = self._form(self.one, date_deadline="2026-07-09")
        self._give_as(self.leader, late)
        self._hand_in(self.other_work, 1)
        page = self._page(self.work_url)
        sections = {
            one: page.xpath(f"string(//section[@id='person-{one.id}'])")
            for one in (self.one, self.two, idle)
        }
        sections = {one: " ".join(text.split()) for one, text in sections.items()}
        self.assertIn("Given 2 · accepted 1 overdue: 1", sections[self.one])
        self.assertIn("waiting for your verdict: 1", sections[self.two])
        self.assertIn("Given 0 · accepted 0", sections[idle])
        self.assertNotIn(self.staff.name, page.xpath("string(//main)"))

    def test_work_given_by_mistake_is_cancelled_with_a_reason(self):
        self._post(self.give_url, **self._form(self.one))
        work = self._named()
        take = f"cancel-{work.id}"
        refused = self._post(self.work_url, take=take, **{f"reason_{work.id}": " "})
        self.assertIn("Say why", self._error(refused))
        answer = self._post(self.work_url, take=take, **{f"reason_{work.id}": "Nhầm"})
        self.assertEqual(answer.status_code, 303)
        self.assertEqual((work.state, work.closing_reason), ("cancelled", "Nhầm"))
        self.assertIn(
            "Cancelled, with your reason.", self._page(self.work_url).text_content()
        )

    def test_what_cannot_be_finished_is_taken_back_and_stays_in_the_base(self):
        self._accept(self.work, 1, "2026-07-05")
        reason = {f"reason_{self.work.id}": "Nghỉ ốm"}
        refused = self._post(self.work_url, take=f"cancel-{self.work.id}", **reason)
        self.assertIn("no longer cancelled", self._error(refused))
        self.assertIn("Nghỉ ốm", refused.text)
        self._post(self.work_url, take=f"hand_back-{self.work.id}", **reason)
        self.assertEqual(self.work.state, "handed_back")
        self.assertEqual(self.work.base_quantity, 4)

    def test_the_way_leads_from_the_people_and_from_a_sheet(self):
        links = self._page(PEOPLE).xpath("//main//a/@href")
        self.assertLessEqual({self.give_url, self.work_url}, set(links))
        links = self._page(f"{PEOPLE}/sheet/{self.sheet.id}").xpath("//main//a/@href")
        self.assertIn(f"{self.give_url}?person_{self.one.id}=1", links)
        page = self._page(f"{self.give_url}?person_{self.one.id}=1")
        self.assertEqual(len(page.xpath("//input[@type='checkbox'][@checked]")), 1)
