from odoo import api, models


class KpiComplaint(models.Model):
    """What the portal's form for a report offers (Điều 20.5)."""

    _inherit = "kpi.complaint"

    @api.model
    def _choices(self):
        """{"units", "months", "addressees"}: what one may choose, as (key, label)."""
        of_agency = [("company_id", "in", self.env.user.company_ids.ids)]
        # sudo: people of the agency may name its units and months
        units = self.env["hr.department"].sudo().search(of_agency)
        # sudo: as above
        months = self.env["kpi.period"].sudo().search(of_agency)
        return {
            "units": [(unit.id, unit.name) for unit in units],
            "months": [(month.id, month.name) for month in months],
            "addressees": self._fields["addressee"]._description_selection(self.env),
        }

    @api.model
    def _report_typed(self, form, files):
        """Report what was typed into the portal's form."""

        def number(name):
            text = form.get(name) or ""
            return int(text) if text.isdecimal() else 0

        return self.report_evaluation(
            number("department_id"),
            number("period_id"),
            form.get("text"),
            files,
            form.get("addressee"),
        )
