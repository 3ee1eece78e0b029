from odoo import fields, models


class KpiAppraisal(models.Model):
    """The chatter of a sheet belongs to those who judge it, not to who is judged.

    The person may read the sheet before and after, but what is noted while it is
    judged, and how the proposed class changed, never leaves (Điều 16).
    """

    _inherit = "kpi.appraisal"

    # Searching the sheets by their messages finds readable messages only.
    message_ids = fields.One2many(bypass_search_access=False)
    website_message_ids = fields.One2many(bypass_search_access=False)

    def _mail_get_operation_for_mail_message_operation(self, message_operation):
        return dict.fromkeys(self, "write")

    def _message_subscribe(self, partner_ids=None, subtype_ids=None, customer_ids=None):
        for sheet in self:
            # sudo: whose sheet it is, whoever follows it
            person = sheet.sudo().employee_user_id.partner_id
            others = [one for one in partner_ids or () if one != person.id]
            if others:
                super(KpiAppraisal, sheet)._message_subscribe(
                    others, subtype_ids, customer_ids
                )
        return True

    def write(self, vals):
        # Changes by hand are noted, whatever the caller's context says.
        noted = self.with_context(tracking_disable=False, mail_notrack=False)
        return super(KpiAppraisal, noted).write(vals)
