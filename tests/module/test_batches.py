"""Work on twice as many records takes no more queries: none of it goes row by row."""

from contextlib import contextmanager

from dateutil.relativedelta import relativedelta

from .common import MONTH, KpiCase

FEW, MANY = 20, 40
# Both fit into one INSERT and one UPDATE of the ORM, which take 100 rows each.
SLACK = 2


class TestBatches(KpiCase):
    @contextmanager
    def _queries(self):
        """Count the queries of a block, from an empty cache until all is stored."""
        self._store()
        count = [self.env.cr.sql_log_count]
        yield count
        self._store()
        count[0] = self.env.cr.sql_log_count - count[0]

    def _store(self):
        """Do what a commit does, notes in the history included."""
        self.env.flush_all()
        self.env.cr.precommit.run()
        self.env.invalidate_all()

    def _assert_batched(self, step, records, few=FEW):
        """A step takes the same queries for twice as many, once a first one is done."""
        counts = []
        for some in (records[:1], records[1 : few + 1], records[few + 1 : 3 * few + 1]):
            with self._queries() as count:
                step(some)
            counts += count
        self.assertEqual(len(some), 2 * few)
        self.assertLessEqual(counts[2], counts[1] + SLACK, counts)

    def _people(self, number):
        return [
            self._person(f"Chuyên viên {one}/{number}", "staff", manager=self.head)
            for one in range(number)
        ]

    def _works(self, number):
        """So many tasks of one person, each handed in."""
        works = [self._give(self.staff) for _one in range(number)]
        self._open()
        hand_ins = [self._hand_in(work).id for work in works]
        judge = self.head.user_id
        return self.env["kpi.delivery"].with_user(judge).browse(hand_ins)

    def _sheets(self, number, state="draft"):
        """So many sheets with a task and all points, as their evaluator sees them."""
        people = self._people(number)
        for person in people:
            self._give(person)
        sheets = self.env["kpi.appraisal"].concat(
            *(self._open()[person] for person in people)
        )
        for line in sheets.criterion_ids:
            line._give("self", line.max_points)
            line._give("evaluator", line.max_points)
        self._store()
        # Straight into the database: nobody here has a login to assess themselves.
        self.env.cr.execute(
            "UPDATE kpi_appraisal SET state = %s WHERE id IN %s",
            (state, sheets._ids),
        )
        self.env.invalidate_all()
        return sheets.with_user(self.head.user_id)

    def test_a_month_opens_with_the_same_queries_for_twice_the_people(self):
        counts = []
        for number in (1, FEW // 2, FEW):
            self._people(number)
            with self._queries() as count:
                self.period.action_open()
            counts += count
        lines = self.period.appraisal_ids.criterion_ids
        self.assertEqual(len(lines), 10 * (1 + FEW // 2 + FEW + 4))
        self.assertLessEqual(counts[2], counts[1] + SLACK, counts)

    def test_a_month_opens_with_the_same_queries_for_twice_the_evaluators(self):
        counts = []
        for number in (1, FEW // 5, 2 * FEW // 5):
            for one in range(number):
                deputy = self._person(f"Phó {one}/{number}", "deputy")
                self._person(f"Cán bộ {one}/{number}", "staff", manager=deputy)
            with self._queries() as count:
                self.period.action_open()
            counts += count
        sessions = self.env["kpi.session"].search([("period_id", "=", self.period.id)])
        self.assertGreater(len(sessions.evaluator_id), 2 * FEW // 5)
        self.assertLessEqual(counts[2], counts[1] + SLACK, counts)

    def test_sheets_are_scored_with_the_same_queries_for_twice_as_many(self):
        sheets = self._sheets(1 + FEW + MANY)
        self._assert_batched(lambda some: some._recompute_scores(), sheets.sudo())

    def test_leaders_are_scored_and_asked_with_the_same_queries_for_twice_as_many(self):
        for number in range(1 + FEW + MANY):
            deputy = self._person(f"Phó {number}", "deputy", manager=self.head)
            self._give(self._person(f"Cán bộ {number}", "staff", manager=deputy))
        self._open()
        leaders = self.period.appraisal_ids.filtered(
            lambda sheet: sheet.position_category == "deputy"
        )
        self._assert_batched(lambda some: some._recompute_scores(), leaders)
        self.env.cr.execute(
            "UPDATE kpi_appraisal SET state = 'reviewed' WHERE id IN %s",
            [leaders._ids],
        )
        self.env.invalidate_all()
        leaders = leaders.with_user(self.head.user_id)
        for step in ("decide", "reopen"):
            self._assert_batched(lambda s, step=step: s._reasons_against(step), leaders)

    def test_hand_ins_are_accepted_with_the_same_queries_for_twice_as_many(self):
        hand_ins = self._works(1 + FEW + MANY)
        self._assert_batched(lambda some: some.action_accept(), hand_ins)
        self.assertEqual(set(hand_ins.mapped("verdict")), {"accepted"})

    def test_hand_ins_are_returned_with_the_same_queries_for_twice_as_many(self):
        hand_ins = self._works(1 + FEW + MANY)
        self._assert_batched(lambda some: some.action_return("Sai mẫu"), hand_ins)
        self.assertEqual(set(hand_ins.mapped("fault")), {"Sai mẫu"})

    def test_sheets_are_self_assessed_with_the_same_queries_for_twice_as_many(self):
        sheets = self.env["kpi.appraisal"]
        for number in range(1 + 5 + 10):
            period = self._month(MONTH + relativedelta(months=number + 1))
            dates = {"period_id": period.id, "date_deadline": period.date_end}
            self._give(self.staff, **dates)
            sheets += self._open(period)[self.staff]
        mine = sheets.with_user(self.staff.user_id)
        for sheet in mine:
            lines = sheet.criterion_ids
            points = dict(zip(lines.ids, lines.mapped("max_points"), strict=True))
            sheet.save_self_assessment(points)
        self._assert_batched(lambda some: some.action_self_assess(), mine, few=5)
        self.assertEqual(set(sheets.mapped("state")), {"self_assessed"})

    def test_sheets_are_given_back_with_the_same_queries_for_twice_as_many(self):
        sheets = self._sheets(1 + FEW + MANY, "self_assessed")
        self._assert_batched(lambda some: some.action_return("Bổ sung"), sheets)
        self.assertEqual(set(sheets.sudo().mapped("state")), {"draft"})

    def test_sheets_are_judged_with_the_same_queries_for_twice_as_many(self):
        sheets = self._sheets(1 + FEW + MANY, "self_assessed")
        self._assert_batched(lambda some: some.action_review(), sheets)
        self._assert_batched(lambda some: some.action_decide(), sheets)
        officer = sheets.with_user(self.hr)
        self._assert_batched(lambda some: some.action_publish(), officer)
        self.assertEqual(set(sheets.mapped("state")), {"published"})

    def test_every_sheet_keeps_its_own_history_of_a_step_taken_together(self):
        sheets = self._sheets(3, "self_assessed")
        sheets.action_review()
        self._store()
        print(
            "ALL",
            [
                (
                    m.author_id.name,
                    m.res_id,
                    m.tracking_value_ids.field_id.mapped("name"),
                )
                for m in self.env["mail.message"].search(
                    [("model", "=", "kpi.appraisal")]
                )
            ],
            sheets.ids,
            self.env.user.name,
        )
        for sheet in sheets.sudo():
            note = sheet.message_ids[:1]
            changed = note.tracking_value_ids.field_id.mapped("name")
            self.assertEqual(note.author_id, self.head.user_id.partner_id)
            self.assertEqual(set(changed), {"state", "proposed_grade"})

    def test_buttons_of_a_list_are_drawn_with_the_same_queries_for_twice_as_many(self):
        sheets = self._sheets(1 + FEW + MANY, "self_assessed")
        self._assert_batched(lambda some: some.mapped("may_review"), sheets)
