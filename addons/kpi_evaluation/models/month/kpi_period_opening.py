from odoo import fields, models
from odoo.exceptions import UserError

SHEETS_AT_ONCE = 500
UNNOTED = {
    "mail_create_nolog": True,
    "mail_create_nosubscribe": True,
    "tracking_disable": True,
}


class KpiPeriod(models.Model):
    """Opening a month: one sheet for everyone who can be judged (Điều 16).

    Sheets are opened in portions. What a stopped opening has stored stays; whoever
    continues takes the people who have no sheet yet, so that nobody gets two.
    """

    _inherit = "kpi.period"

    appraisal_ids = fields.One2many("kpi.appraisal", "period_id")
    appraisal_count = fields.Integer(compute="_compute_appraisal_count")
    opening_left = fields.Integer(
        string="People left to open",
        readonly=True,
        copy=False,
        help="While the sheets are opened in portions; 0 when nobody is left.",
    )
    opened_on = fields.Datetime(string="Last opened on", readonly=True, copy=False)

    _being_opened = models.Index("(opening_left) WHERE opening_left > 0")

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

        May be repeated: who has a sheet keeps it. In a large agency the rest follows
        in the background, or by calling this again. Who cannot be judged yet is
        listed in ``gap_ids`` with what is to be filled in. Raises UserError for
        whoever is no HR officer of the agency.
        """
        self._check_opener()
        for period in self._locked_for_opening():
            period._open_portion()
            if period.opening_left:
                period._open_in_background()
        if len(self) == 1 and not self.opening_left:
            return self.action_open_appraisals()
        return True

    def action_open_appraisals(self):
        """The sheets of this month."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "kpi_evaluation.kpi_appraisal_action"
        )
        action["domain"] = [("period_id", "=", self.id)]
        action["context"] = {}
        return action

    def _check_opener(self):
        if not self.env.user.has_group("kpi_evaluation.group_hr"):
            raise UserError(
                self.env._("Only the HR officer of the agency opens a month.")
            )
        self.check_access("write")

    def _locked_for_opening(self):
        """Let one opening work at a time: the second would make the same sheets."""
        locked = self.try_lock_for_update(allow_referencing=True)
        if locked != self:
            raise UserError(
                self.env._(
                    "This month is being opened right now. Wait a moment and load the "
                    "page again (Điều 16)."
                )
            )
        return locked

    def _open_portion(self, after=0):
        """Open the sheets of the next people without one; return the last one's id."""
        self.ensure_one()
        people = self._people_without_sheet(after, SHEETS_AT_ONCE)
        gaps = self._gaps_against_opening(people)
        # sudo: nobody has the right to create sheets by hand
        self.env["kpi.appraisal"].sudo().with_context(**UNNOTED).create(
            [
                {"employee_id": person.id, "period_id": self.id}
                for person in people
                if person not in gaps
            ]
        )
        last = max(people.ids, default=after)
        # A changed row tells an opening that has waited for this one to look anew.
        self._write_fixed({"opening_left": len(self._people_without_sheet(last))})
        # Score and store the sheets, then let go of them: memory stays flat.
        self.env.invalidate_all()
        if not self.opening_left:
            self._finish_opening()
        return last

    def _finish_opening(self):
        # sudo: the leaders' d follows, though the opener may not read their sheets
        sheets = self.env["kpi.appraisal"].sudo()
        sheets = sheets.search([("period_id", "=", self.id)], limit=1)
        sheets._leaders_of_month()._recompute_scores()
        self._write_fixed({"opened_on": fields.Datetime.now()})
        self._find_gaps()

    def _people_without_sheet(self, after=0, limit=None):
        # sudo: the opener may not read their own sheet, and not all of hr.employee
        sheets, people = (
            self.env["kpi.appraisal"].sudo(),
            self.env["hr.employee"].sudo(),
        )
        have = sheets._search(
            [("period_id", "=", self.id), ("state", "!=", "annulled")]
        )
        domain = [
            ("company_id", "=", self.company_id.id),
            ("id", "not in", have.subselect("employee_id")),
            ("id", ">", after),
            *self._employed_domain(),
        ]
        return people.search(domain, order="id", limit=limit)

    def _employed_domain(self):
        """Who of the agency works there in the month."""
        return []

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
