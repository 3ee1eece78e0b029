from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...regulation.income import is_strictly_falling

COEFFICIENTS = ("coefficient_a", "coefficient_b", "coefficient_c", "coefficient_d")


class KpiIncomeScale(models.Model):
    """How much additional income each class gives, from a day on (Điều 17.1).

    The Regulation fixes no coefficients; the agency decides them in a document. Once
    approved a scale stands; another one follows with a later day.
    """

    _name = "kpi.income.scale"
    _description = "Scale of Additional Income"
    _inherit = ["kpi.standing.mixin", "kpi.fixed.mixin", "mail.thread"]
    _order = "date_from desc, id desc"

    TRANSITIONS = {"approve": (("draft",), "approved")}
    FIXED_FIELDS = ("company_id",)

    name = fields.Char(required=True, tracking=True)
    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        required=True,
        index=True,
        default=lambda self: self.env.company,
    )
    currency_id = fields.Many2one(related="company_id.currency_id")
    date_from = fields.Date(string="In force from", required=True, tracking=True)
    method = fields.Selection(
        [
            ("fund", "A fund, shared by class"),
            ("salary", "A percentage of the salary"),
        ],
        required=True,
        default="fund",
        tracking=True,
    )
    coefficient_a = fields.Float("Class A", digits=(16, 4), tracking=True)
    coefficient_b = fields.Float("Class B", digits=(16, 4), tracking=True)
    coefficient_c = fields.Float("Class C", digits=(16, 4), tracking=True)
    coefficient_d = fields.Float("Class D", digits=(16, 4), tracking=True)
    floor = fields.Monetary(
        string="At least", help="For whoever gets anything; 0: none.", tracking=True
    )
    ceiling = fields.Monetary(
        string="At most", help="For one person and month; 0: none.", tracking=True
    )
    decision_number = fields.Char(tracking=True)
    decision_date = fields.Date(tracking=True)
    decision_authority = fields.Char(string="Decided by", tracking=True)
    state = fields.Selection(
        [("draft", "Draft"), ("approved", "Approved")],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        tracking=True,
    )
    may_approve = fields.Boolean(compute="_compute_may_approve")

    _one_a_day = models.UniqueIndex(
        "(company_id, date_from) WHERE state = 'approved'",
        "The agency already has a scale in force from that day on.",
    )
    _bounds_are_ordered = models.Constraint(
        "CHECK (floor >= 0 AND ceiling >= 0 AND (ceiling = 0 OR floor <= ceiling))",
        "The least amount cannot be below 0 or above the most (Điều 17.3).",
    )

    @api.depends_context("uid")
    @api.depends("state", "decision_number", "decision_date", *COEFFICIENTS)
    def _compute_may_approve(self):
        reasons = self._reasons_against("approve")
        for scale in self:
            scale.may_approve = not reasons[scale]

    @api.constrains(*COEFFICIENTS)
    def _check_not_negative(self):
        for scale in self:
            if any(scale[name] < 0 for name in COEFFICIENTS):
                raise ValidationError(
                    self.env._("A coefficient cannot be below 0 (Điều 17).")
                )

    def _reasons_of_step(self, step):
        if not self.env.user.has_group("kpi_evaluation.group_hr"):
            refusal = self.env._("Only the HR officer of the agency takes this step.")
            return dict.fromkeys(self, refusal)
        return {scale: scale._reason_against_approval() for scale in self}

    def _reason_against_approval(self):
        if not is_strictly_falling([self[name] for name in COEFFICIENTS]):
            return self.env._(
                "The coefficients must fall from class to class, A above B above C "
                "above D (Điều 17.1: no levelling)."
            )
        document = (self.decision_number, self.decision_date, self.decision_authority)
        if not all(document):
            return self.env._(
                "Type the number, the date and the authority of the document that "
                "decides this scale (Điều 17.3)."
            )
        return ""

    def action_approve(self):
        """Approve the scale with its document; it no longer changes (Điều 17)."""
        return self._take("approve")

    def _sentence_of_frozen(self):
        return self.env._(
            "An approved scale no longer changes; add another one with a later day "
            "(Điều 17.3)."
        )

    def _sentence_of_kept(self):
        return self.env._("An approved scale is kept with what was paid by it.")

    def _decision_in_words(self):
        """The document that decides the scale, as papers name it; "" where none."""
        if not self.decision_number:
            return ""
        day = f"{self.decision_date:%d/%m/%Y}" if self.decision_date else "..."
        return f"{self.decision_number} ngày {day} của {self.decision_authority or ''}"

    @api.model
    def _in_force(self, company, day):
        """The approved scale of an agency on a day, or nothing."""
        return self.search(
            [
                ("company_id", "=", company.id),
                ("state", "=", "approved"),
                ("date_from", "<=", day),
            ],
            limit=1,
        )

    def _coefficient(self, grade):
        self.ensure_one()
        return self[f"coefficient_{grade}"]
