from odoo import fields, models
from odoo.exceptions import UserError


class KpiStaffMoveLine(models.TransientModel):
    """What happens to one piece of open work of somebody who moves (Điều 15.1.d)."""

    _name = "kpi.staff.move.line"
    _description = "Open Work of a Person Who Moves"

    move_id = fields.Many2one("kpi.staff.move", required=True, ondelete="cascade")
    assignment_id = fields.Many2one(
        "kpi.assignment", string="Work", required=True, readonly=True
    )
    left = fields.Float(
        related="assignment_id.untransferred_quantity", string="Not done yet"
    )
    date_deadline = fields.Date(string="Deadline", required=True)
    decision = fields.Selection(
        [
            ("keep", "Stays with the person"),
            ("hand_back", "Is handed back"),
            ("transfer", "Goes to somebody else"),
        ],
        string="What happens to it",
        default="keep",
        required=True,
    )
    taker_id = fields.Many2one(
        "hr.employee", string="Who takes it over", ondelete="cascade"
    )

    def _apply(self, reason):
        """Hand the work back or over; whatever stays goes to the evaluator of today."""
        by_decision = self.grouped("decision")
        if handed_back := by_decision.get("hand_back"):
            handed_back.assignment_id.action_hand_back(reason)
        for line in by_decision.get("transfer", ()):
            if not line.taker_id:
                raise UserError(
                    self.env._(
                        "Say who takes over “%(work)s” (Điều 15.1.d).",
                        work=line.assignment_id.name,
                    )
                )
            line.assignment_id.action_transfer(
                line.taker_id.id, line.date_deadline, reason
            )
        kept = by_decision.get("keep", self.browse())
        today = self.env["kpi.regulation.clause"]._today()
        evaluator = self.move_id.employee_id.kpi_evaluator_id
        if evaluator and kept and self.move_id.date_effective <= today:
            # sudo: the officer's right to enter the move is checked by it
            kept.assignment_id.sudo()._hand_over(evaluator)
