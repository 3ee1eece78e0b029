from odoo import fields, models
from odoo.fields import Domain


class KpiBoard(models.TransientModel):
    """What the reader's agency still lacks, for the HR officer who sets it up."""

    _inherit = "kpi.board"

    step_ids = fields.One2many("kpi.board.step", "board_id", readonly=True)

    def _lines(self):
        return super()._lines() | {"step_ids": self._steps_of_setting_up()}

    def _steps_of_setting_up(self):
        """The values of a row for each thing that is missing, in the order to do it."""
        if not self.env.user.has_group("kpi_evaluation.group_hr"):
            return []
        lacking = self._lacking_records() | self._lacking_agencies()
        kinds = dict(self.env["kpi.board.step"]._fields["kind"].selection)
        return [
            {"kind": kind, "missing_count": lacking[kind]}
            for kind in kinds
            if kind in lacking
        ]

    def _lacking_records(self):
        """{kind of step: how many units or people lack it}, where any does."""
        places = self._places_of_setting_up()
        models = {"unit": "hr.department"} | dict.fromkeys(
            ("category", "evaluator", "account"), "hr.employee"
        )
        counts = {
            kind: self.env[model].search_count(places[kind][1])
            for kind, model in models.items()
        }
        return {kind: count for kind, count in counts.items() if count}

    def _lacking_agencies(self):
        """{kind of step: 0}, where an agency of the reader has nothing of it at all."""
        agencies, companies = self.env.companies, self.env["res.company"]
        people = self.env["hr.employee"]._read_group(self._of_agency(), ["company_id"])
        catalogues = self.env["kpi.catalogue"]._in_force(self.month, agencies)
        having = {
            "people": companies.union(*(agency for (agency,) in people)),
            "catalogue": companies.union(*catalogues),
            "month": self.period_ids.filtered("opened_on").company_id,
        }
        return {kind: 0 for kind, some in having.items() if agencies - some}

    def _places_of_setting_up(self):
        """{kind of step: (action of its list, domain of those that lack it)}."""
        mine, people = self._of_agency(), self._of_agency()
        judged = people & Domain("kpi_position_category", "!=", False)
        top = Domain("kpi_org_kind_id", "=", False) & Domain("parent_id", "=", False)
        nobody = Domain("kpi_is_judged", "=", False)
        return {
            "people": ("hr_employee_action", people),
            "unit": ("hr_department_action", mine & top),
            "category": (
                "hr_employee_action",
                people & Domain("kpi_position_category", "=", False),
            ),
            "evaluator": ("kpi_who_judges_whom_action", judged & nobody),
            "account": ("hr_employee_action", judged & Domain("user_id", "=", False)),
            "catalogue": ("kpi_catalogue_action", mine),
            "month": ("kpi_period_action", mine),
        }

    def _of_agency(self):
        return Domain("company_id", "in", self.env.companies.ids)
