from odoo import api, fields, models
from odoo.exceptions import ValidationError


class KpiBody(models.Model):
    """A collective that judges people together (Điều 4.4, 9.1)."""

    _name = "kpi.body"
    _description = "Collective that Decides"
    _inherit = ["kpi.authority.source", "kpi.fixed.mixin", "mail.thread"]
    _order = "name"

    FIXED_FIELDS = ("company_id",)

    name = fields.Char(required=True, tracking=True)
    kind = fields.Selection(
        [
            ("btv_tinh_uy", "Standing Board of the Provincial Party Committee"),
            ("btv_du_hdnd_tinh", "Board, Party Committee of the People's Council"),
            ("btv_du_cq_dang", "Board, Party Committee of the Party Agencies"),
            ("btv_du_ubnd_tinh", "Board, Party Committee of the People's Committee"),
            ("tt_mttq_tinh", "Standing Committee of the Provincial Front"),
            ("btv_du_xa", "Board of a Commune's Party Committee"),
            ("tap_the_lanh_dao", "Leaders of an agency"),
        ],
        required=True,
        tracking=True,
    )
    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        index=True,
        ondelete="restrict",
        help="Empty: a body of the province.",
    )
    chair_id = fields.Many2one(
        "hr.employee", required=True, ondelete="restrict", tracking=True
    )
    secretary_id = fields.Many2one("hr.employee", ondelete="restrict", tracking=True)
    member_ids = fields.Many2many("hr.employee", string="Members")
    member_user_ids = fields.Many2many(
        "res.users",
        compute="_compute_member_user_ids",
        store=True,
        string="Users of the chair, the secretary and the members",
    )
    active = fields.Boolean(default=True)

    _one_of_a_kind = models.UniqueIndex(
        "(kind, COALESCE(company_id, 0)) WHERE active",
        "There is such a body already.",
    )

    @api.depends(
        "chair_id.user_id", "secretary_id.user_id", "member_ids.user_id", "active"
    )
    def _compute_member_user_ids(self):
        for body in self:
            people = body.chair_id | body.secretary_id | body.member_ids
            body.member_user_ids = people.user_id

    @api.constrains("secretary_id", "chair_id")
    def _check_secretary(self):
        for body in self:
            if body.secretary_id == body.chair_id:
                raise ValidationError(
                    self.env._("The chair of a body cannot be its secretary too.")
                )

    @api.constrains("chair_id")
    def _check_chair(self):
        if self.env.user in self.chair_id.user_id:
            raise ValidationError(
                self.env._(
                    "Nobody names themselves to judge others; another officer does "
                    "(Điều 9)."
                )
            )

    def _agencies_concerned(self):
        return self.company_id or super()._agencies_concerned()

    def _users_acting_on(self, person):
        """Who may write down what the body thinks of a person: chair and secretary.

        Nobody judges themselves: on their own sheet neither counts, and the other
        members step in for the chair.
        """
        self.ensure_one()
        acting = self.chair_id | self.secretary_id
        if person == self.chair_id:
            acting |= self.member_ids
        return (acting - person).user_id

    def _users_deciding_on(self, person):
        """Whose word is the body's: the chair's, or on the chair any member's."""
        self.ensure_one()
        if person == self.chair_id:
            return (self.member_ids - person).user_id
        return self.chair_id.user_id
