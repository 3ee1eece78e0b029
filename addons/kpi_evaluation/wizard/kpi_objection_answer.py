from odoo import fields, models

from ..models.after.kpi_objection import OUTCOMES


class KpiObjectionAnswer(models.TransientModel):
    """Ask what is answered to a petition, or who is to answer it (Điều 20.5)."""

    _name = "kpi.objection.answer"
    _description = "Answer to a Petition"

    objection_id = fields.Many2one("kpi.objection", required=True)
    outcome = fields.Selection(OUTCOMES)
    answer = fields.Text()
    employee_id = fields.Many2one("hr.employee", string="Superior", ondelete="cascade")
    reason = fields.Text()

    def action_answer(self):
        """Answer the petition."""
        self.ensure_one()
        self.objection_id.action_answer(self.outcome, self.answer)
        return {"type": "ir.actions.act_window_close"}

    def action_name(self):
        """Name who answers the petition."""
        self.ensure_one()
        self.objection_id.action_name_answerer(self.employee_id.id, self.reason)
        return {"type": "ir.actions.act_window_close"}
