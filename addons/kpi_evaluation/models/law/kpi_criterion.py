from odoo import api, fields, models
from odoo.exceptions import ValidationError


class KpiCriterion(models.Model):
    """A general criterion of a form, or a group of them (Phụ lục 1)."""

    _name = "kpi.criterion"
    _description = "General Criterion"
    _inherit = ["kpi.fixed.mixin"]
    _order = "form_id, sequence, id"

    FIXED_FIELDS = ("form_id",)

    form_id = fields.Many2one("kpi.form", required=True, ondelete="cascade", index=True)
    parent_id = fields.Many2one(
        "kpi.criterion",
        string="Group",
        ondelete="cascade",
        index=True,
        domain="[('form_id', '=', form_id), ('parent_id', '=', False)]",
    )
    child_ids = fields.One2many("kpi.criterion", "parent_id")
    sequence = fields.Integer(default=10)
    code = fields.Char(required=True, help="Its number on the form: I, I.1 …")
    name = fields.Char(string="Criterion", required=True)
    max_points = fields.Float(
        string="Maximum", digits=(16, 4), required=True, aggregator=None
    )

    _points_are_positive = models.Constraint(
        "CHECK (max_points > 0)", "A criterion's maximum must be above 0."
    )

    @api.constrains("parent_id", "form_id")
    def _check_group(self):
        for criterion in self.filtered("parent_id"):
            if criterion.parent_id.form_id != criterion.form_id:
                raise ValidationError(
                    self.env._(
                        "The group of “%(criterion)s” belongs to another form.",
                        criterion=criterion.name,
                    )
                )

    def _leaves(self):
        """The criteria that points are given for: those that are no group."""
        return self.filtered(lambda criterion: not criterion.child_ids)
