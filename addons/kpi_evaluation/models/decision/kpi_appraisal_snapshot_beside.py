from odoo import models

from ..month.due_steps import DUE_STEPS
from ..session.kpi_quota import WHOLE
from ..sheet.kpi_appraisal_override import OVERRIDE_FIELDS


class KpiAppraisal(models.Model):
    """What stood beside a sheet at the moment of the act, and may change afterwards.

    The share of A (Điều 8.5), who was led with which class (Điều 12.3.a), feedback
    (Điều 5.8), last days, a disciplinary measure, and why it was annulled (Điều 6.8).
    """

    _inherit = "kpi.appraisal"

    def _snapshots_of(self, kind):
        snapshots = super()._snapshots_of(kind)
        shares, led, feedback = (
            self._frozen_shares(),
            self._people_led(),
            self._frozen_feedback(),
        )
        for sheet in self:
            snapshots[sheet]["beside"] = {
                "share_of_a": shares.get(sheet),
                "led": sheet._frozen_led(led.get(sheet)),
                "feedback": feedback.get((sheet.employee_id, sheet.period_id), {}),
                "deadlines": sheet._frozen_deadlines(),
                "measure": sheet._frozen_measure(),
                "annulment": sheet._frozen_annulment() if kind == "annulment" else None,
            }
        return snapshots

    def _frozen_shares(self):
        """{sheet: the tallies of A in its unit and in its group, as they stood}."""
        counted = self.filtered(lambda sheet: not sheet.is_external)
        keys, shares = counted._quota_keys(), {}
        for period, sheets in counted.grouped("period_id").items():
            tallies = self.env["kpi.quota"]._tallies(period)
            grants = self._frozen_grants(period)
            for sheet in sheets:
                shares[sheet] = [
                    sheet._frozen_tally(key, tallies[key], grants)
                    for key in keys[sheet]
                    if key in tallies
                ]
        return shares

    def _frozen_tally(self, key, tally, grants):
        """A tally with its rules; taken are those decided as A."""
        (unit, group), rules = key, tally.rulebook
        share = (
            rules.quota_share_exceptional if tally.exceptional else rules.quota_share
        )
        units, groups = self.env["hr.department"], self.env["kpi.task.group"]
        return {
            "unit": [unit, units.browse(unit).name if unit else self.company_id.name],
            "group": None
            if group == WHOLE
            else [group, groups.browse(group).name if group else None],
            "base": rules.quota_base,
            "rounding": rules.quota_rounding,
            "share": share,
            "granted_by": grants.get(unit),
            "rated_a": tally.rated_a,
            "rated_b": tally.rated_b,
            "pending": tally.pending,
            "limit": tally.limit,
            "taken": tally.decided_a,
        }

    def _frozen_grants(self, period):
        """{unit: the decision that gives it the higher share (Điều 8.5.b)}."""
        found = self.env["kpi.quota.exception"].search([("period_id", "=", period.id)])
        return {
            one.department_id.id or 0: {
                "number": one.number,
                "date": one.date,
                "authority": one.authority,
                "reason": one.reason,
            }
            for one in found
        }

    def _frozen_led(self, people):
        """Of a leader those who count for d, each with state and class by points."""
        if people is None:
            return None
        return [
            {
                "sheet": one.sheet,
                "name": one.name,
                "state": one.state,
                "grade": one.grade or None,
            }
            for one in self._in_order(self._counted_for_d(people))
        ]

    def _frozen_feedback(self):
        """{(person, month): {direction: {source: how often}}}."""
        counts = {}
        for person, month, direction, source, count in self.env[
            "kpi.feedback"
        ]._read_group(
            [
                ("employee_id", "in", self.employee_id.ids),
                ("period_id", "in", self.period_id.ids),
            ],
            ["employee_id", "period_id", "direction", "source"],
            ["__count"],
        ):
            said = counts.setdefault((person, month), {})
            said.setdefault(direction, {})[source] = count
        return counts

    def _frozen_deadlines(self):
        return {
            "last_days": {
                step: self.period_id[due.until] for step, due in DUE_STEPS.items()
            },
            "late": [due.late for due in DUE_STEPS.values() if self[due.late]],
            "extended_until": self.extended_until or None,
            "extension_reason": self.extension_reason or None,
        }

    def _frozen_measure(self):
        """The disciplinary measure that made the class D, where there was one."""
        if not self.override_document:
            return None
        return {name: self[name] or None for name in OVERRIDE_FIELDS}

    def _frozen_annulment(self):
        return {
            "cause": self.annulment_cause,
            "reason": self.annulment_reason,
            "document": self.annulment_document or None,
            "document_date": self.annulment_document_date or None,
            "on": self.annulled_on,
            "by": self.annulled_by_id.id,
        }
