from dataclasses import fields as rules_of

from odoo import models

from ...regulation.values import exact
from ..sheet.kpi_appraisal_score import SCORE_FIELDS

VERSION = 2
WORDS = (
    "self_strengths",
    "self_weaknesses",
    "evaluator_comment",
    "organising_level",
    "organising_reason",
    "unity_level",
    "unity_reason",
    "grade_reason",
)
GRADES_OF_SHEET = ("self_grade", "system_grade", "proposed_grade", "grade")
MOMENTS = ("self_assessed_on", "reviewed_on", "decided_on", "published_on")


class KpiAppraisal(models.Model):
    """All that a decision rests on, as plain values: what is frozen (Điều 6.1, 18).

    ``facts`` are copies that never change again on the sheet itself; an integrity
    check compares the two. Names and titles beside them may change in life.
    """

    _inherit = "kpi.appraisal"

    def _snapshots_of(self, kind):
        """{sheet: its snapshot}; the number of queries does not grow with theirs."""
        facts, people = self._frozen_facts(), self._frozen_people()
        papers, earlier = self._sheet_values(), self._earlier_links()
        rules = {
            period: _rules_in_force(period._rulebook()) for period in self.period_id
        }
        return {
            sheet: {
                "version": VERSION,
                "kind": kind,
                "follows": earlier.get(sheet, []),
                "by": {"user": self.env.uid, "name": self.env.user.name},
                "month": sheet._frozen_month(),
                "people": people[sheet],
                "facts": facts[sheet],
                "words": {name: sheet[name] or None for name in WORDS},
                "moments": {name: sheet[name] or None for name in MOMENTS},
                "trace": sheet.trace,
                "rules": rules[sheet.period_id],
                "paper": papers[sheet],
            }
            for sheet in self
        }

    def _earlier_links(self):
        """{sheet: number and hash of its links so far}: what an annulment annuls."""
        links = self.env["kpi.decision"].search_fetch(
            [("appraisal_id", "in", self.ids)], ["number", "hash"], order="number"
        )
        return {
            sheet: [[one.number, one.hash] for one in of_sheet]
            for sheet, of_sheet in links.grouped("appraisal_id").items()
        }

    def _frozen_month(self):
        period, form = self.period_id, self.form_id
        return {
            "agency": {"id": self.company_id.id, "name": self.company_id.name},
            "first_day": period.date_start,
            "last_day": period.date_end,
            "form": {
                "id": form.id,
                "code": form.code or None,
                "name": form.name or None,
                "date_from": form.date_from or None,
                "source": form.source or None,
            },
        }

    def _frozen_facts(self):
        """{sheet: the figures, points, work and hand-ins that it was decided on}."""
        work = self._frozen_work()
        return {
            sheet: {
                "sheet": sheet.id,
                "employee": sheet.employee_id.id,
                "category": sheet.position_category or None,
                "scorable": sheet.is_scorable,
                "figures": sheet._frozen_figures(),
                "grades": {name: sheet[name] or None for name in GRADES_OF_SHEET},
                "criteria": [line._frozen() for line in sheet.criterion_ids],
                "work": work.get((sheet.employee_id, sheet.period_id), []),
            }
            for sheet in self
        }

    def _frozen_figures(self):
        """The figures as shown; None where there is none, as d of who leads nobody.

        The exact ones, with how they came about, are the trace beside the facts.
        """
        values = {step["code"]: step["value"] for step in (self.trace or {})["steps"]}
        return {
            name: exact(self[name]) if isinstance(values.get(code), str) else None
            for name, code in SCORE_FIELDS.items()
        }

    def _frozen_work(self):
        """{(person, month): what was assigned and handed in, in its order}."""
        found = self.env["kpi.assignment"].search(
            [
                ("employee_id", "in", self.employee_id.ids),
                ("period_id", "in", self.period_id.ids),
            ],
            order="id",
        )
        work = {}
        for one in found:
            key = one.employee_id, one.period_id
            work.setdefault(key, []).append(one._frozen())
        return work


class KpiAppraisalCriterion(models.Model):
    """A criterion with both sides' points, as plain values."""

    _inherit = "kpi.appraisal.criterion"

    def _frozen(self):
        self.ensure_one()
        return {
            "id": self.id,
            "code": self.code or None,
            "name": self.name or None,
            "group": [self.group_code or None, self.group_name or None],
            "maximum": exact(self.max_points),
            "self": exact(self.self_points) if self.self_given else None,
            "evaluator": exact(self.evaluator_points) if self.evaluator_given else None,
            "reason": self.evaluator_reason or None,
            # Without a note as it was frozen before there were any.
            **({"note": self.self_note} if self.self_note else {}),
        }


class KpiAssignment(models.Model):
    """An assignment with its measures and hand-ins, as plain values."""

    _inherit = "kpi.assignment"

    def _frozen(self):
        self.ensure_one()
        return {
            "id": self.id,
            "name": self.name or None,
            "product": self.product or None,
            "item": self.item_id.id,
            "origin": self.origin,
            "role": self.role,
            "deadline": self.date_deadline,
            "state": self.state,
            "taken_over_from": self.source_id.id or None,
            "k": exact(self.coefficient),
            "given": exact(self.quantity),
            "N": exact(self.base_quantity),
            "M": exact(self.done_quantity),
            "faults": self.fault_count,
            "lates": self.late_count,
            "hand_ins": [one._frozen() for one in self.delivery_ids.sorted("id")],
        }


class KpiDelivery(models.Model):
    """A hand-in with its verdict and evidence, as plain values."""

    _inherit = "kpi.delivery"

    def _frozen(self):
        self.ensure_one()
        return {
            "id": self.id,
            "day": self.date,
            "quantity": exact(self.quantity),
            "note": self.note or None,
            "verdict": self.verdict,
            "fault": self.fault or None,
            "verdict_day": self.verdict_date or None,
            "verdict_by": self.verdict_user_id.id or None,
            "evidence": [
                {"id": file.id, "name": file.name, "sha1": file.checksum or None}
                for file in self.attachment_ids.sorted("id")
            ],
        }


def _rules_in_force(rulebook):
    """{rule: its value and its clause}, as they held for the month."""
    return {
        rule.name: [getattr(rulebook, rule.name), rulebook.clause(rule.name)]
        for rule in rules_of(rulebook)
        if rule.name in rulebook.clauses
    }
