from odoo import api, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from ...folding import fold
from ..base.portal_text import typed_number

ORIGINS = ("plan", "adhoc")
CHOSEN = ("origin", "responsibility", "role")
CHOICES_LIMIT = 20


class KpiPeople(models.AbstractModel):
    """Giving work to one's people without a licence (Điều 2.1, 10, 15.1)."""

    _inherit = "kpi.people"

    @api.model
    def _led_people(self, company=None):
        """Those whom the current user gives work to, as the record rule says."""
        delegations = self.env["kpi.delegation"]
        own = delegations._own_employees()
        # sudo: names of those whose evaluator one is or stands in for
        people = self.env["hr.employee"].sudo().browse(delegations._led_by_me()) - own
        return people.filtered(
            lambda one: one.active and (not company or one.company_id == company)
        ).sorted(lambda one: fold(one.name))

    @api.model
    def _giving_months(self):
        """The months that are not over, of the agencies of one's people."""
        today = self.env["kpi.regulation.clause"]._today()
        # sudo: whoever gives work in a month may know it
        months = self.env["kpi.period"].sudo()
        return months.search(
            [
                ("company_id", "in", self._led_people().company_id.ids),
                ("date_end", ">=", today),
                ("state", "=", "open"),
            ],
            order="date_start, company_id",
        )

    @api.model
    def _month_view(self, period):
        months = self._giving_months()
        return super()._month_view(period) | {
            "gives": bool(months),
            "gives_in": period.id if period in months else months[:1].id,
        }

    @api.model
    def _giving_month(self, period_id=None):
        """The month that was asked for, or the first that is not over."""
        months = self._giving_months()
        return months.filtered(lambda one: period_id in (None, one.id))[:1]

    @api.model
    def _giving_view(self, period, typed):
        """The form, with what was typed into one that was refused."""
        people = self._led_people(period.company_id)
        works = self.env["kpi.assignment"]
        closed = self._closed_for(people, period)
        return {
            "months": [
                {"id": one.id, "name": one.name} for one in self._giving_months()
            ],
            "days": {"first": str(period.date_start), "last": str(period.date_end)},
            "people": [
                {
                    "id": one.id,
                    "name": one.name,
                    "job_title": one.job_title or "",
                    "closed": closed.get(one, ""),
                    "is_ticked": f"person_{one.id}" in typed,
                }
                for one in people
            ],
            "products": self._products_of(people, period).mapped("display_name"),
            "found": self._found_products(people, period, typed),
            "choices": {name: self._choices_of(name) for name in CHOSEN},
            "count": works._given_by_hand(period),
        }

    @api.model
    def _closed_for(self, people, period):
        """{person: in what state their sheet is}, of those whose plan stands."""
        sheets = self.env["kpi.appraisal"]._sheets_of(
            {(one.id, period.id) for one in people}
        )
        states = dict(sheets._fields["state"]._description_selection(self.env))
        return {
            sheet.employee_id: states[sheet.state]
            for sheet in sheets
            if sheet.state != "draft"
        }

    @api.model
    def _choices_of(self, name):
        field = self.env["kpi.assignment"]._fields[name]
        pairs = field._description_selection(self.env)
        return [one for one in pairs if name != "origin" or one[0] in ORIGINS]

    @api.model
    def _products_of(self, people, period):
        """What some of these people may be given in a month."""
        items = self.env["kpi.catalogue.item"]
        usable = items._usable_for(people, period) if people else {}
        # sudo: the catalogue of an agency holds for those who give work by it
        found = items.sudo().union(*usable.values())
        return found.filtered(lambda one: one.coefficient > 0)

    @api.model
    def _found_products(self, people, period, typed):
        """[(id, name)] to choose from, where several fit what was typed."""
        found = self._products_of(people, period)._named(typed.get("item"))
        if len(found) < 2:
            return []
        return [(one.id, one.display_name) for one in found[:CHOICES_LIMIT]]

    @api.model
    def _give_typed(self, period, form):
        """Give as typed into the form; return what was given to whom, in words."""
        self._check_shown(period, form)
        people = self._ticked_people(period, form)
        common = {
            "period_id": period.id,
            "item_id": self._chosen_product(people, period, form).id,
            "name": (form.get("name") or "").strip(),
            "quantity": typed_number(form.get("quantity")),
            "date_deadline": self.env["kpi.assignment"]._day(form.get("date_deadline")),
            **{name: self._chosen(name, form) for name in CHOSEN},
        }
        works = self.env["kpi.assignment"]._give_to_my_people(
            [common | {"employee_id": one.id} for one in people]
        )
        return self.env._(
            "Given: “%(work)s”, to %(people)s.",
            work=works[0].name,
            people=", ".join(people.mapped("name")),
        )

    @api.model
    def _check_shown(self, period, form):
        """One form gives once; of two at the same moment the later sees the first."""
        self.env.cr.execute(
            SQL(
                "UPDATE hr_employee SET write_uid = write_uid WHERE user_id = %s",
                self.env.uid,
            )
        )
        given = self.env["kpi.assignment"]._given_by_hand(period)
        if form.get("count") != str(given):
            raise UserError(
                self.env._(
                    "You have given work since you opened this page. Look at the list, "
                    "then give what is still missing."
                )
            )

    @api.model
    def _ticked_people(self, period, form):
        people = self._led_people(period.company_id)
        ticked = {name for name in form if name.startswith("person_")}
        chosen = people.filtered(lambda one: f"person_{one.id}" in ticked)
        if len(chosen) != len(ticked):
            raise UserError(
                self.env._(
                    "Somebody you ticked is no longer among the people you give work "
                    "to (Điều 6.2). Look at the list as it is now."
                )
            )
        if not chosen:
            raise UserError(
                self.env._("Tick who does it: one person or several (Điều 2.1).")
            )
        return chosen

    @api.model
    def _chosen_product(self, people, period, form):
        """The product that was typed, or chosen among those that fit."""
        found = self._products_of(people, period)._named(form.get("item"))
        chosen = found.filtered(lambda one: str(one.id) == form.get("item_id"))
        if len(found) > 1 and not chosen:
            raise UserError(
                self.env._(
                    "%(count)s products fit “%(text)s”. Choose one below, or type more "
                    "of its name.",
                    count=len(found),
                    text=form.get("item"),
                )
            )
        if not found:
            raise UserError(
                self.env._(
                    "No product that these people may be given is called “%(text)s” "
                    "(Điều 10, 15.1.a). Type a part of its name or its code.",
                    text=form.get("item") or "",
                )
            )
        return chosen or found

    @api.model
    def _chosen(self, name, form):
        """A choice of the form; what is none of them is the first, as if left alone."""
        codes = [code for code, _label in self._choices_of(name)]
        return form.get(name) if form.get(name) in codes else codes[0]
