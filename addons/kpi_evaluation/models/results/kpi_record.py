from odoo import api, models

from ..base.paper_text import plain
from .portal_chart import chart

# Figures of a span are shown cut off; those of its months may be longer.
TOLD_APART = 0.01


class KpiRecord(models.AbstractModel):
    """A person's competence record: published months, spans, work done (Điều 2.3).

    Of the current user only, and made of published facts only. The number of queries
    does not grow with the years.
    """

    _name = "kpi.record"
    _description = "Competence Record"

    @api.model
    def _own(self):
        """The record of the current user as plain values."""
        results = self._own_results()
        return {
            "person": self._own_person(),
            "months": results[::-1],
            "spans": self._own_spans(results),
            "years": self._own_products(results),
        }

    @api.model
    def _own_chart(self):
        """The newest published points as a chart, nothing where there are none."""
        results = [one for one in self._own_results() if one["total"] is not None]
        rules = results and self.env["kpi.regulation.clause"]._rulebook(
            results[-1]["day"]
        )
        return chart(results, rules) if results else None

    @api.model
    def _own_person(self):
        """Who and where the person is today."""
        # sudo: one's own name, title and unit
        people = self.env["hr.employee"].sudo()
        person = people.search([("user_id", "=", self.env.uid)], limit=1)
        today = self.env["kpi.regulation.clause"]._today()
        version = person._versions_on(today)[person] if person else None
        return {
            "name": person.name or self.env.user.name,
            "job_title": version.job_title or "" if version else "",
            "unit": version.department_id.name or "" if version else "",
            "style": version.department_id._paper_style() if version else "state",
            "agency": person.company_id.name or "",
            "above": person.company_id.parent_id.name or "",
            "city": person.company_id.city or "",
        }

    @api.model
    def _own_results(self):
        """The published months, oldest first, with those brought along (Điều 19)."""
        published = [("state", "=", "published"), ("grade", "!=", False)]
        sheets = self.env["kpi.appraisal"]._own_sheets(published)
        results = [one._record_view() for one in sheets]
        own = [("employee_id.user_id", "=", self.env.uid)]
        # sudo: the domain is the owner check
        carried = self.env["kpi.carried.month"].sudo().search(own)
        results += [one._record_view() for one in carried]
        return sorted(results, key=lambda one: (one["day"], one["agency"]))

    @api.model
    def _own_spans(self, results):
        """The person's quarters, half-years and years, newest first."""
        spans = self.env["kpi.rollup"].search([("employee_user_id", "=", self.env.uid)])
        return [one._record_view(results) for one in spans]

    @api.model
    def _own_products(self, results):
        """[{"year", "rows", "worth"}]: what was accepted in the published months."""
        periods = [one["period_id"] for one in results if one["period_id"]]
        # sudo: names of products; the domain is the owner check
        tasks = self.env["kpi.assignment"].sudo()
        groups = tasks._read_group(
            [
                ("employee_user_id", "=", self.env.uid),
                ("period_id", "in", periods),
                ("done_quantity", ">", 0),
                *tasks._counted_domain(),
            ],
            ["period_id", "product", "coefficient"],
            ["done_quantity:sum", "fault_count:sum", "late_count:sum"],
        )
        by_year = {}
        for period, product, coefficient, *sums in groups:
            rows = by_year.setdefault(period.date_start.year, {})
            row = rows.setdefault((product or "", coefficient), [0, 0, 0])
            rows[product or "", coefficient] = [
                one + other for one, other in zip(row, sums, strict=True)
            ]
        return [self._year_view(*one) for one in sorted(by_year.items(), reverse=True)]

    def _year_view(self, year, rows):
        """A year's products, those worth most first, in standard products (Điều 10)."""
        worth = {key: key[1] * sums[0] for key, sums in rows.items()}
        return {
            "year": year,
            "worth": plain(round(sum(worth.values()), 4)),
            "rows": [
                {
                    "product": key[0],
                    "coefficient": plain(key[1]),
                    "quantity": plain(rows[key][0]),
                    "worth": plain(round(worth[key], 4)),
                    "faults": rows[key][1],
                    "lates": rows[key][2],
                }
                for key in sorted(rows, key=lambda key: (-worth[key], key))
            ],
        }


class KpiAppraisal(models.Model):
    """A published month in the record."""

    _inherit = "kpi.appraisal"

    def _record_view(self):
        self.ensure_one()
        grades = dict(self._fields["grade"]._description_selection(self.env))
        total = self.total_score if self.is_scorable else None
        if self.is_external:
            total = self.external_points if self.external_points_given else None
        return {
            "day": self.period_id.date_start,
            "month": self.period_id.name,
            "total": total,
            "points": "" if total is None else plain(total),
            "grade": self.grade,
            "class": grades[self.grade],
            "job_title": self.job_title or "",
            "unit": self.department_name or "",
            "agency": self.company_id.name or "",
            "document": self.is_external and self.external_document or "",
            "sheet_id": self.id,
            "period_id": self.period_id.id,
        }


class KpiCarriedMonth(models.Model):
    """A month brought along from elsewhere, in the record."""

    _inherit = "kpi.carried.month"

    def _record_view(self):
        self.ensure_one()
        grades = dict(self._fields["grade"]._description_selection(self.env))
        return {
            "day": self.date_start,
            "month": f"{self.date_start:%m/%Y}",
            "total": self.total_score,
            "points": plain(self.total_score),
            "grade": self.grade,
            "class": grades[self.grade],
            "job_title": "",
            "unit": "",
            "agency": self.agency or "",
            "document": self.document or "",
            "sheet_id": False,
            "period_id": False,
        }


class KpiRollup(models.Model):
    """A quarter, half-year or year in the record."""

    _inherit = "kpi.rollup"

    def _record_view(self, results):
        """The span, unless one of its months has changed since it was counted."""
        self.ensure_one()
        grades = dict(self._fields["grade"]._description_selection(self.env))
        return {
            "name": self._span_name(),
            "span": self.span,
            "day": self.date_start,
            "grade": self.grade,
            "months": self.month_count,
            "is_current": self._counts(results),
            "mean": plain(self.mean_score),
            "class": grades.get(self.grade, ""),
            "reason": self.reason or "",
            "months_text": self.months_text or "",
        }

    def _counts(self, results):
        """Whether the span was counted from the very months that are published now."""
        published = {
            (one["month"], one["grade"]): one["total"]
            for one in results
            if one["total"] is not None
            if self.date_start <= one["day"] <= self.date_end
        }
        counted = {
            (one["month"], one["grade"]): float(one["total"])
            for one in self.months or ()
        }
        return counted.keys() == published.keys() and all(
            abs(counted[key] - published[key]) < TOLD_APART for key in counted
        )
