from odoo import api, fields, models

from ..base.names import joined


class KpiPeriodGap(models.Model):
    """What somebody lacks for being evaluated in a month, and where to fill it in."""

    _name = "kpi.period.gap"
    _description = "What Is Missing for a Month"
    _order = "department_name, employee_name, kind, id"

    period_id = fields.Many2one(
        "kpi.period", string="Month", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="period_id.company_id", store=True, index=True)
    employee_id = fields.Many2one(
        "hr.employee", required=True, index=True, ondelete="cascade"
    )
    employee_name = fields.Char(string="Full name")
    department_name = fields.Char(string="Unit")
    kind = fields.Selection(
        [
            ("category", "No category"),
            ("form", "No form"),
            ("faulty_form", "Faulty form"),
            ("evaluator", "No evaluator"),
            ("account", "No account"),
            ("work", "No work given"),
            ("plan", "No plan"),
        ],
        string="Missing",
        required=True,
    )
    form_id = fields.Many2one("kpi.form", ondelete="cascade")
    sentence = fields.Char(string="What to do", compute="_compute_sentence")

    _unique_gap = models.UniqueIndex(
        "(period_id, employee_id, kind)", "This is listed already."
    )

    @api.depends("employee_name", "kind", "form_id")
    def _compute_sentence(self):
        sentences = self._sentences()
        rules = {period: period._rulebook() for period in self.period_id}
        faults = {}
        for gap in self:
            if gap.form_id:
                key = gap.form_id, gap.period_id
                if key not in faults:
                    faults[key] = gap.form_id._reason_against_use(rules[gap.period_id])
                gap.sentence = faults[key]
            else:
                gap.sentence = sentences[gap.kind]

    @api.depends("employee_name", "kind")
    def _compute_display_name(self):
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        for gap in self:
            gap.display_name = joined(gap.employee_name, kinds.get(gap.kind), by=": ")

    def _sentences(self):
        return self._sentences_on_the_sheet() | {
            "account": self.env._(
                "Link the employee to an account, so that they can assess themselves "
                "(Điều 15.2)."
            ),
            "work": self.env._(
                "Have work given to this person; without it there is no score "
                "(Điều 15.1)."
            ),
            "plan": self.env._(
                "Have this person make the plan of the month (Điều 16 step 1)."
            ),
        }

    def _sentences_on_the_sheet(self):
        return {
            "category": self.env._(
                "Set the KPI category on the employee, then open the month again "
                "(Điều 7.2)."
            ),
            "form": self.env._(
                "No form is in force for this category; add one (Điều 7.2)."
            ),
            "evaluator": self.env._(
                "Name who judges this person: the unit and its head, or another "
                "evaluator on the sheet (Điều 6.2, 9)."
            ),
        }

    def action_fill_in(self):
        """The place where what is missing is filled in."""
        self.ensure_one()
        self.check_access("read")
        if self.kind in ("form", "faulty_form"):
            return self._window("kpi.form", self.form_id.id)
        if self.kind == "work":
            return self._window("kpi.assignment", context=self._default_values())
        sheet = self._sheet_to_assign()
        if self.kind == "evaluator" and sheet:
            action = self.env["ir.actions.act_window"]._for_xml_id(
                "kpi_evaluation.kpi_evaluator_change_action"
            )
            return action | {"context": {"default_appraisal_ids": sheet.ids}}
        return self._window("hr.employee", self.employee_id.id)

    def _default_values(self):
        return {
            "default_employee_id": self.employee_id.id,
            "default_period_id": self.period_id.id,
            "search_default_employee_name": self.employee_name,
        }

    def _sheet_to_assign(self):
        sheets = self.env["kpi.appraisal"].search(
            [
                ("period_id", "=", self.period_id.id),
                ("employee_id", "=", self.employee_id.id),
            ]
        )
        return sheets.filtered(lambda sheet: sheet._may("change_evaluator"))[:1]

    def _window(self, model, record_id=False, context=None):
        view_mode = "form" if record_id else "list,form"
        return {
            "type": "ir.actions.act_window",
            "name": self.employee_name,
            "res_model": model,
            "res_id": record_id,
            "view_mode": view_mode,
            "views": [(False, mode) for mode in view_mode.split(",")],
            "context": context or {},
        }
