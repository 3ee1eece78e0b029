from markupsafe import escape

from odoo import api, fields, models


class KpiAppraisal(models.Model):
    """The field that a deputy is in charge of (Điều 12.4).

    Copied from the personnel record when the month is opened. Who fills it in later
    takes it onto the open sheets by a step of its own, which the log keeps.
    """

    _inherit = "kpi.appraisal"

    field_unit_ids = fields.Json(
        readonly=True, help="Ids of the units in charge, as copied."
    )
    field_in_charge = fields.Char(readonly=True, help="The units of Điều 12.4.")
    may_take_field = fields.Boolean(compute="_compute_may_take_field")

    @api.depends_context("uid")
    @api.depends("state")
    def _compute_may_take_field(self):
        reasons = self._reasons_against("take_field")
        for sheet in self:
            sheet.may_take_field = not reasons[sheet]

    @api.model
    def _snapshots(self, period, employees, day):
        snapshots = super()._snapshots(period, employees, day)
        fields_in_charge = self._fields_in_charge(employees, day)
        for employee, snapshot in snapshots.items():
            snapshot |= fields_in_charge[employee]
        return snapshots

    @api.model
    def _fields_in_charge(self, employees, day):
        """{employee: what a sheet copies of the field in charge}."""
        # sudo: opening copies what the opener may not read of hr.employee
        employees = employees.sudo()
        versions = employees._versions_on(day)
        copies = {}
        for employee in employees:
            units = versions[employee].kpi_field_department_ids
            copies[employee] = {
                "field_unit_ids": units.ids or False,
                "field_in_charge": "; ".join(units.mapped("name")),
            }
        return copies

    def action_take_field(self):
        """Take the field in charge from the personnel record onto open sheets.

        For the HR officer, until the opinion is finished (Điều 12.4).
        """
        self._check_step("take_field")
        before = {sheet: sheet.field_in_charge or "–" for sheet in self}
        for period, sheets in self.grouped("period_id").items():
            day = period._snapshot_day()
            copies = self._fields_in_charge(sheets.employee_id, day)
            for sheet in sheets:
                sheet._take("take_field", copies[sheet.employee_id])
        # sudo: the log is written by the step, not by hand
        self.sudo()._message_log_batch(
            {sheet.id: escape(sheet._field_change(before[sheet])) for sheet in self}
        )
        self._leaders_of_month()._recompute_scores()
        return True

    def _field_change(self, before):
        """What changed, in the officer's language, whatever asked for the step."""
        return self.with_context(lang=self.env.user.lang).env._(
            "Field in charge: %(before)s → %(now)s (Điều 12.4)",
            before=before,
            now=self.field_in_charge or "–",
        )

    def _reason_against_take_field(self):
        if self.position_category == "deputy":
            return ""
        return self.env._("Only deputies have a field in charge (Điều 12.4).")
