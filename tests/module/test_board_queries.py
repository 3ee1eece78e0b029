"""A board asks the database a few questions, however many people it is about."""

from datetime import timedelta

from .common import INTERNAL, PORTAL, KpiCase

# Five dozen with a collective; when each count asked anew whom one stands in for, it
# was thrice as many.
QUERIES_LIMIT = 60
# Both enough for what stands out to be told.
FEW, MANY = 6, 18


class TestBoardQueries(KpiCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.deputy = cls._person("Đỗ Văn Phó", "deputy", INTERNAL, cls.head)
        cls.env["kpi.delegation"].create(
            {
                "principal_id": cls.head.id,
                "substitute_id": cls.deputy.id,
                "date_from": "2026-01-01",
                "date_to": "2026-12-31",
                "document": "12/UQ-UBND",
            }
        )
        cls.env["kpi.body"].create(
            {
                "name": "Tập thể lãnh đạo",
                "kind": "tap_the_lanh_dao",
                "company_id": cls.company.id,
                "chair_id": cls.head.id,
                "member_ids": [(4, cls.deputy.id)],
            }
        )

    def _join(self, number):
        """So many people more, each with work handed in and a sheet judged."""
        people = [
            self._person(f"Người {number}/{one}", "staff", PORTAL, self.head)
            for one in range(number)
        ]
        works = [self._give(person) for person in people]
        sheets = self._open()
        for person, work in zip(people, works, strict=True):
            self._hand_in(work)
            self._set_behind(sheets[person], state="reviewed", proposed_grade="b")

    def _opened(self, user):
        """A board opened by a user, and the queries that it took."""
        board = self.env["kpi.board"].with_user(user).create({})
        board.month = self.period.date_start + timedelta(days=7)
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        board.action_show()
        self.env.flush_all()
        return board, self.env.cr.sql_log_count - before

    def test_a_board_is_cheap_for_whoever_judges_keeps_or_stands_in(self):
        readers = self.head.user_id | self.deputy.user_id | self.hr
        self._join(FEW)
        few = {}
        for user in readers:
            self._opened(user)
            board, few[user] = self._opened(user)
            self.assertGreaterEqual(board.people_count, FEW)
            with self.subTest(reader=user.name):
                self.assertLessEqual(few[user], QUERIES_LIMIT)
        self._join(MANY)
        for user in readers:
            self._opened(user)
            board, many = self._opened(user)
            self.assertGreaterEqual(board.people_count, FEW + MANY)
            with self.subTest(reader=user.name, people=board.people_count):
                self.assertLessEqual(many, few[user])
