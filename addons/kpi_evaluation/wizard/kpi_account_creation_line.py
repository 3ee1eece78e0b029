from base64 import b64encode
from io import BytesIO
from urllib.parse import urlencode

import qrcode

from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools.urls import urljoin

SLIP_DAYS = 14
HOURS_A_DAY = 24


class KpiAccountCreationLine(models.TransientModel):
    """What becomes of one employee's account."""

    _name = "kpi.account.creation.line"
    _description = "Account of an Employee"
    _order = "status, name, id"

    creation_id = fields.Many2one(
        "kpi.account.creation", required=True, ondelete="cascade"
    )
    employee_id = fields.Many2one("hr.employee", required=True, readonly=True)
    name = fields.Char(related="employee_id.name")
    staff_code = fields.Char(readonly=True)
    login = fields.Char(readonly=True)
    status = fields.Selection(
        [
            ("problem", "Not possible"),
            ("ready", "To be made"),
            ("waiting", "Made, not used yet"),
            ("used", "In use"),
        ],
        readonly=True,
    )
    problem = fields.Char(string="Why no account", readonly=True)

    def _slip_values(self):
        """[{name, login, address, QR code}]: what stands on each person's slip.

        The address serves once, for a few days, and only who has never logged in.
        """
        if not self.env.user.has_group("kpi_evaluation.group_hr"):
            raise UserError(self.env._("Only the HR officer prints these slips."))
        self.check_access("read")
        return [line._slip() for line in self if line.status == "waiting"]

    def _slip(self):
        # sudo: making an address for the first login is the officer's step
        partner = self.employee_id.sudo().user_id.partner_id
        partner.signup_prepare(signup_type="reset")
        token = partner._generate_signup_token(expiration=SLIP_DAYS * HOURS_A_DAY)
        query = urlencode({"db": self.env.cr.dbname, "token": token})
        address = urljoin(partner.get_base_url(), f"/web/reset_password?{query}")
        picture = BytesIO()
        qrcode.make(address, box_size=6).save(picture, format="PNG")
        return {
            "name": self.name,
            "title": self.employee_id.job_title or "",
            "unit": self.employee_id.department_id.name or "",
            "agency": self.employee_id.company_id.name,
            "login": self.login,
            "site": partner.get_base_url(),
            "address": address,
            "days": SLIP_DAYS,
            "qr": f"data:image/png;base64,{b64encode(picture.getvalue()).decode()}",
        }
