from datetime import datetime, time, timezone

from dateutil.relativedelta import MO, relativedelta

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...regulation.deadlines import LOCAL
from ..base.paper_text import plain
from ..base.portal_text import shown_date, typed_number


class KpiScheduleEntry(models.Model):
    """One's own week as the portal shows it and takes it, as plain values."""

    _inherit = "kpi.schedule.entry"

    @api.model
    def _own_week(self, day):
        """The week in which a day lies, from Monday to Sunday, with its neighbours."""
        monday = day + relativedelta(weekday=MO(-1))
        week = [monday + relativedelta(days=number) for number in range(7)]
        # sudo: names of work; the domain is the owner check
        entries = self.sudo().search(
            [
                ("employee_user_id", "=", self.env.uid),
                ("day", ">=", week[0]),
                ("day", "<=", week[-1]),
            ]
        )
        by_day = entries.grouped("day")
        none, open_ones = entries.browse(), entries._unlogged()
        return {
            "first": shown_date(week[0]),
            "last": shown_date(week[-1]),
            "day": fields.Date.to_string(day),
            "before": fields.Date.to_string(monday - relativedelta(days=1)),
            "after": fields.Date.to_string(week[-1] + relativedelta(days=1)),
            "days": [
                self._day_view(one, by_day.get(one, none), open_ones) for one in week
            ],
            "works": self._work_views(week),
        }

    def _day_view(self, day, entries, open_ones):
        today = self.env["kpi.regulation.clause"]._today()
        logs = entries.filtered(lambda one: one.kind == "log")
        return {
            "day": fields.Date.to_string(day),
            "shown": shown_date(day),
            "weekday": day.weekday(),
            "is_today": day == today,
            "hours": plain(sum(logs.mapped("hours")), 2) if logs else "",
            "entries": [
                one._employee_view(one in open_ones and day <= today) for one in entries
            ],
        }

    def _employee_view(self, may_log):
        self.ensure_one()
        first, last = self._local(self.date_start), self._local(self.date_end)
        return {
            "id": self.id,
            "name": self.name,
            "time": f"{first:%H:%M} – {last:%H:%M}",
            "place": self.place or "",
            "work": self.assignment_id.name or "",
            "note": self.note or "",
            "is_log": self.kind == "log",
            "hours": plain(self.hours, 2) if self.kind == "log" else "",
            "may_log": may_log,
        }

    def _work_views(self, week):
        """One's own work that is due around the week, to choose from."""
        # sudo: names of work; the domain is the owner check
        works = self.env["kpi.assignment"].sudo()
        works = works.search(
            [
                ("employee_user_id", "=", self.env.uid),
                ("period_id.date_start", "<=", week[-1]),
                ("period_id.date_end", ">=", week[0]),
            ],
            order="date_deadline, id",
        )
        return [{"id": one.id, "name": one.name} for one in works]

    @api.model
    def _add_typed(self, form):
        """Add an entry as typed into the portal's form, by the hours of Viet Nam."""
        kind = "log" if form.get("kind") == "log" else "planned"
        work = form.get("assignment_id") or ""
        values = {
            "name": (form.get("name") or "").strip(),
            "place": (form.get("place") or "").strip(),
            "note": (form.get("note") or "").strip(),
            "kind": kind,
            "date_start": self._typed_moment(form.get("day"), form.get("from")),
            "date_end": self._typed_moment(form.get("day"), form.get("until")),
            "assignment_id": int(work) if work.isascii() and work.isdigit() else False,
        }
        hours = typed_number(form.get("hours"))
        if kind == "log" and hours is not None:
            values["hours"] = hours
        return self.add_own(values)

    def _typed_moment(self, day, clock):
        try:
            local = datetime.combine(
                fields.Date.to_date(day), time.fromisoformat(clock or ""), LOCAL
            )
        except (TypeError, ValueError) as error:
            raise UserError(
                self.env._("Choose the day and the hours, from when until when.")
            ) from error
        return local.astimezone(timezone.utc).replace(tzinfo=None)

    @api.model
    def _own_entry(self, entry_id):
        """An entry of the current user's own, or nothing."""
        # sudo: the domain is the owner check
        return self.sudo().search(
            [("employee_user_id", "=", self.env.uid), ("id", "=", entry_id)]
        )
