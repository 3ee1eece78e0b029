from odoo import api, models
from odoo.fields import Domain


class HrEmployee(models.Model):
    """The direct leader, to whom people submit what they plan (Điều 2.1, 6.2).

    It is the one who judges them, or who was authorised in writing to stand in; where
    a collective judges somebody without an evaluator, whoever's word is the body's.
    """

    _inherit = "hr.employee"

    @api.model
    def _kpi_acting_as(self):
        """Whose place the current user takes today: their own and their principals'."""
        day = self.env["kpi.regulation.clause"]._today()
        # sudo: who one is and for whom one stands in holds for everybody
        own = self.sudo().search([("user_id", "=", self.env.uid)])
        return own | self.env["kpi.delegation"]._principals(self.env.user, day)

    @api.model
    def _kpi_led(self, acting):
        """The people whose direct leader somebody is, those of their bodies with them.

        Whoever sits in a collective reads the plans of those whom it judges.
        """
        bodies = self.env["kpi.delegation"]._own_bodies()
        led = Domain("kpi_evaluator_id", "in", acting.ids)
        if bodies:
            led |= Domain("kpi_body_id", "in", bodies.ids)
        # sudo: who judges whom is asked for whoever looks at a plan
        people = self.sudo().with_context(active_test=False).search(led)
        return people.filtered(lambda person: person.user_id != self.env.user)

    def _kpi_leading_users(self):
        """{person: the users who may approve what the person plans, today}."""
        people = self.sudo()  # sudo: who stands in for whom is asked for everybody
        day = self.env["kpi.regulation.clause"]._today()
        substitutes = self.env["kpi.delegation"]._substitutes(
            people.kpi_evaluator_id, day
        )
        users = {}
        for person in people:
            leader, body = person.kpi_evaluator_id, person.kpi_body_id
            if leader or not body:
                acting = leader | substitutes.get(leader, leader)
                users[person] = (acting - person).user_id
            else:
                users[person] = body._users_deciding_on(person)
        return users

    def _kpi_leader_name(self):
        """The direct leader as a sentence names them; "" where there is none."""
        self.ensure_one()
        person = self.sudo()  # sudo: names of those who judge are no secret
        return person.kpi_evaluator_id.name or person.kpi_body_id.name or ""
