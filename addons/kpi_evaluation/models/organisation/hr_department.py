from odoo import api, fields, models


class HrDepartment(models.Model):
    """A unit, with what Điều 9 must know of it."""

    _inherit = "hr.department"

    kpi_org_kind_id = fields.Many2one(
        "kpi.org.kind",
        string="Kind of organisation",
        ondelete="restrict",
        tracking=True,
        help="Decides who judges whom (Điều 9). A unit below takes it from above.",
    )
    kpi_decision_by = fields.Selection(
        [("evaluator", "The evaluator"), ("agency_head", "The head of the agency")],
        string="Class decided by",
        tracking=True,
        help="Who takes step 4 of Điều 16, by the agency's own regulation. Empty: as "
        "the unit above, at the top as the rule of the Regulation.",
    )

    @api.model_create_multi
    def create(self, vals_list):
        departments = super().create(vals_list)
        departments._kpi_resolve_again()
        return departments

    def write(self, vals):
        written = super().write(vals)
        if {"kpi_org_kind_id", "parent_id", "company_id"} & set(vals):
            self._kpi_resolve_again()
        return written

    def _kpi_resolve_again(self):
        self.env["hr.employee"]._kpi_resolve_again(self.company_id)

    def _decision_by(self, default):
        """Who decides for the people of this unit: "evaluator" or "agency_head"."""
        # sudo: the agency's regulation holds, whoever asks
        unit = self.sudo()
        while unit and not unit.kpi_decision_by:
            unit = unit.parent_id
        return unit.kpi_decision_by or default
