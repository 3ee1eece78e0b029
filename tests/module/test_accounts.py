"""Accounts in bulk: for the portal, never internal, and each failure says why."""

from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import KpiCase, KpiHttpCase
from .paper import printed

SLIPS = "kpi_evaluation.report_kpi_account_slips"


class TestAccounts(KpiCase):
    def _people(self, *rows):
        return self.env["hr.employee"].concat(
            *(
                self._person(name, "staff", work_email=email, kpi_staff_code=code)
                for name, email, code in rows
            )
        )

    def _creation(self, people):
        creations = self.env["kpi.account.creation"].with_user(self.hr)
        return creations.create({"employee_ids": [(6, 0, people.ids)]})

    def test_the_login_is_the_work_e_mail_or_else_the_staff_code(self):
        people = self._people(
            ("Một", "Mot@TanCuong.example", "TC.901"), ("Hai", False, "TC.902")
        )
        creation = self._creation(people)
        creation.action_create()
        self.assertEqual(
            people.user_id.mapped("login"), ["mot@tancuong.example", "TC.902"]
        )
        self.assertEqual(creation.line_ids.mapped("status"), ["waiting", "waiting"])

    def test_no_account_made_here_is_an_internal_one(self):
        people = self._people(("Một", "mot@tancuong.example", False))
        self._creation(people).action_create()
        user = people.user_id
        self.assertTrue(user.share)
        self.assertEqual(user.group_ids, self.env.ref("base.group_portal"))
        self.assertEqual(user.company_ids, self.company)

    def test_each_row_that_fails_says_why_and_the_others_are_made(self):
        people = self._people(
            ("Không có gì", False, False),
            ("Thư sai", "không phải thư", False),
            ("Trùng một", "trung@tancuong.example", False),
            ("Trùng hai", "trung@tancuong.example", False),
            ("Đã có", self.hr.login, self.hr.login),
            ("Được", "duoc@tancuong.example", False),
        )
        people[4].work_email = False
        creation = self._creation(people)
        reasons = {line.name: line.problem for line in creation.line_ids}
        for name, words in (
            ("Không có gì", "neither"),
            ("Thư sai", "cannot be read"),
            ("Trùng một", "share this login"),
            ("Trùng hai", "share this login"),
            ("Đã có", "another account"),
        ):
            self.assertIn(words, reasons[name], name)
        creation.action_create()
        self.assertEqual(people.filtered("user_id").mapped("name"), ["Được"])

    def test_the_dialog_keeps_its_name_once_accounts_are_made(self):
        people = self._people(("Một", "mot@tancuong.example", False))
        shown = self._creation(people).action_create()
        self.assertEqual(shown["name"], "Accounts for employees")

    def test_a_second_click_makes_no_second_account(self):
        people = self._people(("Một", "mot@tancuong.example", False))
        creation = self._creation(people)
        creation.action_create()
        user = people.user_id
        with self.assertRaisesRegex(UserError, "No account can be made"):
            creation.action_create()
        self.assertEqual(people.user_id, user)

    def test_the_slips_are_for_those_who_never_logged_in(self):
        people = self._people(
            ("Bế Thị Một", "mot@tancuong.example", False),
            ("Bế Văn Hai", "hai@tancuong.example", False),
        )
        creation = self._creation(people)
        creation.action_create()
        people[1].user_id.with_user(people[1].user_id)._update_last_login()
        creation = self._creation(people)
        text = printed(creation.line_ids, self.hr, SLIPS).text
        self.assertIn("Bế Thị Một", text)
        self.assertIn("mot@tancuong.example", text)
        self.assertNotIn("Bế Văn Hai", text)

    def test_nobody_but_the_officer_makes_slips_of_others(self):
        people = self._people(("Một", "mot@tancuong.example", False))
        creation = self._creation(people)
        creation.action_create()
        for user in (self.head.user_id, self.staff.user_id):
            with self.assertRaises(UserError):
                creation.line_ids.with_user(user)._slip_values()
            with self.assertRaises(UserError):
                self.env["hr.employee"].with_user(user)._kpi_create_accounts(
                    [{"employee_id": people.id, "login": "x"}]
                )


@tagged("rights")
class TestFirstLogin(KpiHttpCase):
    def test_the_address_on_the_slip_sets_the_password_once(self):
        person = self._person("Bế Thị Một", "staff", work_email="mot@tc.example")
        creations = self.env["kpi.account.creation"].with_user(self.hr)
        creation = creations.create({"employee_ids": [(6, 0, person.ids)]})
        creation.action_create()
        (slip,) = creation.line_ids._slip_values()
        address = slip["address"].replace(slip["site"], "")
        self.authenticate(None, None)
        page = self.url_open(address)
        self.assertEqual(page.status_code, 200)
        self.assertIn('name="confirm_password"', page.text)
        person.user_id.with_user(person.user_id)._update_last_login()
        self.env.flush_all()
        self.assertNotIn('name="confirm_password"', self.url_open(address).text)
