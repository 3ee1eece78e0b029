from collections import Counter

from odoo import api, fields, models


class KpiPeriod(models.Model):
    """What is missing before everyone can be evaluated: found anew when asked for."""

    _inherit = "kpi.period"

    gap_ids = fields.One2many(
        "kpi.period.gap", "period_id", groups="kpi_evaluation.group_hr"
    )
    gap_count = fields.Integer(
        compute="_compute_gap_table", groups="kpi_evaluation.group_hr"
    )
    gaps_found_on = fields.Datetime(
        string="Looked up on",
        readonly=True,
        copy=False,
        groups="kpi_evaluation.group_hr",
    )
    gap_table = fields.Html(
        string="Missing, by unit",
        compute="_compute_gap_table",
        sanitize=False,
        groups="kpi_evaluation.group_hr",
    )

    def action_find_gaps(self):
        """Look up again who lacks what. For the HR officer of the agency."""
        self._check_opener()
        for period in self._locked_for_opening():
            period._find_gaps()
        return True

    def action_open_gaps(self):
        """The list of what is missing in this month, by unit."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "kpi_evaluation.kpi_period_gap_action"
        )
        action["domain"] = [("period_id", "=", self.id)]
        return action

    def _find_gaps(self):
        """Replace the list of what is missing in one month."""
        self.ensure_one()
        # sudo: nobody types this list, and its finder may not read all it counts
        gaps = self.env["kpi.period.gap"].sudo()
        gaps.search([("period_id", "=", self.id)]).unlink()
        gaps.create(
            [
                values | {"period_id": self.id, "employee_id": person.id}
                for person, found in self._gaps().items()
                for values in found
            ]
        )
        self._write_fixed({"gaps_found_on": fields.Datetime.now()})

    def _gaps(self):
        """{person of the agency: what they lack, as values of rows}."""
        unopened, sheets = self._people_without_sheet(), self._sheets_judged_here()
        lacking = {person: [gap] for person, gap in self._named(unopened).items()}
        for person, gap in self._gaps_against_opening(unopened).items():
            lacking[person].append(gap)
        lacking |= self._named_by_sheets(sheets)
        people = self._judged_here(unopened) | sheets.employee_id
        for kind, some in (
            ("evaluator", self._without_evaluator(sheets, unopened)),
            ("account", people.filtered(lambda person: not person.user_id)),
            ("work", people - self._people_with_work()),
            ("plan", self._without_plan(people)),
        ):
            for person in some:
                lacking[person].append({"kind": kind})
        return {
            person: [name | gap for gap in gaps]
            for person, (name, *gaps) in lacking.items()
        }

    def _sheets_judged_here(self):
        # sudo: all sheets of the agency count, whoever may read them
        sheets = self.env["kpi.appraisal"].sudo()
        return sheets.search(
            [
                ("period_id", "=", self.id),
                ("state", "in", sheets.OPEN_STATES),
                ("is_external", "=", False),
            ]
        )

    def _named(self, people):
        """{person: how the list names them}, as of the day that a sheet copies."""
        versions = self._versions_of_month(people)
        return {
            person: {
                "employee_name": person.name,
                "department_name": versions[person].department_id.name,
            }
            for person in people
        }

    def _named_by_sheets(self, sheets):
        return {
            sheet.employee_id: [
                {
                    "employee_name": sheet.employee_name,
                    "department_name": sheet.department_name,
                }
            ]
            for sheet in sheets
        }

    def _judged_here(self, people):
        """The people of whom no central agency takes care (Điều 9.1)."""
        return people.filtered(
            lambda person: person.kpi_authority_rule_id.evaluator != "external"
        )

    def _gaps_against_opening(self, people):
        """{person: why no sheet can be opened for them}, where there is a reason."""
        # sudo: the forms in force hold for everybody
        forms = self.env["kpi.form"].sudo()._in_force(self.date_start, self.company_id)
        rules = self._rulebook()
        faulty = {
            category: form
            for category, form in forms.items()
            if form._reason_against_use(rules)
        }
        versions = self._versions_of_month(people)
        gaps = {}
        for person in people:
            category = versions[person].kpi_position_category
            if not category:
                gaps[person] = {"kind": "category"}
            elif category not in forms:
                gaps[person] = {"kind": "form"}
            elif category in faulty:
                gaps[person] = {"kind": "faulty_form", "form_id": faulty[category].id}
        return gaps

    def _without_evaluator(self, sheets, unopened):
        lacking = sheets.filtered(lambda one: not one.evaluator_id and not one.body_id)
        judged = unopened.filtered("kpi_is_judged")
        return lacking.employee_id | (unopened - judged)

    def _people_with_work(self):
        # sudo: all work of the month counts, whoever may read it
        work = self.env["kpi.assignment"].sudo()
        groups = work._read_group([("period_id", "=", self.id)], ["employee_id"])
        return self.env["hr.employee"].union(*(person for (person,) in groups))

    def _without_plan(self, people):
        """Who of the people has submitted no plan of the month (Điều 16 step 1)."""
        # sudo: whether somebody has a plan, not what stands in it
        plans = self.env["kpi.plan"].sudo()
        submitted = plans.search(
            [
                ("period_id", "=", self.id),
                ("employee_id", "in", people.ids),
                ("state", "!=", "draft"),
            ]
        )
        return people - submitted.employee_id

    @api.depends("gap_ids")
    def _compute_gap_table(self):
        kinds = self.env["kpi.period.gap"]._fields["kind"]
        labels = dict(kinds._description_selection(self.env))
        counts = self._gap_counts()
        for period in self:
            table = counts[period]
            period.gap_count = table.total()
            present = {kind for _unit, kind in table}
            period.gap_table = table and self.env["ir.qweb"]._render(
                "kpi_evaluation.period_gap_table",
                {
                    "kinds": [one for one in labels.items() if one[0] in present],
                    "units": sorted({unit for unit, _kind in table}),
                    "counts": table,
                },
            )

    def _gap_counts(self):
        """{month: how many lack something, by unit and kind}."""
        groups = self.env["kpi.period.gap"]._read_group(
            [("period_id", "in", self.ids)],
            ["period_id", "department_name", "kind"],
            ["__count"],
        )
        counts = {period: Counter() for period in self}
        for period, unit, kind, count in groups:
            counts[period][unit or "", kind] = count
        return counts
