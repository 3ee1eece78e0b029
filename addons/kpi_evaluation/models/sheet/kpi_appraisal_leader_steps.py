from odoo import models

STANDING = ("reviewed", "decided", "published")
DECIDED = ("decided", "published", "exempt")


class KpiAppraisal(models.Model):
    """A leader is judged after those led, and on what stands (Điều 12.1.b, 12.3.a).

    While the work of somebody led may change, the opinion on the leader waits, and
    while somebody led is not decided, the decision; and nothing moves under a leader
    whose points already stand.
    """

    _inherit = "kpi.appraisal"

    MOVES_UNDER_LEADERS = ("reopen", "exempt", "readmit")

    def _reasons_of_step(self, step):
        reasons = super()._reasons_of_step(step)
        asked = self.browse(sheet.id for sheet in self if not reasons[sheet])
        if step == "review":
            return reasons | asked._reasons_of_open_people()
        if step == "decide":
            return reasons | asked._reasons_of_undecided_people()
        if step in self.MOVES_UNDER_LEADERS:
            return reasons | asked._reasons_of_leaders_above()
        return reasons

    def _reasons_of_open_people(self):
        """{leader's sheet: whose work may still change and counts for the leader}."""
        reasons = {}
        for sheet, people in self._people_led().items():
            if sheet.period_id._rulebook().leader_sources == "direct":
                continue
            is_open = [one for one in people or () if one.state in self.OPEN_STATES]
            if is_open:
                reasons[sheet] = self.env._(
                    "Finish the opinion on the people whom %(person)s leads first: "
                    "%(people)s (Điều 12.1.b).",
                    person=sheet.employee_name,
                    people=self._few_names(self._in_order(is_open)),
                )
        return reasons

    def _reasons_of_undecided_people(self):
        """{leader's sheet: who is not decided, or what changed since the opinion}."""
        reasons = {}
        for sheet, people in self._people_led().items():
            waiting = [one for one in people or () if one.state not in DECIDED]
            if waiting:
                reasons[sheet] = self.env._(
                    "The class of %(person)s is decided after those of the people led; "
                    "still to be decided: %(people)s (Điều 12.3.a).",
                    person=sheet.employee_name,
                    people=self._few_names(self._in_order(waiting)),
                )
            elif not sheet._unit_stands(people):
                reasons[sheet] = self.env._(
                    "The people led by %(person)s or their classes have changed since "
                    "the opinion. Take the opinion up again (Điều 12.3.a).",
                    person=sheet.employee_name,
                )
        return reasons

    def _unit_stands(self, people):
        """Whether d still is what it was when the opinion was finished."""
        self.ensure_one()
        counted = self._counted_for_d(people or ())
        passed = sum(one.grade in ("a", "b", "c") for one in counted)
        steps = (self.trace or {}).get("steps", ())
        then = [
            (step["numerator"], step["denominator"])
            for step in steps
            if step["code"] == "unit"
        ]
        return then in ([], [(f"{passed}/1", f"{len(counted)}/1")])

    def _reasons_of_leaders_above(self):
        """{sheet: which leader's points already stand on it}."""
        reasons = {}
        for sheet, leaders in self._ids_of_leaders_over().items():
            standing = [one for one in leaders if one.state in STANDING]
            if standing:
                reasons[sheet] = self.env._(
                    "The points of %(leader)s stand on the sheet of %(person)s. Take "
                    "the opinion on %(leader)s up again first (Điều 12.3.a).",
                    leader=self._few_names(standing),
                    person=sheet.employee_name,
                )
        return reasons

    def action_review(self):
        reviewed = super().action_review()
        self._leaders_above()._recompute_scores()
        return reviewed

    def action_reopen(self):
        reopened = super().action_reopen()
        self._leaders_above()._recompute_scores()
        return reopened
