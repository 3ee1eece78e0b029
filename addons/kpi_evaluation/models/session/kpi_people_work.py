from odoo import api, models
from odoo.exceptions import UserError

from ...folding import fold


class KpiPeople(models.AbstractModel):
    """The work of one's people in a month, followed without a licence (Điều 15.1)."""

    _inherit = "kpi.people"

    @api.model
    def _work_month(self, period_id):
        """A month in which the current user judges somebody or gives work, or none."""
        months = self._months() | self._giving_months()
        return months.filtered(lambda one: one.id == period_id)

    @api.model
    def _work_views(self, period):
        """The work of each person in a month; also of those who were given none."""
        works = self.env["kpi.assignment"]._of_my_people(period)
        views = works._led_views()
        idle = self._led_people(period.company_id) - works.employee_id
        views += [
            {"id": one.id, "person": one.name, "works": [], **works[:0]._led_sums()}
            for one in idle
        ]
        return sorted(views, key=lambda view: fold(view["person"]))

    @api.model
    def _close_typed(self, period, form):
        """Take work back as typed: the step is "cancel-id" or "hand_back-id"."""
        step, _dash, number = (form.get("take") or "").partition("-")
        works = self.env["kpi.assignment"]
        mine = works._of_my_people(period).filtered_domain(works._given_by_me())
        work = mine.filtered(lambda one: str(one.id) == number)
        if step not in ("cancel", "hand_back") or not work:
            raise UserError(self._sentence_of_gone())
        work._take_led_step(step, form.get(f"reason_{number}") or "")


class KpiAppraisal(models.Model):
    """The way from a person's sheet to the work they are given."""

    _inherit = "kpi.appraisal"

    def _judge_view(self, typed=None):
        people = self.env["kpi.people"]
        is_open = self.state == "draft" and self.period_id in people._giving_months()
        return super()._judge_view(typed) | {
            "person_id": self.employee_id.id,
            "gives": is_open and self.employee_id in people._led_people(),
        }
