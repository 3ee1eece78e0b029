from odoo import fields, models


class KpiPeriod(models.Model):
    """Who was at work too short to be evaluated, for HR to confirm (Điều 6.7)."""

    _inherit = "kpi.period"

    short_presence_count = fields.Integer(
        compute="_compute_short_presence_count",
        string="Present too short",
        groups="kpi_evaluation.group_hr",
    )

    def _compute_short_presence_count(self):
        groups = self.env["kpi.appraisal"]._read_group(
            [*self._short_presence(), ("period_id", "in", self.ids)],
            ["period_id"],
            ["__count"],
        )
        counts = dict(groups)
        for period in self:
            period.short_presence_count = counts.get(period, 0)

    def _short_presence(self):
        states = ("draft", "self_assessed", "reviewed")
        return [("is_short", "=", True), ("state", "in", states)]

    def action_open_short_presence(self):
        """The sheets of this month that HR is to confirm as not evaluated."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "kpi_evaluation.kpi_presence_action"
        )
        action["domain"] = [("period_id", "=", self.id)]
        action["context"] = {"search_default_short": 1}
        return action
