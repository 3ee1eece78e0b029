from odoo import api, fields, models


class KpiPeriod(models.Model):
    """Opening large months in the background, and new ones by themselves (Điều 16)."""

    _inherit = "kpi.period"

    opening_done = fields.Integer(
        string="Sheets opened",
        compute="_compute_opening_done",
        groups="kpi_evaluation.group_hr",
    )
    opening_percent = fields.Integer(
        string="Share of the people with a sheet",
        compute="_compute_opening_done",
        groups="kpi_evaluation.group_hr",
    )

    @api.depends("opening_left")
    def _compute_opening_done(self):
        # sudo: the opener's own sheet counts too, though they may not read it
        counts = dict(
            self.env["kpi.appraisal"]
            .sudo()
            ._read_group(
                [("period_id", "in", self.ids), ("state", "!=", "annulled")],
                ["period_id"],
                ["__count"],
            )
        )
        for period in self:
            done = counts.get(period, 0)
            everybody = done + period.opening_left
            period.opening_done = done
            period.opening_percent = everybody and 100 * done // everybody

    def _open_in_background(self):
        """Have the rest of the sheets opened by the cron."""
        # sudo: whoever may open a month may have the cron go on with it
        self.env.ref("kpi_evaluation.ir_cron_open").sudo()._trigger()

    @api.model
    def _cron_open(self):
        """Go on with the months that are being opened, portion by portion.

        Each portion is stored before the next begins: a killed server loses the one
        under way, and the next run takes it up again.
        """
        for period in self.search([("opening_left", ">", 0)], order="id"):
            last = 0
            while period.opening_left and period.try_lock_for_update(
                allow_referencing=True
            ):
                before = period.opening_left
                last = period._open_portion(last)
                done = max(before - period.opening_left, 0)
                if not self._store_progress(done, period.opening_left):
                    return

    @api.model
    def _store_progress(self, done, left):
        """Store what a cron has done; return whether there is time to go on."""
        return self.env["ir.cron"]._commit_progress(done, remaining=left)

    @api.model
    def _cron_month(self):
        """Make and open the month under way for the agencies that have it so."""
        first = self.env["kpi.regulation.clause"]._today().replace(day=1)
        agencies = self._agencies_opened_by_cron(first)
        months = self.search(
            [("date_start", "=", first), ("company_id", "in", agencies.ids)]
        )
        months += self.create(
            [
                {"company_id": agency.id, "date_start": first}
                for agency in agencies - months.company_id
            ]
        )
        waiting = months.filtered(lambda one: not one.opened_on)
        people = dict(
            self.env["hr.employee"]._read_group(
                [("company_id", "in", waiting.company_id.ids)],
                ["company_id"],
                ["__count"],
            )
        )
        for period in waiting:
            period._write_fixed({"opening_left": people[period.company_id]})
        self._open_in_background()

    @api.model
    def _agencies_opened_by_cron(self, day):
        """The agencies with people whose month is opened without anybody's doing."""
        groups = self.env["hr.employee"]._read_group([], ["company_id"])
        agencies = self.env["res.company"].union(*(agency for (agency,) in groups))
        rulebooks = self.env["kpi.regulation.clause"]._rulebooks(day, agencies)
        return agencies.browse(
            agency.id
            for agency, rules in rulebooks.items()
            if rules.month_opened_by == "cron"
        )

    @api.model
    def _cron_find_gaps(self):
        """Every night: look up again what is missing in the months under way."""
        today = self.env["kpi.regulation.clause"]._today()
        months = self.search([("opened_on", "!=", False), ("date_end", ">=", today)])
        for number, period in enumerate(months, start=1):
            if period.try_lock_for_update(allow_referencing=True):
                period._find_gaps()
            if not self._store_progress(1, len(months) - number):
                return
