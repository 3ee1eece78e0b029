from collections import Counter

from odoo import api, models
from odoo.exceptions import UserError
from odoo.tools import email_normalize


class HrEmployee(models.Model):
    """Accounts for people who have none, in the portal and never an internal one."""

    _inherit = "hr.employee"

    def _kpi_login(self):
        """The work e-mail, without one the staff code."""
        self.ensure_one()
        email = email_normalize(self.work_email or "")
        return email or (self.kpi_staff_code or "").strip()

    def _kpi_account_rows(self):
        """What could be made for each of these people, and why not, as plain values."""
        logins = {one: one._kpi_login() for one in self}
        twice = Counter(logins.values())
        # sudo: a login is unique among all users, whoever may read them
        users = self.env["res.users"].sudo().with_context(active_test=False)
        taken = set(
            users.search([("login", "in", list(logins.values()))]).mapped("login")
        )
        return [
            {
                "employee_id": one.id,
                "staff_code": one.kpi_staff_code,
                "login": one.sudo().user_id.login or logins[one],  # sudo: as above
                **one._kpi_account_status(logins[one], taken, twice),
            }
            for one in self
        ]

    def _kpi_account_status(self, login, taken, twice):
        user = self.sudo().user_id  # sudo: whether there is an account is no secret
        if user:
            return {"status": "used" if user.login_date else "waiting"}
        problem = ""
        if self.work_email and not email_normalize(self.work_email):
            problem = self.env._("the work e-mail cannot be read")
        elif not login:
            problem = self.env._("neither a work e-mail nor a staff code")
        elif login in taken:
            problem = self.env._("another account already uses this login")
        elif twice[login] > 1:
            problem = self.env._("two of the chosen people would share this login")
        return {"status": "problem" if problem else "ready", "problem": problem}

    @api.model
    def _kpi_create_accounts(self, rows):
        """Make a portal account for each row; who already has one keeps it."""
        if not self.env.user.has_group("kpi_evaluation.group_hr"):
            raise UserError(self.env._("Only the HR officer makes accounts."))
        people = self.browse(row["employee_id"] for row in rows)
        people.check_access("write")
        # sudo: the officer may make accounts of this kind, and of no other
        users = self.env["res.users"].sudo().with_context(no_reset_password=True)
        made = users.create(
            [
                {
                    "name": one.name,
                    "login": row["login"],
                    "email": email_normalize(one.work_email or "") or False,
                    "company_id": one.company_id.id,
                    "company_ids": [(6, 0, one.company_id.ids)],
                    "group_ids": [(6, 0, self.env.ref("base.group_portal").ids)],
                }
                for one, row in zip(people, rows, strict=True)
            ]
        )
        for one, user in zip(people.sudo(), made, strict=True):  # sudo: as above
            one.user_id = user
        return made
