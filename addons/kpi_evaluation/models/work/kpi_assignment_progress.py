from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

STANDINGS = [
    ("todo", "Not begun"),
    ("part", "Part delivered"),
    ("pending", "Waiting for the verdict"),
    ("done", "Accepted"),
    ("proposed", "Waiting for approval"),
    ("closed", "Closed"),
    ("waived", "Waived"),
]
# Shown even when nothing stands there, in the order in which it presses.
COLUMNS = ("overdue", "todo", "part", "pending", "done")
# What is first in a list: not begun and part delivered press alike.
PRESSING = (
    ("overdue",),
    ("todo", "part"),
    ("pending",),
    ("proposed",),
    ("done",),
    ("waived",),
    ("closed",),
)


class KpiAssignment(models.Model):
    """How far given work has come, as those who do it and judge it think of it.

    What stands whatever the day is stored; only “overdue” asks for today: something is
    still to be handed in and the deadline is over (Điều 11.2.c).
    """

    _inherit = "kpi.assignment"

    waiting_quantity = fields.Float(
        "Waiting for the verdict",
        compute="_compute_standing",
        store=True,
        precompute=True,
        digits=(16, 4),
        aggregator=None,
    )
    remaining_quantity = fields.Float(
        "Still to hand in",
        compute="_compute_standing",
        store=True,
        precompute=True,
        digits=(16, 4),
        aggregator=None,
    )
    standing = fields.Selection(
        STANDINGS, compute="_compute_standing", store=True, precompute=True
    )
    progress = fields.Selection(
        [("overdue", "Overdue"), *STANDINGS],
        compute="_compute_progress",
        search="_search_progress",
        group_expand="_columns_of_progress",
    )

    _late = models.Index("(date_deadline) WHERE remaining_quantity > 0")

    @api.depends(
        "quantity", "done_quantity", "delivery_ids.verdict", "delivery_ids.quantity"
    )
    def _compute_standing(self):
        for work in self:
            pending = work.delivery_ids.filtered(lambda d: d.verdict == "pending")
            work.waiting_quantity = sum(pending.mapped("quantity"))
            left = work.quantity - work.done_quantity - work.waiting_quantity
            work.remaining_quantity = max(left, 0)
            if work.done_quantity >= work.quantity:
                work.standing = "done"
            elif pending:
                work.standing = "pending"
            else:
                work.standing = "part" if work.done_quantity else "todo"

    @api.depends("standing", "remaining_quantity", "date_deadline")
    def _compute_progress(self):
        today = self.env["kpi.regulation.clause"]._today()
        for work in self:
            is_over = work.date_deadline and work.date_deadline < today
            is_late = work.remaining_quantity and is_over
            work.progress = "overdue" if is_late else work.standing

    def _search_progress(self, operator, value):
        if operator != "in":
            return NotImplemented
        late = self._overdue_domain()
        found = Domain("standing", "in", [*value]) & ~late
        return found | late if "overdue" in value else found

    @api.model
    def _overdue_domain(self):
        today = self.env["kpi.regulation.clause"]._today()
        return Domain("remaining_quantity", ">", 0) & Domain(
            "date_deadline", "<", today
        )

    def _field_to_sql(self, alias, field_expr, query=None):
        if field_expr != "progress":
            return super()._field_to_sql(alias, field_expr, query)
        names = ("remaining_quantity", "date_deadline", "standing")
        left, deadline, standing = (
            self._field_to_sql(alias, name, query) for name in names
        )
        return SQL(
            "(CASE WHEN %(left)s > 0 AND %(deadline)s < %(today)s"
            " THEN 'overdue' ELSE %(standing)s END)",
            left=left,
            deadline=deadline,
            today=self.env["kpi.regulation.clause"]._today(),
            standing=standing,
        )

    def _order_field_to_sql(self, alias, field_name, direction, nulls, query):
        if field_name != "progress":
            return super()._order_field_to_sql(
                alias, field_name, direction, nulls, query
            )
        ranks = SQL(" ").join(
            SQL("WHEN %s THEN %s", code, rank)
            for rank, codes in enumerate(PRESSING)
            for code in codes
        )
        found = self._field_to_sql(alias, field_name, query)
        return SQL("(CASE %s %s END) %s %s", found, ranks, direction, nulls)

    def _columns_of_progress(self, values, domain):
        """All columns of the board, unless there is no work at all."""
        others = [one for one in values if one not in COLUMNS]
        return [*COLUMNS, *others] if values else []
