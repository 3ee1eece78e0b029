from odoo import fields, models


class KpiComplaintReporter(models.Model):
    """Who made a report, for the provincial inspector alone (Điều 20.5).

    No field leads here from anywhere, so that no search, export or grouping of another
    model can pass through it.
    """

    _name = "kpi.complaint.reporter"
    _description = "Shielded Reporter"
    _log_access = False
    _rec_name = "complaint_id"

    complaint_id = fields.Many2one(
        "kpi.complaint", required=True, index=True, ondelete="restrict"
    )
    user_id = fields.Many2one(
        "res.users", string="Reporter", required=True, index=True, ondelete="restrict"
    )
