from odoo import api, fields, models

from ...regulation.values import exact
from ..base.names import joined
from ..base.paper_text import plain
from ..organisation.hr_version import POSITION_CATEGORIES


class KpiForm(models.Model):
    """Form 01–04 of the general criteria, for one category of people (Điều 7.2)."""

    _name = "kpi.form"
    _description = "Form of General Criteria"
    _inherit = ["kpi.fixed.mixin"]
    _order = "code, date_from desc"

    FIXED_FIELDS = ("company_id",)

    code = fields.Char(required=True)
    name = fields.Char(required=True)
    position_category = fields.Selection(
        POSITION_CATEGORIES, string="For", required=True
    )
    date_from = fields.Date(string="In force from", required=True)
    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        ondelete="restrict",
        help="Empty: for every agency.",
    )
    source = fields.Char(help="The document that the criteria come from.")
    criterion_ids = fields.One2many("kpi.criterion", "form_id")
    max_points = fields.Float(
        compute="_compute_max_points", digits=(16, 4), string="Sum of the criteria"
    )
    active = fields.Boolean(default=True)

    @api.depends("code", "name")
    def _compute_display_name(self):
        for form in self:
            form.display_name = joined(form.code, form.name)

    @api.depends("criterion_ids.max_points", "criterion_ids.parent_id")
    def _compute_max_points(self):
        for form in self:
            leaves = form.criterion_ids._leaves()
            form.max_points = float(sum(exact(leaf.max_points) for leaf in leaves))

    @api.model
    def _in_force(self, day, company):
        """{category: the form in force on a day}; an agency's own form goes first."""
        forms = self.search(
            [("date_from", "<=", day), ("company_id", "in", (False, company.id))]
        )
        ranked = forms.sorted(lambda form: (bool(form.company_id), form.date_from))
        return {form.position_category: form for form in ranked}

    def _reason_against_use(self, rulebook):
        """Why sheets cannot be opened on this form, or ""."""
        self.ensure_one()
        leaves = self.criterion_ids._leaves()
        total = sum(exact(leaf.max_points) for leaf in leaves)
        if total != rulebook.general_max:
            return self.env._(
                "The criteria of form %(form)s sum to %(sum)s points instead of "
                "%(maximum)s (Điều 7.2).",
                form=self.code,
                sum=plain(total),
                maximum=plain(rulebook.general_max),
            )
        for group in self.criterion_ids - leaves:
            points = sum(exact(child.max_points) for child in group.child_ids)
            if points != exact(group.max_points):
                return self.env._(
                    "In form %(form)s the group “%(group)s” differs from the sum of "
                    "its criteria.",
                    form=self.code,
                    group=group.name,
                )
        return ""

    def _appraisal_lines(self):
        """What a sheet copies of each criterion of the form, as plain values."""
        self.ensure_one()
        return [
            {
                "sequence": sequence,
                "code": leaf.code,
                "name": leaf.name,
                "group_code": leaf.parent_id.code,
                "group_name": leaf.parent_id.name,
                "max_points": leaf.max_points,
            }
            for sequence, leaf in enumerate(self.criterion_ids._leaves(), start=1)
        ]
