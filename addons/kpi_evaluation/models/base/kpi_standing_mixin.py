from odoo import api, models
from odoo.exceptions import UserError

# Talking about a record and being reminded of it changes nothing of it.
BESIDE = ("message_", "activity_")


class KpiStandingMixin(models.AbstractModel):
    """What an agency approves by decision: it changes as a draft, then it stands.

    Catalogues (Điều 10) and what additional income is paid by (Điều 17). Nobody makes
    one that is approved already, changes it or removes it; only its steps go on.
    """

    _name = "kpi.standing.mixin"
    _description = "Stands Once Approved"
    _inherit = ["kpi.workflow.mixin"]

    def _sentence_of_frozen(self):
        """Why an approved record does not change, and what to do instead."""
        raise NotImplementedError

    def _sentence_of_kept(self):
        """Why an approved record is not removed."""
        return self._sentence_of_frozen()

    def _check_draft(self):
        """Refuse, whoever asks, unless these are drafts."""
        for record in self._standing():
            raise UserError(record._sentence_of_frozen())

    def _standing(self):
        return self.filtered(lambda one: one.state != "draft")

    @api.model_create_multi
    def create(self, vals_list):
        records = super().create(vals_list)
        records._check_draft()
        return records

    def write(self, vals):
        if any(not name.startswith(BESIDE) for name in vals):
            self._check_draft()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_only_drafts(self):
        for record in self._standing():
            raise UserError(record._sentence_of_kept())
