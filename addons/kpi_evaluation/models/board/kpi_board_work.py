from odoo import fields, models
from odoo.fields import Domain


class KpiBoard(models.TransientModel):
    """The work of a board's people: under way, overdue, waiting for a verdict."""

    _inherit = "kpi.board"

    work_open_count = fields.Integer(string="Under way", readonly=True)
    work_overdue_count = fields.Integer(string="Overdue", readonly=True)
    work_waiting_count = fields.Integer(string="Waiting for a verdict", readonly=True)

    def action_open_work(self, figure="work_open_count"):
        """The work or the hand-ins behind a figure, named as its field."""
        self.ensure_one()
        model, domain = self._work_domains()[figure]
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "kpi_evaluation.kpi_delivery_action"
            if model == "kpi.delivery"
            else "kpi_evaluation.kpi_assignment_action"
        )
        return action | {"domain": list(domain), "context": {}}

    def _figures(self):
        return super()._figures() | {
            figure: self.env[model].search_count(domain)
            for figure, (model, domain) in self._work_domains().items()
        }

    def _work_domains(self):
        """{figure: (model, what it counts)}, of the month and the board's people."""
        periods = self.period_ids.ids
        of_people = Domain("employee_id", "in", self._people())
        work = of_people & Domain("period_id", "in", periods)
        given = work & Domain("state", "=", "given")
        overdue = Domain("progress", "=", "overdue")
        waiting = (
            of_people
            & Domain("verdict", "=", "pending")
            & Domain("assignment_id.period_id", "in", periods)
        )
        return {
            "work_open_count": (
                "kpi.assignment",
                given & Domain("remaining_quantity", ">", 0) & ~overdue,
            ),
            "work_overdue_count": ("kpi.assignment", given & overdue),
            "work_waiting_count": ("kpi.delivery", waiting),
        }

    def _people(self):
        """The ids of the people whose sheets the board is about."""
        groups = self.env["kpi.appraisal"]._read_group(self._sheets(), ["employee_id"])
        return [person.id for (person,) in groups]
