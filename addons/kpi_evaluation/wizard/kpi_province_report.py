from dateutil.relativedelta import relativedelta

from odoo import api, fields, models
from odoo.exceptions import UserError

GRADES = ("a", "b", "c", "d")
RECEIVERS = [
    ("organisation", "Ban Tổ chức Tỉnh ủy"),
    ("home_affairs", "Sở Nội vụ"),
]
OTHER_KIND = "Cơ quan, đơn vị khác"


class KpiProvinceReport(models.TransientModel):
    """The report on a month, or several, to who watches over it (Điều 20.3)."""

    _name = "kpi.province.report"
    _description = "Report of the Province"

    date_from = fields.Date(
        string="From month",
        required=True,
        default=lambda self: self._default_month(),
    )
    date_to = fields.Date(
        string="To month",
        required=True,
        default=lambda self: self._default_month(),
    )
    receiver = fields.Selection(RECEIVERS, required=True, default="organisation")

    @api.model
    def _default_month(self):
        """The month before this one: the last that is published (Điều 16)."""
        today = self.env["kpi.regulation.clause"]._today()
        return today.replace(day=1) - relativedelta(months=1)

    def action_print(self):
        """Print the report as PDF."""
        self.ensure_one()
        self.check_access("write")
        if not self._months():
            raise UserError(
                self.env._("No agency has results in these months (Điều 20.3).")
            )
        report = self.env.ref("kpi_evaluation.kpi_province_report_paper")
        return report.report_action(self, config=False)

    def _months(self):
        return self.env["kpi.agency.month"].search(
            [
                ("date_start", ">=", self.date_from.replace(day=1)),
                ("date_start", "<=", self.date_to),
            ]
        )

    def _papers(self):
        """[what each report says], of the numbers that the user may read."""
        self.check_access("read")
        return [one._paper() for one in self]

    def _paper(self):
        self.ensure_one()
        months = self._months()
        # sudo: whoever reports writes on the paper of their own agency
        return self.env.company.sudo()._letterhead() | {
            "receiver": dict(RECEIVERS)[self.receiver],
            "span": self._span(),
            "kinds": self._kinds(months),
            "categories": self._categories(months),
            "total": _row("Toàn tỉnh", months, with_agencies=True),
        }

    def _kinds(self, months):
        # sudo: the names of kinds of organisations are no secret
        by_kind = months.grouped(lambda one: one.sudo().org_kind_id)
        return [
            _row(kind.name or OTHER_KIND, by_kind[kind], with_agencies=True)
            for kind in sorted(
                by_kind, key=lambda kind: (not kind, kind.sequence, kind.id)
            )
        ]

    def _categories(self, months):
        field = months._fields["position_category"]
        speaking = self.with_context(lang="vi_VN").env
        by_category = months.grouped("position_category")
        return [
            _row(label, by_category[one])
            for one, label in field._description_selection(speaking)
            if one in by_category
        ]

    def _span(self):
        first, last = (f"tháng {day:%m/%Y}" for day in (self.date_from, self.date_to))
        return first if first == last else f"từ {first} đến {last}"


def _row(name, months, with_agencies=False):
    """A row of numbers; shares are of those with a class."""
    counts = {grade: sum(months.mapped(f"{grade}_count")) for grade in GRADES}
    rated = sum(counts.values())
    return {
        "name": name,
        "agencies": len(set(months.mapped("agency"))) if with_agencies else "",
        "people": sum(months.mapped("people_count")),
        "cells": [(n, _percent(n, rated)) for n in counts.values()],
        "exempt": sum(months.mapped("exempt_count")),
        "open": sum(months.mapped("open_count")),
    }


def _percent(count, total):
    return f"{100 * count / total:.1f}%".replace(".", ",") if total else ""
