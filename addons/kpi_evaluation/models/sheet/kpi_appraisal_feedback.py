from odoo import api, fields, models


class KpiAppraisal(models.Model):
    """The feedback on the person, beside the sheet of the month (Điều 5.8)."""

    _inherit = "kpi.appraisal"

    feedback_count = fields.Integer(compute="_compute_feedback_count")

    @api.depends("employee_id", "period_id")
    def _compute_feedback_count(self):
        feedback = self.env["kpi.feedback"]
        counts = {}
        if feedback.has_access("read"):
            groups = feedback._read_group(
                [
                    ("employee_id", "in", self.employee_id.ids),
                    ("period_id", "in", self.period_id.ids),
                ],
                ["employee_id", "period_id"],
                ["__count"],
            )
            counts = {(person, month): count for person, month, count in groups}
        for sheet in self:
            sheet.feedback_count = counts.get((sheet.employee_id, sheet.period_id), 0)

    def action_open_feedback(self):
        """The feedback on this person in this month."""
        self.ensure_one()
        self.check_access("read")
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "kpi_evaluation.kpi_feedback_action"
        )
        values = {"employee_id": self.employee_id.id, "period_id": self.period_id.id}
        return action | {
            "domain": [(name, "=", value) for name, value in values.items()],
            "context": {f"default_{name}": value for name, value in values.items()},
        }
