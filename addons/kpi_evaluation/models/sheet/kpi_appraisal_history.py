from odoo import models


class KpiAppraisal(models.Model):
    """The history of a sheet: who moved it on, and from which class to which."""

    _name = "kpi.appraisal"
    _inherit = ["kpi.history.mixin", "kpi.appraisal"]
