from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...regulation.scoring import SupportMarks

# Each mark of the kernel and the field of the sheet that holds it.
MARK_FIELDS = {
    "work_quality": "support_quality",
    "compliance": "support_compliance",
    "effectiveness": "support_effectiveness",
}


def _mark(label, text):
    return fields.Float(label, digits=(16, 2), aggregator=None, help=text)


def _given(label):
    return fields.Boolean(label, help="0 counts only once this is ticked.")


class KpiAppraisal(models.Model):
    """A support worker's own method: three marks in percent (Handbook, chapter III).

    Where the agency has chosen it from a date on; until then the products count as for
    everybody (Điều 7.2.c). A mark that nobody has given is no mark, not 0.
    """

    _inherit = "kpi.appraisal"

    is_support = fields.Boolean(string="Support worker", readonly=True)
    takes_support_marks = fields.Boolean(compute="_compute_takes_support_marks")
    support_quality = _mark("Quality of the work", "Percent, 0 to 100.")
    support_quality_given = _given("Quality marked")
    support_compliance = _mark("Compliance with rules", "Percent, 0 to 100.")
    support_compliance_given = _given("Compliance marked")
    support_effectiveness = _mark("Effectiveness of the work", "Percent, 0 to 100.")
    support_effectiveness_given = _given("Effectiveness marked")

    @api.model
    def _snapshots(self, period, employees, day):
        snapshots = super()._snapshots(period, employees, day)
        # sudo: opening copies what the opener may not read of hr.employee
        versions = employees.sudo()._versions_on(day)
        for employee, snapshot in snapshots.items():
            version = versions[employee.sudo()]  # sudo: as above
            is_contract = version.kpi_position_category == "contract"
            snapshot["is_support"] = is_contract and version.kpi_is_support
        return snapshots

    @api.depends("is_support", "period_id")
    def _compute_takes_support_marks(self):
        for sheet in self:
            rules = sheet.is_support and sheet.period_id._rulebook()
            method = rules and rules.support_worker_method
            sheet.takes_support_marks = method == "three_marks"

    @api.constrains(*MARK_FIELDS.values())
    def _check_support_marks(self):
        for sheet in self:
            for name in MARK_FIELDS.values():
                try:
                    SupportMarks(sheet[name])
                except ValueError as error:
                    raise ValidationError(
                        self.env._(
                            "“%(mark)s” takes from 0 to 100 percent.",
                            mark=self._fields[name]._description_string(self.env),
                        )
                    ) from error

    @api.depends(
        *MARK_FIELDS.values(), *(f"{name}_given" for name in MARK_FIELDS.values())
    )
    def _compute_score(self):
        return super()._compute_score()

    def _support_facts(self):
        self.ensure_one()
        if not self.is_support or self._is_leader():
            return super()._support_facts()
        return SupportMarks(
            *(
                self[name] if self[f"{name}_given"] else None
                for name in MARK_FIELDS.values()
            )
        )

    def write(self, vals):
        """A mark that is written is given, be it 0."""
        given = {f"{name}_given": True for name in MARK_FIELDS.values() if name in vals}
        return super().write(given | vals)

    def _step_labels(self):
        labels = {
            mark: self._fields[name]._description_string(self.env)
            for mark, name in MARK_FIELDS.items()
        }
        return super()._step_labels() | labels

    def _gap_texts(self, subject):
        mark = MARK_FIELDS.get(subject)
        return super()._gap_texts(subject) | {
            "support_mark_not_given": self.env._(
                "“%(mark)s” is not marked yet (Điều 7.2.c)",
                mark=mark and self._fields[mark]._description_string(self.env),
            )
        }
