from odoo import api, fields, models
from odoo.exceptions import ValidationError


class KpiAssignment(models.Model):
    """Work is given by the catalogue in force in its month (Điều 10, 15.1.a)."""

    _inherit = "kpi.assignment"

    item_domain = fields.Binary(
        compute="_compute_item_domain",
        help="The products that this person may be given in this month.",
    )

    @api.depends("employee_id", "period_id", "is_unlisted")
    def _compute_item_domain(self):
        items = self.env["kpi.catalogue.item"]
        # sudo: only names the products; whoever fills in the form reads them themselves
        for work in self.sudo():
            domain = [("catalogue_id.state", "!=", "draft")]
            if work.employee_id and work.period_id:
                person = work.employee_id._origin
                domain = list(items._usable_domain(person, work.period_id._origin))
            work.item_domain = domain

    @api.constrains("employee_id", "period_id", "item_id")
    def _check_usable(self):
        # sudo: the person and the product may be of an agency that is hidden
        for period, works in self.sudo().grouped("period_id").items():
            places = works.item_id._places_of(works.employee_id, period)
            for work in works:
                person = work.employee_id
                if reason := work.item_id._reason_against(
                    person, period, places[person], work.is_unlisted
                ):
                    raise ValidationError(reason)
