from odoo.exceptions import UserError
from odoo.http import request, route

from .portal_people import PEOPLE, KpiPortalPeople

GIVE = f"{PEOPLE}/give"
WORK = f"{PEOPLE}/<int:period_id>/work"


class KpiPortalPeopleWork(KpiPortalPeople):
    """Giving work to one's people and following it; every rule lives in the models."""

    @route(
        [GIVE, f"{GIVE}/<int:period_id>"],
        type="http",
        auth="user",
        website=True,
        methods=["GET", "POST"],
    )
    def give(self, period_id=None, **form):
        people = request.env["kpi.people"]
        period = people._giving_month(period_id)
        if not period:
            return request.redirect(GIVE if period_id else PEOPLE)
        place = f"{GIVE}/{period.id}"
        if request.httprequest.method == "GET":
            notice = self._notice(place)
            return self._render_giving(period, notice, form)
        try:
            with request.env.cr.savepoint():
                given = people._give_typed(period, form)
        except UserError as error:
            if self._answered_before(place):
                return request.redirect(f"{place}#kpi-notice")
            notice = {"place": place, "error": str(error)}
            return self._render_giving(period, notice, form)
        return self._done(place, "give", {"given": given})

    def _render_giving(self, period, notice, typed):
        view = request.env["kpi.people"]._giving_view(period, typed)
        month = {"id": period.id, "name": period.name}
        values = {"giving": view, "month": month, "notice": notice, "typed": typed}
        return self._page("portal_people_give", values)

    @route(WORK, type="http", auth="user", website=True, methods=["GET", "POST"])
    def people_work(self, period_id, **form):
        people = request.env["kpi.people"]
        period = people._work_month(period_id)
        if not period:
            return request.redirect(PEOPLE)
        place = f"{PEOPLE}/{period.id}/work"
        if request.httprequest.method == "GET":
            return self._render_work(period, self._notice(place), {})
        try:
            with request.env.cr.savepoint():
                people._close_typed(period, form)
        except UserError as error:
            if self._answered_before(place):
                return request.redirect(f"{place}#kpi-notice")
            notice = {"place": place, "error": str(error)}
            return self._render_work(period, notice, form)
        return self._done(place, form.get("take", "").partition("-")[0])

    def _render_work(self, period, notice, typed):
        people = request.env["kpi.people"]
        values = {
            "month": {"id": period.id, "name": period.name},
            "led": people._work_views(period),
            "gives": period in people._giving_months(),
            "notice": notice,
            "typed": typed,
        }
        return self._page("portal_people_work_of_month", values)
