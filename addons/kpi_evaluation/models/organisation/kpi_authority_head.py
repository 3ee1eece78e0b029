from odoo import api, models
from odoo.tools import SQL

# Whom a user judges, whom those judge, and so on. Who has left is judged by nobody.
LED = """
WITH RECURSIVE led AS (
    SELECT person.id
      FROM hr_employee person
      JOIN hr_employee evaluator ON evaluator.id = person.kpi_evaluator_id
     WHERE evaluator.user_id = %(user)s
     UNION
    SELECT person.id
      FROM hr_employee person
      JOIN led ON led.id = person.kpi_evaluator_id
)
SELECT id FROM led
"""


class KpiAuthority(models.AbstractModel):
    """Who stands above those who judge (Điều 6.2, 9, 20.5)."""

    _inherit = "kpi.authority"

    @api.model
    def _agency_heads(self, employees, day):
        """{employee id: id of the head of their agency, or None} on a day."""
        self.env.flush_all()
        # sudo: where people belong decides, whoever asks
        province = self._province(employees.sudo().company_id, day)
        return {
            key: province.agency_head_over(key)
            for key in employees.ids
            if key in province.people
        }

    @api.model
    def _agencies_headed_by(self, user):
        """The agencies whose head a user is today (Điều 4.5)."""
        # sudo: who heads what is asked for whoever looks, also by record rules, which
        # otherwise see who has left
        people = self.env["hr.employee"].sudo().with_context(active_test=True)
        own = [("user_id", "=", user.id), ("kpi_position_category", "=", "head")]
        day = self.env["kpi.regulation.clause"]._today()
        companies = self.env["res.company"]
        for leader in people.search(own):
            agency = leader.company_id
            led = people.search([("company_id", "=", agency.id)])
            if leader.id in self._agency_heads(led, day).values():
                companies |= agency
        return companies

    @api.model
    def _superiors(self, employees, day):
        """{employee id: (evaluator id, body id) above them on a day, or None each}."""
        found = self._resolve(employees, day)
        return {key: (one.evaluator, one.body) for key, one in found.items()}

    @api.model
    def _led_by(self, user):
        """Everybody whom a user judges today, and all under them (Điều 20.4)."""
        # sudo: who judges whom decides, whoever asks
        people = self.env["hr.employee"].sudo()
        people.flush_model(["kpi_evaluator_id", "user_id"])
        led = self.env.execute_query(SQL(LED, user=user.id))
        return people.browse(key for (key,) in led)
