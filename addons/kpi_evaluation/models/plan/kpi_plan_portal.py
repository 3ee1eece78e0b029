from odoo import api, fields, models
from odoo.exceptions import UserError

from ..base.paper_text import plain
from ..base.portal_text import shown_date, typed_number


class KpiPlan(models.Model):
    """One's own plan as the portal shows it and takes it, as plain values."""

    _inherit = "kpi.plan"

    @api.model
    def _own_plan_months(self):
        """The months one can plan: those with a plan of one's own, and what is open."""
        today = self.env["kpi.regulation.clause"]._today()
        # sudo: the domain is the owner check
        people, periods = self.env["hr.employee"].sudo(), self.env["kpi.period"].sudo()
        own = people.search([("user_id", "=", self.env.uid)])
        plans = self._own_plans([("scope", "=", "person")])
        months = periods.search(
            [
                ("company_id", "in", own.company_id.ids),
                "|",
                ("date_end", ">=", today),
                ("id", "in", plans.period_id.ids),
            ],
            order="date_start desc",
        )
        by_month = {plan.period_id: plan for plan in plans}
        return [
            {
                "id": month.id,
                "name": month.name,
                "plan": month in by_month and by_month[month]._summary_view(),
            }
            for month in months
        ]

    def _summary_view(self):
        self.ensure_one()
        states = dict(self._fields["state"]._description_selection(self.env))
        return {
            "state": self.state,
            "label": states[self.state],
            "count": self.line_count,
            "worth": plain(self.worth),
            "is_returned": self.state == "draft" and bool(self.return_reason),
        }

    def _employee_view(self):
        """The plan with its work, and what may be done with it."""
        self.ensure_one()
        mine = self.sudo(False)
        steps = ("edit", "copy", "submit")
        reasons = {step: mine._reasons_against(step)[mine] for step in steps}
        lines = self.line_ids.sorted(lambda one: (one.date_deadline, one.id))
        is_draft = self.state == "draft"
        choices = self._choice_views() if not reasons["edit"] else {}
        return (
            self._summary_view()
            | choices
            | self._person_view()
            | {
                "first": fields.Date.to_string(self.date_start),
                "last": fields.Date.to_string(self.date_end),
                "return_reason": self.return_reason if is_draft else "",
                "may_edit": not reasons["edit"],
                "may_submit": not reasons["submit"],
                "hint": reasons["submit"] if is_draft else "",
                "lines": [line._employee_view() for line in lines],
                "extra": [work._extra_view() for work in mine.extra_work_ids],
            }
        )

    def _person_view(self):
        return {
            "name": self.employee_name,
            "job_title": self.job_title or "",
            "unit": self.department_name or "",
            "leader": self.employee_id._kpi_leader_name(),
        }

    def _choice_views(self):
        """What may be added to a draft."""
        return {"sources": self._source_views(), "products": self._product_views()}

    def _source_views(self):
        """What is still left in the plan above, for the person or for anybody."""
        lines = self.parent_id.line_ids.filtered(
            lambda line: (
                line.remaining_quantity
                and line.employee_id in (self.employee_id, line.employee_id.browse())
            )
        )
        return [{"id": line.id, "name": line.display_name} for line in lines]

    def _product_views(self):
        """[(heading, products)] that may be given to the person in the month."""
        # sudo: people in the portal choose among the products of their agency
        person = self.sudo().employee_id
        items = person.env["kpi.catalogue.item"]._usable_for(person, self.period_id)
        items = items[person].filtered("coefficient")
        by_heading = items.grouped(lambda item: item.division or item.annex or "")
        return [
            (heading, [{"id": one.id, "name": one.display_name} for one in some])
            for heading, some in by_heading.items()
        ]

    def _save_typed_line(self, form):
        """Save one line as typed into the portal's form; ``work`` says what it is."""
        values = {
            "quantity": typed_number(form.get("quantity")),
            "date_deadline": form.get("date_deadline") or None,
            "note": (form.get("note") or "").strip(),
            "is_recurring": bool(form.get("is_recurring")),
        }
        if form.get("name"):
            values["name"] = form["name"].strip()
        if form.get("line_id"):
            values["id"] = self._typed_id(form["line_id"])
        else:
            values |= self._typed_work(form.get("work") or "")
        return self.save_lines([values])

    def _typed_work(self, work):
        kind, _dash, number = work.partition("-")
        if kind == "source":
            # sudo: the line above is checked when the new one is made
            source = self.sudo().line_ids.browse(self._typed_id(number)).exists()
            item = source and source._item_within(self)
            return {"source_line_id": source.id, "item_id": item and item.id}
        return {"item_id": self._typed_id(number) if kind == "item" else None}

    def _typed_id(self, text):
        if not text.isascii() or not text.isdigit():
            raise UserError(self.env._("There is no such line in this plan."))
        return int(text)


class KpiPlanLine(models.Model):
    """A line of one's own plan in the portal."""

    _inherit = "kpi.plan.line"

    def _employee_view(self):
        self.ensure_one()
        # sudo: people in the portal do not read the catalogue itself
        product = self.sudo().item_id.product or ""
        return {
            "id": self.id,
            "name": self.name,
            "product": product if product != self.name else "",
            "quantity": plain(self.quantity),
            "done": plain(self.done_quantity),
            "worth": plain(self.worth),
            "day": fields.Date.to_string(self.date_deadline),
            "deadline": shown_date(self.date_deadline),
            "is_recurring": self.is_recurring,
            "note": self.note or "",
            "source": self.source_line_id.plan_id.display_name or "",
        }
