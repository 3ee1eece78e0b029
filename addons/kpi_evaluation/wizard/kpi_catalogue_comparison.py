from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from ..models.base.paper_text import plain


class KpiCatalogueComparison(models.TransientModel):
    """Two versions of an agency's catalogue side by side (Điều 10.4)."""

    _name = "kpi.catalogue.comparison"
    _description = "Comparison of Two Catalogues"

    company_id = fields.Many2one(related="new_id.company_id")
    old_id = fields.Many2one(
        "kpi.catalogue", string="Earlier version", ondelete="cascade"
    )
    new_id = fields.Many2one(
        "kpi.catalogue", string="Later version", required=True, ondelete="cascade"
    )
    line_ids = fields.One2many("kpi.catalogue.difference", "comparison_id")
    changed_line_ids = fields.One2many(
        "kpi.catalogue.difference",
        "comparison_id",
        domain=[("kind", "=", "changed")],
    )
    added_line_ids = fields.One2many(
        "kpi.catalogue.difference", "comparison_id", domain=[("kind", "=", "added")]
    )
    removed_line_ids = fields.One2many(
        "kpi.catalogue.difference", "comparison_id", domain=[("kind", "=", "removed")]
    )
    changed_count = fields.Integer(compute="_compute_counts", string="Changed")
    added_count = fields.Integer(compute="_compute_counts", string="Added")
    removed_count = fields.Integer(compute="_compute_counts", string="Removed")
    notes = fields.Text(compute="_compute_notes")

    @api.depends("line_ids.kind")
    def _compute_counts(self):
        for comparison in self:
            kinds = comparison.line_ids.mapped("kind")
            for kind in ("changed", "added", "removed"):
                comparison[f"{kind}_count"] = kinds.count(kind)

    @api.depends("old_id", "new_id")
    def _compute_notes(self):
        for comparison in self:
            old, new = comparison.old_id, comparison.new_id
            comparison.notes = "\n".join(comparison._notes(old, new) if old else ())

    def _notes(self, old, new):
        """What differs beside the products."""
        if old.standard_points != new.standard_points:
            yield self.env._(
                "Points of the standard product: %(old)s → %(new)s; coefficients "
                "follow.",
                old=plain(old.standard_points),
                new=plain(new.standard_points),
            )
        frames = {one.code: one._frame() for one in old.group_ids}
        for group in new.group_ids:
            before = frames.pop(group.code, self.env._("none"))
            if before != group._frame():
                yield self.env._(
                    "Frame of the group %(group)s: %(old)s → %(new)s.",
                    group=group.code,
                    old=before,
                    new=group._frame(),
                )
        if frames:
            groups = ", ".join(frames)
            yield self.env._("Groups no longer there: %(groups)s.", groups=groups)

    def action_compare(self):
        """List what differs between the two versions."""
        self.ensure_one()
        self.check_access("write")
        (self.old_id | self.new_id).check_access("read")
        if not self.old_id or self.old_id == self.new_id:
            raise UserError(self.env._("Choose two versions to compare."))
        self.line_ids.unlink()
        self.env.flush_all()
        self.env.execute_query(self._insert_differences())
        self.invalidate_recordset()
        return self._show()

    def _insert_differences(self):
        """One statement, however many products differ."""
        return SQL(
            """
            INSERT INTO kpi_catalogue_difference (comparison_id, code, old_item_id,
                new_item_id, kind, create_uid, write_uid, create_date, write_date)
            SELECT %(comparison)s, COALESCE(new.code, old.code), old.id, new.id,
                CASE WHEN old.id IS NULL THEN 'added' WHEN new.id IS NULL
                    THEN 'removed' ELSE 'changed' END,
                %(user)s, %(user)s, now() AT TIME ZONE 'UTC', now() AT TIME ZONE 'UTC'
            FROM (%(old)s) old FULL JOIN (%(new)s) new ON new.code = old.code
            WHERE old.facts IS DISTINCT FROM new.facts
            RETURNING id
            """,
            comparison=self.id,
            user=self.env.uid,
            old=self._products_of(self.old_id),
            new=self._products_of(self.new_id),
        )

    def _products_of(self, catalogue):
        """The products of a version with the facts that are compared."""
        return SQL(
            """
            SELECT item.id, item.code, array[
                item.name, item.points::text, item.coefficient::text, part.code,
                item.department_id::text, item.audience
            ] AS facts
            FROM kpi_catalogue_item item
            JOIN kpi_complexity_group part ON part.id = item.group_id
            WHERE item.active AND item.catalogue_id = %s
            """,
            catalogue.id,
        )

    def _show(self):
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "kpi_evaluation.kpi_catalogue_comparison_action"
        )
        return action | {"res_id": self.id}
