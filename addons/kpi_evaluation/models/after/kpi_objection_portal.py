from odoo import api, models

from ..base.portal_text import shown_date


class KpiObjection(models.Model):
    """An objection as the portal shows it to the person who made it."""

    _inherit = "kpi.objection"

    def _employee_view(self):
        """[plain values of each objection, with its answer], newest first."""
        labels = {
            name: dict(self._fields[name]._description_selection(self.env))
            for name in ("kind", "state", "outcome")
        }
        return [
            {
                "kind": labels["kind"][one.kind],
                "state": one.state,
                "state_label": labels["state"][one.state],
                "received_on": shown_date(one.received_on),
                "due_date": shown_date(one.due_date),
                "is_overdue": one.is_overdue,
                "answerer": one.answerer_name or "",
                "text": one.text,
                "files": one._files_view(),
                "outcome": labels["outcome"].get(one.outcome, ""),
                "answer": one.answer or "",
                "answered_on": one.appraisal_id._shown_day(one.answered_on),
            }
            for one in self.sorted(lambda one: (one.received_on, one.id), reverse=True)
        ]

    @api.model
    def _own_file(self, attachment_id):
        """A file that the current user gave with an objection, or nothing."""
        # sudo: portal users have no right to attachments; the owner is checked below
        file = self.env["ir.attachment"].sudo().browse(attachment_id).exists()
        if file.res_model != self._name:
            return file.browse()
        # sudo: only whose objection it is, is read
        is_own = self.sudo().browse(file.res_id).employee_user_id == self.env.user
        return file if is_own else file.browse()
