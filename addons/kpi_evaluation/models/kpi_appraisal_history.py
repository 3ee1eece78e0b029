from odoo import models


class KpiAppraisal(models.Model):
    """The history of a sheet: who moved it on, and from which class to which."""

    _inherit = "kpi.appraisal"

    def _message_track(self, fields_iter, initial_values_dict):
        """Note the changes of all sheets together; mail would note them one by one."""
        tracked = self.fields_get(
            fields_iter, attributes=("string", "type", "selection")
        )
        sheets = self.exists()
        tracking = {
            sheet.id: sheet._mail_track(tracked, initial_values_dict[sheet.id])
            for sheet in sheets
        }
        noted = sheets.filtered(lambda sheet: tracking[sheet.id][1])
        notes = noted._message_log_batch({})
        # sudo: nobody writes the history by hand
        self.env["mail.tracking.value"].sudo().create(
            [
                value | {"mail_message_id": note.id}
                for note in notes
                for _command, _id, value in tracking[note.res_id][1]
            ]
        )
        return tracking
