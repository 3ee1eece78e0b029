from odoo import api, fields, models

COUNTED = ("given", "handed_back")


class KpiAssignment(models.Model):
    """The life of given work (Điều 15.1.d).

    ::

        proposed ─approve→ given ─hand_back, transfer→ handed_back
           └refuse→ refused  └cancel→ cancelled

    What was given counts for its person even after it was handed back; what was only
    proposed, refused or given by mistake counts nowhere.
    """

    _inherit = "kpi.assignment"

    TRANSITIONS = {
        "hand_in": (("given",), None),
        "report_unable": (("given",), None),
        "ask_change": (("given",), None),
        "change": (("given",), None),
        "approve": (("proposed",), "given"),
        "refuse": (("proposed",), "refused"),
        "hand_back": (("given",), "handed_back"),
        "transfer": (COUNTED, None),
        "finish_transfer": (("given",), "handed_back"),
        "cancel": (("given",), "cancelled"),
    }
    # "keeper": the assigner, or the HR officer who keeps the work of the agency.
    ROLES = {
        "hand_in": "",
        "report_unable": "person",
        "ask_change": "either",
        "change": "assigner",
        "approve": "assigner",
        "refuse": "assigner",
        "hand_back": "keeper",
        "transfer": "keeper",
        "finish_transfer": "keeper",
        "cancel": "keeper",
    }
    BUTTONS = ("approve", "refuse", "ask_change", "hand_back", "transfer", "cancel")
    # Only while the plan is open; other steps until the month is judged.
    PLANNING = ("ask_change", "change", "approve", "cancel")

    state = fields.Selection(
        [
            ("proposed", "Proposed"),
            ("given", "Given"),
            ("handed_back", "Handed back"),
            ("refused", "Refused"),
            ("cancelled", "Cancelled"),
        ],
        default="given",
        required=True,
        readonly=True,
        tracking=True,
    )
    closing_reason = fields.Text(
        string="Reason",
        readonly=True,
        tracking=True,
        help="Why the work was handed back, refused or cancelled.",
    )
    may_approve = fields.Boolean(compute="_compute_may")
    may_refuse = fields.Boolean(compute="_compute_may")
    may_ask_change = fields.Boolean(compute="_compute_may")
    may_hand_back = fields.Boolean(compute="_compute_may")
    may_transfer = fields.Boolean(compute="_compute_may")
    may_cancel = fields.Boolean(compute="_compute_may")

    @api.model
    def _counted_domain(self):
        """Work that counts for its person."""
        return [("state", "in", COUNTED)]

    @api.depends_context("uid")
    @api.depends("state", "delivery_ids.verdict", "transferred_quantity")
    def _compute_may(self):
        for step in self.BUTTONS:
            reasons = self._origin._reasons_against(step)
            for assignment in self:
                refused = reasons.get(assignment._origin, "new")
                assignment[f"may_{step}"] = not refused

    def _reasons_of_step(self, step):
        reasons = self._reasons_of_role(step)
        if step in self.PLANNING:
            closed = self._reasons_against_planning()
        else:
            closed = self._reasons_against_changing_facts()
        content = getattr(self, f"_reason_against_{step}", None)
        for one in self:
            reasons[one] = (
                reasons[one]
                or (step != "refuse" and closed[one])
                or (content and getattr(one, f"_reason_against_{step}")())
                or ""
            )
        return reasons

    def _reasons_of_role(self, step):
        """{assignment: why it is not for the current user to take the step, or ""}."""
        role = self.ROLES[step]
        day = self.env["kpi.regulation.clause"]._today()
        # sudo: who stands in for whom is asked for everybody
        givers = self.sudo().assigner_id
        substitutes = self.env["kpi.delegation"]._substitutes(givers, day)
        kept = self._filtered_access("write") if role == "keeper" else self.browse()
        return {
            one: "" if one in kept else one._reason_of_role(role, substitutes)
            for one in self
        }

    def _reason_of_role(self, role, substitutes):
        if not role:
            return ""
        user = self.env.user
        # sudo: who stands in for whom is asked for everybody
        work = self.sudo()
        giver = work.assigner_id
        if work.employee_user_id == user:
            if role in ("person", "either"):
                return ""
            return self.env._("Nobody decides on their own work (Điều 9).")
        if role == "person":
            return self.env._(
                "Only %(person)s, whom the work was given to, does this (Điều 15.1.d).",
                person=work.employee_id.name,
            )
        if user in (giver | substitutes.get(giver, giver)).user_id:
            return ""
        return self.env._(
            "Only who gave the work, or their authorised substitute, does this "
            "(Điều 6.2)."
        )

    def hand_in(self, quantity, note="", files=()):
        self.ensure_one()
        self._check_step("hand_in")
        return super().hand_in(quantity, note, files)

    def _close(self, step, reason):
        """Take a step that ends the work as it is, with its reason in words."""
        self._check_step(step)
        reason = self._given_reason(reason)
        taken = self._take(step, {"closing_reason": reason})
        self._refresh_sheets()
        return taken
