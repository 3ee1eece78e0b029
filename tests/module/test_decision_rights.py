from odoo.exceptions import AccessError
from odoo.tests import tagged

from .decision_case import DecisionCase
from .roles import ROLES, Roles

JUDGES = {"evaluator", "hr", "inspector", "admin"}


@tagged("rights")
class TestDecisionRights(Roles, DecisionCase):
    """Whoever reads the sheet reads its decision, and nobody else."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.delivery.with_user(cls.head.user_id).action_accept()
        cls.link = cls._until(cls.sheet, "decided").decision_ids
        cls.env.flush_all()

    def _readers(self):
        readers = set()
        for role in ROLES:
            link = self._as(role, self.link)
            found = link.search([("id", "=", link.id)])
            self.assertEqual(bool(found), link.has_access("read"), role)
            if found:
                self.assertTrue(link.read(["snapshot", "grade", "hash"]))
                readers.add(role)
            else:
                with self.assertRaises(AccessError, msg=role):
                    link.read(["number"])
        return readers

    def test_the_person_reads_it_once_it_is_published(self):
        self.assertEqual(self._readers(), JUDGES)
        self._publish(self.sheet)
        self.assertEqual(self._readers(), JUDGES | {"employee"})

    def test_the_officer_does_not_read_the_own_decision_before(self):
        sheet = self._open()[self.officer]
        self._deliver(self._give(self.officer))
        link = self._until(sheet, "decided").decision_ids
        with self.assertRaises(AccessError):
            self._as("hr", link).read(["grade"])
        self._publish_as_admin(sheet)
        self.assertTrue(self._as("hr", link).read(["grade"]))

    def _publish_as_admin(self, sheet):
        sheet.with_user(self.users["admin"]).action_publish()

    def test_a_member_of_the_deciding_collective_and_a_substitute_read_it(self):
        member = self._person("Vũ Thị Ủy", "staff", "base.group_user", self.head)
        body = self.env["kpi.body"].create(
            {
                "name": "Tập thể lãnh đạo",
                "kind": "tap_the_lanh_dao",
                "company_id": self.company.id,
                "chair_id": self.head.id,
                "member_ids": [(4, member.id)],
            }
        )
        substitute = self._person("Bùi Thay", "deputy", "base.group_user", self.head)
        self.env["kpi.delegation"].create(
            {
                "principal_id": self.head.id,
                "substitute_id": substitute.id,
                "date_from": "2026-07-01",
                "date_to": "2026-07-31",
                "document": "12/UQ-UBND",
            }
        )
        for person in (member, substitute):
            link = self.link.with_user(person.user_id)
            if person == member:
                self.assertFalse(link.has_access("read"))
                self.sheet._set_copied({"body_id": body.id})
            self.assertTrue(link.has_access("read"), person.name)

    def test_no_search_and_no_grouping_tells_a_hidden_decision(self):
        for role in set(ROLES) - JUDGES:
            book = self._as(role, self.book)
            for domain in (
                [("snapshot", "ilike", "Loại A")],
                [("grade", "!=", False)],
                [("hash_start", "!=", False)],
                [("is_readable", "=", False)],
                [("appraisal_id.grade", "!=", False)],
            ):
                with self.subTest(role=role, domain=domain):
                    try:
                        found = book.search(domain)
                    except ValueError:  # not searchable at all
                        continue
                    self.assertFalse(found)
            self.assertFalse(book.formatted_read_group([], ["grade"], ["__count"]))
            self.assertFalse(book.name_search(self.staff.name))

    def test_the_file_is_read_by_the_same_people(self):
        self.link._keep_print(b"%PDF-1.4")
        for role in ROLES:
            file = self._as(role, self.link.pdf_id)
            self.assertEqual(file.has_access("read"), role in JUDGES, role)
