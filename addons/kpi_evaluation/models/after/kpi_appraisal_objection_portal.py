from odoo import models

from ..base.portal_text import shown_date


class KpiAppraisal(models.Model):
    """Objections and annulled versions as the person sees them in the portal."""

    _inherit = "kpi.appraisal"

    def _employee_view(self, typed=None):
        annulled = self._own_annulled()
        # sudo: what this very person said against any version of the month's sheet
        objections = (self | annulled).sudo().objection_ids
        return super()._employee_view(typed) | {
            "may_object": self._may("object"),
            "objections": objections._employee_view(),
            "annulled": [one._annulled_view() for one in annulled],
        }

    def _own_annulled(self):
        """The person's annulled versions of this month that had been published."""
        # sudo: of this very person, and shown to them before
        return self.sudo().search(
            [
                ("employee_id", "=", self.employee_id.id),
                ("period_id", "=", self.period_id.id),
                ("state", "=", "annulled"),
                ("published_on", "!=", False),
            ]
        )

    def _annulled_view(self):
        self.ensure_one()
        causes = dict(self._fields["annulment_cause"]._description_selection(self.env))
        day = shown_date(self.annulment_document_date)
        parts = (causes.get(self.annulment_cause), self.annulment_document, day)
        return {
            "id": self.id,
            "annulled_on": self._shown_day(self.annulled_on),
            "cause": " · ".join(filter(None, parts)),
            "reason": self.annulment_reason or "",
        }
