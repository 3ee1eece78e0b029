from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

from ..base.paper_text import plain
from ..sheet.kpi_appraisal import GRADES


class KpiPublication(models.Model):
    """The published results as the people of the agency may read them (Điều 16 step 5).

    A view over the published sheets, never a copy: what is annulled leaves it at once.
    Names, units, classes, and the reason where a class differs from the points; the
    points themselves only by the choice row ``publication_shows``.
    """

    _name = "kpi.publication"
    _description = "Published Result"
    _auto = False
    _order = "period_id desc, department_name, employee_name, id"
    _rec_name = "employee_name"
    _depends = {
        "kpi.appraisal": [
            "period_id",
            "company_id",
            "department_id",
            "employee_name",
            "job_title",
            "department_name",
            "grade",
            "system_grade",
            "grade_reason",
            "state",
            "published_on",
        ]
    }

    period_id = fields.Many2one(
        "kpi.period", string="Month", readonly=True, ondelete="restrict"
    )
    company_id = fields.Many2one(
        "res.company", string="Agency", readonly=True, ondelete="restrict"
    )
    department_id = fields.Many2one("hr.department", readonly=True, ondelete="restrict")
    employee_name = fields.Char(string="Full name", readonly=True)
    job_title = fields.Char(readonly=True)
    department_name = fields.Char(string="Unit", readonly=True)
    grade = fields.Selection(GRADES, string="Class", readonly=True)
    reason = fields.Text(
        string="Reason of a class other than by the points", readonly=True
    )
    published_on = fields.Datetime(readonly=True)
    points = fields.Char(compute="_compute_points")
    is_in_my_unit = fields.Boolean(
        compute="_compute_is_in_my_unit", search="_search_is_in_my_unit"
    )

    @property
    def _table_query(self):
        return SQL(
            """
            SELECT id, period_id, company_id, department_id, employee_name, job_title,
                   department_name, grade, published_on,
                   CASE WHEN grade IS DISTINCT FROM system_grade
                        THEN grade_reason END AS reason
              FROM kpi_appraisal
             WHERE state = 'published'
            """
        )

    @api.depends("period_id")
    def _compute_points(self):
        # sudo: the choice row decides, not the right to read the sheet
        sheets = self.env["kpi.appraisal"].sudo().browse(self.ids)
        shown = {
            period
            for period in sheets.period_id
            if period._rulebook().publication_shows == "points_too"
        }
        for row, sheet in zip(self, sheets, strict=True):
            row.points = plain(sheet.total_score) if sheet.period_id in shown else False

    @api.depends_context("uid")
    def _compute_is_in_my_unit(self):
        mine = self.filtered_domain(self._in_my_unit())
        for row in self:
            row.is_in_my_unit = row in mine

    def _search_is_in_my_unit(self, operator, value):
        if operator != "in" or set(value) != {True}:
            return NotImplemented
        return self._in_my_unit()

    @api.model
    def _in_my_unit(self):
        """What is public to the user: the agency's results, or those of the unit."""
        clauses = self.env["kpi.regulation.clause"]
        # sudo: where somebody works is asked for themselves; record rules also look at
        # what is archived, but who has left works there no more
        people = self.env["hr.employee"].sudo().with_context(active_test=True)
        places = people.search([("user_id", "=", self.env.uid)])
        domains = []
        for place in places:
            rules = clauses._rulebook(clauses._today(), place.company_id)
            if rules.publication_unit == "agency":
                domains.append(Domain("company_id", "=", place.company_id.id))
            else:
                # sudo: the structure of the agency, for whoever works in it
                below = place.department_id.sudo().search(
                    [("id", "child_of", place.department_id.ids)]
                )
                domains.append(Domain("department_id", "in", below.ids))
        return Domain.OR(domains)
