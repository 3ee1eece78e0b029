from collections import defaultdict

from odoo import api, models
from odoo.tools import SQL

from ...regulation.scoring import WorkSum
from .kpi_assignment_steps import COUNTED

# What the sums are made of, and by what they are told apart.
SUMMED = (
    "employee_id",
    "period_id",
    "state",
    "is_waived",
    "role",
    "origin",
    "source_id",
    "coefficient",
    "quantity",
    "base_quantity",
    "done_quantity",
    "fault_count",
    "late_count",
)
# Each leader's team and its own work; what passed from hand to hand within the team
# counts once, with whoever has it last, and as what it was when it was first given.
# Each task has a row in `passed`, so that the database hashes and never loops.
SUMS = """
WITH RECURSIVE team AS (
       SELECT *
         FROM UNNEST(%(leaders)s, %(people)s, %(months)s)
              AS team (leader, person, month)
     ), own AS (
       SELECT team.leader, work.id, work.source_id, work.origin <> 'plan' AS is_extra,
              work.fault_count, work.late_count, work.coefficient,
              work.quantity, work.base_quantity, work.done_quantity
         FROM team
         JOIN kpi_assignment work
           ON work.employee_id = team.person AND work.period_id = team.month
        WHERE work.role = 'direct'
          AND work.state = ANY(%(states)s) AND work.is_waived IS NOT TRUE
     ), root AS (
       SELECT own.leader, own.id, own.is_extra
         FROM own
    LEFT JOIN own source ON source.leader = own.leader AND source.id = own.source_id
        WHERE source.id IS NULL
        UNION ALL
       SELECT own.leader, own.id, root.is_extra
         FROM own
         JOIN root ON root.leader = own.leader AND root.id = own.source_id
     ), passed AS (
       SELECT leader, id, SUM(quantity) AS quantity
         FROM (SELECT leader, id, 0 AS quantity
                 FROM own
                UNION ALL
               SELECT leader, source_id, quantity
                 FROM own
                WHERE source_id IS NOT NULL) AS part
     GROUP BY leader, id
     ), counted AS (
       SELECT own.leader, own.fault_count, own.late_count, root.is_extra,
              own.coefficient, own.done_quantity,
              GREATEST(own.base_quantity - passed.quantity, 0) AS given
         FROM own
         JOIN root ON root.leader = own.leader AND root.id = own.id
         JOIN passed ON passed.leader = own.leader AND passed.id = own.id
     )
       SELECT leader, fault_count, late_count, is_extra,
              SUM(coefficient * given),
              SUM(coefficient * LEAST(done_quantity, given)),
              COUNT(*) FILTER (WHERE given > 0 AND done_quantity >= given)
         FROM counted
     GROUP BY 1, 2, 3, 4
"""


class KpiAssignment(models.Model):
    """The work of the people led, as it counts for their leaders (Điều 12.1.b).

    It is never stored for the leader: the sums are drawn from the same assignments as
    the points of those who did the work. Each counts once for a leader, however many
    ways or hands it went through, and the directing work of those led not again.
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
        query = SQL(SUMS, states=list(COUNTED), **columns)
        facts = defaultdict(list)
        for leader, *sums in self.env.execute_query(query):
            faults, lates, extra, worth, done, full = sums
            facts[leader].append(WorkSum(worth, done, faults, lates, extra, full))
        return {sheet: tuple(facts[sheet.id]) for sheet in teams}
