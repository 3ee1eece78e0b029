from odoo import api, fields, models
from odoo.exceptions import UserError


class KpiAppraisal(models.Model):
    """The way of a sheet: self-assessment, opinion, decision, publication (Điều 16).

    ::

        draft ─self_assess→ self_assessed ─review→ reviewed ─decide→ decided ─publish→
          ↑                     │    ↑                │               published
          └──────return─────────┘    └reopen, send_back─┘

    Until the decision HR may take a sheet out, as not evaluated (exempt), and back.
    """

    _inherit = "kpi.appraisal"

    TRANSITIONS = {
        "save_self": (("draft",), None),
        "self_assess": (("draft",), "self_assessed"),
        "return": (("self_assessed",), "draft"),
        "give_opinion": (("self_assessed",), None),
        "review": (("self_assessed",), "reviewed"),
        "reopen": (("reviewed",), "self_assessed"),
        "send_back": (("reviewed",), "self_assessed"),
        "propose": (("reviewed",), None),
        "decide": (("reviewed",), "decided"),
        "publish": (("decided",), "published"),
        "change_evaluator": (("draft", "self_assessed"), None),
        "take_field": (("draft", "self_assessed"), None),
        "correct_presence": (("draft", "self_assessed", "reviewed", "exempt"), None),
        "exempt": (("draft", "self_assessed", "reviewed"), "exempt"),
        "readmit": (("exempt",), "draft"),
        "follow_move": (("draft", "self_assessed"), None),
        "override": (("reviewed",), None),
        "object": (("published",), None),
        "annul": (("decided", "published"), "annulled"),
        "extend_deadline": (("draft", "self_assessed", "reviewed", "decided"), None),
        "record_external": (("draft", "self_assessed"), "published"),
        "correct_external": (("published",), None),
    }
    ROLES = {
        "save_self": "employee",
        "self_assess": "employee",
        "return": "evaluator",
        "give_opinion": "evaluator",
        "review": "evaluator",
        "reopen": "evaluator",
        "send_back": "decider",
        "propose": "decider",
        "decide": "decider",
        "publish": "hr",
        "change_evaluator": "hr",
        "take_field": "hr",
        "correct_presence": "hr",
        "exempt": "hr",
        "readmit": "hr",
        "follow_move": "hr",
        "override": "decider",
        "object": "employee",
        "annul": "annuller",
        "extend_deadline": "hr",
        "record_external": "hr",
        "correct_external": "hr",
    }

    may_give_opinion = fields.Boolean(compute="_compute_may")
    may_review = fields.Boolean(compute="_compute_may")
    may_reopen = fields.Boolean(compute="_compute_may")
    may_return = fields.Boolean(compute="_compute_may")
    may_decide = fields.Boolean(compute="_compute_may")
    may_publish = fields.Boolean(compute="_compute_may")
    next_step_hint = fields.Text(compute="_compute_may")

    @api.depends_context("uid")
    @api.depends(
        "state", "is_scorable", "proposed_grade", "grade_reason", "evaluator_user_id"
    )
    def _compute_may(self):
        steps = self._steps_with_buttons()
        reasons = {step: self._reasons_against(step) for step in steps}
        for sheet in self:
            for step in steps:
                sheet[f"may_{step}"] = not reasons[step][sheet]
            next_step = {"self_assessed": "review", "reviewed": "decide"}
            step = next_step.get(sheet.state)
            sheet.next_step_hint = step and reasons[step][sheet]

    def _steps_with_buttons(self):
        return ("give_opinion", "return", "review", "reopen", "decide", "publish")

    def _reasons_of_step(self, step):
        content = getattr(self, f"_reason_against_{step}", None)
        is_judging = self.ROLES[step] in ("evaluator", "decider")
        substitutes = self._substitutes_today() if is_judging else {}
        return {
            sheet: sheet._reason_of_role(step, substitutes)
            or (content and getattr(sheet, f"_reason_against_{step}")())
            or ""
            for sheet in self
        }

    def action_return(self, reason=""):
        """Give the sheet back to the person, with a reason (Điều 16 step 3)."""
        self._check_step("return")
        if not (reason or "").strip():
            raise UserError(self.env._("Say why you give the sheet back."))
        return self._take("return", self._no_opinion() | {"return_reason": reason})

    def _no_opinion(self):
        """Take back the evaluator's points; return the values that empty the opinion.

        For a step after which the person reads the sheet again.
        """
        # sudo: taking back the evaluator's points is part of the step
        self.sudo().criterion_ids._give("evaluator", None)
        return dict.fromkeys(set(self.OPINION_FIELDS) - {"criterion_ids"}, False)

    def action_review(self):
        """Finish the opinion: the score stands, the class is proposed."""
        self._check_step("review")
        now = fields.Datetime.now()
        proposals = self.grouped(lambda s: s.proposed_grade or s.system_grade)
        for proposed, sheets in proposals.items():
            sheets._take("review", {"proposed_grade": proposed, "reviewed_on": now})
        return True

    def action_reopen(self):
        """Take the opinion up again before the decision."""
        self._check_step("reopen")
        proposals = self.grouped(
            lambda s: s.proposed_grade != s.system_grade and s.proposed_grade
        )
        for own, sheets in proposals.items():
            sheets._take("reopen", {"proposed_grade": own})
        self._recompute_scores()
        return True

    def action_decide(self):
        """Decide the class as proposed; the sheet is frozen (Điều 16 step 4)."""
        self._check_step("decide")
        for grade, sheets in self.grouped("proposed_grade").items():
            sheets._take(
                "decide",
                {
                    "grade": grade,
                    "decided_on": fields.Datetime.now(),
                    "decided_by_id": self.env.uid,
                },
            )
        self._leaders_above()._recompute_scores()
        return True

    def action_publish(self):
        """Publish the result to the person (Điều 16 step 5)."""
        return self._take("publish", {"published_on": fields.Datetime.now()})

    def _leaders_of_month(self):
        # sudo: the leaders' d follows, though the decider may not read their sheets
        return self.sudo().search(
            [
                ("period_id", "in", self.period_id.ids),
                ("position_category", "in", ("head", "deputy")),
                ("state", "in", self.OPEN_STATES),
            ]
        )
