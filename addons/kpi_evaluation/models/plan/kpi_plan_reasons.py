from odoo import models


class KpiPlan(models.Model):
    """Why somebody may not take a step on a plan: whose step it is, what it lacks."""

    _inherit = "kpi.plan"

    def _reasons_of_step(self, step):
        if self.ROLES[step] == "keeper":
            reasons = self._reasons_against_keeper()
        else:
            reasons = self._reasons_against_leader()
        content = getattr(self, f"_reason_against_{step}", None)
        for plan in self:
            if content and not reasons[plan]:
                reasons[plan] = getattr(plan, f"_reason_against_{step}")()
        return reasons

    def _reasons_against_keeper(self):
        reasons = {}
        for plan in self:
            if plan.is_kept:
                reasons[plan] = ""
            elif plan.employee_id:
                reasons[plan] = self.env._(
                    "Only %(person)s makes this plan (Điều 2.1).",
                    person=plan.employee_name,
                )
            else:
                reasons[plan] = self.env._(
                    "Only the head of %(unit)s, or who stands in for them, makes this "
                    "plan (Điều 2.1).",
                    unit=plan.department_name,
                )
        return reasons

    def _planners(self):
        """{plan: whose leader approves it: the person, or the head of the unit}."""
        # sudo: who leads whom is asked for everybody
        return {
            plan: plan.sudo().employee_id or plan.sudo().department_id.manager_id
            for plan in self
        }

    def _reasons_against_leader(self):
        planners = self._planners()
        # sudo: as above
        people = self.env["hr.employee"].sudo().union(*planners.values())
        leading = people._kpi_leading_users()
        return {
            plan: plan._reason_against_leader(person, leading.get(person))
            for plan, person in planners.items()
        }

    def _reason_against_leader(self, planner, leading):
        self.ensure_one()
        user = self.env.user
        if user in planner.user_id | self.employee_user_id | self.submitted_by_id:
            return self.env._("Nobody approves their own plan (Điều 2.1).")
        if not planner:
            return self.env._(
                "%(unit)s has no head yet; the HR officer names one on the unit.",
                unit=self.department_name,
            )
        leader = planner._kpi_leader_name()
        if not leader:
            return self.env._(
                "%(person)s has no direct leader yet; the HR officer fills in who "
                "judges them (Điều 2.1, 9).",
                person=planner.name,
            )
        if user in leading:
            return ""
        return self.env._(
            "Only %(leader)s, the direct leader of %(person)s, approves this plan or "
            "gives it back (Điều 2.1).",
            leader=leader,
            person=planner.name,
        )

    def _reason_against_submit(self):
        if self.line_ids:
            return ""
        return self.env._(
            "%(plan)s has no work yet: add products with quantity and deadline "
            "(Điều 15.1.b).",
            plan=self.display_name,
        )

    def _reason_against_approve(self):
        # sudo: the approver may not read every catalogue
        for line in self.sudo().line_ids:
            if line.item_id.coefficient <= 0:
                return self.env._(
                    "%(product)s has no coefficient any more; give the plan back so "
                    "that another product is chosen (Điều 15.1.b).",
                    product=line.item_id.display_name,
                )
        return ""

    def _reason_against_draw(self):
        if self.scope == "unit" and self.span == "month":
            return ""
        return self.env._(
            "People draw their work from the month of their unit (Điều 15.1.a)."
        )

    def _reason_against_copy(self):
        if self.span == "month":
            return ""
        return self.env._("Only the plan of a month is copied from the month before.")
