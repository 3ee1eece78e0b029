from collections import defaultdict

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...regulation.aggregate import aggregate, span_of
from ...regulation.values import Missing, exact, shown


class KpiRollup(models.Model):
    """Counting the spans of an agency's people from what was published (Điều 19)."""

    _inherit = "kpi.rollup"

    @api.model
    def action_count(self, span, day):
        """Count the quarter, half-year or year of a day for the current agency.

        ``span``: quarter, half or year; ``day``: any day in it. For the HR officer;
        may be repeated, and counts anew what has changed since. A person who came
        from another agency brings the months along. Returns the number of people.
        """
        if not self.env.user.has_group("kpi_evaluation.group_hr"):
            raise UserError(
                self.env._("Only the HR officer of the agency counts spans (Điều 19).")
            )
        day = fields.Date.to_date(day)
        # The reasons are printed: in the officer's language, whatever asked for it.
        spoken = self.with_context(lang=self.env.user.lang)
        return len(spoken._count(self.env.company, span, day))

    @api.model
    def _count(self, company, span, day):
        """Count the span of everybody of an agency; return the records."""
        first, last = span_of(span, day)
        # sudo: people who left during the span are counted too
        people = self.env["hr.employee"].sudo().with_context(active_test=False)
        people = people.search([("company_id", "=", company.id)])
        months = self._months(people, first, last)
        rules = self.env["kpi.regulation.clause"]._rulebook(last, company)
        values = self._span_values(months, span, rules, last)
        key = {"company_id": company.id, "span": span, "date_start": first}
        return self._store(key, {"date_end": last}, values)

    def _store(self, key, common, values):
        """Write what is there, add what is new, drop whose months were all annulled."""
        # sudo: nobody types a span; counting it is the officer's step
        found = self.sudo().search([(name, "=", value) for name, value in key.items()])
        for one in found:
            if one.employee_id in values:
                one.write(values.pop(one.employee_id) | common)
            else:
                found -= one
                one.unlink()
        return found | found.create(
            [
                vals | common | key | {"employee_id": person.id}
                for person, vals in values.items()
            ]
        )

    def _months(self, people, first, last):
        """{person: {first day of a month: (exact total, class)}} of all that counts."""
        months = defaultdict(dict)
        # sudo: a person carries along the months of whatever agency
        carried = self.env["kpi.carried.month"].sudo()
        of_people = [("employee_id", "in", people.ids)]
        days = [("date_start", ">=", first), ("date_start", "<=", last)]
        for one in carried.search(of_people + days):
            total = exact(one.total_score)
            months[one.employee_id][one.date_start] = total, one.grade
        # sudo: as above
        sheets = self.env["kpi.appraisal"].sudo()
        published = [("state", "=", "published"), ("is_scorable", "=", True)]
        days = [(f"period_id.{name}", sign, day) for name, sign, day in days]
        for sheet in sheets.search(of_people + days + published):
            total = self.env["kpi.quota"]._exact_total(sheet)
            months[sheet.employee_id][sheet.period_id.date_start] = total, sheet.grade
        return months

    def _span_values(self, months, span, rules, last):
        """{person: the values of their span} of those who have any month."""
        people = self.env["hr.employee"].sudo().union(*months)  # sudo: as in _count
        versions = people._versions_on(last)
        values = {}
        for person, of_person in months.items():
            totals = [total for total, _grade in of_person.values()]
            version = versions[person]
            values[person] = self._result(aggregate(totals, span, rules), rules) | {
                "employee_name": person.name,
                "job_title": version.job_title,
                "department_name": version.department_id.name,
                "is_leader": version.kpi_position_category in ("head", "deputy"),
                "is_party_member": person.kpi_is_party_member,
                "months": [
                    {
                        "month": f"{day:%m/%Y}",
                        "total": str(shown(total, rules.shown_decimals)),
                        "grade": grade,
                    }
                    for day, (total, grade) in sorted(of_person.items())
                ],
            }
        return values

    def _result(self, result, rules):
        reasons = {
            "too_few_months": self.env._(
                "fewer than %(months)s scored months: no class for the year "
                "(Nghị định 335/2025/NĐ-CP Điều 11.1)",
                months=rules.annual_min_months,
            )
        }
        lacks = isinstance(result.grade, Missing)
        return {
            "month_count": result.months,
            "mean_score": float(shown(result.mean, rules.shown_decimals)),
            "grade": False if lacks else result.grade,
            "reason": lacks and reasons[result.grade.code],
        }
