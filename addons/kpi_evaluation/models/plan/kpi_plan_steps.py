from odoo import api, fields, models
from odoo.exceptions import UserError


class KpiPlan(models.Model):
    """The way of a plan: made, submitted, approved or given back (Điều 2.1, 16).

    ::

        draft ─submit→ submitted ─approve→ approved
          ↑                │
          └─────return─────┘
    """

    _inherit = "kpi.plan"

    TRANSITIONS = {
        "edit": (("draft",), None),
        "copy": (("draft",), None),
        "submit": (("draft",), "submitted"),
        "return": (("submitted",), "draft"),
        "approve": (("submitted",), "approved"),
        "draw": (("approved",), None),
    }
    ROLES = {
        "edit": "keeper",
        "copy": "keeper",
        "submit": "keeper",
        "return": "leader",
        "approve": "leader",
        "draw": "keeper",
    }
    # What is still to be done before a plan in this state moves on.
    NEXT_STEPS = {"draft": "submit", "submitted": "approve"}

    may_edit = fields.Boolean(compute="_compute_may")
    may_copy = fields.Boolean(compute="_compute_may")
    may_submit = fields.Boolean(compute="_compute_may")
    may_return = fields.Boolean(compute="_compute_may")
    may_approve = fields.Boolean(compute="_compute_may")
    may_draw = fields.Boolean(compute="_compute_may")
    next_step_hint = fields.Text(compute="_compute_may")

    @api.depends_context("uid")
    @api.depends("state", "line_ids", "employee_id", "department_id", "scope", "span")
    def _compute_may(self):
        stored = self._origin
        reasons = {step: stored._reasons_against(step) for step in self.TRANSITIONS}
        for plan in self:
            # While a new one is being filled in there is nothing to take a step with.
            mine = plan._origin
            for step in self.TRANSITIONS:
                plan[f"may_{step}"] = bool(mine) and not reasons[step][mine]
            plan.may_edit = plan.may_edit or not mine
            step = self.NEXT_STEPS.get(plan.state)
            plan.next_step_hint = bool(mine and step) and reasons[step][mine]

    def action_submit(self):
        """Submit the plan to the direct leader (Điều 2.1).

        For whose plan it is, or the head of the unit. Raises UserError when it has no
        work yet or was submitted already.
        """
        submitted = {
            "submitted_on": fields.Datetime.now(),
            "submitted_by_id": self.env.uid,
            "return_reason": False,
        }
        return self._take("submit", submitted)

    def action_return(self, reason=""):
        """Give the plan back to be changed, with a reason (Điều 2.1)."""
        self._check_step("return")
        if not isinstance(reason, str) or not reason.strip():
            raise UserError(self.env._("Say why you give the plan back."))
        return self._take("return", {"return_reason": reason.strip()})

    def action_approve(self):
        """Approve the plan as it stands; a person's becomes their work (Điều 15.1).

        For the direct leader. Every product of a person's month is given to them as
        an assignment of the plan, once.
        """
        approved = {
            "approved_on": fields.Datetime.now(),
            "approved_by_id": self.env.uid,
        }
        taken = self._take("approve", approved)
        self._give_work()
        return taken

    def _give_work(self):
        """Give the people what was approved for their month."""

    def _check_open(self):
        """The lines of a plan change while it is a draft, by trusted code too."""
        for plan in self:
            if plan.state != "draft":
                raise UserError(
                    self.env._(
                        "%(plan)s is submitted or approved; its work no longer "
                        "changes. Have it given back first; what was approved changes "
                        "with the assigned work itself (Điều 2.1).",
                        plan=plan.display_name,
                    )
                )
