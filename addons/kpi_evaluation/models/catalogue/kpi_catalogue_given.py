from dateutil.relativedelta import relativedelta

from odoo import fields, models


class KpiCatalogue(models.Model):
    """A version beside the work that was given: what it may still change."""

    _inherit = "kpi.catalogue"

    unlisted_count = fields.Integer(
        string="Outside the catalogue",
        compute="_compute_unlisted_count",
        help="Work that waits to be taken up by a version (Handbook ch. V).",
    )

    def _compute_unlisted_count(self):
        counts = dict(
            self.env["kpi.assignment"]._read_group(
                [("company_id", "in", self.company_id.ids), *self._waiting_work()],
                ["company_id"],
                ["__count"],
            )
        )
        for catalogue in self:
            catalogue.unlisted_count = counts.get(catalogue.company_id, 0)

    def _waiting_work(self):
        return [("is_unlisted", "=", True), ("listed_item_id", "=", False)]

    def _reason_of_given_work(self):
        given = self._months_of_others("kpi.assignment", "period_id")
        # A plan of a quarter or a year binds no month yet: its months draw from it.
        planned = self._months_of_others(
            "kpi.plan.line",
            "plan_id.period_id",
            [("plan_id.state", "in", ("submitted", "approved"))],
        )
        months = sorted((given | planned).mapped("date_end"))
        if not months:
            return ""
        sentence = self.env._(
            "Work of %(months)s was already given by the version before. Let this one "
            "begin on %(day)s, or take that work back first (Điều 10, 15.1)."
        )
        if planned - given:
            sentence = self.env._(
                "%(months)s is already planned by the version before. Let this one "
                "begin on %(day)s, or have the plans that still wait for approval "
                "given back first (Điều 10, 15.1)."
            )
        return sentence % {
            "months": ", ".join(f"{month:%m/%Y}" for month in months),
            "day": f"{months[-1] + relativedelta(days=1):%d/%m/%Y}",
        }

    def _months_of_others(self, model, month, domain=()):
        """The months from this version's on with products of another version."""
        # sudo: whoever keeps the catalogue may not read all work that it concerns
        found = self.env[model].sudo()
        groups = found._read_group(
            [
                ("company_id", "=", self.company_id.id),
                (f"{month}.date_start", ">=", self.date_from),
                ("item_id.catalogue_id", "!=", self.id),
                *domain,
            ],
            [month],
        )
        # sudo: as above
        return self.env["kpi.period"].sudo().union(*(one for (one,) in groups))
