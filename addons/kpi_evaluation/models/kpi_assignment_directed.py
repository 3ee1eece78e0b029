from collections import defaultdict

from odoo import api, models
from odoo.tools import SQL

from ..regulation.scoring import WorkSum

# The columns of the work of those led, and the field that gives each.
COLUMNS = {
    "id": "id",
    "person": "employee_id",
    "month": "period_id",
    "origin": "origin",
    "coefficient": "coefficient",
    "quantity": "quantity",
    "done": "done_quantity",
    "faults": "fault_count",
    "lates": "late_count",
    "deadline": "date_deadline",
}
SUMS = """
      SELECT team.leader, work.faults, work.lates, work.origin <> 'plan',
             SUM(work.coefficient * work.quantity),
             SUM(work.coefficient * LEAST(work.done, work.quantity)),
             COUNT(*) FILTER (WHERE work.done >= work.quantity)
        FROM UNNEST(%(leaders)s, %(people)s, %(months)s)
             AS team (leader, person, month)
        JOIN (%(work)s) work
          ON work.person = team.person AND work.month = team.month
    GROUP BY 1, 2, 3, 4
"""
# What is late, or overdue and not done, of some people in a month.
UNFINISHED = """
      SELECT COUNT(*) FILTER (WHERE work.lates > 0),
             COUNT(*) FILTER (WHERE work.done < work.quantity),
             ARRAY_AGG(work.id ORDER BY work.deadline, work.id)
        FROM (%(work)s) work
       WHERE work.person = ANY(%(people)s) AND work.month = %(month)s
         AND (work.lates > 0
              OR work.done < work.quantity AND work.deadline < %(today)s)
"""


class KpiAssignment(models.Model):
    """The work of the people led, as it counts for their leaders (Điều 12.1.b).

    It is never stored for the leader: the sums are drawn from the same assignments as
    the points of those who did the work. Each counts once for a leader, however many
    ways lead to it, and the directing work of those led does not count again.
    """

    _inherit = "kpi.assignment"

    @api.model
    def _work_of_led(self):
        """The own work of everybody as it counts for a leader, as a query.

        The one place where work that changed hands is told: it counts as what it is
        for the person who has it now, so what was taken over is beyond the plan.
        """
        # sudo: the sums count all work, whoever looks at them
        work = self.sudo()
        query = work._search([("role", "=", "direct")])
        return query.select(
            *(
                SQL(
                    "%s AS %s",
                    work._field_to_sql(query.table, field),
                    SQL.identifier(name),
                )
                for name, field in COLUMNS.items()
            )
        )

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
        names = ("leaders", "people", "months")
        columns = dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))
        query = SQL(SUMS, work=self._work_of_led(), **columns)
        facts = defaultdict(list)
        for leader, *sums in self.env.execute_query(query):
            faults, lates, extra, worth, done, full = sums
            facts[leader].append(WorkSum(worth, done, faults, lates, extra, full))
        return {sheet: tuple(facts[sheet.id]) for sheet in teams}

    @api.model
    def _unfinished_work(self, people, period):
        """(times late, not finished, the work) of people in a month, by deadline."""
        today = self.env["kpi.regulation.clause"]._today()
        query = SQL(
            UNFINISHED,
            work=self._work_of_led(),
            people=people,
            month=period.id,
            today=today,
        )
        [[late, undone, ids]] = self.env.execute_query(query)
        # sudo: the evaluator of a leader judges by the work of those led, too
        return late, undone, self.sudo().browse(ids or ())
