from .common import KpiCase

FEW, MANY = 10, 200
# The ORM puts so many rows into one statement.
ROWS = 100
SLACK = 2


class TestDecisionBatches(KpiCase):
    """Freezing and checking take the same queries for few sheets and for many."""

    def _store(self):
        """Do what a commit does, notes in the history included."""
        self.env.flush_all()
        self.env.cr.precommit.run()
        self.env.invalidate_all()

    def _queries(self, step):
        """Count the queries of a step, from an empty cache until all is stored."""
        self._store()
        before = self.env.cr.sql_log_count
        step()
        self._store()
        return self.env.cr.sql_log_count - before

    def _sheets(self, number):
        """So many sheets that wait for the head's decision."""
        people = self.env["hr.employee"].concat(
            *(
                self._person(f"Chuyên viên {one}", "staff", manager=self.head)
                for one in range(number)
            )
        )
        opened = self._open()
        sheets = self.env["kpi.appraisal"].concat(*(opened[one] for one in people))
        for person in people:
            self._give(person)
        for line in sheets.criterion_ids:
            line._give("evaluator", line.max_points)
        self._store()
        # Straight into the database: nobody here has a login to assess themselves.
        self.env.cr.execute(
            "UPDATE kpi_appraisal SET state = 'reviewed', proposed_grade = 'd' "
            "WHERE id IN %s",
            (sheets._ids,),
        )
        self.env.invalidate_all()
        return sheets.with_user(self.head.user_id)

    def test_many_sheets_are_frozen_and_checked_with_the_queries_of_few(self):
        sheets = self._sheets(1 + FEW + MANY)
        deciding, checking = [], []
        for some in (sheets[:1], sheets[1 : FEW + 1], sheets[FEW + 1 :]):
            deciding.append(self._queries(some.action_decide))
            checking.append(self._queries(self._check))
        self.assertEqual(len(some), MANY)
        # A sheet, its link, its note and three values noted: so many rows for each.
        statements = 6 * (MANY // ROWS - 1)
        self.assertLessEqual(deciding[2], deciding[1] + statements + SLACK, deciding)
        self.assertLessEqual(checking[2], checking[1] + SLACK, checking)
        links = self.env["kpi.decision"].search([("company_id", "=", self.company.id)])
        self.assertEqual(links.mapped("number"), [*range(1 + FEW + MANY, 0, -1)])

    def _check(self):
        self.assertEqual(self.env["kpi.decision"]._check_book(self.company)[1], [])
