from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import SQL

from ...regulation.values import exact
from ..base.paper_text import plain

# From the widest to the narrowest; a person's month lies below the unit's.
LEVELS = [("unit", "year"), ("unit", "quarter"), ("unit", "month"), ("person", "month")]


class KpiPlan(models.Model):
    """A plan draws from the nearest approved one above it (Điều 2.1, 15.1.a).

    A person's month from the unit's month, that from the unit's quarter, that from its
    year; where one is missing, from the next above.
    """

    _inherit = "kpi.plan"

    parent_id = fields.Many2one(
        "kpi.plan", "Draws from", compute="_compute_parent_id", ondelete="restrict"
    )

    @api.depends("department_id", "scope", "span", "date_start", "date_end")
    def _compute_parent_id(self):
        above = self._plans_above()
        for plan in self:
            plan.parent_id = above[plan]

    def _plans_above(self):
        """{plan: the nearest approved plan above it, or none}."""
        placed = self.filtered(lambda one: one.department_id and one.date_start)
        by_unit = placed._approved_around().grouped("department_id")
        above = dict.fromkeys(self, self.browse())
        for plan in placed:
            wider = by_unit.get(plan.department_id._origin, self.browse())
            wider = wider.filtered(lambda one, plan=plan: one._covers(plan))
            above[plan] = wider.sorted(lambda one: -one._level())[:1]
        return above

    def _approved_around(self):
        """The approved plans of these units at this time."""
        if not self:
            return self
        # sudo: what a plan draws from is known to whoever reads the plan
        found = self.sudo().search(
            [
                ("employee_id", "=", False),
                ("department_id", "in", self.department_id.ids),
                ("state", "=", "approved"),
                ("date_start", "<=", max(self.mapped("date_start"))),
                ("date_end", ">=", min(self.mapped("date_end"))),
            ]
        )
        return found.with_env(self.env)

    def _level(self):
        return LEVELS.index((self.scope or "person", self.span or "month"))

    def _covers(self, plan):
        return (
            self._level() < plan._level()
            and self.date_start <= plan.date_start
            and plan.date_end <= self.date_end
        )


class KpiPlanLine(models.Model):
    """A line may be drawn from one above, by parts within the whole (Điều 15.1.c)."""

    _inherit = "kpi.plan.line"

    source_line_id = fields.Many2one(
        "kpi.plan.line",
        string="Drawn from",
        ondelete="restrict",
        index="btree_not_null",
        help="The line of the plan above; all parts together make at most its whole.",
    )
    drawn_line_ids = fields.One2many("kpi.plan.line", "source_line_id")
    remaining_quantity = fields.Float(
        "Not drawn yet",
        compute="_compute_remaining_quantity",
        digits=(16, 4),
        help="What nobody has taken into a plan below yet.",
    )

    @api.depends("quantity", "drawn_line_ids.quantity")
    def _compute_remaining_quantity(self):
        drawn = self._drawn()
        for line in self:
            left = exact(line.quantity) - exact(drawn.get(line._origin.id, 0))
            line.remaining_quantity = float(max(left, 0))

    @api.depends("name", "remaining_quantity", "plan_scope")
    def _compute_display_name(self):
        for line in self:
            line.display_name = line.name or ""
            if line.plan_scope == "unit" and line.plan_state == "approved":
                line.display_name = self.env._(
                    "%(work)s (%(left)s left)",
                    work=line.name,
                    left=plain(line.remaining_quantity),
                )

    def _drawn(self):
        """{line id: how much of it stands in plans below}."""
        # sudo: parts that others drew count as well
        groups = self.sudo()._read_group(
            [("source_line_id", "in", self._origin.ids)],
            ["source_line_id"],
            ["quantity:sum"],
        )
        return {line.id: quantity for line, quantity in groups}

    @api.onchange("source_line_id")
    def _onchange_source_line_id(self):
        source = self.source_line_id
        if source:
            self.item_id = source._item_within(self.plan_id)
            self.name, self.role = source.name, "direct"
            self.quantity = source.remaining_quantity
            if source.date_deadline <= self.plan_id.date_end:
                self.date_deadline = source.date_deadline

    @api.constrains("source_line_id", "quantity", "item_id", "plan_id", "employee_id")
    def _check_source(self):
        # sudo: the line above may be of a unit that is hidden
        lines = self.sudo().filtered("source_line_id")
        above = lines.plan_id._plans_above()
        for line in lines:
            line._check_drawn_from(above[line.plan_id])
        lines.source_line_id._check_not_overdrawn()

    def _check_drawn_from(self, above):
        source, person = self.source_line_id, self.plan_id.employee_id
        person = person or self.employee_id
        sentence = ""
        if source.plan_id != above:
            sentence = self.env._(
                "“%(work)s” can only be drawn from the approved plan above: %(plan)s "
                "(Điều 15.1.a).",
                work=self.name,
                plan=above.display_name or self.env._("there is none yet"),
            )
        elif source.item_id._like() != self.item_id._like():
            sentence = self.env._(
                "“%(work)s” is another product than the line it is drawn from "
                "(Điều 15.1.c).",
                work=self.name,
            )
        elif person and source.employee_id not in (person, person.browse()):
            sentence = self.env._(
                "“%(work)s” is to be done by %(person)s (Điều 2.1).",
                work=source.name,
                person=source.employee_id.name,
            )
        if sentence:
            raise ValidationError(sentence)

    def _check_not_overdrawn(self):
        if not self:
            return
        # Of parts drawn at the same moment the later ones start again and see the
        # first.
        ids = tuple(self.ids)
        self.env.cr.execute(SQL("UPDATE kpi_plan_line SET id = id WHERE id IN %s", ids))
        drawn = self._drawn()
        for source in self:
            quantity = drawn.get(source.id, 0)
            if exact(quantity) > exact(source.quantity):
                raise ValidationError(
                    self.env._(
                        "Of “%(work)s” the plan above holds %(whole)s; all parts "
                        "together would be %(drawn)s (Điều 15.1.c).",
                        work=source.name,
                        whole=plain(source.quantity),
                        drawn=plain(quantity),
                    )
                )
