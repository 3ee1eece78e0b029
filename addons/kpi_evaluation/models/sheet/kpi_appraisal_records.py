from odoo import api, fields, models
from odoo.tools import SQL

from ..work.kpi_assignment_steps import COUNTED

WORK_LIMIT = 5
UNFINISHED = """
      SELECT COUNT(*) FILTER (WHERE work.late_count > 0),
             COUNT(*) FILTER (WHERE work.done_quantity < work.base_quantity),
             COUNT(*),
             (ARRAY_AGG(work.id ORDER BY work.date_deadline, work.id))[1:%(limit)s]
        FROM kpi_assignment work
       WHERE work.employee_id = ANY(%(people)s)
         AND work.period_id = %(month)s
         AND work.role = 'direct'
         AND work.state = ANY(%(states)s) AND work.is_waived IS NOT TRUE
         AND (work.late_count > 0
              OR work.done_quantity < work.base_quantity
             AND work.date_deadline < %(today)s)
"""


class KpiAppraisal(models.Model):
    """What the records say beside the choice of đ and e (Điều 12.3.b, 12.3.c).

    Only to help whoever chooses: nothing is chosen by it, and it is not shown to the
    person who is judged.
    """

    _inherit = "kpi.appraisal"

    records_beside_levels = fields.Text(
        string="What the records say", compute="_compute_records_beside_levels"
    )

    @api.depends_context("uid")
    @api.depends("state", "field_unit_ids")
    def _compute_records_beside_levels(self):
        for sheet in self:
            is_shown = sheet._is_leader() and sheet.employee_user_id != self.env.user
            lines = sheet._records_beside_levels() if is_shown else ()
            sheet.records_beside_levels = "\n".join(lines)

    def _records_beside_levels(self):
        """[line]: what this month's records say of the unit's work and peace."""
        self.ensure_one()
        led = self._people_led().get(self)
        return self._lines_of_work([one.person for one in led or ()])

    def _lines_of_work(self, people):
        self.env["kpi.assignment"].flush_model()
        today = self.env["kpi.regulation.clause"]._today()
        month = self.period_id.id
        query = SQL(
            UNFINISHED,
            people=people,
            month=month,
            states=list(COUNTED),
            today=today,
            limit=WORK_LIMIT,
        )
        [[late, undone, count, first]] = self.env.execute_query(query)
        if not first:
            return [self.env._("No product of the people led is late or overdue.")]
        counts = self.env._(
            "Products of the people led: %(late)s late, %(undone)s not finished.",
            late=late,
            undone=undone,
        )
        # sudo: the evaluator of a leader judges by the work of those led, too
        works = self.env["kpi.assignment"].sudo().browse(first)
        more = ["…"] if count > len(first) else []
        return [counts, *(self._line_of_work(work) for work in works), *more]

    def _line_of_work(self, work):
        return self.env._(
            "– %(person)s: %(work)s (deadline %(day)s, %(done)s of %(quantity)s done, "
            "%(lates)s times late)",
            person=work.employee_id.name,
            work=work.name,
            day=f"{work.date_deadline:%d/%m/%Y}",
            done=work._paper_row()["done"],
            quantity=work._paper_row()["quantity"],
            lates=work.late_count,
        )
