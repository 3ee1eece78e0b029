from contextlib import contextmanager
from datetime import datetime, time, timedelta
from unittest.mock import patch

from odoo import fields, models

# Who assessed and was judged late in the month before, and whose d waits for them.
LATE = ("nvtiep", "chutich")
MORNING = time(3)  # ten o'clock in Viet Nam


class KpiDemo(models.AbstractModel):
    """The days of the demonstration's steps: in time, and one of them late."""

    _inherit = "kpi.demo"

    def _make_month(self, month, works, sheet_of):
        made = super()._make_month(month, works, sheet_of)
        company = self.env.ref("kpi_evaluation.demo_company")
        months = self.env["kpi.period"].search(
            [("company_id", "=", company.id), ("date_start", "=", month)]
        )
        for period in months:
            period._find_gaps()
        return made

    def _judge(self, plans):
        late = {
            sheet: plan
            for sheet, plan in plans.items()
            if sheet.employee_user_id.login in LATE
        }
        in_time = {sheet: plan for sheet, plan in plans.items() if sheet not in late}
        for some, days in ((in_time, 0), (late, 2)):
            with self._at(some, days):
                judged = super()._judge(some)
        return judged

    @contextmanager
    def _at(self, plans, days):
        """Take steps some days after the last day of the self-assessment, or today."""
        untils = [sheet.period_id.self_assessment_until for sheet in plans]
        if not untils:
            yield
            return
        planned = datetime.combine(untils[0] + timedelta(days=days), MORNING)
        moment = min(planned, fields.Datetime.now())
        with patch.object(fields.Datetime, "now", lambda: moment):
            yield
