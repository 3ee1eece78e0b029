"""Whom a user stands in for is asked once a transaction and is never out of date."""

from freezegun import freeze_time

from odoo.exceptions import AccessError

from .common import INTERNAL, PORTAL, KpiCase

HIDDEN = (
    "kpi_person_ids",
    "kpi_authorisation_ids",
    "kpi_collective_ids",
    "kpi_received_delegation_ids",
    "kpi_body_ids",
)
ASKED = {
    "people": "SELECT id FROM hr_employee WHERE user_id = %s",
    "authorisations": "SELECT id FROM kpi_delegation WHERE substitute_user_id = %s",
    "bodies": "SELECT kpi_body_id FROM kpi_body_res_users_rel WHERE res_users_id = %s",
}


class TestActing(KpiCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.deputy = cls._person("Đỗ Văn Phó", "deputy", INTERNAL, cls.head)
        cls.newcomer = cls._user("Mai Người Mới", PORTAL)
        cls.body = cls.env["kpi.body"].create(
            {
                "name": "Tập thể lãnh đạo",
                "kind": "tap_the_lanh_dao",
                "company_id": cls.company.id,
                "chair_id": cls.head.id,
                "member_ids": [(4, cls.deputy.id)],
            }
        )
        cls.given = cls._authorise(cls.colleague, "2026-01-01", "2026-12-31")
        people = cls.head | cls.deputy | cls.staff | cls.colleague | cls.officer
        cls.users = people.user_id | cls.newcomer
        cls.env.flush_all()

    @classmethod
    def _authorise(cls, substitute, first, last):
        return cls.env["kpi.delegation"].create(
            {
                "principal_id": cls.head.id,
                "substitute_id": substitute.id,
                "date_from": first,
                "date_to": last,
                "document": "12/UQ-UBND",
            }
        )

    def _told(self):
        """What the rules are told about each user."""
        told = {}
        for user in self.users:
            asking = self.env["kpi.delegation"].with_user(user)
            told[user.name] = {
                "people": set(asking._own_employees().ids),
                "authorisations": set(user.sudo().kpi_authorisation_ids.ids),
                "bodies": set(asking._own_bodies().ids),
            }
        return told

    def _stored(self):
        """The same, as the database has it."""
        self.env.flush_all()
        stored = {}
        for user in self.users:
            stored[user.name] = {}
            for name, query in ASKED.items():
                self.env.cr.execute(query, [user.id])
                stored[user.name][name] = {key for (key,) in self.env.cr.fetchall()}
        return stored

    def _changes(self):
        """{what happens: how}, each beginning where nothing has happened yet."""
        future = self._authorise(self.staff, "2027-01-01", "2027-01-31")
        one, other, new = self.staff, self.colleague, self.newcomer
        loose = self._person("Hai Bản Ghi", "staff", company=self._agency("Nơi khác"))
        loose.user_id = self.officer.user_id
        return {
            "somebody is authorised": lambda: self._authorise(
                one, "2026-07-01", "2026-07-31"
            ),
            "an authorisation is taken back": future.unlink,
            "a substitute gets another login": lambda: other.write({"user_id": new.id}),
            "the login is set on the resource": lambda: other.resource_id.write(
                {"user_id": new.id}
            ),
            "a login is taken away": lambda: other.write({"user_id": False}),
            "somebody becomes an employee": lambda: new.write(
                {
                    "employee_ids": [
                        (0, 0, {"name": "Mai", "company_id": one.company_id.id})
                    ]
                }
            ),
            "an employee is removed": loose.unlink,
            "somebody joins a collective": lambda: self.body.write(
                {"member_ids": [(4, one.id)]}
            ),
            "somebody leaves it": lambda: self.body.write({"member_ids": [(5,)]}),
            "it gets another chair": lambda: self.body.write({"chair_id": other.id}),
            "it gets a secretary": lambda: self.body.write({"secretary_id": one.id}),
            "a member gets another login": lambda: self.deputy.write(
                {"user_id": new.id}
            ),
            "it is dissolved": self.body.unlink,
            "there is another": lambda: self.env["kpi.body"].create(
                {"name": "BTV", "kind": "btv_du_xa", "chair_id": one.id}
            ),
        }

    def test_whatever_changes_the_next_answer_knows_it(self):
        for what, change in self._changes().items():
            with self.subTest(what=what), self.env.cr.savepoint() as savepoint:
                before = self._stored()
                self.assertEqual(self._told(), before)
                change()
                told = self._told()
                self.assertEqual(told, self._stored())
                self.assertNotEqual(told, before)
                savepoint.rollback()
                self.assertEqual(self._told(), before, "what was undone is unknown")

    def test_an_authorisation_counts_on_its_days_only(self):
        asking = self.env["kpi.delegation"].with_user(self.colleague.user_id)
        self.assertIn(self.head.id, asking._acting_for())
        with freeze_time("2027-01-01 03:00:00"):
            self.assertNotIn(self.head.id, asking._acting_for())
        self.given.date_to = "2026-07-09"
        self.assertNotIn(self.head.id, asking._acting_for())

    def test_a_substitute_reads_from_the_first_to_the_last_moment(self):
        sheet = self._open()[self.staff]
        reader = sheet.with_user(self.deputy.user_id)
        mine = [("id", "=", sheet.id)]
        self.assertFalse(reader.search(mine))
        given = self._authorise(self.deputy, "2026-07-01", "2026-07-31")
        self.assertTrue(reader.search(mine))
        given.date_to = "2026-07-09"
        self.assertFalse(reader.search(mine))
        with self.assertRaises(AccessError):
            reader.check_access("read")

    def test_asked_again_it_costs_no_query(self):
        asking = self.env["kpi.delegation"].with_user(self.colleague.user_id)

        def ask():
            return asking._acting_for(), asking._own_bodies()

        self.env.invalidate_all()
        answer = ask()
        with self.assertQueryCount(0):
            self.assertEqual(ask(), answer)

    def test_nobody_reads_or_types_it(self):
        for user in (self.colleague.user_id, self.hr, self.env.ref("base.user_admin")):
            own = user.with_user(user)
            self.assertFalse(own.fields_get().keys() & set(HIDDEN))
            for name in HIDDEN:
                for attack in (
                    lambda own=own, name=name: own.read([name]),
                    lambda own=own, name=name: own.write({name: [(5,)]}),
                    lambda own=own, name=name: own.search([(name, "!=", False)]),
                ):
                    with self.subTest(user=user.login, name=name):
                        self.assertRaises(AccessError, attack)

    def test_a_copied_login_sits_in_no_collective(self):
        copied = self.head.user_id.copy({"login": "copied"})
        self.assertFalse(copied.sudo().kpi_collective_ids)
