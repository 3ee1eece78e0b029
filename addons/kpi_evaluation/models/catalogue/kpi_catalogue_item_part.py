from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...folding import fold


class KpiCatalogueItem(models.Model):
    """Whose product it is: of all, of a division, of those who lead (Điều 15.1.a)."""

    _inherit = "kpi.catalogue.item"

    catalogue_state = fields.Selection(
        related="catalogue_id.state", string="State of the catalogue"
    )
    department_id = fields.Many2one(
        "hr.department",
        string="Division",
        compute="_compute_department_id",
        store=True,
        readonly=False,
        precompute=True,
        index="btree_not_null",
        ondelete="restrict",
        domain="[('company_id', '=', company_id)]",
        help="Whose people may be given it, with the units below; empty: all.",
    )
    audience = fields.Selection(
        [("all", "Everybody"), ("leaders", "Leaders")],
        string="For",
        compute="_compute_audience",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
        help="The leaders' part is for heads and deputies only (Điều 12.1).",
    )

    @api.depends("division")
    def _compute_department_id(self):
        units = self._units_by_name()
        for item in self:
            named = fold(item.division or "")
            item.department_id = units.get((item.catalogue_id.company_id, named))

    @api.depends("annex", "catalogue_id.leaders_annex")
    def _compute_audience(self):
        for item in self:
            annex = fold(item.catalogue_id.leaders_annex or "")
            is_theirs = annex and fold(item.annex or "") == annex
            item.audience = "leaders" if is_theirs else "all"

    @api.constrains("department_id")
    def _check_department(self):
        for item in self:
            if item.department_id.company_id not in (
                item.company_id,
                self.env["res.company"],
            ):
                raise ValidationError(
                    self.env._(
                        "The division of %(item)s belongs to another agency.",
                        item=item.display_name,
                    )
                )

    def _part_name(self):
        """Whose product it is, in a word or two; of no product: nothing."""
        selection = dict(self._fields["audience"]._description_selection(self.env))
        unit = self.department_id.name or self.division
        words = [selection["leaders"] if self.audience == "leaders" else "", unit]
        return ", ".join(filter(None, words)) or selection.get(self.audience, "")

    def _units_by_name(self):
        """{(company, folded name): unit} of the agencies of these products."""
        companies = self.catalogue_id.company_id
        if not any(item.division for item in self):
            return {}
        units = self.env["hr.department"].search([("company_id", "in", companies.ids)])
        return {(unit.company_id, fold(unit.name)): unit for unit in units[::-1]}
