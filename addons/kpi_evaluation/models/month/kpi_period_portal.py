from datetime import timedelta

from odoo import api, models

from ..base.portal_text import shown_date


class KpiPeriod(models.Model):
    """The months as the people who work in them see them in the portal."""

    _inherit = "kpi.period"

    @api.model
    def _own_domain(self):
        return [("employee_user_id", "=", self.env.uid)]

    @api.model
    def _own_months(self):
        """The current user's months, newest first: with a sheet, or with work."""
        sheets = self.env["kpi.appraisal"]._own_sheets()
        # sudo: names of people and products; the domain is the owner check
        tasks = self.env["kpi.assignment"].sudo()
        own = [*self._own_domain(), *tasks._counted_domain()]
        counts = dict(tasks._read_group(own, ["period_id"], ["__count"]))
        sheet_of = {sheet.period_id: sheet for sheet in sheets}
        # sudo: whose work or sheet is in a month may know the month
        periods = self.sudo().union(*counts, *sheet_of)
        return [
            {
                "id": period.id,
                "name": period.name,
                "first": period.date_start,
                "last": period.date_end,
                "task_count": counts.get(period, 0),
                "sheet": period in sheet_of and sheet_of[period]._employee_summary(),
            }
            for period in periods.sorted("date_start", reverse=True)
        ]

    @api.model
    def _own_month(self, period_id):
        """The month, if the current user has a sheet or work in it; else nothing."""
        domain = [*self._own_domain(), ("period_id", "=", period_id)]
        # sudo: the domain is the owner check
        has_work = self.env["kpi.assignment"].sudo().search_count(domain, limit=1)
        if has_work or self.env["kpi.appraisal"]._own_sheets(domain):
            # sudo: whose work or sheet is in a month may know the month
            return self.sudo().browse(period_id)
        return self.browse()

    @api.model
    def _own_todo_count(self):
        """What is left for the current user to do until Sunday."""
        sunday = self._this_sunday()
        due = self._own_open_sheets().filtered(
            lambda sheet: sheet._last_day("self_assess") <= sunday
        )
        return len(due) + len(self._own_pressing_tasks())

    @api.model
    def _own_open_sheets(self):
        """The current user's sheets that wait for their self-assessment."""
        waiting = [("state", "=", "draft"), ("is_external", "=", False)]
        return self.env["kpi.appraisal"]._own_sheets(waiting)

    @api.model
    def _own_pressing_tasks(self):
        """The current user's work to hand in until Sunday, the longest due first."""
        # sudo: the domain is the owner check
        tasks = self.env["kpi.assignment"].sudo()
        own = [*self._own_domain(), *tasks._counted_domain()]
        tasks = tasks.search(
            [*own, ("date_deadline", "<=", self._this_sunday())],
            order="date_deadline, id",
        )
        closed = tasks._reasons_against_changing_facts()
        return tasks.filtered(lambda one: one.remaining_quantity and not closed[one])

    @api.model
    def _this_sunday(self):
        today = self.env["kpi.regulation.clause"]._today()
        return today + timedelta(6 - today.weekday())

    @api.model
    def _countdown(self, day):
        """A last day in words: its date, the days left and how much it presses."""
        days = (day - self.env["kpi.regulation.clause"]._today()).days
        if days < 0:
            text, pressure = self.env._("%(days)s day(s) overdue", days=-days), "danger"
        elif days == 0:
            text, pressure = self.env._("today is the last day"), "warning"
        else:
            text = self.env._("%(days)s day(s) left", days=days)
            pressure = "light" if day > self._this_sunday() else "warning"
        return {"date": shown_date(day), "text": text, "pressure": pressure}
