from odoo import models


class KpiHistoryMixin(models.AbstractModel):
    """A record whose changes are always noted: who made them, from what to what."""

    _name = "kpi.history.mixin"
    _description = "Record with a History"

    def write(self, vals):
        return super(KpiHistoryMixin, self._noted()).write(vals)

    def _noted(self):
        """The records as changes of them are noted, whatever the caller's context."""
        return self.with_context(tracking_disable=False, mail_notrack=False)

    def _message_track(self, fields_iter, initial_values_dict):
        """Note the changes of all records together; mail would do it one by one."""
        # In the language of whoever makes the change, whatever asked for it.
        tracked = self.with_context(lang=self.env.user.lang).fields_get(
            fields_iter, attributes=("string", "type", "selection")
        )
        records = self.exists()
        tracking = {
            record.id: record._mail_track(tracked, initial_values_dict[record.id])
            for record in records
        }
        noted = records.filtered(lambda record: tracking[record.id][1])
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
