from odoo import api, models
from odoo.tools import SQL

from ...regulation.authority import Body, Line, Person, Position, Province, Unit

# Everybody who works in the agencies, and whoever holds a position anywhere.
PEOPLE = """
       SELECT employee.id, employee.company_id, version.department_id,
              version.kpi_position_category, employee.parent_id,
              held.codes
         FROM hr_employee employee
         JOIN LATERAL (
              SELECT candidate.id, candidate.department_id,
                     candidate.kpi_position_category, candidate.departure_date
                FROM hr_version candidate
               WHERE candidate.employee_id = employee.id AND candidate.active
            ORDER BY candidate.date_version <= %(day)s DESC,
                     CASE WHEN candidate.date_version <= %(day)s
                          THEN candidate.date_version END DESC,
                     candidate.date_version
               LIMIT 1
              ) version ON TRUE
    LEFT JOIN (
              SELECT rel.hr_version_id AS version_id,
                     ARRAY_AGG(position.code) AS codes
                FROM hr_version_kpi_position_rel rel
                JOIN kpi_position position
                  ON position.id = rel.kpi_position_id
            GROUP BY rel.hr_version_id
              ) held ON held.version_id = version.id
        WHERE employee.active
          AND COALESCE(version.departure_date >= %(day)s, TRUE)
          AND (employee.company_id = ANY(%(companies)s)
               OR held.codes IS NOT NULL)
"""


class KpiAuthority(models.AbstractModel):
    """Resolution of Điều 9 for many people on one day, in a constant number of queries.

    Loads everybody's place and asks ``regulation.authority``, which knows no database.
    """

    _name = "kpi.authority"
    _description = "Resolution of Điều 9"

    @api.model
    def _resolve(self, employees, day):
        """{employee id: Authority} of these people on a day."""
        self.env.flush_all()
        # sudo: where people belong decides, whoever asks
        companies = employees.sudo().company_id
        province = self._province(companies, day)
        return {
            key: province.authority_over(key)
            for key in employees.ids
            if key in province.people
        }

    @api.model
    def _province(self, companies, day):
        # sudo: the positions of the law hold for everybody
        positions = self.env["kpi.position"].sudo().search([])
        return Province(
            people=self._people(companies, day),
            units=self._units(),
            bodies=self._bodies(),
            positions={
                one.code: Position(
                    one.code, one.scope, one.org_kind_id.code or "", one.category or ""
                )
                for one in positions
            },
            lines=self._lines(),
        )

    def _people(self, companies, day):
        """Everybody of the agencies, and whoever holds a position anywhere."""
        rows = self.env.execute_query(SQL(PEOPLE, day=day, companies=companies.ids))
        return {
            key: Person(
                key, agency, unit, category or "", frozenset(held or ()), leader
            )
            for key, agency, unit, category, leader, held in rows
        }

    def _units(self):
        """Every unit with the kind it has by itself or by the unit above it."""
        # sudo: the structure of the agencies decides, whoever asks
        departments = self.env["hr.department"].sudo().search([])
        units = {}
        for department in departments.sorted("parent_path"):
            above = units.get(department.parent_id.id)
            kind = department.kpi_org_kind_id
            own = kind or (above and above[1].child_kind_id) or kind
            units[department.id] = (department, own)
        return {
            key: Unit(key, department.parent_id.id, kind.code or "", kind.is_agency)
            for key, (department, kind) in units.items()
        }

    def _bodies(self):
        # sudo: the bodies of the province judge people of every agency
        return {
            (body.kind, body.company_id.id or None): Body(
                body.id,
                body.chair_id.id,
                (body.secretary_id or body.member_ids - body.chair_id)[:1].id or None,
            )
            for body in self.env["kpi.body"].sudo().search([])
        }

    def _lines(self):
        # sudo: the lines of the law hold for everybody
        return [
            Line(
                key=rule.id,
                evaluator=rule.evaluator,
                positions=frozenset(rule.position_ids.mapped("code")),
                excluded=frozenset(rule.excluded_position_ids.mapped("code")),
                kinds=frozenset(rule.org_kind_ids.mapped("code")),
                categories=frozenset(rule._categories()),
                evaluator_position=rule.evaluator_position_id.code or "",
                body_kind=rule.body_kind or "",
            )
            for rule in self.env["kpi.authority.rule"].sudo().search([])
        ]
