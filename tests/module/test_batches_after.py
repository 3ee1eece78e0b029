"""Publication and annulment of twice as many take no more queries."""

from . import test_batches
from .after_case import FACT, WHY
from .common import KpiCase

FEW, MANY = test_batches.FEW, test_batches.MANY
# Each new version has ten lines, and one INSERT of the ORM takes 100 rows.
FEW_WITH_LINES = 5


class TestBatchesAfter(KpiCase):
    _queries = test_batches.TestBatches._queries
    _store = test_batches.TestBatches._store
    _assert_batched = test_batches.TestBatches._assert_batched
    _people = test_batches.TestBatches._people
    _sheets = test_batches.TestBatches._sheets

    def setUp(self):
        super().setUp()
        self.sheets = self._sheets(1 + FEW + MANY, "self_assessed")
        self.sheets.action_review()
        self.sheets.action_decide()
        self.sheets.with_user(self.hr).action_publish()

    def test_sheets_are_annulled_with_the_same_queries_for_twice_as_many(self):
        some = self.sheets[: 1 + 3 * FEW_WITH_LINES]
        self._assert_batched(
            lambda some: some.action_annul(WHY, **FACT), some, FEW_WITH_LINES
        )
        self.assertEqual(set(some.mapped("state")), {"annulled"})
        new = some.superseded_by_ids
        self.assertEqual(len(new.criterion_ids), len(some.criterion_ids))

    def test_the_public_list_is_read_with_the_same_queries_for_twice_as_many(self):
        rows = self.env["kpi.publication"].with_user(self.staff.user_id)
        rows = rows.browse(self.sheets.ids)
        self._assert_batched(lambda some: some.mapped("points"), rows)
        self._assert_batched(lambda some: some.mapped("reason"), rows)
        self.assertEqual(len(rows.search([])), 1 + FEW + MANY)

    def test_who_may_annul_is_asked_with_the_same_queries_for_twice_as_many(self):
        self._assert_batched(lambda some: some.mapped("may_annul"), self.sheets)
        self._assert_batched(lambda some: some.mapped("feedback_count"), self.sheets)
