import json

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ..base.names import joined
from ..sheet.kpi_appraisal import GRADES
from .decision_chain import link_hash

# So much of a hash is shown where people compare it by eye.
CODE_DIGITS = 12


class KpiDecision(models.Model):
    """A link of an agency's book of decisions: a sheet as it was decided (Điều 18).

    Nothing of it ever changes. What was judged, by which rules and by whom is in
    ``snapshot``; ``hash`` is the SHA-256 of it, of the columns beside it and of the
    hash before, so that no link can be changed, taken out or slipped in unnoticed.
    """

    _name = "kpi.decision"
    _description = "Frozen Decision"
    _order = "company_id, number desc"
    _rec_names_search = ["employee_name", "hash"]

    # Columns that the hash covers, in this order.
    HASHED_FIELDS = (
        "previous_hash",
        "company_id",
        "number",
        "kind",
        "appraisal_id",
        "period_id",
        "employee_name",
        "department_name",
        "grade",
        "decided_by_id",
        "decided_on",
        "snapshot",
    )

    company_id = fields.Many2one(
        "res.company", string="Agency", required=True, ondelete="restrict"
    )
    number = fields.Integer(required=True, aggregator=None)
    kind = fields.Selection(
        [("decision", "Decision"), ("annulment", "Annulment")],
        string="Act",
        required=True,
        help="An annulment is a link of its own; what it annuls stays (Điều 6.8).",
    )
    appraisal_id = fields.Many2one(
        "kpi.appraisal", string="Sheet", required=True, ondelete="restrict"
    )
    period_id = fields.Many2one(
        "kpi.period", string="Month", required=True, index=True, ondelete="restrict"
    )
    employee_name = fields.Char(string="Full name", required=True)
    department_name = fields.Char(string="Unit")
    grade = fields.Selection(GRADES, string="Class", required=True)
    decided_by_id = fields.Many2one(
        "res.users", string="Decided by", required=True, ondelete="restrict"
    )
    decided_on = fields.Datetime(required=True)
    snapshot = fields.Text(
        required=True, help="Facts, rules, trace, texts and people, as canonical JSON."
    )
    previous_hash = fields.Char(string="Hash before", required=True)
    hash = fields.Char(required=True, help="SHA-256 of this link and of all before.")
    hash_start = fields.Char(string="Check code", compute="_compute_hash_start")
    snapshot_shown = fields.Text(compute="_compute_snapshot_shown")
    is_readable = fields.Boolean(
        string="Of a sheet one reads",
        compute="_compute_is_readable",
        search="_search_is_readable",
    )

    _stands = models.Constraint(
        "CHECK (number > 0)",
        "What is decided never changes and is never removed (Điều 6.8, 18). Annul "
        "the sheet with a reason and decide anew.",
    )
    _one_place = models.UniqueIndex(
        "(company_id, number)",
        "Another decision was entered at the same moment; try again.",
    )
    _once = models.UniqueIndex("(appraisal_id, kind)", "This sheet is decided already.")

    @api.depends("number", "employee_name", "period_id.name")
    def _compute_display_name(self):
        for decision in self:
            decision.display_name = joined(
                self.env._("No. %(number)s", number=decision.number),
                decision.employee_name,
                decision.period_id.name,
            )

    @api.depends("hash")
    def _compute_hash_start(self):
        for decision in self:
            decision.hash_start = (decision.hash or "")[:CODE_DIGITS]

    @api.depends("snapshot")
    def _compute_snapshot_shown(self):
        for decision in self:
            frozen = json.loads(decision.snapshot or "{}")
            decision.snapshot_shown = json.dumps(frozen, ensure_ascii=False, indent=2)

    @api.depends_context("uid")
    @api.depends(
        "appraisal_id.state",
        "appraisal_id.employee_user_id",
        "appraisal_id.evaluator_user_id",
        "appraisal_id.decider_user_id",
        "appraisal_id.body_id",
    )
    def _compute_is_readable(self):
        # sudo: to learn whether they may read the sheet, not what it says
        sheets = self.sudo().appraisal_id.with_user(self.env.user)
        readable = sheets._filtered_access("read")
        for decision in self:
            sheet = decision.sudo().appraisal_id  # sudo: as above
            decision.is_readable = sheet in readable

    def _search_is_readable(self, operator, value):
        if operator != "in":
            return NotImplemented
        # Rules are asked with all rights; the sheets, with those of the user.
        sheets = self.env["kpi.appraisal"].with_user(self.env.user)
        readable = Domain("appraisal_id", "in", sheets._search(Domain.TRUE))
        return readable if True in value else ~readable

    @api.model_create_multi
    def create(self, vals_list):
        if vals_list:
            raise UserError(
                self.env._(
                    "Nobody writes into the book of decisions by hand: deciding or "
                    "annulling a sheet adds to it (Điều 16, 18)."
                )
            )
        return super().create(vals_list)

    def write(self, vals):
        if vals:
            raise UserError(self._sentence_of_standing())
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise UserError(self._sentence_of_standing())

    def _sentence_of_standing(self):
        return self.env._(
            "What is decided never changes and is never removed (Điều 6.8, 18). Annul "
            "the sheet with a reason and decide anew."
        )

    def _add_links(self, vals_list):
        """Add frozen sheets of one agency after its last link; the one door in."""
        company = self.env["res.company"].browse(vals_list[0]["company_id"])
        number, before = self._lock_book(company)
        for vals in vals_list:
            number += 1
            vals |= {"number": number, "previous_hash": before}
            before = vals["hash"] = self._hash_of(vals)
        return super().create(vals_list)

    def _keep_file(self, values):
        """Set the printed sheet, once; the database refuses a second time."""
        return super().write(values)

    def _hash_of(self, values):
        return link_hash(values[name] or None for name in self.HASHED_FIELDS)

    def _own_hash(self):
        """The hash that the columns of this link ask for."""
        self.ensure_one()
        return self._hash_of(self.read(self.HASHED_FIELDS, load="")[0])
