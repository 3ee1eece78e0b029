from odoo import api, fields, models
from odoo.exceptions import UserError

WITHOUT_PLAN = "kpi_evaluation.hr_employee_public_view_list_without_plan"


class KpiPeriod(models.Model):
    """HR opens the plans of a month for the whole agency in one act (Điều 16)."""

    _inherit = "kpi.period"

    plan_count = fields.Integer("Plans", compute="_compute_plan_count")

    def _compute_plan_count(self):
        counts = dict(
            self.env["kpi.plan"]._read_group(
                [("period_id", "in", self.ids)], ["period_id"], ["__count"]
            )
        )
        for period in self:
            period.plan_count = counts.get(period, 0)

    @api.model
    def _this_month(self):
        """The month under way, in each of the agencies that are open."""
        today = self.env["kpi.regulation.clause"]._today()
        return self.search(
            [
                ("company_id", "in", self.env.companies.ids),
                ("date_start", "<=", today),
                ("date_end", ">=", today),
            ]
        )

    def action_open_plans(self):
        """Open a draft plan for everyone of the agency who has none yet.

        For the HR officer; may be repeated. Recurring products of the last approved
        month are in the drafts.
        """
        if not self.env.user.has_group("kpi_evaluation.group_hr"):
            raise UserError(
                self.env._("Only the HR officer of the agency opens a month.")
            )
        self.check_access("write")
        for period in self:
            # sudo: everyone of the agency, whatever the officer may read of them
            people = self.env["hr.employee"].sudo()
            people = people.search([("company_id", "=", period.company_id.id)])
            self.env["kpi.plan"]._open_months(period, people)
        return self.action_open_period_plans()

    def action_open_period_plans(self):
        """The plans of these months that one may read, by their state."""
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "kpi_evaluation.kpi_plan_action"
        )
        action["domain"] = [("period_id", "in", self.ids)]
        action["context"] = {"search_default_group_by_state": 1}
        return action

    def action_people_without_plan(self):
        """The people of these months who have no plan yet.

        HR sees those of the agency, a leader those led directly.
        """
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Without a plan"),
            "res_model": "hr.employee.public",
            "views": [[self.env.ref(WITHOUT_PLAN).id, "list"]],
            "domain": [("id", "in", self._people_without_plan().ids)],
        }

    def _people_without_plan(self):
        people = self.env["hr.employee"]
        led = people._kpi_led(people._kpi_acting_as()).filtered("active")
        if self.env.user.has_group("kpi_evaluation.group_hr"):
            agencies = self.company_id & self.env.companies
            # sudo: names of colleagues in the officer's own agencies
            led |= people.sudo().search([("company_id", "in", agencies.ids)])
        # sudo: whether somebody has a plan, not what stands in it
        plans = self.env["kpi.plan"].sudo()
        have = plans.search([("period_id", "in", self.ids), ("scope", "=", "person")])
        led = led.filtered(lambda person: person.company_id in self.company_id)
        return led - have.employee_id
