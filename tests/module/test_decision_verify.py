from unittest.mock import patch

from odoo.exceptions import UserError
from odoo.tests import tagged

from odoo.addons.kpi_evaluation.models.decision import kpi_decision_verify

from .decision_case import DecisionCase


class TestVerify(DecisionCase):
    """Whoever gets past every guard is still found out, by number and name."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.links = cls._until(cls.sheet, "decided").decision_ids

    def setUp(self):
        super().setUp()
        self.links += self._more_links(3)
        self.assertEqual(self._check(), [])

    def _forge(self, statement, *values):
        """Change the database as one who owns it could."""
        self.env.flush_all()
        cr = self.env.cr
        cr.execute("ALTER TABLE kpi_decision DISABLE TRIGGER USER")
        cr.execute("ALTER TABLE ir_attachment DISABLE TRIGGER USER")
        cr.execute(statement, values)
        cr.execute("ALTER TABLE kpi_decision ENABLE TRIGGER USER")
        cr.execute("ALTER TABLE ir_attachment ENABLE TRIGGER USER")
        self.env.invalidate_all()

    def _forge_link(self, change, link):
        self._forge(f"UPDATE kpi_decision SET {change} WHERE id = %s", link.id)

    def test_a_changed_column_is_named_with_its_number_and_person(self):
        link = self.links[1]
        for change in (
            "grade = 'd'",
            "employee_name = 'Người khác'",
            "decided_by_id = 1",
            "decided_on = decided_on + interval '1 day'",
            """snapshot = replace(snapshot, '"M":"1/1"', '"M":"0/1"')""",
            "snapshot = 'không còn là JSON'",
        ):
            with self.subTest(change), self.env.cr.savepoint() as savepoint:
                self._forge_link(change, link)
                faults = self._check()
                self.assertEqual(len(faults), 1, faults)
                self.assertIn("No. 2, ", faults[0])
                self.assertIn("changed after it was written", faults[0])
                savepoint.rollback()
                self.env.invalidate_all()

    def test_a_change_with_a_new_hash_breaks_the_link_after_it(self):
        link = self.links[1]
        self._forge_link("grade = 'd'", link)
        self._forge_link(f"hash = '{link._own_hash()}'", link)
        faults = self._check()
        self.assertIn(f"No. 3, {self.links[2].employee_name}", faults[0])
        self.assertIn("does not follow", faults[0])

    def test_a_link_taken_out_of_the_middle_leaves_a_gap(self):
        self._forge("DELETE FROM kpi_decision WHERE id = %s", self.links[1].id)
        faults = self._check()
        self.assertIn("No. 3, ", faults[0])
        self.assertIn("No. 2 to 2 are missing", faults[0])

    def test_a_link_taken_off_the_end_is_missed_by_its_sheet(self):
        last = self.links[-1]
        person = last.employee_name
        self._forge("DELETE FROM kpi_decision WHERE id = %s", last.id)
        self.assertEqual(
            self._check(),
            [f"The sheet of {person}, 07/2026, is decided and not in the book."],
        )

    def test_a_link_slipped_in_is_found(self):
        self._forge(
            "INSERT INTO kpi_decision (company_id, number, kind, appraisal_id, "
            "period_id, employee_name, grade, decided_by_id, decided_on, snapshot, "
            "previous_hash, hash) SELECT company_id, number + 3, 'annulment', "
            "appraisal_id, period_id, employee_name, grade, decided_by_id, decided_on, "
            "snapshot, hash, hash FROM kpi_decision WHERE id = %s",
            self.links[1].id,
        )
        faults = self._check()
        self.assertTrue(all("No. 5, " in fault for fault in faults))
        self.assertTrue(faults)

    def test_a_sheet_that_says_something_else_than_its_decision_is_named(self):
        for statement, part in (
            ("UPDATE kpi_appraisal SET grade = 'd' WHERE id = %s", "the classes"),
            ("UPDATE kpi_appraisal SET total_score = 1 WHERE id = %s", "the score"),
            (
                "UPDATE kpi_appraisal_criterion SET evaluator_points = 0 "
                "WHERE appraisal_id = %s",
                "the general criteria",
            ),
            (
                "UPDATE kpi_assignment SET coefficient = 9 WHERE id = "
                "(SELECT max(id) FROM kpi_assignment WHERE employee_id = "
                "(SELECT employee_id FROM kpi_appraisal WHERE id = %s))",
                "the work and the hand-ins",
            ),
        ):
            with self.subTest(part), self.env.cr.savepoint() as savepoint:
                self._forge(statement, self.links[2].appraisal_id.id)
                (fault,) = self._check()
                self.assertIn("No. 3, ", fault)
                self.assertIn(f"differs from it in: {part}", fault)
                savepoint.rollback()
                self.env.invalidate_all()

    def test_an_exchanged_file_is_found_by_its_hash(self):
        link = self.links[0]
        link._keep_print(b"%PDF-1.4 1")
        self.assertEqual(self._check(), [])
        other = self.env["ir.attachment"].create({"name": "x", "raw": b"%PDF-1.4 2"})
        self._forge(
            "UPDATE ir_attachment SET store_fname = other.store_fname "
            "FROM ir_attachment other WHERE ir_attachment.id = %s AND other.id = %s",
            link.pdf_id.id,
            other.id,
        )
        (fault,) = self._check()
        self.assertIn("No. 1, Nguyễn Thị An, 07/2026: its printed sheet", fault)

    def test_a_book_is_read_in_portions_without_losing_the_thread(self):
        with patch.object(kpi_decision_verify, "LINKS_AT_ONCE", 2):
            self.assertEqual(self._check(), [])
            self._forge_link("grade = 'd'", self.links[2])
            self.assertEqual(len(self._check()), 1)

    def test_the_officer_reads_the_result_in_words(self):
        answer = self.book.with_user(self.hr).action_verify()["params"]
        self.assertEqual(answer["type"], "success")
        self.assertIn("UBND xã Tân Cương: 4 links, No. 1 to No. 4", answer["message"])
        self._forge_link("grade = 'd'", self.links[1])
        answer = self.book.with_user(self.hr).action_verify()["params"]
        self.assertEqual(answer["type"], "danger")
        self.assertIn("The first: No. 2, Người 0, 07/2026", answer["message"])
        vietnamese = self.book.with_user(self.hr).with_context(lang="vi_VN")
        words = vietnamese.action_verify()["params"]["message"]
        self.assertIn("Số 2, Người 0, 07/2026", words)

    def test_an_evaluator_does_not_check_the_book(self):
        with self.assertRaises(UserError):
            self.book.with_user(self.head.user_id).action_verify()

    def test_the_night_alarms_the_administrators_once_for_each_new_fault(self):
        admin = self._user("Quản trị", "kpi_evaluation.group_admin")
        messages = self.env["mail.message"]
        mine = [("partner_ids", "in", admin.partner_id.ids)]
        self.book._watch_book(self.company)
        self.assertFalse(messages.search(mine))
        self._forge_link("grade = 'd'", self.links[1])
        for _night in range(2):
            self.book._watch_book(self.company)
            self.assertEqual(len(messages.search(mine)), 1)
        self.assertIn("No. 2, Người 0", messages.search(mine).body)
        self._forge_link("grade = 'd'", self.links[0])
        self.book._watch_book(self.company)
        self.assertEqual(len(messages.search(mine)), 2)


@tagged("rights")
class TestVerifyElsewhere(DecisionCase):
    def test_an_officer_checks_the_own_agency_and_the_inspector_every_one(self):
        self._decided()
        elsewhere = self._agency("UBND xã Bình Yên")
        officer = self._user("Cán bộ nơi khác", "kpi_evaluation.group_hr", elsewhere)
        words = self.book.with_user(officer).action_verify()["params"]["message"]
        self.assertNotIn("Tân Cương", words)
        inspector = self._user("Kiểm tra", "kpi_evaluation.group_inspector", elsewhere)
        words = self.book.with_user(inspector).action_verify()["params"]["message"]
        self.assertIn("UBND xã Tân Cương: 1 links", words)
