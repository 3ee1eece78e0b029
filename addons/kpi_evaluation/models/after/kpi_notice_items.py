from odoo import api, models
from odoo.fields import Domain


class KpiAssignment(models.Model):
    """Proposed work, and work that its person cannot finish, wait for the assigner.

    Or for whom the assigner has authorised (Điều 2.1, 15.1.d).
    """

    _inherit = "kpi.assignment"

    @api.model_create_multi
    def create(self, vals_list):
        works = super().create(vals_list)
        proposed = works.filtered(lambda one: one.state == "proposed")
        if proposed:
            proposed._touch_notices()
        return works

    def _take(self, step, values=None):
        taken = super()._take(step, values)
        self._touch_notices()
        return taken

    def _hand_over(self, evaluator):
        handed = super()._hand_over(evaluator)
        self._touch_notices()
        # sudo: whoever hands over, the requests go along
        self.env["kpi.notice"]._touch("change", self.sudo().change_ids)
        return handed

    def _touch_notices(self):
        for kind in ("proposal", "unable"):
            self.env["kpi.notice"]._touch(kind, self)

    @api.model
    def _items_of_notices(self, kind, domain):
        """{work that waits: for which users}."""
        if kind == "proposal":
            waiting = self.search(domain & Domain("state", "=", "proposed"))
        else:
            reported = Domain("state", "=", "given") & Domain("unable_on", "!=", False)
            waiting = self.search(domain & reported)
            closed = waiting._reasons_against_changing_facts()
            waiting = waiting.filtered(
                lambda one: one.remaining_quantity and not closed[one]
            )
        return waiting._assigners_to_act()

    def _assigners_to_act(self):
        """{work: users of its assigner and of whom that one has authorised}."""
        day = self.env["kpi.regulation.clause"]._today()
        substitutes = self.env["kpi.delegation"]._substitutes(self.assigner_id, day)
        nobody = self.assigner_id.browse()
        return {
            one: (one.assigner_id | substitutes.get(one.assigner_id, nobody)).user_id
            - one.employee_user_id
            for one in self
        }

    def _last_day_of_notice(self, kind):
        return self.date_deadline


class KpiAssignmentChange(models.Model):
    """A request for a change waits for the assigner of the work (Điều 15.1.b)."""

    _inherit = "kpi.assignment.change"

    @api.model_create_multi
    def create(self, vals_list):
        changes = super().create(vals_list)
        self.env["kpi.notice"]._touch("change", changes)
        return changes

    def _take(self, step, values=None):
        taken = super()._take(step, values)
        self.env["kpi.notice"]._touch("change", self)
        return taken

    @api.model
    def _items_of_notices(self, kind, domain):
        """{request that waits: for which users}."""
        waiting = self.search(domain & Domain("state", "=", "requested"))
        users = waiting.assignment_id._assigners_to_act()
        return {one: users[one.assignment_id] for one in waiting}

    def _last_day_of_notice(self, kind):
        return min(self.old_deadline, self.new_deadline)


class KpiObjection(models.Model):
    """A petition waits for the superior; without one, for the officers who name one."""

    _inherit = "kpi.objection"

    @api.model_create_multi
    def create(self, vals_list):
        objections = super().create(vals_list)
        self.env["kpi.notice"]._touch("petition", objections)
        return objections

    def _take(self, step, values=None):
        taken = super()._take(step, values)
        self.env["kpi.notice"]._touch("petition", self)
        return taken

    @api.model
    def _items_of_notices(self, kind, domain):
        """{petition that waits: for which users}."""
        waiting = self.search(domain & Domain("state", "=", "waiting"))
        day = self.env["kpi.regulation.clause"]._today()
        superiors = waiting.answerer_id
        substitutes = self.env["kpi.delegation"]._substitutes(superiors, day)
        officers = self.env.ref("kpi_evaluation.group_hr").all_user_ids
        return {
            one: one._users_to_answer(substitutes, officers) - one.employee_user_id
            for one in waiting
        }

    def _users_to_answer(self, substitutes, officers):
        if not self.answerer_name:
            return officers.filtered(lambda user: self.company_id in user.company_ids)
        people = self.answerer_id | self.body_id.chair_id | self.body_id.secretary_id
        if self.answerer_id:
            people |= substitutes.get(self.answerer_id, people.browse())
        return people.user_id

    def _last_day_of_notice(self, kind):
        return self.due_date or self.received_on


class KpiComplaint(models.Model):
    """A report waits for whom it was addressed to.

    They are told in the morning, not in the same moment: nothing of the telling lies
    near the hour of the report or was made by its author (Điều 20.5).
    """

    _inherit = "kpi.complaint"

    def _take(self, step, values=None):
        taken = super()._take(step, values)
        self.env["kpi.notice"]._touch("complaint", self)
        return taken

    @api.model
    def _items_of_notices(self, kind, domain):
        """{report that waits: for which users}."""
        waiting = self.search(domain & Domain("state", "=", "received"))
        inspectors = self.env.ref("kpi_evaluation.group_inspector").all_user_ids
        return {one: one.recipient_user_id or inspectors for one in waiting}

    def _last_day_of_notice(self, kind):
        return self.env["kpi.regulation.clause"]._today()
