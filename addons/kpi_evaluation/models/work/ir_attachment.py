from odoo import models


class IrAttachment(models.Model):
    """Evidence: read by whom the hand-in or the cause is for, changed by nobody."""

    _inherit = "ir.attachment"

    def _inaccessible_comodel_records(self, model_and_ids, operation):
        yield from super()._inaccessible_comodel_records(model_and_ids, operation)
        if operation != "read" and not self.env.su:
            for model in ("kpi.delivery", "kpi.cause"):
                for record in model_and_ids.get(model, ()):
                    yield model, record
