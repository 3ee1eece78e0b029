from odoo import api, fields, models
from odoo.fields import Domain


class KpiAppraisal(models.Model):
    """Sheets that people under the current user have judged (Điều 6.8, 20.4, 20.5).

    For the record rule: a superior answers for the results below and reads them once
    they are decided, never while they are being made.
    """

    _inherit = "kpi.appraisal"

    is_overseen = fields.Boolean(
        string="Judged by one's people",
        compute="_compute_is_overseen",
        search="_search_is_overseen",
    )

    @api.depends_context("uid")
    @api.depends("evaluator_id", "decider_id")
    def _compute_is_overseen(self):
        overseen = self.filtered_domain(self._overseen())
        for sheet in self:
            sheet.is_overseen = sheet in overseen

    def _search_is_overseen(self, operator, value):
        if operator != "in":
            return NotImplemented
        return self._overseen() if True in value else ~self._overseen()

    @api.model
    def _overseen(self):
        """The sheets whose judges the user judges, directly or through others."""
        led = self.env["kpi.authority"]._led_by(self.env.user)
        return Domain("evaluator_id", "in", led.ids) | Domain(
            "decider_id", "in", led.ids
        )
