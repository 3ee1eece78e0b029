from odoo import api, models
from odoo.fields import Domain

from ..base.paper_text import plain
from ..base.portal_text import shown_date


class KpiPlan(models.Model):
    """Plans that wait for a direct leader without a licence (Điều 2.1)."""

    _inherit = "kpi.plan"

    @api.model
    def _waiting_for_me(self):
        """What was submitted to the current user, and not only shown to them."""
        submitted = Domain("state", "=", "submitted") & self._led()
        # sudo: the domain is that of the leader's record rule
        plans = self.sudo().search(submitted)
        reasons = plans._reasons_against_leader()
        return plans.filtered(lambda one: not reasons[one])

    def _people_views(self):
        return [
            {
                "id": one.id,
                "person": one.employee_name or one.department_name,
                "title": one.display_name,
                "facts": [
                    self.env._("%(count)s products", count=one.line_count),
                    self.env._("%(worth)s standard products", worth=plain(one.worth)),
                ],
                "words": "\n".join(line._people_sentence() for line in one.line_ids),
                "files": [],
                "closed": "",
            }
            for one in self
        ]


class KpiPlanLine(models.Model):
    """A line of a plan, as the leader without a licence reads it."""

    _inherit = "kpi.plan.line"

    def _people_sentence(self):
        self.ensure_one()
        return self.env._(
            "%(work)s: %(quantity)s, by %(day)s",
            work=self.name,
            quantity=plain(self.quantity),
            day=shown_date(self.date_deadline),
        )
