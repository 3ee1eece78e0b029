"""The boards: live figures of a month for whoever judges, keeps or oversees."""

from collections import Counter
from datetime import timedelta

from odoo.tests import new_test_user

from .common import INTERNAL, PORTAL, KpiCase

INSPECTOR = "kpi_evaluation.group_inspector"
STATES = {
    "self_due_count": "draft",
    "opinion_due_count": "self_assessed",
    "decision_due_count": "reviewed",
    "publication_due_count": "decided",
}


class TestBoard(KpiCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.deputy = cls._person("Đỗ Văn Phó", "deputy", INTERNAL, cls.head)
        cls.people = [
            cls._person(f"Người {index}", "staff", PORTAL, cls.deputy)
            for index in range(6)
        ]
        for person in [cls.staff, cls.colleague, *cls.people]:
            cls._give(person)
        cls.sheets = cls._open()
        inspector = new_test_user(cls.env, "thanhtra", INSPECTOR)
        cls.readers = {
            "head": cls.head.user_id,
            "deputy": cls.deputy.user_id,
            "hr": cls.hr,
            "inspector": inspector,
            "nobody": cls._user("Trịnh Không Vai", INTERNAL),
        }
        cls._until(cls.sheets[cls.staff], "published")
        cls._until(cls.sheets[cls.colleague], "reviewed")
        cls._until(cls.sheets[cls.people[0]], "self_assessed")

    def _board(self, reader):
        self.env.flush_all()
        self.env.invalidate_all()
        board = self.env["kpi.board"].with_user(self.readers[reader]).create({})
        board.month = self.period.date_start + timedelta(days=7)
        board.action_show()
        return board

    def _mine(self, reader):
        """The month's sheets that the board of a reader is about, told by hand."""
        every = sum(self.sheets.values(), self.env["kpi.appraisal"])
        user = self.readers[reader]
        others = every.filtered(lambda one: one.employee_user_id != user)
        if reader in ("hr", "inspector"):
            return others
        return others.filtered(lambda one: one.evaluator_user_id == user)

    def test_the_figures_are_those_of_the_sheets_that_one_judges_or_keeps(self):
        for reader in self.readers:
            with self.subTest(reader=reader):
                board, sheets = self._board(reader), self._mine(reader)
                self.assertEqual(board.people_count, len(sheets))
                states = Counter(sheets.mapped("state"))
                for figure, state in STATES.items():
                    self.assertEqual(board[figure], states[state], figure)
                grades = Counter(sheets.mapped("grade"))
                for grade in "abcd":
                    self.assertEqual(board[f"{grade}_count"], grades[grade])

    def test_each_figure_opens_the_very_sheets_that_it_counts(self):
        for reader in ("head", "deputy", "hr", "inspector"):
            board = self._board(reader)
            for figure in (*STATES, "people_count", "overdue_count", "a_count"):
                with self.subTest(reader=reader, figure=figure):
                    domain = board.action_open(figure)["domain"]
                    sheets = self.env["kpi.appraisal"].with_user(board.env.user)
                    self.assertEqual(sheets.search_count(domain), board[figure])

    def test_the_units_add_up_to_the_whole(self):
        board = self._board("hr")
        for name in ("people_count", "a_count", "b_count", "c_count", "d_count"):
            self.assertEqual(sum(board.unit_ids.mapped(name)), board[name], name)
        waiting = board.people_count - sum(board[f"{grade}_count"] for grade in "abcd")
        self.assertEqual(sum(board.unit_ids.mapped("waiting_count")), waiting)

    def test_the_mean_is_of_the_judged_only(self):
        judged = self._mine("head").filtered(
            lambda one: one.state in ("reviewed", "decided", "published")
        )
        (unit,) = self._board("head").unit_ids
        mean = sum(judged.mapped("total_score")) / len(judged)
        self.assertAlmostEqual(unit.mean_score, mean, 2)

    def test_several_agencies_stand_side_by_side(self):
        elsewhere = self._agency("UBND xã Bình Yên")
        period = self.env["kpi.period"].create(
            {"date_start": self.period.date_start, "company_id": elsewhere.id}
        )
        person = self._person("Mai Nơi Khác", "staff", PORTAL, company=elsewhere)
        self.env["kpi.appraisal"].create(
            {"employee_id": person.id, "period_id": period.id}
        )
        lines = {line.company_id: line for line in self._board("inspector").unit_ids}
        self.assertEqual(lines[elsewhere].people_count, 1)
        self.assertEqual(lines[self.company].people_count, len(self._mine("hr")) + 1)

    def test_a_board_is_read_by_nobody_else(self):
        board = self._board("head")
        found = self.env["kpi.board"].with_user(self.readers["deputy"])
        self.assertNotIn(board.id, found.search([]).ids)

    def _judged(self, people):
        for person in people:
            self._until(self.sheets[person], "reviewed")

    def test_the_same_points_for_everybody_stand_out(self):
        self._judged(self.people[:4])
        kinds = set(self._board("hr").warning_ids.mapped("kind"))
        self.assertFalse(kinds, "four people alike are no pattern yet")
        self._judged(self.people[4:5])
        board = self._board("hr")
        self.assertEqual(
            set(board.warning_ids.mapped("kind")), {"same_points", "narrow"}
        )
        warning = board.warning_ids[0]
        self.assertIn("Đỗ Văn Phó", warning.sentence)
        found = self.env["kpi.appraisal"].search(warning.action_open()["domain"])
        self.assertEqual(found.employee_id, sum(self.people[:5], found.employee_id))
        self.assertFalse(self._board("head").warning_ids)

    def test_a_class_two_away_from_one_s_own_stands_out(self):
        sheet = self.sheets[self.staff]
        self._set_behind(sheet, self_grade="a", grade="b")
        self.assertFalse(self._board("head").warning_ids)
        self._set_behind(sheet, grade="c")
        (warning,) = self._board("head").warning_ids
        self.assertEqual(warning.kind, "far_apart")
        found = self.env["kpi.appraisal"].search(warning.action_open()["domain"])
        self.assertEqual(found, sheet)

    def test_returns_heaped_before_the_deadline_stand_out(self):
        until = self.period.self_assessment_until
        work = [self._give(self.people[5], name=f"Việc {n}") for n in range(6)]
        for day, one in enumerate(work):
            hand_in = self._hand_in(one, 1)
            early = day < 1
            self._set_behind(
                hand_in,
                verdict="returned",
                verdict_date=until - timedelta(days=9 if early else 1),
            )
        (warning,) = self._board("deputy").warning_ids
        self.assertEqual(warning.kind, "late_faults")
        self.assertIn("5", warning.sentence)
        self.assertIn("6", warning.sentence)
        self.assertFalse(self._board("head").warning_ids)
