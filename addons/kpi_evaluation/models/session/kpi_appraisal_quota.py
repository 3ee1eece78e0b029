from collections import Counter

from odoo import api, fields, models
from odoo.exceptions import UserError

from .kpi_quota import WHOLE

PROPOSAL_FIELDS = {"proposed_grade", "grade_reason"}


class KpiAppraisal(models.Model):
    """A sheet and the share of A: A is decided once nobody can take it away (Điều 8.5).

    What is proposed counts, not who is decided first. So all opinions of the unit come
    first, then whoever is over the limit is lowered by those who decide, then A is
    decided in any order. What A was decided on does not go away afterwards.
    """

    _inherit = "kpi.appraisal"

    may_propose = fields.Boolean(compute="_compute_may_propose")

    @api.depends_context("uid")
    @api.depends("state")
    def _compute_may_propose(self):
        reasons = self._reasons_against("propose")
        for sheet in self:
            sheet.may_propose = not reasons[sheet]

    def _quota_keys(self):
        """{sheet: its keys in the tallies of its month}."""
        keys = {}
        for period, sheets in self.grouped("period_id").items():
            units = self.env["hr.department"]._quota_units(
                period._rulebook(), period.company_id
            )
            for sheet in sheets:
                unit = units.get(sheet.department_id.id, 0)
                keys[sheet] = ((unit, WHOLE), (unit, sheet.task_group_id.id or 0))
        return keys

    def _reasons_of_step(self, step):
        reasons = super()._reasons_of_step(step)
        concerned = self.browse(one.id for one in self if not reasons[one])
        if step == "decide":
            reasons |= concerned._reasons_against_no_class()
            concerned = concerned.filtered(
                lambda one: one.proposed_grade == "a" and not one.is_external
            )
            reasons.update(concerned._reasons_against_deciding_a())
        elif step in ("reopen", "send_back"):
            carrying = concerned.filtered(lambda one: one.proposed_grade == "b")
            reasons.update(carrying._reasons_against_leaving_b())
        return reasons

    def _reasons_against_no_class(self):
        """{sheet: that a class must be proposed} of those without one (Điều 8)."""
        return {
            sheet: self.env._(
                "Propose a class for %(person)s first (Điều 8).",
                person=sheet.employee_name,
            )
            for sheet in self
            if not sheet.proposed_grade
        }

    def _reasons_against_deciding_a(self):
        keys, reasons = self._quota_keys(), {}
        for period, sheets in self.grouped("period_id").items():
            tallies = self.env["kpi.quota"]._tallies(period)
            for sheet in sheets:
                tally = next(
                    (tallies[key] for key in keys[sheet] if tallies[key].is_open), None
                )
                reasons[sheet] = tally and sheet._sentence_of_quota(tally) or ""
        return reasons

    def _sentence_of_quota(self, tally):
        if tally.over:
            return self.env._(
                "Only %(limit)s of %(rated)s people may be class A here beside "
                "%(good)s of class B; propose class B for %(over)s of them, with a "
                "reason, before %(person)s is decided (Điều 8.5).",
                limit=tally.limit,
                rated=tally.rated_a,
                good=tally.rated_b,
                over=tally.over,
                person=self.employee_name,
            )
        return self.env._(
            "Class A of %(person)s waits for %(count)s opinions of the same unit: they "
            "could still change who may be class A (Điều 8.5).",
            person=self.employee_name,
            count=tally.pending,
        )

    def _reasons_against_leaving_b(self):
        """Why these sheets cannot stop being class B all together, or ""."""
        keys, reasons = self._quota_keys(), dict.fromkeys(self, "")
        for period, sheets in self.grouped("period_id").items():
            leaving = Counter(key for sheet in sheets for key in keys[sheet])
            tallies = self.env["kpi.quota"]._tallies(period)
            for sheet in sheets:
                if any(not tallies[k].holds_without(leaving[k]) for k in keys[sheet]):
                    reasons[sheet] = self.env._(
                        "Class A has been decided in this unit beside the class B of "
                        "%(person)s, which therefore stands (Điều 8.5).",
                        person=sheet.employee_name,
                    )
        return reasons

    def action_decide(self):
        """Decide the class as proposed, A only within its share (Điều 8.5, 16)."""
        rated_a = self.filtered(lambda sheet: sheet.proposed_grade == "a")
        self.env["kpi.quota"]._lock_for_deciding(rated_a.period_id)
        return super().action_decide()

    def action_reopen(self):
        """Take the opinion up again, unless a decided A stands on it (Điều 8.5)."""
        self.env["kpi.quota"]._lock_for_leaving(self.period_id)
        return super().action_reopen()

    def write(self, vals):
        if not PROPOSAL_FIELDS.intersection(vals) or not self._is_all_reviewed():
            return super().write(vals)
        self.env["kpi.quota"]._lock_for_leaving(self.period_id)
        if vals.get("proposed_grade", "b") != "b":
            leaving = self.filtered(lambda one: one.proposed_grade == "b")
            leaving._refuse(leaving._reasons_against_leaving_b())
        written = super().write(vals)
        self._refuse(self._reasons_against_no_class())
        self._refuse({one: one._reason_against_proposal() for one in self})
        return written

    def _refuse(self, reasons):
        refused = dict.fromkeys(filter(None, reasons.values()))
        if refused:
            raise UserError("\n".join(refused))

    def _is_all_reviewed(self):
        return bool(self) and all(sheet.state == "reviewed" for sheet in self)

    def _step_that_edits(self, name):
        if name in PROPOSAL_FIELDS and self._is_all_reviewed():
            return "propose"
        return super()._step_that_edits(name)
