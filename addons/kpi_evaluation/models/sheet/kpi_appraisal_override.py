from odoo import api, fields, models
from odoo.exceptions import UserError

OVERRIDE_FIELDS = (
    "override_document",
    "override_date",
    "override_authority",
    "override_reason",
)


class KpiAppraisal(models.Model):
    """Class D whatever the points, proved by a document of a disciplinary measure.

    Nghị định 335/2025 Điều 20.4.b–d says so for the year; whether it holds for a month
    is the choice row ``discipline_override``. The points stay as they are.
    """

    _inherit = "kpi.appraisal"

    override_document = fields.Char(
        string="Disciplinary document", readonly=True, copy=False
    )
    override_date = fields.Date(
        string="Date of the disciplinary document", readonly=True, copy=False
    )
    override_authority = fields.Char(string="Issued by", readonly=True, copy=False)
    override_reason = fields.Text(readonly=True, copy=False)
    may_override = fields.Boolean(compute="_compute_may_override")

    @api.depends_context("uid")
    @api.depends("state")
    def _compute_may_override(self):
        reasons = self._reasons_against("override")
        for sheet in self:
            sheet.may_override = not reasons[sheet]

    def _reason_against_override(self):
        rules = self.period_id._rulebook()
        if rules.discipline_override == "on":
            return ""
        return self.env._(
            "By the rules of this month a disciplinary measure does not change the "
            "class; the choice “discipline_override” is off (%(clause)s).",
            clause=rules.clause("discipline_override"),
        )

    def action_override(self, document, document_date, authority, reason):
        """Class reviewed sheets D for a disciplinary measure, before the decision.

        For whoever decides, where the rules of the month allow it. ``document``: its
        number; ``document_date``: "YYYY-MM-DD"; ``authority``: who issued it. All are
        needed, or UserError (Nghị định 335/2025 Điều 20.4).
        """
        self._check_step("override")
        given = (document, document_date, authority, reason)
        if not all(str(one or "").strip() for one in given):
            raise UserError(
                self.env._(
                    "Give the number, the date and the issuer of the document, and the "
                    "reason (Nghị định 335/2025/NĐ-CP Điều 20.4)."
                )
            )
        values = dict(zip(OVERRIDE_FIELDS, given, strict=True))
        worst = self._fields["grade"].get_values(self.env)[-1]
        values |= {"proposed_grade": worst, "grade_reason": reason}
        return self._take("override", values)

    def action_reopen(self):
        """Take the opinion up again; a disciplinary measure is then given anew."""
        overridden = self.filtered("override_document")
        reopened = super().action_reopen()
        # sudo: the step has just been taken
        overridden.sudo()._set_copied(
            dict.fromkeys((*OVERRIDE_FIELDS, "proposed_grade", "grade_reason"), False)
        )
        return reopened
