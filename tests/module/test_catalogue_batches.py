"""A catalogue of any size is copied and approved in the same few queries."""

from datetime import date

from .common import KpiCase

DAYS = (date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1))


class TestCatalogueBatches(KpiCase):
    def _draft(self, day, number):
        """A next version with so many products more, some of them of a division."""
        draft = self._next_catalogue(day, approve=False)["K1"].catalogue_id
        draft.item_ids.create(
            [
                {
                    "catalogue_id": draft.id,
                    "group_id": draft.group_ids.id,
                    "code": f"{number}.{one}",
                    "name": "Việc",
                    "points": 5,
                    "division": "Phòng Kinh tế" if one % 2 else "",
                }
                for one in range(number)
            ]
        )
        return draft.with_user(self.hr)

    def _queries(self, step):
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        step()
        self.env.flush_all()
        return self.env.cr.sql_log_count - before

    def test_it_takes_the_same_queries_for_many_products(self):
        unit = {"name": "Phòng Kinh tế", "company_id": self.company.id}
        self.env["hr.department"].create(unit)
        counts = []
        for day, number in zip(DAYS, (5, 20, 80), strict=True):
            draft = self._draft(day, number)
            approving = self._queries(draft.action_approve)
            counts.append((approving, self._queries(draft.action_new_version)))
        self.assertEqual(counts[1], counts[2], counts)
        self.assertGreater(draft.item_count, 100)

    def test_matching_divisions_again_does_not_go_product_by_product(self):
        counts = []
        for number in (10, 60):
            draft = self._draft(DAYS[0], number)
            unit = {"name": "Phòng Kinh tế", "company_id": self.company.id}
            unit = self.env["hr.department"].create(unit)
            counts.append(self._queries(draft.action_match_divisions))
            named = draft.item_ids.filtered("division")
            self.assertEqual(named.department_id, unit)
            draft.unlink()
            unit.unlink()
        self.assertLessEqual(counts[1], counts[0], counts)
