from datetime import timedelta

from odoo import models
from odoo.fields import Domain

from ..base.paper_text import plain
from ..sheet.kpi_appraisal import GRADES
from .kpi_board_units import JUDGED

# What a reviewer would look at is no rule of the law: people judged alike by one person
# who judges so many, points that lie within so few, faults found in the last days.
FEWEST_ROWS = 5
NARROW_STEP = 1
LAST_DAYS_SIZE = 3


class KpiBoard(models.TransientModel):
    """Early warnings: judging that looks careless or unfair (Điều 5, 6.8)."""

    _inherit = "kpi.board"

    def _warnings(self):
        return [
            *self._alike_warnings(),
            *self._far_apart_warnings(),
            *self._late_fault_warnings(),
        ]

    def _alike_warnings(self):
        """Evaluators who give everybody the same, or nearly."""
        groups = self.env["kpi.appraisal"]._read_group(
            self._sheets() & Domain("state", "in", JUDGED),
            ["evaluator_id"],
            [
                "__count",
                "general_score:min",
                "general_score:max",
                "total_score:min",
                "total_score:max",
            ],
            having=[("__count", ">=", FEWEST_ROWS)],
        )
        for evaluator, count, least, most, *totals in groups:
            # sudo: who judges is no secret to whoever reads the sheet
            told = {"person": evaluator.sudo().name or "", "count": count}
            sheets = [("evaluator_id", "=", evaluator.id), ("state", "in", JUDGED)]
            if least == most:
                yield self._same_points(sheets, plain(least), told)
            if totals[1] - totals[0] < NARROW_STEP:
                yield self._narrow(sheets, *map(plain, totals), told)

    def _same_points(self, sheets, points, told):
        return {
            "kind": "same_points",
            "sheet_domain": sheets,
            "sentence": self.env._(
                "%(person)s gave all %(count)s people the same %(points)s points of "
                "the general criteria.",
                points=points,
                **told,
            ),
        }

    def _narrow(self, sheets, lowest, highest, told):
        return {
            "kind": "narrow",
            "sheet_domain": sheets,
            "sentence": self.env._(
                "%(person)s: the totals of all %(count)s people lie between %(low)s "
                "and %(high)s points.",
                low=lowest,
                high=highest,
                **told,
            ),
        }

    def _far_apart_warnings(self):
        """Units where a class is two or more away from the person's own."""
        far = self._far_apart()
        groups = self.env["kpi.appraisal"]._read_group(
            self._sheets() & far, ["department_id"], ["__count"]
        )
        for unit, count in groups:
            yield {
                "kind": "far_apart",
                "sheet_domain": list(far & Domain("department_id", "=", unit.id)),
                "sentence": self.env._(
                    "%(unit)s: the class of %(count)s people is two or more away from "
                    "their own assessment.",
                    # sudo: what a unit is called is no secret to its sheets' reader
                    unit=unit.sudo().display_name or self.env._("No unit"),
                    count=count,
                ),
            }

    def _far_apart(self):
        order = [grade for grade, _label in GRADES]
        undecided = Domain("grade", "=", False)
        return Domain("state", "in", JUDGED) & Domain.OR(
            Domain("self_grade", "=", own)
            & (
                Domain("grade", "=", official)
                | undecided & Domain("proposed_grade", "=", official)
            )
            for own in order
            for official in order
            if abs(order.index(own) - order.index(official)) >= 2
        )

    def _late_fault_warnings(self):
        """Those who return work above all in the last days before self-assessment."""
        hand_ins = self.env["kpi.delivery"]
        returned = self._returned_work()
        counts = dict(hand_ins._read_group(returned, ["assigner_id"], ["__count"]))
        late = hand_ins._read_group(
            returned & self._in_the_last_days(),
            ["assigner_id"],
            ["__count", "employee_id:recordset"],
        )
        for assigner, count, people in late:
            if count >= FEWEST_ROWS and count * 2 > counts[assigner]:
                yield self._late_faults(assigner, count, counts[assigner], people)

    def _returned_work(self):
        """What was returned of the work of the board's people in the month."""
        return (
            Domain("verdict", "=", "returned")
            & Domain("assignment_id.period_id", "in", self.period_ids.ids)
            & Domain("employee_id", "in", self._people())
        )

    def _in_the_last_days(self):
        span = timedelta(days=LAST_DAYS_SIZE)
        return Domain.OR(
            Domain("company_id", "=", period.company_id.id)
            & Domain("verdict_date", ">", period.self_assessment_until - span)
            for period in self.period_ids
        )

    def _late_faults(self, assigner, count, total, people):
        return {
            "kind": "late_faults",
            "sheet_domain": [("employee_id", "in", people.ids)],
            "sentence": self.env._(
                "%(person)s: %(count)s of %(total)s returns came in the last "
                "%(days)s days before self-assessment.",
                # sudo: who gave the work is no secret to whoever reads it
                person=assigner.sudo().name or "",
                count=count,
                total=total,
                days=LAST_DAYS_SIZE,
            ),
        }
