from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError


class KpiDelegation(models.Model):
    """A substitute authorised in writing to judge for somebody, from day to day."""

    _name = "kpi.delegation"
    _description = "Authorised Substitute"
    _inherit = ["kpi.fixed.mixin", "mail.thread"]
    _order = "date_from desc, id desc"

    FIXED_FIELDS = ("principal_id", "substitute_id")

    principal_id = fields.Many2one(
        "hr.employee",
        string="Who authorises",
        required=True,
        index=True,
        ondelete="restrict",
        tracking=True,
    )
    substitute_id = fields.Many2one(
        "hr.employee",
        required=True,
        ondelete="restrict",
        tracking=True,
    )
    substitute_user_id = fields.Many2one(
        related="substitute_id.user_id",
        store=True,
        index=True,
        string="Substitute's user",
    )
    company_id = fields.Many2one(
        related="principal_id.company_id", store=True, index=True
    )
    date_from = fields.Date(required=True, tracking=True)
    date_to = fields.Date(required=True, tracking=True)
    document = fields.Char(
        required=True, tracking=True, help="Number and date of the authorisation."
    )
    attachment_ids = fields.One2many(
        "ir.attachment", "res_id", domain=[("res_model", "=", "kpi.delegation")]
    )

    _days_are_ordered = models.Constraint(
        "CHECK (date_from <= date_to)",
        "An authorisation ends no earlier than it begins.",
    )

    @api.depends("principal_id.name", "substitute_id.name")
    def _compute_display_name(self):
        for one in self:
            people = (one.principal_id.name, one.substitute_id.name)
            one.display_name = " → ".join(people) if all(people) else ""

    @api.constrains("principal_id", "substitute_id")
    def _check_people(self):
        for one in self:
            if one.principal_id == one.substitute_id:
                raise ValidationError(
                    self.env._("Nobody is their own substitute (Điều 9).")
                )
            if one.substitute_id.user_id == self.env.user:
                raise ValidationError(
                    self.env._(
                        "Nobody enters an authorisation for themselves; another "
                        "officer does (Điều 9)."
                    )
                )

    @api.ondelete(at_uninstall=False)
    def _unlink_only_future(self):
        today = self.env["kpi.regulation.clause"]._today()
        if any(one.date_from <= today for one in self):
            raise UserError(
                self.env._(
                    "An authorisation that has begun is kept; set its last day instead."
                )
            )

    @api.model
    def _substitutes(self, principals, day):
        """{principal: the employees authorised to judge for them on a day}."""
        # sudo: who stands in for whom holds for everybody
        found = self.sudo().search(
            [
                ("principal_id", "in", principals.ids),
                ("date_from", "<=", day),
                ("date_to", ">=", day),
            ]
        )
        return {
            principal: rows.substitute_id
            for principal, rows in found.grouped("principal_id").items()
        }

    @api.model
    def _principals(self, users, day):
        """The employees who have authorised users to judge for them on a day."""
        # sudo: who stands in for whom holds for everybody
        received = users.sudo().kpi_authorisation_ids
        return received.filtered(
            lambda one: one.date_from <= day <= one.date_to
        ).principal_id
