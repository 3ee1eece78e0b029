from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL


class KpiAssignment(models.Model):
    """What the current user does next with a piece of work, while its month is open.

    The step that a card offers is one that ``_reasons_against`` lets this user take.
    """

    _inherit = "kpi.assignment"

    next_step = fields.Selection(
        [
            ("approve", "Approve"),
            ("judge", "Judge the hand-in"),
            ("hand_in", "Hand in"),
        ],
        compute="_compute_next_step",
    )
    is_current = fields.Boolean(
        string="Month not judged yet",
        compute="_compute_is_current",
        search="_search_is_current",
    )

    @api.depends_context("uid")
    @api.depends("state", "standing", "waiting_quantity", "remaining_quantity")
    def _compute_next_step(self):
        steps = dict.fromkeys(self, False)
        for step, works in self._works_of_next_steps().items():
            for work, reason in works.items():
                if not reason:
                    steps[work] = steps[work] or step
        for work in self:
            work.next_step = steps[work]

    def _works_of_next_steps(self):
        """{step: {work it may be taken with: why not, or ""}}, the first one first."""
        stored = self._origin
        proposed = stored.filtered(lambda one: one.state == "proposed")
        hand_ins = stored.filtered("waiting_quantity").delivery_ids
        hand_ins = hand_ins.filtered(lambda one: one.verdict == "pending")
        mine = stored.filtered(lambda one: one.employee_user_id == self.env.user)
        judged = hand_ins._reasons_against("accept")
        return {
            "approve": proposed._reasons_against("approve"),
            "judge": {one.assignment_id: reason for one, reason in judged.items()},
            "hand_in": mine.filtered("remaining_quantity")._reasons_against("hand_in"),
        }

    @api.depends("employee_id", "period_id")
    def _compute_is_current(self):
        current = self.filtered_domain(self._current_domain())
        for work in self:
            work.is_current = work in current

    def _search_is_current(self, operator, value):
        if operator != "in":
            return NotImplemented
        current = self._current_domain()
        return current if True in value else ~current

    @api.model
    def _current_domain(self):
        """Work whose facts may still change: its month is neither judged nor locked."""
        return Domain("period_id.state", "=", "open") & Domain.custom(
            to_sql=self._sql_of_open_sheets
        )

    @api.model
    def _sql_of_open_sheets(self, model, alias, query):
        sheets = self.env["kpi.appraisal"]
        sheets.flush_model(["employee_id", "period_id", "state"])
        return SQL(
            "NOT EXISTS (SELECT 1 FROM kpi_appraisal sheet"
            " WHERE sheet.employee_id = %s AND sheet.period_id = %s"
            " AND sheet.state <> 'annulled' AND sheet.state <> ALL(%s))",
            SQL.identifier(alias, "employee_id"),
            SQL.identifier(alias, "period_id"),
            list(sheets.OPEN_STATES),
        )
