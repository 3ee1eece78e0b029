from psycopg2.errors import CheckViolation

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .decision_case import DecisionCase
from .roles import ROLES, Roles

COLUMNS = {
    "number": "77",
    "kind": "'annulment'",
    "grade": "'d'",
    "employee_name": "'x'",
    "department_name": "NULL",
    "decided_by_id": "1",
    "decided_on": "now()",
    "snapshot": "'{}'",
    "previous_hash": "'x'",
    "hash": "'x'",
    "create_uid": "1",
    "create_date": "'2020-01-01'",
}


class TestGuardOfDatabase(DecisionCase):
    """Behind the ORM stands PostgreSQL itself."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.link = cls._until(cls.sheet, "decided").decision_ids
        cls.env.flush_all()

    @mute_logger("odoo.sql_db")
    def _assert_refused(self, statement, *values):
        with (
            self.subTest(statement),
            self.assertRaises(CheckViolation) as caught,
            self.env.cr.savepoint(),
        ):
            self.env.cr.execute(statement, values)
        return caught.exception

    def test_no_column_is_updated(self):
        for column, value in COLUMNS.items():
            self._assert_refused(f"UPDATE kpi_decision SET {column} = {value}")

    def test_no_row_is_deleted_nor_the_table_emptied(self):
        self._assert_refused("DELETE FROM kpi_decision")
        self._assert_refused("TRUNCATE kpi_decision")
        self._assert_refused("TRUNCATE kpi_appraisal CASCADE")

    def test_the_file_is_put_in_once(self):
        self.link._keep_print(b"%PDF-1.4")
        self.env.flush_all()
        self._assert_refused("UPDATE kpi_decision SET pdf_id = NULL, pdf_sha256 = NULL")
        self._assert_refused("UPDATE kpi_decision SET pdf_sha256 = 'x'")

    def test_nothing_else_is_changed_while_the_file_is_put_in(self):
        self._assert_refused("UPDATE kpi_decision SET pdf_sha256 = 'x', grade = 'a'")

    def test_the_stored_file_is_not_exchanged(self):
        self.link._keep_print(b"%PDF-1.4")
        self.env.flush_all()
        row = f"WHERE id = {self.link.pdf_id.id}"
        for change in ("checksum = 'x'", "res_id = 0", "name = 'x'", "public = TRUE"):
            self._assert_refused(f"UPDATE ir_attachment SET {change} {row}")
        self._assert_refused(f"DELETE FROM ir_attachment {row}")

    def test_files_of_others_are_as_free_as_before(self):
        file = self.env["ir.attachment"].create({"name": "x", "raw": b"1"})
        file.write({"name": "y", "raw": b"2"})
        file.unlink()
        self.assertFalse(file.exists())

    def test_a_refusal_of_the_database_reaches_the_user_as_a_sentence(self):
        error = self._assert_refused("DELETE FROM kpi_decision")
        words = self.book._sql_error_to_message(error)
        self.assertEqual(words, self.link._sentence_of_standing())
        vietnamese = self.book.with_context(lang="vi_VN")
        self.assertIn("Điều 6.8, 18", vietnamese._sql_error_to_message(error))

    def test_an_upgrade_makes_the_same_triggers_again(self):
        self.book.init()
        self._assert_refused("DELETE FROM kpi_decision")


@tagged("rights")
class TestGuardOfOrm(Roles, DecisionCase):
    """Nobody writes into the book, not even trusted code."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.delivery.with_user(cls.head.user_id).action_accept()
        cls.link = cls._until(cls.sheet, "published").decision_ids
        cls.link._keep_print(b"%PDF-1.4")
        cls.env.flush_all()

    def test_no_role_creates_changes_or_deletes_a_link(self):
        for role in ROLES:
            link = self._as(role, self.link)
            for act in (
                lambda one: one.write({"grade": "a"}),
                lambda one: one.unlink(),
                lambda one: one.copy(),
                lambda one: one.create({"number": 9}),
            ):
                with self.assertRaises(UserError, msg=role):
                    act(link)

    def test_trusted_code_does_not_either(self):
        for name in self.link._fields:
            with self.subTest(name), self.assertRaises(UserError):
                self.link.sudo().write({name: False})
        with self.assertRaises(UserError):
            self.link.sudo().unlink()
        with self.assertRaises(UserError):
            self.book.sudo().create({"number": 9})

    def test_the_stored_file_is_changed_and_deleted_by_nobody(self):
        file = self.link.pdf_id
        for role in ROLES:
            mine = self._as(role, file)
            for act in (
                lambda one: one.write({"raw": b"x"}),
                lambda one: one.unlink(),
            ):
                with self.assertRaises(UserError, msg=role):
                    act(mine)
        for act in (lambda: file.write({"name": "x"}), file.unlink):
            with self.assertRaises(UserError):
                act()

    def test_no_file_is_hung_on_a_decision_by_hand(self):
        more = {"name": "x", "res_model": "kpi.decision", "res_id": self.link.id}
        for role in ROLES:
            files = self._as(role, self.env["ir.attachment"])
            with self.assertRaises(AccessError, msg=role):
                files.create(more)

    def test_hand_ins_of_a_decided_month_stand_even_for_trusted_code(self):
        delivery = self.delivery.sudo()
        for act in (
            lambda: delivery.write({"quantity": 9}),
            lambda: delivery.write({"date": "2026-07-31"}),
            delivery.unlink,
            lambda: delivery.create({"assignment_id": self.work.id, "quantity": 1}),
        ):
            with self.assertRaisesRegex(UserError, "already judged"):
                act()
