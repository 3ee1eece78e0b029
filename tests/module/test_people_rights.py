"""Judging in the portal gives nobody more than Điều 9 does; the ill-meaning try."""

from base64 import b64encode

from odoo.exceptions import AccessError, UserError
from odoo.tests import JsonRpcException, tagged

from .people_case import PEOPLE, WAITING, PeopleCase

MODELS = ("kpi.appraisal", "kpi.appraisal.criterion", "kpi.assignment", "kpi.delivery")
PRIVATE = (
    ("kpi.people", "_take_typed", ({"take": "accept"},)),
    ("kpi.people", "_waiting", ()),
    ("kpi.appraisal", "_people_sheets", ()),
    ("kpi.appraisal", "_save_opinion", ({},)),
    ("kpi.appraisal", "_take_judge_step", ("decide", {})),
    ("kpi.delivery", "_waiting_for_me", ()),
)


@tagged("rights")
class TestPeopleRights(PeopleCase):
    def _rpc(self, model, method, *args):
        return self.make_jsonrpc_request(
            "/web/dataset/call_kw",
            {"model": model, "method": method, "args": args, "kwargs": {}},
        )

    def _strangers(self):
        """All who judge nobody of the leader's, and the judged themselves."""
        return (self.one, self.two, self.staff, self.head, self.officer)

    def test_a_judge_in_the_portal_reads_no_record_of_the_people_over_rpc(self):
        self._hand_in(self.work, 1)
        for name in MODELS:
            with self.subTest(model=name):
                found = self._as(self.leader, name).search([])
                people = {
                    one.employee_id if "employee_id" in one else one.appraisal_id
                    for one in found.sudo()
                }
                self.assertFalse(people & {self.one, self.two, self.sheet})
        with self.assertRaises(AccessError):
            self._as(self.leader).browse(self.sheet.id).read(["evaluator_comment"])
        with self.assertRaises(AccessError):
            self._as(self.leader).browse(self.sheet.id).action_return("Sửa")

    def test_the_doors_behind_the_pages_are_shut_over_rpc(self):
        for person in (self.leader, self.one, self.staff):
            self._log_in(person)
            for model, method, args in PRIVATE:
                with self.assertRaises(JsonRpcException, msg=f"{model}.{method}"):
                    self._rpc(model, method, self.sheet.ids, *args)

    def test_nobody_else_finds_the_people_or_what_waits(self):
        delivery = self._hand_in(self.work, 1)
        for person in self._strangers():
            with self.subTest(person=person.name):
                sheets = self._as(person)._people_sheets([("id", "=", self.sheet.id)])
                self.assertFalse(sheets)
                waiting = self._as(person, "kpi.delivery")._waiting_for_me()
                self.assertNotIn(delivery.id, waiting.ids)
                with self.assertRaisesRegex(UserError, "no longer waits"):
                    self._as(person, "kpi.people")._take_typed(
                        {"take": "accept", f"accept_{delivery.id}": "1"}
                    )

    def test_forged_forms_of_a_portal_employee_change_nothing(self):
        delivery = self._hand_in(self.work, 1)
        self._self_assess(self.sheet)
        sheet_url = f"{PEOPLE}/sheet/{self.sheet.id}"
        for person in (self.one, self.two, self.staff):
            self._log_in(person)
            for step in ("save", "review", "return", "decide", "reopen", "propose"):
                answer = self._forged(sheet_url, step=step, evaluator_comment="Giả")
                self.assertEqual(answer.status_code, 303)
            for take in ("accept", f"delivery-{delivery.id}-return"):
                self._forged(WAITING, take=take, **{f"accept_{delivery.id}": "1"})
            decisions = f"{PEOPLE}/{self.period.id}/decisions"
            self._forged(decisions, step="decide", **{f"decide_{self.sheet.id}": "1"})
        self.assertEqual(
            (self.sheet.state, delivery.verdict), ("self_assessed", "pending")
        )
        self.assertFalse(self.sheet.evaluator_comment)

    def test_a_judge_never_reaches_the_own_sheet_by_the_pages(self):
        own = self.sheets[self.leader]
        self._self_assess(own)
        self.assertFalse(self._judged(own))
        self._log_in(self.leader)
        answer = self.url_open(f"{PEOPLE}/sheet/{own.id}", allow_redirects=False)
        self.assertEqual(answer.status_code, 303)
        self._forged(f"{PEOPLE}/sheet/{own.id}", step="review")
        self.assertEqual(own.state, "self_assessed")
        self.assertNotIn(self.leader.name, self._page(PEOPLE).xpath("string(//main)"))

    def test_the_person_sees_nothing_of_the_opinion_before_it_is_published(self):
        self._done_work()
        self._self_assess(self.sheet)
        self._judged(self.sheet)._save_opinion({"evaluator_comment": "Chưa công khai"})
        self._log_in(self.one)
        for url in (f"/my/kpi/{self.period.id}", PEOPLE, WAITING):
            self.assertNotIn("Chưa công khai", self.url_open(url).text)

    def test_steps_that_are_hr_s_are_not_reached_by_the_sheet_s_page(self):
        self._reviewed()
        self._log_in(self.leader)
        for step in ("publish", "exempt", "change_evaluator", "override", "annul"):
            self._forged(f"{PEOPLE}/sheet/{self.sheet.id}", step=step, reason="x")
        self.assertEqual(self.sheet.state, "reviewed")

    def test_an_authorised_substitute_judges_for_as_long_as_authorised(self):
        self._self_assess(self.sheet)
        delivery = self._hand_in(self.work, 1)
        self.env["kpi.delegation"].create(
            {
                "principal_id": self.leader.id,
                "substitute_id": self.two.id,
                "date_from": "2026-01-01",
                "date_to": "2099-12-31",
                "document": "12/UQ-UBND",
            }
        )
        sheets = self._as(self.two)._people_sheets()
        self.assertEqual(sheets.employee_id, self.one, "the other's, never the own")
        self._as(self.two, "kpi.people")._take_typed(
            {"take": "accept", f"accept_{delivery.id}": "1"}
        )
        self.assertEqual(delivery.verdict_user_id, self.two.user_id)

    def test_evidence_is_opened_by_its_judge_and_by_no_other(self):
        mine = self.work.with_user(self.one.user_id)
        mine.hand_in(
            1, files=[("bien-ban.txt", b64encode("Biên bản".encode()).decode())]
        )
        file = self.work.delivery_ids.attachment_ids
        url = f"{PEOPLE}/evidence/{file.id}"
        self._log_in(self.leader)
        self.assertEqual(self.url_open(url).content.decode(), "Biên bản")
        for person in (self.two, self.staff, self.one):
            self._log_in(person)
            answer = self.url_open(url, allow_redirects=False)
            self.assertEqual(answer.status_code, 303, person.name)

    def test_the_pages_take_the_same_number_of_queries_for_more_people(self):
        self._hand_in(self.work, 1)
        self._as(self.leader, "kpi.people")._month_view(self.period)
        counted = []
        for _time in range(2):
            people = self._as(self.leader, "kpi.people")
            before = self.env.cr.sql_log_count
            people._month_view(people._month())
            people._waiting()
            counted.append(self.env.cr.sql_log_count - before)
            for number in range(3):
                person = self._person(f"Thêm {number}", "staff", manager=self.leader)
                work = self._given_to(person)
                self.env["kpi.delivery"].create({"assignment_id": work.id})
            self._open()
        self.assertLessEqual(counted[1], counted[0] + 1)
