from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError


class KpiQuotaException(models.Model):
    """The decision that lets a unit have the higher share of A (Điều 8.5.b)."""

    _name = "kpi.quota.exception"
    _description = "Decision on a Higher Share of A"
    _inherit = ["kpi.fixed.mixin"]
    _order = "period_id desc, id"

    FIXED_FIELDS = (
        "period_id",
        "department_id",
        "number",
        "date",
        "authority",
        "reason",
    )

    period_id = fields.Many2one(
        "kpi.period", string="Month", required=True, index=True, ondelete="restrict"
    )
    company_id = fields.Many2one(related="period_id.company_id", store=True, index=True)
    department_id = fields.Many2one(
        "hr.department",
        string="Unit",
        ondelete="restrict",
        domain="[('kpi_is_quota_unit', '=', True)]",
        help="Empty: the whole agency. Otherwise a unit with a share of A of its own.",
    )
    number = fields.Char(string="Decision number", required=True)
    date = fields.Date(string="Decision date", required=True)
    authority = fields.Char(
        string="Decided by", required=True, help="The competent authority (Điều 8.5.b)."
    )
    reason = fields.Text(
        required=True, help="The outstanding result that it was granted for."
    )

    _one_a_unit = models.UniqueIndex(
        "(period_id, COALESCE(department_id, 0))",
        "This unit already has a decision on its share of A for the month.",
    )

    @api.depends("number", "date")
    def _compute_display_name(self):
        for one in self:
            day = f"{one.date:%d/%m/%Y}" if one.date else ""
            one.display_name = f"{one.number or ''} {day}".strip()

    @api.constrains("department_id", "period_id")
    def _check_unit(self):
        for one in self:
            unit = one.department_id
            if unit and unit.company_id != one.company_id:
                raise ValidationError(
                    self.env._("The unit belongs to another agency than the month.")
                )
            if unit and not unit.kpi_is_quota_unit:
                raise ValidationError(
                    self.env._(
                        "%(unit)s has no share of A of its own; mark it so first, or "
                        "leave the unit empty for the whole agency (Điều 8.5).",
                        unit=unit.name,
                    )
                )

    @api.constrains("date")
    def _check_day(self):
        today = self.env["kpi.regulation.clause"]._today()
        if any(one.date > today for one in self):
            raise ValidationError(
                self.env._(
                    "A decision of a later day cannot be relied on yet (Điều 8.5.b)."
                )
            )

    @api.ondelete(at_uninstall=False)
    def _unlink_only_unused(self):
        # sudo: whoever deletes it may not read all that was decided by it
        sheets = self.env["kpi.quota"].sudo()
        for one in self:
            if sheets._has_decided_a(one.period_id):
                raise UserError(
                    self.env._(
                        "Class A has already been decided in %(month)s on the strength "
                        "of this decision; it is kept (Điều 8.5.b).",
                        month=one.period_id.name,
                    )
                )
