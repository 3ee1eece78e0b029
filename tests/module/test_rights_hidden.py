from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import HR, INTERNAL, PORTAL, KpiCase
from .roles import Roles

OUTSIDERS = ("other_employee", "other_evaluator", "internal", "hr_elsewhere")
STATES = ("self_assessed", "reviewed", "decided")
SECRET = "Còn nhiều hạn chế"


@tagged("rights")
class TestHiddenScores(Roles, KpiCase):
    """Until publication the evaluator's side stays with those who judge (Điều 16)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.delivery.with_user(cls.head.user_id).action_accept()
        cls._self_assess(cls.sheet)
        cls.sheet.with_user(cls.head.user_id).write({"evaluator_comment": SECRET})
        cls.note = cls.sheet.with_user(cls.head.user_id).message_post(body=SECRET)

    def _curious(self, *more):
        """The judged person, as a portal user and with an internal licence, and more.

        An internal licence gives rights to chatter that the portal has not.
        """
        for group in (PORTAL, INTERNAL):
            self._become(self.staff.user_id, group)
            yield "employee"
        yield from more

    def _become(self, user, *groups):
        user.group_ids = self.env["res.groups"].union(*map(self.env.ref, groups))

    def test_the_sheet_is_not_read_while_it_is_judged(self):
        for state in STATES:
            self._until(self.sheet, state)
            for role in self._curious(*OUTSIDERS):
                for record in (self.sheet, self.sheet.criterion_ids[0]):
                    with self.assertRaises(AccessError, msg=f"{role} in {state}"):
                        self._as(role, record).read()

    def test_the_sheet_is_not_exported_while_it_is_judged(self):
        for role in ("employee", *OUTSIDERS):
            group = HR if role == "hr_elsewhere" else INTERNAL
            self._become(self.users[role], group, "base.group_allow_export")
        for state in STATES:
            self._until(self.sheet, state)
            for role in ("employee", *OUTSIDERS):
                sheet = self._as(role, self.sheet)
                with self.assertRaises(AccessError, msg=f"{role} in {state}"):
                    sheet.export_data(["id", "criterion_ids/evaluator_points"])

    def test_no_search_tells_a_hidden_value(self):
        self._until(self.sheet, "decided")
        mine = [("employee_id", "=", self.staff.id)]
        oracles = (
            ("kpi.appraisal", [("total_score", ">", 0)]),
            ("kpi.appraisal", [("system_grade", "!=", False)]),
            ("kpi.appraisal", [("evaluator_comment", "ilike", "hạn chế")]),
            ("kpi.appraisal", [("criterion_ids.evaluator_points", ">", 0)]),
            ("kpi.appraisal", [("message_ids.body", "ilike", "hạn chế")]),
            ("kpi.appraisal.criterion", [("evaluator_given", "=", True)]),
            ("kpi.appraisal.criterion", [("appraisal_id.total_score", ">", 0)]),
            ("kpi.period", [("appraisal_ids.total_score", ">", 0)]),
            ("kpi.period", [("appraisal_ids", "any", mine)]),
        )
        for role in self._curious(*OUTSIDERS):
            for model, domain in oracles:
                with self.subTest(role=role, domain=domain):
                    found = self._as(role, self.env[model]).search(domain)
                    self.assertFalse(found)

    def test_no_group_by_and_no_name_search_tells_a_hidden_value(self):
        self._until(self.sheet, "decided")
        for role in self._curious(*OUTSIDERS):
            sheets = self._as(role, self.env["kpi.appraisal"])
            lines = self._as(role, self.env["kpi.appraisal.criterion"])
            with self.subTest(role=role):
                self.assertFalse(
                    sheets.formatted_read_group(
                        [("employee_id", "=", self.staff.id)],
                        ["system_grade"],
                        ["__count", "total_score:max"],
                    )
                )
                self.assertFalse(
                    lines.formatted_read_group(
                        [("appraisal_id", "=", self.sheet.id)], ["evaluator_points"]
                    )
                )
                self.assertFalse(sheets.name_search(self.staff.name))
                self.assertFalse(sheets.search_count([("state", "=", "decided")]))

    def test_no_form_being_typed_into_tells_another_s_score(self):
        """The onchange of one's own people computes nothing of anybody else."""
        own = self._open()[self.deputy].search([("evaluator_id", "=", self.deputy.id)])
        typed = {
            "employee_id": self.staff.id,
            "period_id": self.period.id,
            "organising_level": "full",
        }
        wanted = {"quantity_ratio": {}, "trace": {}, "organising_level": {}}
        self.assertTrue(self.sheet.quantity_ratio)
        answer = self._as("other_evaluator", own).onchange(
            typed, ["employee_id", "organising_level"], wanted
        )
        self.assertFalse(answer["value"].get("quantity_ratio"))
        self.assertNotIn("4/1", str(answer))

    def test_the_notes_of_those_who_judge_stay_with_them(self):
        for state in (*STATES, "published"):
            self._until(self.sheet, state)
            self._assert_notes_hidden(state)

    def test_a_returned_sheet_shows_the_person_nothing_of_the_opinion(self):
        judge = self.sheet.with_user(self.head.user_id)
        judge.write({"proposed_grade": "d", "grade_reason": SECRET})
        line = judge.criterion_ids[0]
        line.write({"evaluator_points": 0, "evaluator_reason": SECRET})
        judge.action_return("Bổ sung minh chứng")
        own = self._as("employee", self.sheet).read()[0]
        own_line = self._as("employee", line).read()[0]
        self.assertEqual(own["return_reason"], "Bổ sung minh chứng")
        self.assertNotIn(SECRET, f"{own} {own_line}")
        self.assertFalse(own["proposed_grade"])
        self.assertFalse(own_line["evaluator_given"])
        self._assert_notes_hidden("draft")

    def _assert_notes_hidden(self, state):
        messages = self.env["mail.message"]
        self.cr.precommit.run()
        for role in self._curious():
            about = [("model", "=", "kpi.appraisal")]
            found = self._as(role, messages).search(about)
            self.assertNotIn(SECRET, str(found.mapped("body")), state)
            sheets = self._as(role, self.sheet.browse())
            for notes in ("message_ids", "website_message_ids"):
                oracle = [(f"{notes}.body", "ilike", "hạn chế")]
                self.assertFalse(sheets.search(oracle), f"{notes} in {state}")
            with self.assertRaises(AccessError, msg=state):
                self._as(role, self.note).read(["body"])

    def test_the_person_cannot_follow_their_own_sheet(self):
        sheet = self._open()[self.colleague]
        user = self.colleague.user_id
        self._become(user, INTERNAL)
        self._as("other_employee", sheet).message_subscribe(user.partner_id.ids)
        sheet.message_subscribe(user.partner_id.ids)
        self.assertNotIn(user.partner_id, sheet.message_partner_ids)

    def test_those_who_judge_and_the_officer_do_read_the_notes(self):
        for role in ("evaluator", "hr", "admin"):
            body = self._as(role, self.note).read(["body"])[0]["body"]
            self.assertIn(SECRET, body)
