from odoo import api, models


class KpiAppraisalCriterion(models.Model):
    """The criteria of a new version: those of the old, with the person's points."""

    _inherit = "kpi.appraisal.criterion"

    @api.model
    def _copy_forms(self, sheets):
        versions = sheets.filtered("supersedes_id")
        self.create(
            [
                values
                | {
                    "appraisal_id": sheet.id,
                    "evaluator_points": values["self_points"],
                    "evaluator_given": values["self_given"],
                    "evaluator_reason": False,
                }
                for sheet in versions
                for values in sheet.supersedes_id.criterion_ids.copy_data()
            ]
        )
        return super()._copy_forms(sheets - versions)
