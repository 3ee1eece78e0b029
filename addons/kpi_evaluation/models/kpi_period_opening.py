from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools import split_every

SHEETS_AT_ONCE = 500
UNNOTED = {
    "mail_create_nolog": True,
    "mail_create_nosubscribe": True,
    "tracking_disable": True,
}


class KpiPeriod(models.Model):
    """Opening a month: one sheet for everyone who can be judged."""

    _inherit = "kpi.period"

    appraisal_ids = fields.One2many("kpi.appraisal", "period_id")
    appraisal_count = fields.Integer(compute="_compute_appraisal_count")
    opening_report = fields.Text(
        readonly=True,
        groups="kpi_evaluation.group_hr",
        help="Who got no sheet when the month was last opened, and why.",
    )

    def _compute_appraisal_count(self):
        counts = dict(
            self.env["kpi.appraisal"]._read_group(
                [("period_id", "in", self.ids)], ["period_id"], ["__count"]
            )
        )
        for period in self:
            period.appraisal_count = counts.get(period, 0)

    def action_open(self):
        """Open a sheet for everyone of the agency who has none yet.

        May be repeated: who has a sheet keeps it. Who cannot be judged yet is listed
        in ``opening_report`` with what is to be filled in.
        """
        if not self.env.user.has_group("kpi_evaluation.group_hr"):
            raise UserError(
                self.env._("Only the HR officer of the agency opens a month.")
            )
        self.check_access("write")
        for period in self:
            period._open_sheets()
        return self.action_open_appraisals() if len(self) == 1 else True

    def action_open_appraisals(self):
        """The sheets of this month."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "kpi_evaluation.kpi_appraisal_action"
        )
        action["domain"] = [("period_id", "=", self.id)]
        action["context"] = {}
        return action

    def _open_sheets(self):
        """Open the missing sheets of one month; return them."""
        self.ensure_one()
        # sudo: nobody has the right to create sheets by hand
        appraisals = self.env["kpi.appraisal"].sudo().with_context(**UNNOTED)
        employees = self._people_without_sheet()
        reasons = self._reasons_against_opening(employees)
        ready = [employee.id for employee in employees if not reasons[employee]]
        self.opening_report = "\n".join(filter(None, reasons.values()))
        opened = appraisals
        for some in split_every(SHEETS_AT_ONCE, ready):
            opened += appraisals.create(
                [{"employee_id": one, "period_id": self.id} for one in some]
            )
            # Score and store them, then let go of them: memory stays flat.
            self.env.invalidate_all()
        opened._leaders_of_month()._recompute_scores()
        return opened

    def _people_without_sheet(self):
        # sudo: the opener may not read their own sheet, and not all of hr.employee
        sheets, people = (
            self.env["kpi.appraisal"].sudo(),
            self.env["hr.employee"].sudo(),
        )
        have = sheets._search(
            [("period_id", "=", self.id), ("state", "!=", "annulled")]
        )
        return people.search(
            [
                ("company_id", "=", self.company_id.id),
                ("id", "not in", have.subselect("employee_id")),
            ]
        )

    def _snapshot_day(self):
        """The day whose facts a sheet copies: today, or the nearest of the month."""
        today = self.env["kpi.regulation.clause"]._today()
        return min(max(today, self.date_start), self.date_end)

    def write(self, vals):
        dated = {"date_start", "date_end"}.intersection(vals)
        if any(self._changes(name, vals[name]) for name in dated):
            self._check_nothing_hangs_on()
        return super().write(vals)

    def _check_nothing_hangs_on(self):
        of_months = [("period_id", "in", self.ids)]
        for model in ("kpi.appraisal", "kpi.assignment", "kpi.plan"):
            # sudo: whoever changes a month may not read all that hangs on it
            if self.env[model].sudo().search_count(of_months, limit=1):
                raise UserError(
                    self.env._(
                        "Sheets or work already belong to this month; its days no "
                        "longer change (Điều 16)."
                    )
                )

    def _reasons_against_opening(self, employees):
        """{employee: why no sheet can be opened for them, or ""}."""
        # sudo: the forms in force hold for everybody
        forms = self.env["kpi.form"].sudo()._in_force(self.date_start, self.company_id)
        rules = self._rulebook()
        faulty = {code: form._reason_against_use(rules) for code, form in forms.items()}
        versions = self._versions_of_month(employees)
        reasons = {}
        for employee in employees:
            category = versions[employee].kpi_position_category
            if not category:
                reasons[employee] = self.env._(
                    "%(person)s: no KPI category; set it on the employee (Điều 7.2).",
                    person=employee.name,
                )
            elif category not in forms:
                reasons[employee] = self.env._(
                    "%(person)s: no form is in force for this category (Điều 7.2).",
                    person=employee.name,
                )
            else:
                reasons[employee] = faulty[category]
        return reasons
