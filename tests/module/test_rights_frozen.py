from odoo import Command
from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import KpiCase
from .roles import ROLES, Roles

# Written to a sheet in any way a colleague could think of.
ON_THE_SHEET = {
    "state": "draft",
    "grade": "a",
    "proposed_grade": "a",
    "grade_reason": "x",
    "total_score": 99,
    "system_grade": "a",
    "self_total_score": 99,
    "self_strengths": "x",
    "evaluator_comment": "x",
    "organising_level": "full",
    "employee_id": 1,
    "employee_name": "x",
    "evaluator_id": 1,
    "decider_id": 1,
    "period_id": 1,
    "decided_on": "2026-07-01 00:00:00",
    "decided_by_id": 1,
    "trace": {},
}
ON_A_LINE = {
    "self_points": 1,
    "evaluator_points": 1,
    "evaluator_reason": "x",
    "max_points": 100,
    "name": "x",
    "appraisal_id": 1,
}
ON_THE_WORK = {
    "quantity": 1,
    "coefficient": 9,
    "date_deadline": "2026-07-31",
    "name": "x",
    "origin": "adhoc",
    "done_quantity": 9,
    "fault_count": 0,
    "late_count": 0,
    "assigner_id": 1,
    "assigner_user_id": 1,
    "employee_user_id": 1,
}
ON_A_HAND_IN = {
    "quantity": 9,
    "date": "2026-07-01",
    "verdict": "accepted",
    "fault": "x",
    "verdict_date": "2026-07-01",
    "note": "x",
}
STEPS = (
    ("save_self_assessment", {}),
    ("action_self_assess", {}),
    ("action_return", {"reason": "x"}),
    ("action_review", {}),
    ("action_reopen", {}),
    ("action_decide", {}),
    ("action_change_evaluator", {"evaluator_id": 1, "reason": "x"}),
)


@tagged("rights")
class TestFrozenSheet(Roles, KpiCase):
    """A decided sheet stands, with its lines, its work and its hand-ins (Điều 16)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.delivery.with_user(cls.head.user_id).action_accept()
        cls.waiting = cls._give(cls.colleague)
        cls._until(cls.sheet, "decided")
        cls.env.flush_all()

    def _refused(self, record, act, label):
        for role in ROLES:
            with self.assertRaises(UserError, msg=f"{role}: {label}"):
                act(self._as(role, record))

    def _assert_writes_refused(self, record, table):
        for field, value in table.items():
            self._refused(
                record,
                lambda seen, values={field: value}: seen.write(values),
                f"{record._name}.{field}",
            )

    def test_nothing_of_a_decided_sheet_is_written_by_any_role(self):
        self._assert_writes_refused(self.sheet, ON_THE_SHEET)

    def test_no_criterion_line_of_a_decided_sheet_is_written_by_any_role(self):
        self._assert_writes_refused(self.sheet.criterion_ids[0], ON_A_LINE)

    def test_the_lines_are_not_reached_through_the_sheet_either(self):
        line = self.sheet.criterion_ids[0]
        for command in (
            Command.update(line.id, {"evaluator_points": 0}),
            Command.create({"max_points": 5, "evaluator_points": 5}),
            Command.delete(line.id),
            Command.clear(),
        ):
            self._refused(
                self.sheet,
                lambda seen, values={"criterion_ids": [command]}: seen.write(values),
                str(command),
            )

    def test_the_work_of_a_decided_month_does_not_change(self):
        self._assert_writes_refused(self.work, ON_THE_WORK)

    def test_the_hand_ins_of_a_decided_month_do_not_change(self):
        self._assert_writes_refused(self.delivery, ON_A_HAND_IN)

    def test_no_step_is_taken_on_a_decided_sheet_but_its_publication(self):
        for method, arguments in STEPS:
            self._refused(
                self.sheet,
                lambda seen, m=method, a=arguments: getattr(seen, m)(**a),
                method,
            )

    def test_no_work_is_added_to_a_decided_month(self):
        values = {
            "employee_id": self.staff.id,
            "period_id": self.period.id,
            "item_id": self.items["K1"].id,
            "date_deadline": self.period.date_end,
        }
        self._refused(
            self.env["kpi.assignment"], lambda model: model.create(values), "work"
        )
        with self.assertRaises(UserError):
            self.env["kpi.assignment"].create(values)

    def test_nothing_is_handed_in_for_a_decided_month(self):
        self._refused(self.work, lambda work: work.hand_in(1), "hand_in")

    def test_nothing_of_a_decided_month_is_deleted_by_any_role(self):
        for record in (
            self.sheet,
            self.sheet.criterion_ids,
            self.work,
            self.delivery,
            self.period,
        ):
            self._refused(record, lambda seen: seen.unlink(), record._name)

    def test_not_even_trusted_code_changes_or_deletes_a_decided_sheet(self):
        line = self.sheet.criterion_ids[0]
        for record, values in (
            (self.sheet, {"total_score": 1}),
            (self.sheet, {"grade": "a"}),
            (self.sheet, {"state": "draft"}),
            (line, {"evaluator_points": 1}),
            (self.work, {"quantity": 1}),
            (self.delivery, {"verdict": "returned"}),
        ):
            with self.assertRaises(UserError, msg=str(values)):
                record.write(values)
        for record in (self.sheet, line, self.work):
            with self.assertRaises(UserError, msg=record._name):
                record.unlink()

    def test_not_even_an_upgrade_that_computes_everything_anew_moves_a_total(self):
        total = self.sheet.total_score
        self.env.cr.execute(
            "UPDATE kpi_assignment SET done_quantity = 0 WHERE id = %s", [self.work.id]
        )
        self.env.invalidate_all()
        for field in self.env.registry.field_computed[
            self.sheet._fields["total_score"]
        ]:
            self.env.add_to_compute(field, self.sheet)
        self.env.flush_all()
        self.assertEqual(self.sheet.total_score, total)

    def test_the_person_s_other_month_stays_open(self):
        august = self._month(self.period.date_start.replace(month=8))
        sheet = self._open(august)[self.staff]
        self._give(
            self.staff, period_id=august.id, date_deadline=august.date_end, quantity=2
        )
        self.assertEqual(sheet.state, "draft")
        self.assertEqual(self.sheet.state, "decided")

    def test_the_state_is_never_written_in_any_state_by_any_role(self):
        sheet = self._open()[self.colleague]
        for state in ("draft", "self_assessed", "reviewed"):
            if state != "draft":
                if sheet.state == "draft":
                    self._deliver(self.waiting)
                self._until(sheet, state)
            for role in ROLES:
                with self.assertRaises(UserError, msg=f"{role} in {state}"):
                    self._as(role, sheet).write({"state": "published"})
