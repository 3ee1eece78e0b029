from odoo import api, fields, models
from odoo.exceptions import UserError

from ..base.names import joined
from ..base.paper_text import plain


class KpiPresenceCorrection(models.Model):
    """Days at work as HR corrects them, with the document that proves it (Điều 6.7).

    Only ever added: the newest counts, and what the records said stays beside it.
    """

    _name = "kpi.presence.correction"
    _description = "Correction of the Days at Work"
    _order = "id desc"

    appraisal_id = fields.Many2one(
        "kpi.appraisal", required=True, index=True, ondelete="cascade"
    )
    recorded_days = fields.Float(
        "As recorded then", digits=(16, 4), readonly=True, aggregator=None
    )
    present_days = fields.Float(
        "Days at work", digits=(16, 4), required=True, aggregator=None
    )
    document = fields.Char("Document number", required=True)
    document_date = fields.Date("Document date", required=True)
    reason = fields.Char(required=True)

    @api.depends("present_days", "document")
    def _compute_display_name(self):
        for one in self:
            one.display_name = joined(plain(one.present_days), one.document)

    @api.model_create_multi
    def create(self, vals_list):
        ids = [vals.get("appraisal_id") for vals in vals_list]
        sheets = self.env["kpi.appraisal"].browse(filter(None, ids))
        sheets._check_step("correct_presence")
        by_id = {sheet.id: sheet for sheet in sheets}
        for vals in vals_list:
            sheet = by_id.get(vals.get("appraisal_id"), sheets.browse())
            self._check_days(sheet, vals.get("present_days"))
            vals["recorded_days"] = sheet.recorded_days
        corrections = super().create(vals_list)
        corrections._note_on_sheets()
        return corrections

    def write(self, vals):
        if vals:
            raise UserError(
                self.env._(
                    "A correction is never changed; add another one with its document "
                    "(Điều 6.7)."
                )
            )
        return super().write(vals)

    def _check_days(self, sheet, days):
        if not 0 <= float(days or 0) <= sheet.working_days:
            raise UserError(
                self.env._(
                    "The days at work lie between 0 and the %(days)s working days of "
                    "the month (Điều 6.7).",
                    days=plain(sheet.working_days),
                )
            )

    def _note_on_sheets(self):
        notes = {
            one.appraisal_id.id: self.env._(
                "Days at work corrected from %(recorded)s to %(corrected)s by "
                "%(document)s of %(day)s: %(reason)s",
                recorded=plain(one.recorded_days),
                corrected=plain(one.present_days),
                document=one.document,
                day=f"{one.document_date:%d/%m/%Y}",
                reason=one.reason,
            )
            for one in self
        }
        # sudo: the log is written by the step, not by hand
        self.sudo().appraisal_id._message_log_batch(notes)
