"""Verdicts and answers on many at once take the same queries as on few."""

from base64 import b64encode

from odoo.tests import tagged

from .common import INTERNAL, KpiCase

FEW, MANY = 10, 200
# The ORM writes at most 100 rows in one statement: what the larger number adds to each
# of the two tables that change, hand-ins or causes and their work.
MORE_STATEMENTS = 2 * (MANY - FEW) // 100 + 2
PROOF = [("a.pdf", b64encode(b"%PDF-1.7").decode())]


@tagged("batches")
class TestBatchesOfWork(KpiCase):
    def _store(self):
        self.env.flush_all()
        self.env.cr.precommit.run()
        self.env.invalidate_all()

    def _count(self, step, records):
        self._store()
        before = self.env.cr.sql_log_count
        step(records)
        self._store()
        return self.env.cr.sql_log_count - before

    def _assert_batched(self, step, records):
        """A step on 200 takes what it takes on 10, once a first one is done."""
        self._count(step, records[:1])
        few = self._count(step, records[1 : FEW + 1])
        many = self._count(step, records[FEW + 1 : FEW + MANY + 1])
        self.assertLessEqual(many, few + MORE_STATEMENTS, (few, many))

    def _works(self):
        values = {
            "employee_id": self.staff.id,
            "period_id": self.period.id,
            "item_id": self.items["K1"].id,
            "date_deadline": self.period.date_end,
        }
        works = self.env["kpi.assignment"].with_user(self.head.user_id)
        works = works.create([values] * (1 + FEW + MANY)).with_env(self.env)
        self._open()
        return works

    def _hand_ins(self):
        values = [{"assignment_id": work.id} for work in self._works()]
        hand_ins = self.env["kpi.delivery"].create(values)
        return hand_ins.with_user(self.head.user_id)

    def test_two_hundred_are_accepted_with_the_queries_of_ten(self):
        hand_ins = self._hand_ins()
        self._assert_batched(lambda some: some.action_accept(), hand_ins)
        self.assertEqual(set(hand_ins.mapped("verdict")), {"accepted"})
        self.assertEqual(set(hand_ins.assignment_id.mapped("done_quantity")), {1})

    def test_a_substitute_accepts_with_the_queries_of_ten(self):
        chief = self._person("Đỗ Văn Phó", "deputy", INTERNAL, self.head)
        self.env["kpi.delegation"].create(
            {
                "principal_id": self.head.id,
                "substitute_id": chief.id,
                "date_from": "2026-07-10",
                "date_to": "2026-07-10",
                "document": "1/UQ",
            }
        )
        hand_ins = self._hand_ins().with_user(chief.user_id)
        self._assert_batched(lambda some: some.action_accept(), hand_ins)

    def test_two_hundred_are_returned_with_the_queries_of_ten(self):
        hand_ins = self._hand_ins()
        self._assert_batched(lambda some: some.action_return("Sai mẫu"), hand_ins)
        self._assert_batched(lambda some: some.action_reopen_verdict("Nhầm"), hand_ins)

    def test_the_list_of_what_waits_takes_the_queries_of_ten(self):
        hand_ins = self._hand_ins()
        names = ["assignment_id", "employee_id", "is_late", "may_judge", "fault"]
        self._assert_batched(lambda some: some.read(names), hand_ins)

    def test_two_hundred_causes_are_confirmed_with_the_queries_of_ten(self):
        values = [
            {
                "assignment_id": work.id,
                "kind": "waive",
                "reason": "Lũ",
                "authority_id": self.head.id,
            }
            for work in self._works()
        ]
        causes = self.env["kpi.cause"].create(values).with_user(self.head.user_id)
        self._assert_batched(lambda some: some.action_confirm(), causes)
        self.assertEqual(set(causes.assignment_id.mapped("is_waived")), {True})
