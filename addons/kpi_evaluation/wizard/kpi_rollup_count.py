from odoo import fields, models

from ..models.results.kpi_rollup import SPAN_LABELS


class KpiRollupCount(models.TransientModel):
    """Ask which quarter, half-year or year of the agency to count (Điều 19)."""

    _name = "kpi.rollup.count"
    _description = "Counting a Quarter, Half-Year or Year"

    span = fields.Selection(SPAN_LABELS, required=True, default="quarter")
    day = fields.Date(
        string="Any day in it",
        required=True,
        default=lambda self: self.env["kpi.regulation.clause"]._today(),
    )

    def action_count(self):
        """Count the span and show it."""
        self.ensure_one()
        self.env["kpi.rollup"].action_count(self.span, self.day)
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "kpi_evaluation.kpi_rollup_action"
        )
        action["context"] = {f"search_default_{self.span}": 1}
        return action
