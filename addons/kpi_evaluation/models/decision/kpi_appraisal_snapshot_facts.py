from odoo import models

from ...regulation.values import exact
from ..sheet.kpi_appraisal_support import MARK_FIELDS

DAYS = ("working_days", "recorded_days", "present_days", "presence_ratio")
# The level chosen for a criterion of leaders, with its reason.
LEVELS_OF_LEADERS = {
    "organising": ("organising_level", "organising_reason"),
    "unity": ("unity_level", "unity_reason"),
}


class KpiAppraisal(models.Model):
    """Facts of a decision beside the work: time at work, causes, marks, levels.

    As all facts they stand on the sheet itself from the decision on (Điều 6.6, 6.7,
    7.2.c, 12.3).
    """

    _inherit = "kpi.appraisal"

    def _frozen_facts(self):
        facts, causes = super()._frozen_facts(), self._frozen_causes()
        for sheet in self:
            key = sheet.employee_id, sheet.period_id
            facts[sheet] |= {
                "presence": sheet._frozen_presence(),
                "support": sheet._frozen_support(),
                "leading": sheet._frozen_leading(),
                "causes": causes.get(key, []),
            }
        return facts

    def _frozen_presence(self):
        return {name: exact(self[name]) for name in DAYS} | {
            "short": self.is_short,
            "corrections": [
                one._frozen() for one in self.presence_correction_ids.sorted("id")
            ],
        }

    def _frozen_support(self):
        """The marks of whom the agency judges by marks; None is not given."""
        if not self.takes_support_marks:
            return None
        return {
            mark: exact(self[name]) if self[f"{name}_given"] else None
            for mark, name in MARK_FIELDS.items()
        }

    def _frozen_leading(self):
        """đ and e as chosen, each with its reason; None for who leads nobody."""
        if not self._is_leader():
            return None
        return {
            name: {"level": self[level] or None, "reason": self[reason] or None}
            for name, (level, reason) in LEVELS_OF_LEADERS.items()
        }

    def _frozen_causes(self):
        """{(person, month): the objective causes asked for, with their answers}."""
        found = self.env["kpi.cause"].search(
            [
                ("employee_id", "in", self.employee_id.ids),
                ("assignment_id.period_id", "in", self.period_id.ids),
            ],
            order="id",
        )
        causes = {}
        for one in found:
            key = one.employee_id, one.assignment_id.period_id
            causes.setdefault(key, []).append(one._frozen())
        return causes


class KpiPresenceCorrection(models.Model):
    """A correction of the days at work with its document, as plain values."""

    _inherit = "kpi.presence.correction"

    def _frozen(self):
        self.ensure_one()
        return {
            "id": self.id,
            "recorded": exact(self.recorded_days),
            "present": exact(self.present_days),
            "document": self.document,
            "document_date": self.document_date,
            "reason": self.reason,
        }


class KpiCause(models.Model):
    """An objective cause with who answered what, as plain values."""

    _inherit = "kpi.cause"

    def _frozen(self):
        self.ensure_one()
        return {
            "id": self.id,
            "work": self.assignment_id.id,
            "hand_in": self.delivery_id.id or None,
            "kind": self.kind,
            "reason": self.reason,
            "asked_on": self.asked_on or None,
            "state": self.state,
            "authority": self.authority_id.id,
            "answer": self.answer or None,
            "answered_by": self.answered_by_id.id or None,
            "answered_on": self.answered_on or None,
            "evidence": [
                {"id": file.id, "name": file.name, "sha1": file.checksum or None}
                for file in self.attachment_ids.sorted("id")
            ],
        }
