from odoo import models

from .task_row import Outcome


class KpiTaskIntake(models.AbstractModel):
    """What becomes of one row, and why it is refused (Điều 15.1)."""

    _inherit = "kpi.task.intake"

    # What a task may still change in, once it was given.
    CHANGEABLE = ("name", "quantity", "date_deadline")

    def _outcome(self, row, known, seen):
        outcome = Outcome(row, "new", list(row.problems))
        if row.problems:
            outcome.kind = "error"
        person = self._person_of(outcome, known)
        period = self._period_of(outcome, known)
        item = self._item_of(outcome, known, period)
        if person and period:
            reason = known.giveable.get((person.id, period.id))
            if reason:
                outcome.refuse("staff_code", reason)
        self._refuse_repeated(outcome, seen)
        if outcome.kind == "error":
            return outcome
        outcome.values = {
            "employee_id": person.id,
            "period_id": period.id,
            "item_id": item.id,
            "name": row.name or item.name,
            "quantity": row.quantity,
            "date_deadline": row.deadline,
            "origin": row.origin,
        }
        self._compare(outcome, known)
        return outcome

    def _person_of(self, outcome, known):
        code = outcome.row.staff_code
        person = known.people.get(code.casefold())
        if code and not person:
            outcome.refuse(
                "staff_code",
                self.env._(
                    "Nobody of the agency has the staff code “%(code)s”. The HR "
                    "officer enters it in the personnel file.",
                    code=code,
                ),
            )
        if person and person.user_id == self.env.user:
            outcome.refuse(
                "staff_code",
                self.env._("Nobody gives work to themselves (Điều 6.2, 15.1)."),
            )
        return person

    def _period_of(self, outcome, known):
        row = outcome.row
        period = known.periods.get(row.first_day)
        if row.first_day and not period:
            outcome.refuse(
                "month",
                self.env._(
                    "The agency has no month %(month)s yet; the HR officer adds it "
                    "(Điều 16).",
                    month=f"{row.first_day:%m/%Y}",
                ),
            )
        day = row.deadline
        if period and day and not period.date_start <= day <= period.date_end:
            outcome.refuse(
                "deadline",
                self.env._(
                    "The deadline %(day)s does not lie in the month %(month)s "
                    "(Điều 15.1.b).",
                    day=f"{day:%d/%m/%Y}",
                    month=period.name,
                ),
            )
        return period

    def _products_in_force(self, code, known, period):
        return [
            one
            for one in known.products.get(code.casefold(), ())
            if not period or one.catalogue_id._covers(period.date_start)
        ]

    def _item_of(self, outcome, known, period):
        """The product of the version that is in force in the month."""
        code = outcome.row.product_code
        fit = self._products_in_force(code, known, period)
        if code and not fit:
            outcome.refuse("product_code", self._sentence_of_no_product(code))
        if fit and fit[0].coefficient <= 0:
            outcome.refuse(
                "product_code",
                self.env._(
                    "The product “%(code)s” has no coefficient; it cannot be assigned "
                    "(Điều 15.1.b).",
                    code=code,
                ),
            )
        return fit[0] if fit else None

    def _sentence_of_no_product(self, code):
        return self.env._(
            "The agency's catalogue has no product “%(code)s” (Điều 10.4).", code=code
        )

    def _refuse_repeated(self, outcome, seen):
        row = outcome.row
        keys = {
            "ref": row.ref and ("ref", row.ref),
            "task_id": row.task_id and ("id", row.task_id),
        }
        if not row.ref and not row.task_id:
            named = (row.staff_code.casefold(), row.product_code.casefold(), row.name)
            keys = {"name": (*named, row.origin, row.first_day)}
        for name, key in keys.items():
            earlier = key and seen.setdefault(key, row.number)
            if key and earlier != row.number:
                outcome.refuse(
                    name,
                    self.env._(
                        "The same task is in row %(row)s already. Put the quantities "
                        "together, or name the two differently.",
                        row=earlier,
                    ),
                )

    def _compare(self, outcome, known):
        """Find the work that the row speaks of, and what it would change there."""
        row, values = outcome.row, outcome.values
        work = known.by_ref.get(row.ref) or known.by_id.get(row.task_id)
        if row.task_id and not known.by_id.get(row.task_id):
            outcome.refuse(
                "task_id",
                self.env._(
                    "The agency has no task of the number %(number)s. Leave it blank "
                    "for new work.",
                    number=row.task_id,
                ),
            )
        elif work:
            self._compare_with(outcome, work, known)
        elif row.ref:
            values["external_ref"] = row.ref
        else:
            self._compare_with_twins(outcome, known)

    def _compare_with(self, outcome, work, known):
        values = outcome.values
        outcome.record_id = work.id
        fixed = ("employee_id", "period_id", "item_id", "origin")
        if any(self._differs(work, name, values[name]) for name in fixed):
            outcome.refuse(
                "ref",
                self.env._(
                    "This task was given already to another person, or with another "
                    "product, month or origin; these do not change (Điều 15.1). Take "
                    "the work back in the software, or send it as a new task."
                ),
            )
            return
        changes = {
            name: values[name]
            for name in self.CHANGEABLE
            if self._differs(work, name, values[name])
        }
        if changes and work.id not in known.writable:
            outcome.refuse(
                "ref", self.env._("Only who gave this task may change it (Điều 6.2).")
            )
            return
        outcome.kind, outcome.values = ("changed" if changes else "unchanged"), changes

    def _differs(self, work, name, value):
        field = work._fields[name]
        return field.convert_to_cache(value, work) != field.convert_to_cache(
            work[name], work
        )

    def _compare_with_twins(self, outcome, known):
        """Work without a name of its own is the same when all of it is the same."""
        values = outcome.values
        identity = ("employee_id", "period_id", "item_id", "name", "origin")
        twins = known.by_month.get(tuple(values[name] for name in identity), ())
        for work in twins:
            if not any(self._differs(work, name, values[name]) for name in values):
                outcome.kind, outcome.record_id = "unchanged", work.id
                return
        if twins:
            outcome.refuse(
                "name",
                self.env._(
                    "This person already has this product in the month, with another "
                    "quantity or deadline. Give its task number to change it, or "
                    "another name to add a second one."
                ),
            )
