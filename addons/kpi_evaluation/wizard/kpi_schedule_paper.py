from dateutil.relativedelta import relativedelta

from odoo import models

from ..models.base.paper_text import plain
from ..models.base.portal_text import shown_date

WEEKDAYS = (
    "Thứ Hai",
    "Thứ Ba",
    "Thứ Tư",
    "Thứ Năm",
    "Thứ Sáu",
    "Thứ Bảy",
    "Chủ nhật",
)
WEEKEND = WEEKDAYS[-2:]
TITLES = {
    "planned": "LỊCH CÔNG TÁC TUẦN",
    "log": "NHẬT KÝ CÔNG VIỆC TUẦN",
    "all": "LỊCH CÔNG TÁC VÀ NHẬT KÝ TUẦN",
}


class KpiSchedulePrint(models.TransientModel):
    """The papers of a week, in plain Vietnamese texts: only what the user may read."""

    _inherit = "kpi.schedule.print"

    def _papers(self):
        """The papers of the week, one after another; queries do not grow with them."""
        self.ensure_one()
        people = self._people()
        entries = self._entries(people)
        if self.scope == "unit":
            return [self._paper(entries)]
        by_person = entries.grouped("employee_id")
        none = entries.browse()
        return [self._paper(by_person.get(one, none), one) for one in people]

    def _people(self):
        # sudo: names of colleagues; what they do is read by one's own rights
        people = self.env["hr.employee"].sudo()
        if self.scope == "person":
            return people.browse(self.employee_id.id)
        found = people.search(
            [("department_id", "=", self.department_id.id)], order="name, id"
        )
        if self.scope == "unit":
            return found
        led = people._kpi_led(people._kpi_acting_as())
        own = found.filtered(lambda one: one.user_id == self.env.user)
        return found & (led | own) if self._reads_only_led() else found

    def _reads_only_led(self):
        user = self.env.user
        groups = ("kpi_evaluation.group_hr", "kpi_evaluation.group_inspector")
        return not any(user.has_group(group) for group in groups)

    def _entries(self, people):
        domain = [
            ("employee_id", "in", people.ids),
            ("day", ">=", self.date_start),
            ("day", "<=", self.date_end),
        ]
        if self.kind != "all":
            domain.append(("kind", "=", self.kind))
        entries = self.env["kpi.schedule.entry"].search(domain)
        if self.kind == "all":
            # What was done stands there once, with its hours.
            entries = entries.filtered(lambda one: one.kind == "log") | (
                entries._unlogged()
            )
        # sudo: names of work and people in what the user reads
        return entries.sorted("date_start").sudo()

    def _paper(self, entries, person=None):
        # sudo: names and agency of whose week it is
        unit = self.sudo().department_id
        agency = (person or unit).company_id
        maker = person or unit.manager_id
        head = agency._letterhead(person.department_id if person else unit)
        if not person:
            head |= {"parent_agency": head["agency"], "agency": unit.name.upper()}
        return head | {
            "title": TITLES[self.kind],
            "week": f"Từ ngày {shown_date(self.date_start)} "
            f"đến ngày {shown_date(self.date_end)}",
            "whose": [
                ("Họ và tên", person.name),
                ("Chức vụ, chức danh", person.job_title or "chưa ghi"),
                ("Đơn vị công tác", person.department_id.name or "chưa ghi"),
            ]
            if person
            else [],
            "is_unit": not person,
            "has_hours": self.kind != "planned",
            "days": self._days(entries),
            "signatures": self._week_signatures(person, maker),
        }

    def _days(self, entries):
        """[(day, its rows)]: every working day, the weekend where something stands."""
        by_day = entries.grouped("day")
        days = []
        for number, name in enumerate(WEEKDAYS):
            day = self.date_start + relativedelta(days=number)
            rows = [one._paper_row() for one in by_day.get(day, ())]
            if rows or name not in WEEKEND:
                days.append((f"{name}, ngày {shown_date(day)}", rows))
        return days

    def _week_signatures(self, person, maker):
        leader = maker._kpi_leader_name() if maker else ""
        heading = "NGƯỜI LẬP LỊCH" if person else "NGƯỜI ĐỨNG ĐẦU ĐƠN VỊ"
        signatures = [{"heading": [heading], "name": maker.name or ""}]
        if person:
            signatures.append({"heading": ["LÃNH ĐẠO TRỰC TIẾP"], "name": leader})
        return signatures


class KpiScheduleEntry(models.Model):
    """An entry as a row of the week's paper."""

    _inherit = "kpi.schedule.entry"

    def _paper_row(self):
        self.ensure_one()
        first, last = self._local(self.date_start), self._local(self.date_end)
        until = f"{last:%H:%M}"
        if last.date() != first.date():
            until = f"{last:%H:%M} ngày {last:%d/%m}"
        work = self.assignment_id.name
        return {
            "time": f"{first:%H:%M} – {until}",
            "content": self.name,
            "work": work if work and work != self.name else "",
            "place": self.place or "",
            "person": self.employee_id.name,
            "hours": plain(self.hours, 2) if self.kind == "log" else "",
            "note": self.note or "",
        }
