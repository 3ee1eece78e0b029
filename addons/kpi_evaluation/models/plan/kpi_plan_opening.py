from odoo import api, models
from odoo.tools import split_every

PLANS_PER_STEP = 500
UNNOTED = {
    "mail_create_nolog": True,
    "mail_create_nosubscribe": True,
    "tracking_disable": True,
}


class KpiPlan(models.Model):
    """Opening people's plans of a month: of a whole agency, or from a unit's plan."""

    _inherit = "kpi.plan"

    @api.model
    def _open_months(self, period, people):
        """The plans of people for a month, made where there were none."""
        # sudo: opening a plan for others is a step, checked by whoever calls this
        plans = self.sudo().with_context(**UNNOTED)
        domain = [("period_id", "=", period.id), ("employee_id", "in", people.ids)]
        found = plans.search(domain)
        # sudo: only whose plan it is
        missing = people.sudo() - found.employee_id
        for some in split_every(PLANS_PER_STEP, missing.ids):
            found += plans.create(
                [
                    {"scope": "person", "employee_id": one, "period_id": period.id}
                    for one in some
                ]
            )
        return found

    def action_draw(self):
        """Give an approved month of a unit to its people (Điều 15.1.a).

        Opens the plans of everyone of the unit and of everyone named in a line, and
        puts into the drafts what nobody has drawn yet. May be repeated. Whose plan is
        submitted already gets nothing, which the log says.
        """
        self._check_step("draw")
        # sudo: who works in the unit
        people = self.env["hr.employee"].sudo()
        for period, plans in self.grouped("period_id").items():
            members = people.search(
                [
                    ("department_id", "in", plans.department_id.ids),
                    ("company_id", "=", period.company_id.id),
                ]
            )
            named = plans.sudo().line_ids.employee_id  # sudo: as above
            plans._draw_into(self._open_months(period, members | named))
        return self._action_people()

    def _draw_into(self, opened):
        # sudo: the step itself was checked
        lines, bodies = self.env["kpi.plan.line"].sudo(), {}
        plan_of = {plan.employee_id: plan for plan in opened}
        vals_list, replaced = [], lines.browse()
        for line in self.sudo().line_ids:  # sudo: as above
            below = plan_of.get(line.employee_id)
            if not below or not line.remaining_quantity:
                continue
            if below.state == "draft":
                same = line._recurring_in(below) - replaced
                replaced |= same[:1]
                vals_list.append(line._drawn_into(below, same[:1]))
            else:
                bodies.setdefault(line.plan_id, []).append(
                    self.env._(
                        "Not drawn: %(work)s; the plan of %(person)s is submitted.",
                        work=line.name,
                        person=below.employee_name,
                    )
                )
        replaced.unlink()
        lines.create(vals_list)
        lines._note(bodies)

    def _action_people(self):
        """The plans of the people of these units, in the same months."""
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "kpi_evaluation.kpi_plan_action"
        )
        action["domain"] = [
            ("scope", "=", "person"),
            ("period_id", "in", self.period_id.ids),
            ("department_id", "in", self.department_id.ids),
        ]
        action["context"] = {"search_default_group_by_state": 1}
        return action


class KpiPlanLine(models.Model):
    """A line as the person named in it draws it."""

    _inherit = "kpi.plan.line"

    def _recurring_in(self, plan):
        """The recurring work of a draft that is the same as this line."""
        self.ensure_one()
        return plan.line_ids.filtered(
            lambda one: (
                one.is_recurring
                and not one.source_line_id
                and (one.item_id, one.name) == (self.item_id, self.name)
            )
        )

    def _drawn_into(self, plan, replaced):
        """The line as a person draws it, in the place of the same recurring work."""
        self.ensure_one()
        return {
            "plan_id": plan.id,
            "source_line_id": self.id,
            "item_id": self.item_id.id,
            "name": self.name,
            "quantity": self.remaining_quantity,
            "date_deadline": self.date_deadline,
            "role": self.role,
            "note": self.note,
            "is_recurring": replaced.is_recurring,
        }
