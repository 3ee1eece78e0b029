"""An agency with as many reviewed sheets as a test of the share of A needs."""

import json
from fractions import Fraction

from .common import PORTAL, KpiCase

LAW = {
    "quota_base": "rated_b",
    "quota_share": "20",
    "quota_share_exceptional": "25",
}


class QuotaCase(KpiCase):
    """The law's own share of A, and ``_reviewed`` to make sheets of given totals.

    Nobody else of the agency has a sheet, so the unit is exactly who a test names.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._choose(day="2026-06-02", **LAW)
        cls._made = cls.env["kpi.appraisal"]

    @classmethod
    def _reviewed(cls, totals, groups=(), units=(), prefix="Người"):
        """Sheets of people of these totals, all with a finished opinion."""
        people = cls.env["hr.employee"].concat(
            *(
                cls._person(
                    f"{prefix} {number:02}",
                    "staff",
                    PORTAL if not number else None,
                    cls.head,
                    kpi_task_group_id=groups[number].id if groups else False,
                    department_id=units[number].id if units else False,
                )
                for number in range(len(totals))
            )
        )
        opened = cls._open()
        others = cls.period.appraisal_ids.filtered(
            lambda sheet: sheet.employee_id not in people
        )
        (others - cls._made).unlink()
        sheets = cls.env["kpi.appraisal"].concat(*(opened[one] for one in people))
        cls._made |= sheets
        for sheet, total in zip(sheets, totals, strict=True):
            cls._set_reviewed(sheet, total)
        cls.env.invalidate_all()
        return sheets

    @classmethod
    def _set_reviewed(cls, sheet, total):
        """As after the opinion, with a total of one's choice."""
        total = Fraction(total)
        grade = next(
            (
                code
                for code, floor in (("a", 90), ("b", 70), ("c", 50))
                if total >= floor
            ),
            "d",
        )
        cls.env.flush_all()
        steps = [_step(code, total) for code in ("general", "result", "bonus")]
        steps += [_step("total", total, ["weighted_result"]), _step("grade", grade)]
        cls.env.cr.execute(
            "UPDATE kpi_appraisal SET state = 'reviewed', is_scorable = TRUE, "
            "total_score = %s, system_grade = %s, proposed_grade = %s, trace = %s "
            "WHERE id = %s",
            (
                float(total),
                grade,
                grade,
                json.dumps({"steps": steps, "missing": []}),
                sheet.id,
            ),
        )

    @classmethod
    def _session(cls):
        return cls.env["kpi.session"].search(
            [("period_id", "=", cls.period.id), ("evaluator_id", "=", cls.head.id)]
        )

    def _decide_as_head(self, sheets):
        sheets.with_user(self.head.user_id).action_decide()

    def _plan(self, keep=()):
        """The head's plan for the share of A, with some of those tied kept."""
        session = self._session()
        plans = self.env["kpi.quota.plan"].with_user(self.head.user_id)
        plan = plans.create({"session_id": session.id, "reason": "Trong tỷ lệ Loại A"})
        for line in plan.line_ids:
            if line.appraisal_id in keep:
                line.keeps_a = True
        return plan


def _step(code, value, terms=()):
    """A line of a trace, as the kernel writes it."""
    if isinstance(value, Fraction):
        value = f"{value.numerator}/{value.denominator}"
    return {
        "code": code,
        "value": value,
        "numerator": value,
        "denominator": "100/1",
        "clause": "Điều 14",
        "terms": [[term, value] for term in terms],
    }
