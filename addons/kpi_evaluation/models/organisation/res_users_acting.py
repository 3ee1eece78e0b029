from odoo import api, fields, models
from odoo.fields import NO_ACCESS


class ResUsers(models.Model):
    """Who a user is, whose substitute, in which collectives (Điều 4.4, 9).

    Record rules ask it again and again. It is answered once, and then by the cache of
    the transaction, which forgets it by itself whenever one of these facts changes.
    """

    _inherit = "res.users"

    kpi_person_ids = fields.Many2many(
        "hr.employee",
        compute="_compute_kpi_person_ids",
        compute_sudo=True,
        context={"active_test": False},
        groups=NO_ACCESS,
        string="Own employee records",
    )
    kpi_authorisation_ids = fields.Many2many(
        "kpi.delegation",
        compute="_compute_kpi_authorisation_ids",
        compute_sudo=True,
        groups=NO_ACCESS,
        string="Authorised by, on any day",
    )
    kpi_collective_ids = fields.Many2many(
        "kpi.body",
        compute="_compute_kpi_collective_ids",
        compute_sudo=True,
        context={"active_test": False},
        groups=NO_ACCESS,
        string="Collectives one sits in",
    )
    # By these two the cache finds out whom a change concerns.
    kpi_received_delegation_ids = fields.One2many(
        "kpi.delegation",
        "substitute_user_id",
        groups=NO_ACCESS,
        string="Authorisations received",
    )
    kpi_body_ids = fields.Many2many(
        "kpi.body",
        relation="kpi_body_res_users_rel",
        column1="res_users_id",
        column2="kpi_body_id",
        copy=False,
        groups=NO_ACCESS,
        string="Collectives",
    )

    @api.depends("employee_ids")
    def _compute_kpi_person_ids(self):
        people = self.env["hr.employee"].with_context(active_test=False)
        own = people.search_fetch([("user_id", "in", self.ids)], ["user_id"])
        own = own.grouped("user_id")
        for user in self:
            user.kpi_person_ids = own.get(user, False)

    @api.depends("kpi_received_delegation_ids")
    def _compute_kpi_authorisation_ids(self):
        received = self.env["kpi.delegation"].search_fetch(
            [("substitute_user_id", "in", self.ids)],
            ["substitute_user_id", "principal_id", "date_from", "date_to"],
        )
        received = received.grouped("substitute_user_id")
        for user in self:
            user.kpi_authorisation_ids = received.get(user, False)

    @api.depends("kpi_body_ids.member_user_ids")
    def _compute_kpi_collective_ids(self):
        bodies = self.env["kpi.body"].with_context(active_test=False)
        bodies = bodies.search([("member_user_ids", "in", self.ids)])
        for user in self:
            user.kpi_collective_ids = bodies.filtered(
                lambda body, user=user: user in body.member_user_ids
            )
