from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...regulation.values import exact
from ..base.paper_text import plain

SCORES = ("difficulty", "process", "coordination", "scope")


class KpiCatalogueItem(models.Model):
    """The four criteria whose sum are a product's points, and the standard product."""

    _inherit = "kpi.catalogue.item"

    scoring = fields.Selection(related="catalogue_id.scoring")
    difficulty = fields.Float(
        string="Difficulty and creativity", digits=(16, 4), aggregator=None
    )
    process = fields.Float(
        string="Process, volume and time", digits=(16, 4), aggregator=None
    )
    coordination = fields.Float(digits=(16, 4), aggregator=None)
    scope = fields.Float(
        string="Scope or approving level", digits=(16, 4), aggregator=None
    )
    points = fields.Float(
        compute="_compute_points", store=True, readonly=False, precompute=True
    )
    is_standard = fields.Boolean(
        string="Standard product",
        copy=False,
        help="All others are converted to it; its coefficient is 1 (Điều 10.2).",
    )

    _scores_are_positive = models.Constraint(
        "CHECK (difficulty >= 0 AND process >= 0 AND coordination >= 0 AND scope >= 0)",
        "A criterion has 0 points or more; 0 means that it is not used.",
    )
    _one_standard = models.UniqueIndex(
        "(catalogue_id) WHERE is_standard",
        "A catalogue has one standard product (Điều 10.2).",
    )

    @api.depends(*SCORES, "catalogue_id.scoring")
    def _compute_points(self):
        for item in self:
            is_scored = item.scoring == "four_criteria" and item._score()
            item.points = float(item._score()) if is_scored else item.points

    def _score(self):
        self.ensure_one()
        return sum(exact(self[name]) for name in SCORES)

    @api.constrains("points", *SCORES)
    def _check_scores(self):
        for item in self._scored_otherwise().filtered(lambda one: one._score()):
            raise ValidationError(
                self.env._(
                    "%(item)s has %(points)s points, but its four criteria sum to "
                    "%(sum)s (Handbook ch. II).",
                    item=item.display_name,
                    points=plain(item.points),
                    sum=plain(item._score()),
                )
            )

    def _scored_otherwise(self):
        """Those whose points are not the sum that their catalogue asks for."""
        scored = self.filtered(lambda item: item.scoring == "four_criteria")
        return scored.filtered(lambda item: item._score() != exact(item.points))

    def action_set_standard(self):
        """Make this the standard product: its points are what others are divided by.

        For HR, in a draft. Raises UserError when the catalogue is approved or the
        product has no points (Điều 10.2).
        """
        self.ensure_one()
        self.check_access("write")
        self.catalogue_id._check_step("edit")
        standards = self.catalogue_id.item_ids.filtered("is_standard")
        standards.is_standard = False
        self.env.flush_all()
        self.is_standard = True
        self.catalogue_id.write(
            {"standard_name": self.name, "standard_points": self.points}
        )
        return True
