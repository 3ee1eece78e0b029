from base64 import b64encode
from contextlib import closing

from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import HR, KpiCase
from .roles import ROLES, Roles, own_methods

KEEPERS = {"hr", "admin"}
CATALOGUE_FILE = "ma,nhiem_vu,nhom,khung_diem,diem,he_so\nKT.01,Báo cáo,N1,1-20,5,1.0\n"
EVERYBODY = set(ROLES)
# Every public method: the state that the sheet of ``staff`` is in, who may call it
# (all others are refused), and with what.
METHODS = {
    ("kpi.appraisal", "save_self_assessment"): ("draft", {"employee"}, {}),
    ("kpi.appraisal", "action_self_assess"): ("filled", {"employee"}, {}),
    ("kpi.appraisal", "action_return"): (
        "self_assessed",
        {"evaluator"},
        {"reason": "Bổ sung minh chứng"},
    ),
    ("kpi.appraisal", "action_review"): ("self_assessed", {"evaluator"}, {}),
    ("kpi.appraisal", "action_reopen"): ("reviewed", {"evaluator"}, {}),
    ("kpi.appraisal", "action_decide"): ("reviewed", {"evaluator"}, {}),
    ("kpi.appraisal", "action_publish"): ("decided", KEEPERS, {}),
    ("kpi.appraisal", "action_change_evaluator"): (
        "self_assessed",
        KEEPERS,
        {"evaluator_id": 0, "reason": "Điều động"},
    ),
    # Wizards serve who opened them: here the officer, there the evaluator.
    ("kpi.evaluator.change", "action_change"): ("self_assessed", {"hr"}, {}),
    ("kpi.appraisal.return", "action_return"): ("self_assessed", {"evaluator"}, {}),
    ("kpi.assignment", "hand_in"): ("draft", {"employee"}, {"quantity": 1}),
    ("kpi.delivery", "action_accept"): ("handed_in", {"evaluator"}, {}),
    ("kpi.delivery", "action_return"): (
        "handed_in",
        {"evaluator"},
        {"fault": "Sai số liệu"},
    ),
    ("kpi.period", "action_open"): ("draft", KEEPERS, {}),
    # These only lead to lists, which show everybody what they may read.
    ("kpi.period", "action_open_appraisals"): ("draft", EVERYBODY, {}),
    ("kpi.catalogue", "action_open_items"): ("draft", EVERYBODY, {}),
    ("kpi.catalogue.import", "action_check"): ("draft", {"hr"}, {}),
    ("kpi.catalogue.import", "action_import"): ("draft", {"hr"}, {}),
    ("kpi.catalogue.import", "action_restart"): ("draft", {"hr"}, {}),
    ("kpi.catalogue.import", "action_template"): ("draft", {"hr"}, {}),
}
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

    def _target(self, model):
        if model == "kpi.catalogue.import":
            catalogue = self.items["K1"].catalogue_id
            wizards = self.env[model].with_user(self.hr)
            wizard = wizards.create(
                {
                    "catalogue_id": catalogue.id,
                    "file": b64encode(CATALOGUE_FILE.encode()),
                    "file_name": "danh-muc.csv",
                }
            )
            wizard.action_check()
            return wizard
        if model == "kpi.evaluator.change":
            return self._wizard(model, self.hr, evaluator_id=self.deputy.id)
        if model == "kpi.appraisal.return":
            return self._wizard(model, self.head.user_id)
        return {
            "kpi.appraisal": self.sheet,
            "kpi.assignment": self.work,
            "kpi.delivery": self.delivery,
            "kpi.period": self.period,
            "kpi.catalogue": self.items["K1"].catalogue_id,
        }[model]

    def _wizard(self, model, user, **more):
        values = {"appraisal_ids": self.sheet.ids, "reason": "Điều động", **more}
        return self.env[model].with_user(user).create(values)

    def _filled_in(self, arguments):
        if "evaluator_id" in arguments:
            return arguments | {"evaluator_id": self.deputy.id}
        return arguments


@tagged("rights")
class TestRightsOfMethods(Roles, Scenes, KpiCase):
    """Who may call what; the callers are ill-meaning and know every id."""

    def test_every_public_method_has_a_row_in_the_table(self):
        self.assertEqual(set(METHODS), own_methods(self.env))

    def test_each_method_serves_those_of_the_table_and_nobody_else(self):
        for (model, method), (state, callers, arguments) in METHODS.items():
            with closing(self.env.cr.savepoint()):
                self._bring(state)
                target = self._target(model)
                arguments = self._filled_in(arguments)
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
