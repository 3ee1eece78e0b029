from contextlib import closing

from odoo.exceptions import UserError
from odoo.tests import tagged

from .areas import METHODS, RECORDS
from .common import HR, KpiCase
from .roles import ROLES, Roles, own_methods

# The officer's own sheet, in the state in which each step could be taken.
STEPS = {
    "action_return": ("self_assessed", {"reason": "Sửa"}),
    "action_review": ("self_assessed", {}),
    "action_reopen": ("reviewed", {}),
    "action_decide": ("reviewed", {}),
    "action_publish": ("decided", {}),
}


class Scenes:
    """Sets the scene in which a method could be called."""

    def _bring(self, state):
        if state == "handed_in":
            return
        self.delivery.with_user(self.head.user_id).action_accept()
        if state == "filled":
            points = {line.id: line.max_points for line in self.sheet.criterion_ids}
            self.sheet.with_user(self.staff.user_id).save_self_assessment(points)
        elif state != "draft":
            self._until(self.sheet, state)

    def _arguments(self, arguments):
        return arguments(self) if callable(arguments) else arguments


@tagged("rights")
class TestRightsOfMethods(Roles, Scenes, KpiCase):
    """Who may call what; the callers are ill-meaning and know every id."""

    def test_every_public_method_has_a_row_in_the_table(self):
        self.assertEqual(set(METHODS), own_methods(self.env))

    def test_each_method_serves_those_of_the_table_and_nobody_else(self):
        for (model, method), (state, callers, arguments) in METHODS.items():
            with closing(self.env.cr.savepoint()):
                self._bring(state)
                target = RECORDS[model](self)
                arguments = self._arguments(arguments)
                for role in sorted(set(ROLES) - callers):
                    call = getattr(self._as(role, target), method)
                    with self.assertRaises(UserError, msg=f"{role}: {model}.{method}"):
                        call(**arguments)
                for role in sorted(callers):
                    with closing(self.env.cr.savepoint()):
                        getattr(self._as(role, target), method)(**arguments)

    def test_the_officer_and_the_administrator_take_no_step_on_their_own_sheet(self):
        sheets = self._open()
        for person in (self.officer, self.admin):
            self._deliver(self._give(person))
            for method, (state, arguments) in STEPS.items():
                sheet = self._until(sheets[person], state)
                mine = sheet.with_user(person.user_id)
                with self.assertRaises(UserError, msg=f"{person.name} {method}"):
                    getattr(mine, method)(**arguments)

    def test_an_officer_cannot_become_the_judge_of_the_own_sheet(self):
        sheet = self._open()[self.officer]
        with self.assertRaises(UserError):
            self._as("hr", sheet).write({"evaluator_id": self.officer.id})
        for person, user in (
            (self.officer, self.env["res.users"]),
            (self.officer, self.users["internal"]),
        ):
            with self.assertRaisesRegex(UserError, "own account"):
                self._as("hr", person).write({"user_id": user.id})
        with self.assertRaisesRegex(UserError, "Nobody judges their own"):
            self._as("admin", sheet).action_change_evaluator(self.officer.id, "Nhờ")

    def test_an_officer_without_a_record_of_their_own_takes_nobody_s_place(self):
        accountless = self._user("Văn Thư", HR)
        with self.assertRaisesRegex(UserError, "own account"):
            self.head.with_user(accountless).write({"user_id": accountless.id})
        newcomer = self._person("Văn Thư", "staff")
        newcomer.with_user(accountless).write({"user_id": accountless.id})
        self.assertEqual(newcomer.user_id, accountless)

    def test_an_officer_makes_nobody_s_judge_of_themselves(self):
        """HR names those who judge; naming oneself takes another officer."""
        bodies = self.env["kpi.body"]
        board = {
            "name": "Tập thể lãnh đạo",
            "kind": "tap_the_lanh_dao",
            "company_id": self.company.id,
        }
        authorisation = {
            "principal_id": self.head.id,
            "date_from": "2026-07-01",
            "date_to": "2026-07-31",
            "document": "12/UQ-UBND",
        }
        for officer in (self.officer, self.admin):
            with self.subTest(officer=officer.name), closing(self.env.cr.savepoint()):
                role = "hr" if officer == self.officer else "admin"
                with self.assertRaisesRegex(UserError, "names themselves"):
                    self._as(role, self.sheet).action_change_evaluator(officer.id, "x")
                with self.assertRaisesRegex(UserError, "names themselves"):
                    self._as(role, bodies).create(board | {"chair_id": officer.id})
                with self.assertRaisesRegex(UserError, "for themselves"):
                    self._as(role, self.env["kpi.delegation"]).create(
                        authorisation | {"substitute_id": officer.id}
                    )

    def test_nobody_receives_their_own_work_through_a_second_employee_record(self):
        deputy = self.deputy
        elsewhere = self.officer_elsewhere.company_id
        twin = self._person("Đỗ Văn Phó", "head", company=elsewhere)
        deputy.user_id.company_ids += elsewhere
        twin.user_id = deputy.user_id
        work = self._give(deputy)
        work._hand_over(twin)
        delivery = self._hand_in(work)
        self.assertEqual(work.assigner_user_id, work.employee_user_id)
        with self.assertRaises(UserError):
            self._as("other_evaluator", delivery).action_accept()
