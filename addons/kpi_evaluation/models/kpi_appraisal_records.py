from odoo import api, fields, models

WORK_LIMIT = 5


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
        assignments = self.env["kpi.assignment"]
        late, undone, works = assignments._unfinished_work(people, self.period_id)
        if not works:
            return [self.env._("No product of the people led is late or overdue.")]
        counts = self.env._(
            "Products of the people led: %(late)s late, %(undone)s not finished.",
            late=late,
            undone=undone,
        )
        more = ["…"] if len(works) > WORK_LIMIT else []
        return [counts, *map(self._line_of_work, works[:WORK_LIMIT]), *more]

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
