from collections import defaultdict

from odoo import api, models
from odoo.tools import SQL

from ..regulation.scoring import WorkSum

# What the sums are made of, and by what they are told apart.
SUMMED = (
    "employee_id",
    "period_id",
    "role",
    "origin",
    "coefficient",
    "quantity",
    "done_quantity",
    "fault_count",
    "late_count",
)
SUMS = """
      SELECT team.leader, work.fault_count, work.late_count, %(extra)s,
             SUM(work.coefficient * work.quantity),
             SUM(work.coefficient * LEAST(work.done_quantity, work.quantity)),
             COUNT(*) FILTER (WHERE work.done_quantity >= work.quantity)
        FROM UNNEST(%(leaders)s, %(people)s, %(months)s)
             AS team (leader, person, month)
        JOIN kpi_assignment work
          ON work.employee_id = team.person AND work.period_id = team.month
       WHERE work.role = 'direct'
    GROUP BY 1, 2, 3, 4
"""


class KpiAssignment(models.Model):
    """The work of the people led, as it counts for their leaders (Điều 12.1.b).

    It is never stored for the leader: the sums are drawn from the same assignments as
    the points of those who did the work. Each counts once for a leader, however many
    ways lead to it, and the directing work of those led does not count again.
    """

    _inherit = "kpi.assignment"

    @api.model
    def _directed_facts(self, teams):
        """{sheet: WorkSums of the own work of its team}, in one query for all.

        ``teams``: {sheet of a leader: ids of the people led}.
        """
        rows = [
            (sheet.id, person, sheet.period_id.id)
            for sheet, people in teams.items()
            for person in people
        ]
        if not rows:
            return {}
        self.flush_model(SUMMED)
        names = ("leaders", "people", "months")
        columns = dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))
        query = SQL(SUMS, extra=self._is_directed_extra(), **columns)
        facts = defaultdict(list)
        for leader, *sums in self.env.execute_query(query):
            faults, lates, extra, worth, done, full = sums
            facts[leader].append(WorkSum(worth, done, faults, lates, extra, full))
        return {sheet: tuple(facts[sheet.id]) for sheet in teams}

    @api.model
    def _is_directed_extra(self):
        """Which work of somebody led is beyond the plan for the leader, too.

        The one place where work that changed hands is told: what was taken over is
        beyond the plan for whoever took it, and so it is for their leader.
        """
        return SQL("work.origin <> 'plan'")
