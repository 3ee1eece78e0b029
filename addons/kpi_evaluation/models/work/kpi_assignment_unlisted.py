from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...folding import fold


class KpiAssignment(models.Model):
    """Work that the catalogue lacks, given by likeness to a product (Handbook ch. V).

    It has its own name and the coefficient of the product it is likened to; it waits
    in a list until the next version of the catalogue takes it up.
    """

    _inherit = "kpi.assignment"

    is_unlisted = fields.Boolean(
        string="Outside the catalogue",
        help="Give it its own name and choose the product that it is most like: its "
        "coefficient is taken (Handbook ch. V).",
    )
    listed_item_id = fields.Many2one(
        "kpi.catalogue.item",
        string="Taken up as",
        index="btree_not_null",
        ondelete="restrict",
        copy=False,
        help="The product of a later version that this work became.",
    )

    @api.depends("item_id", "is_unlisted")
    def _compute_name(self):
        unlisted = self.filtered("is_unlisted")
        for work in unlisted:
            is_own = fold(work.name or "") != fold(work.item_id.name or "")
            work.name = is_own and work.name
        return super(KpiAssignment, self - unlisted)._compute_name()

    @api.depends("item_id", "name", "is_unlisted")
    def _compute_copies(self):
        for work in self.filtered("is_unlisted"):
            work.product = work.product or work.name
        return super()._compute_copies()

    @api.constrains("is_unlisted", "name", "item_id")
    def _check_own_name(self):
        for work in self.filtered("is_unlisted"):
            if fold(work.name or "") in ("", fold(work.item_id.name)):
                raise ValidationError(
                    self.env._(
                        "Work outside the catalogue has a name of its own, not that of "
                        "the product it is likened to (Handbook ch. V)."
                    )
                )

    def _derived_fields(self):
        """Nobody types what a version took up: adding to the draft writes it."""
        return super()._derived_fields() | {"listed_item_id"}
