from odoo import api, models

from ...report.import_template import Field, write_template

COLUMNS = (
    "agency",
    "org_kind_id",
    "date_start",
    "position_category",
    "a_count",
    "b_count",
    "c_count",
    "d_count",
    "exempt_count",
    "document",
)


class KpiOutsideMonth(models.Model):
    """The workbook in which an agency outside the system reports a month."""

    _inherit = "kpi.outside.month"

    @api.model
    def get_import_templates(self):
        """Odoo's import offers this workbook to fill in."""
        return [
            {
                "label": self.env._("Template of an agency's report"),
                "template": "/kpi/outside/template.xlsx",
            }
        ]

    @api.model
    def _xlsx(self):
        """The content of the workbook, headed as Odoo's import knows the fields."""
        described = self.fields_get(COLUMNS, ["string", "required", "selection"])
        guides = self._template_guides()
        fields = [
            Field(
                described[name]["string"],
                guides.get(name, self.env._("Number of people, a whole number.")),
                self._template_choices(name, described[name]),
                described[name]["required"],
            )
            for name in COLUMNS
        ]
        titles = (self.env._("Report"), self.env._("How to fill in"), "Choices")
        return write_template(fields, titles)

    @api.model
    def _template_guides(self):
        return {
            "agency": self.env._("The agency's full name, the same each month."),
            "org_kind_id": self.env._("Chosen from the list; may stay empty."),
            "date_start": self.env._("The first day of the month, as 2026-07-01."),
            "position_category": self.env._("Chosen from the list, a row for each."),
            "document": self.env._("Number and date of the agency's report."),
        }

    @api.model
    def _template_choices(self, name, described):
        if name == "org_kind_id":
            # sudo: the kinds of Điều 9 are no secret
            return tuple(self.env["kpi.org.kind"].sudo().search([]).mapped("name"))
        return tuple(label for _code, label in described.get("selection", ()))
