from odoo import api, fields, models
from odoo.exceptions import ValidationError


class KpiBegunMonthMixin(models.AbstractModel):
    """What is reported of a month, named by its first day, once it has begun.

    From outside this system: a person's result brought along (NĐ 335 Điều 19.1), an
    agency's numbers (Điều 20.3).
    """

    _name = "kpi.begun.month.mixin"
    _description = "Reported of a Month"

    date_start = fields.Date(string="Month", required=True)

    @api.constrains("date_start")
    def _check_month(self):
        today = self.env["kpi.regulation.clause"]._today()
        for month in self:
            if month.date_start.day != 1 or month.date_start > today:
                raise ValidationError(
                    self.env._("Type the first day of a month that has begun.")
                )
