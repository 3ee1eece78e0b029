from odoo import api, models
from odoo.exceptions import UserError


class KpiPlan(models.Model):
    """One's own plan, also for people without an internal licence (Điều 2.1).

    They have no right to write; each method here checks that the plan is theirs and
    still a draft, by the same step as the screens.
    """

    _inherit = "kpi.plan"

    # What of a line its maker gives; the rest follows.
    LINE_FIELDS = (
        "item_id",
        "name",
        "quantity",
        "date_deadline",
        "role",
        "is_recurring",
        "note",
        "source_line_id",
    )

    @api.model
    def open_own(self, period_id):
        """Return the id of the current user's own plan of a month, made if missing.

        Recurring products of the last approved month are in a new one. Raises
        UserError when there is no such month or the user works in no agency that has
        it.
        """
        # sudo: the domain and the comparison are the owner check
        periods, people = self.env["kpi.period"].sudo(), self.env["hr.employee"].sudo()
        is_id = isinstance(period_id, int) and not isinstance(period_id, bool)
        period = periods.browse(period_id if is_id else ()).exists()
        own = people.search(
            [
                ("user_id", "=", self.env.uid),
                ("company_id", "in", period.company_id.ids),
            ],
            limit=1,
        )
        if not own:
            raise UserError(
                self.env._("There is no such month in an agency where you work.")
            )
        return self._open_months(period, own).id

    def save_lines(self, lines):
        """Save work of one's own draft; return the ids of its lines in that order.

        ``lines``: dicts with ``item_id``, ``quantity`` (in products, may be a
        fraction), ``date_deadline``, and if wanted ``name``, ``role``,
        ``is_recurring``, ``note``, ``source_line_id``; with the ``id`` of a line of
        this plan they change it. Lines not named stay. All or nothing: UserError says
        what is wrong.
        """
        self.ensure_one()
        self._check_step("edit")
        if not isinstance(lines, list | tuple) or not all(
            isinstance(values, dict) for values in lines
        ):
            raise UserError(
                self.env._("Work is given as a list of lines, each with its fields.")
            )
        with self.env.cr.savepoint():
            return [self._save_line(values) for values in lines]

    def _save_line(self, values):
        line = self._own_lines([values["id"]]) if values.get("id") else None
        given = {name: value for name, value in values.items() if name != "id"}
        unknown = set(given) - set(self.LINE_FIELDS)
        if unknown:
            raise UserError(
                self.env._(
                    "“%(field)s” is not given with a line of a plan.",
                    field=min(unknown, key=str),
                )
            )
        if line:
            line.write(given)
            return line.id
        if not given.get("item_id"):
            raise UserError(
                self.env._("Choose a product of the catalogue (Điều 15.1.a).")
            )
        # sudo: people in the portal have no right to write; the step is their right
        lines = self.env["kpi.plan.line"].sudo()
        return lines.create(given | {"plan_id": self.id}).id

    def remove_lines(self, line_ids):
        """Withdraw lines of one's own draft. UserError for those of another plan."""
        self.ensure_one()
        self._check_step("edit")
        return self._own_lines(line_ids).unlink()

    def _own_lines(self, line_ids):
        # sudo: people in the portal have no right to write; the step is their right
        own = self.sudo().line_ids
        ids = line_ids if isinstance(line_ids, list | tuple) else [line_ids]
        lines = own.filtered(lambda line: line.id in ids)
        if len(lines) != len(set(map(str, ids))):
            raise UserError(self.env._("There is no such line in this plan."))
        return lines

    def _own_plans(self, domain=()):
        """The current user's own plans."""
        # sudo: the domain is the owner check
        return self.sudo().search([("employee_user_id", "=", self.env.uid), *domain])
