"""Steps on many assignments take the same queries as on few."""

from . import test_batches
from .common import KpiCase

FEW, MANY = 10, 200
# The ORM inserts and updates 100 rows by a statement; all else must not grow.
SLACK = 3 * MANY // 100


class TestWorkBatches(KpiCase):
    _queries = test_batches.TestBatches._queries
    _store = test_batches.TestBatches._store

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.people = [
            cls._person(f"Chuyên viên {number}", "staff", None, cls.head)
            for number in range(20)
        ]
        cls._open()

    def _rows(self, number):
        return [
            {
                "employee_id": self.people[one % len(self.people)].id,
                "period_id": self.period.id,
                "item_id": self.items["K1"].id,
                "quantity": one + 1,
                "date_deadline": self.period.date_end,
            }
            for one in range(number)
        ]

    def _given(self, number):
        works = self.env["kpi.assignment"].with_user(self.head.user_id)
        return works.create(self._rows(number))

    def _assert_batched(self, step, made):
        """A step takes no more queries for many than for few, after a first one."""
        counts = []
        for number in (1, FEW, MANY):
            records = made(number)
            with self._queries() as count:
                step(records)
            counts += count
        self.assertLessEqual(counts[2], counts[1] + SLACK, counts)

    def test_200_works_are_given_with_the_queries_of_10(self):
        self._assert_batched(
            self._by_head(self.env["kpi.assignment"]).create, self._rows
        )

    def test_200_works_are_handed_back_with_the_queries_of_10(self):
        self._assert_batched(
            lambda some: some.action_hand_back("Giải thể tổ"), self._given
        )

    def test_200_works_are_cancelled_with_the_queries_of_10(self):
        self._assert_batched(lambda some: some.action_cancel("Nhầm"), self._given)

    def test_200_proposals_are_approved_with_the_queries_of_10(self):
        def proposed(number):
            rows = [
                row | {"state": "proposed", "origin": "adhoc"}
                for row in self._rows(number)
            ]
            return self._by_head(self.env["kpi.assignment"].create(rows))

        self._assert_batched(lambda some: some.action_approve(), proposed)

    def test_200_changes_are_approved_with_the_queries_of_10(self):
        def asked(number):
            works = self._given(number)
            ids = [work.ask_change(work.quantity + 1, reason="x") for work in works]
            return self._by_head(self.env["kpi.assignment.change"].browse(ids))

        self._assert_batched(lambda some: some.action_approve(), asked)

    def test_a_joint_product_has_200_shares_with_the_queries_of_10(self):
        def joint(number):
            joint = self.env["kpi.joint.product"].create(
                {
                    "item_id": self.items["K1"].id,
                    "owner_id": self.people[0].id,
                    "quantity": 10**6,
                }
            )
            return self._by_head(joint), self._rows(number)

        def split(made):
            made[0].action_split(
                [
                    {name: row[name] for name in row if name != "item_id"}
                    for row in made[1]
                ]
            )

        self._assert_batched(split, joint)

    def test_the_list_is_drawn_with_the_queries_of_10(self):
        self._assert_batched(
            lambda some: some.mapped("may_approve"),
            lambda number: self._by_head(self._given(number)),
        )

    def _by_head(self, records):
        return records.with_user(self.head.user_id)
