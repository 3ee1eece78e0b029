from odoo import models
from odoo.exceptions import UserError

from ...regulation.income import share_fund, share_of_salary

LISTED_STATES = (
    "draft",
    "self_assessed",
    "reviewed",
    "decided",
    "published",
    "exempt",
)


class KpiIncomeRun(models.Model):
    """Counting the list: everybody's share by the class published, to the đồng."""

    _inherit = "kpi.income.run"

    def action_count(self):
        """Count the list anew from the classes published so far (Điều 17).

        Raises UserError without a scale in force or a fund, or where the fund does
        not reach to pay everybody the least amount.
        """
        self._check_step("count")
        for run in self:
            # The reasons are printed: in the officer's language, whatever asked for it.
            rows = run.with_context(lang=self.env.user.lang)._rows()
            amounts = run._amounts(rows)
            # sudo: nobody types a line; counting is the officer's step
            lines = run.sudo().line_ids
            lines.unlink()
            lines.create(
                [
                    row | {"run_id": run.id, "amount": amount}
                    for row, amount in zip(rows, amounts, strict=True)
                ]
            )
        return True

    def _sheets(self):
        """The sheets of the unit in the month, those of other runs left out."""
        self.ensure_one()
        domain = [
            ("period_id", "=", self.period_id.id),
            ("state", "in", LISTED_STATES),
            ("is_external", "=", False),
        ]
        if self.department_id:
            domain.append(("department_id", "child_of", self.department_id.id))
        # sudo: the officer's own sheet is on the list too
        sheets = self.env["kpi.appraisal"].sudo()
        elsewhere = (
            self.env["kpi.income.line"]
            .sudo()
            ._search(  # sudo: as above
                [
                    ("run_id.period_id", "=", self.period_id.id),
                    ("run_id", "!=", self.id),
                ]
            )
        )
        domain.append(("id", "not in", elsewhere.subselect("appraisal_id")))
        return sheets.search(domain)

    def _rows(self):
        """The values of the lines but for the amount."""
        sheets = self._sheets()
        # sudo: a salary is copied onto the list, whoever may read it elsewhere
        people = sheets.employee_id.sudo()
        versions = people._versions_on(self.period_id.date_start)
        return [
            {
                "appraisal_id": sheet.id,
                "employee_name": sheet.employee_name,
                "job_title": sheet.job_title,
                "department_name": sheet.department_name,
                "grade": self._published_grade(sheet),
                "coefficient": self._coefficient(sheet),
                "salary": versions[sheet.employee_id].wage,
                "reason": self._reason_for_nothing(sheet),
            }
            for sheet in sheets
        ]

    def _published_grade(self, sheet):
        return sheet.state == "published" and sheet.grade

    def _coefficient(self, sheet):
        grade = self._published_grade(sheet)
        return grade and self.scale_id._coefficient(grade)

    def _reason_for_nothing(self, sheet):
        if sheet.state == "exempt":
            return self.env._("Not evaluated in this month (Điều 6.7)")
        if sheet.state != "published":
            return self.env._("Not published yet (Điều 16)")
        if not self.scale_id._coefficient(sheet.grade):
            return self.env._("The scale gives this class nothing (Điều 17)")
        return False

    def _amounts(self, rows):
        scale = self.scale_id
        weights = [0 if row["reason"] else row["coefficient"] for row in rows]
        bounds = int(scale.floor), int(scale.ceiling) or None
        if scale.method == "salary":
            return [
                share_of_salary(int(row["salary"]), weight, *bounds)
                for row, weight in zip(rows, weights, strict=True)
            ]
        try:
            return share_fund(int(self.fund), weights, *bounds).amounts
        except ValueError as error:
            raise UserError(
                self.env._(
                    "The fund does not reach to pay everybody the least amount of the "
                    "scale; enlarge it or change the scale (Điều 17)."
                )
            ) from error

    def _is_stale(self):
        counted = {(line.appraisal_id.id, line.grade) for line in self.line_ids}
        return counted != {
            (sheet.id, self._published_grade(sheet)) for sheet in self._sheets()
        }
