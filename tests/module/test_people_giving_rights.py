"""Giving work in the portal reaches nobody more than a licence does (Điều 6.2)."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import JsonRpcException, tagged

from .people_case import GIVE, PEOPLE, GivingCase

PRIVATE = (
    ("kpi.people", "_give_typed"),
    ("kpi.people", "_close_typed"),
    ("kpi.assignment", "_give_to_my_people"),
    ("kpi.assignment", "_take_led_step"),
)


@tagged("rights")
class TestPeopleGivingRights(GivingCase):
    def _row(self, person, **more):
        return {
            "employee_id": person.id,
            "period_id": self.period.id,
            "item_id": self.items["K2"].id,
            "name": "Báo cáo tháng",
            "quantity": 1,
            "date_deadline": self.period.date_end,
        } | more

    def test_a_forged_tick_gives_work_to_nobody_else(self):
        for person in (self.staff, self.head, self.officer, self.leader):
            with self.subTest(person=person.name):
                form = self._form(self.one, person)
                error = self._error(self._post(self.give_url, **form))
                self.assertIn("no longer among the people", error)
                self.assertNotIn(person.name, error)
        for forged in ("person_", "person_x", f"person_{self.one.id}x", "person_-1"):
            form = self._form(self.one, **{forged: "1"})
            error = self._error(self._post(self.give_url, **form))
            self.assertIn("no longer among the people", error)
        self.assertFalse(self._named())

    def test_the_model_itself_asks_the_rule_of_evaluators(self):
        works = self._as(self.leader, "kpi.assignment")
        for person in (self.staff, self.leader):
            with self.assertRaisesRegex(AccessError, "Điều 6.2"):
                works._give_to_my_people([self._row(self.one), self._row(person)])
        for person in (self.one, self.staff):
            stranger = self._as(person, "kpi.assignment")
            with self.assertRaisesRegex(AccessError, "Điều 6.2"):
                stranger._give_to_my_people([self._row(self.two)])
        for forbidden in ("create", "write", "unlink"):
            self.assertFalse(works.has_access(forbidden), "no right was given for it")

    def test_the_doors_behind_the_pages_are_shut_over_rpc(self):
        for model, method in PRIVATE:
            with self.assertRaises(JsonRpcException, msg=method):
                self.make_jsonrpc_request(
                    "/web/dataset/call_kw",
                    {"model": model, "method": method, "args": [[]], "kwargs": {}},
                )

    def test_products_of_another_agency_or_of_others_are_not_found(self):
        other = self._agency("UBND xã Phúc Trìu")
        foreign = self._catalogue(company=other)["K2"]
        for typed in (
            {"item": foreign.display_name, "item_id": str(foreign.id)},
            {"item": "san pham", "item_id": str(foreign.id)},
        ):
            form = self._form(self.one, **typed)
            self._post(self.give_url, **form)
        works = self._named()
        self.assertNotIn(foreign, works.item_id)
        self.assertLessEqual(works.item_id.company_id, self.company)

    def test_months_that_are_over_locked_or_foreign_take_no_work(self):
        over = self._month(self.period._month_before())
        foreign = self._month(self.period.date_start, self._agency("UBND xã Phúc Trìu"))
        locked = self._month(self.period.date_end.replace(month=8, day=1))
        self.env.cr.execute(
            "UPDATE kpi_period SET state = 'locked' WHERE id = %s", (locked.id,)
        )
        self.env.invalidate_all()
        for month in (over, foreign, locked):
            answer = self._forged(f"{GIVE}/{month.id}", **self._form(self.one))
            self.assertEqual(answer.headers["Location"].split("#")[0][-5:], "/give")
        shown = self._page(GIVE).xpath("string(//main)")
        self.assertNotIn(over.name, shown)
        self.assertFalse(self._named())

    def test_forged_states_and_fields_are_not_taken_from_the_form(self):
        forged = {
            "state": "handed_back",
            "assigner_id": str(self.head.id),
            "coefficient": "99",
            "done_quantity": "2",
            "employee_id": str(self.staff.id),
            "period_id": "1",
            "company_id": "1",
            "origin": "takeover",
            "role": "boss",
            "responsibility": "x",
        }
        self._post(self.give_url, **self._form(self.one), **forged)
        work = self._named()
        self.assertEqual(
            (work.state, work.origin, work.role), ("given", "plan", "direct")
        )
        self.assertEqual((work.assigner_id, work.employee_id), (self.leader, self.one))
        self.assertEqual(work.coefficient, self.items["K2"].coefficient)
        self.assertFalse(work.done_quantity)

    def test_whoever_judges_nobody_gives_nothing_and_takes_nothing_back(self):
        for person in (self.one, self.staff):
            self._log_in(person)
            for url in (GIVE, self.give_url, self.work_url):
                answer = self.url_open(url, allow_redirects=False)
                self.assertEqual(answer.status_code, 303, url)
            self._forged(self.give_url, **self._form(self.two))
            take = {"take": f"cancel-{self.other_work.id}"}
            why = {f"reason_{self.other_work.id}": "Giả"}
            self._forged(self.work_url, **take, **why)
        self.assertFalse(self._named())
        self.assertEqual(self.other_work.state, "given")

    def test_only_what_one_gave_is_taken_back_and_only_by_these_two_steps(self):
        strange = self._give(self.staff, "K1", 1)
        steps = ("approve", "refuse", "transfer", "change", "unlink", "finish_transfer")
        takes = [f"{step}-{self.work.id}" for step in steps]
        takes += [f"cancel-{strange.id}", "cancel-", "cancel-x", "", "cancel"]
        for take in takes:
            why = {f"reason_{self.work.id}": "x", f"reason_{strange.id}": "x"}
            response = self._post(self.work_url, take=take, **why)
            self.assertIn("no longer waits", self._error(response), take)
        self.assertEqual((self.work.state, strange.state), ("given", "given"))

    def test_nothing_is_given_without_the_token_of_the_form(self):
        for token in ({}, {"csrf_token": "forged"}):
            with self.assertLogs("odoo.http", "WARNING"):
                answer = self.url_open(self.give_url, self._form(self.one) | token)
            self.assertEqual(answer.status_code, 400)
        self.assertFalse(self._named())

    def test_markup_in_what_is_typed_is_shown_as_text(self):
        mark = "<script>alert(1)</script>"
        response = self._post(
            self.give_url, **self._form(self.one, item=mark, name=mark)
        )
        self.assertNotIn(mark, response.text)
        self._post(self.give_url, **self._form(self.one, name=mark))
        self.assertTrue(self._named(mark))
        for url in (self.give_url, self.work_url, f"{PEOPLE}/sheet/{self.sheet.id}"):
            self.assertNotIn(mark, self.url_open(url).text)

    def test_a_substitute_gives_for_as_long_as_authorised_and_never_to_themselves(self):
        delegation = self.env["kpi.delegation"].create(
            {
                "principal_id": self.leader.id,
                "substitute_id": self.two.id,
                "date_from": "2026-01-01",
                "date_to": "2026-07-10",
                "document": "12/UQ-UBND",
            }
        )
        self._give_as(self.two, self._form(self.one))
        self.assertEqual(self._named().assigner_id, self.leader)
        with self.assertRaisesRegex(UserError, "no longer among"):
            self._give_as(self.two, self._form(self.two))
        delegation.date_to = "2026-07-09"
        with self.assertRaisesRegex(UserError, "no longer among"):
            self._give_as(self.two, self._form(self.one))

    def test_the_pages_take_the_same_number_of_queries_for_more_people(self):
        counted = []
        for _time in range(3):
            people = self._as(self.leader, "kpi.people")
            before = self.env.cr.sql_log_count
            people._giving_view(people._giving_month(), {})
            self._as(self.leader, "kpi.assignment")._of_my_people(
                self.period
            )._led_views()
            counted.append(self.env.cr.sql_log_count - before)
            for number in range(3):
                person = self._person(f"Thêm {number}", "staff", manager=self.leader)
                self._given_to(person)
            self._open()
        self.assertLessEqual(counted[2], counted[1] + 1)
