from dateutil.relativedelta import relativedelta

from odoo import models
from odoo.tools import SQL

from ..base.recompute import compute_again

LOGGED = ("create_uid", "write_uid")


class KpiCatalogue(models.Model):
    """The next version, copied as a whole into a draft (Điều 10.4)."""

    _inherit = "kpi.catalogue"

    def action_new_version(self):
        """Copy groups and products into a new draft, and show it.

        For HR. The draft begins next month; its date, like all of it, may be changed
        until it is approved. Returns the action that shows it.
        """
        self.ensure_one()
        self._check_step("new_version")
        month = relativedelta(months=1)
        draft = self.copy(
            {
                "name": self.name,
                "predecessor_id": self._latest_approved().id,
                "date_from": max(self._first_day_of_month(), self.date_from) + month,
            }
        )
        draft._copy_parts(self)
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": draft.id,
            "view_mode": "form",
        }

    def action_compare(self):
        """Show what this version changes of the one before it.

        For HR. Without an earlier version the screen asks which two to compare.
        """
        self.ensure_one()
        before = [
            ("company_id", "=", self.company_id.id),
            ("date_from", "<", self.date_from),
        ]
        earlier = self.predecessor_id or self.search(before, limit=1)
        comparison = self.env["kpi.catalogue.comparison"].create(
            {"new_id": self.id, "old_id": earlier.id}
        )
        return comparison.action_compare() if earlier else comparison._show()

    def _copy_parts(self, source):
        """Copy what another version is made of, in one statement for each table."""
        self.check_access("write")
        self.env.flush_all()
        groups, items = self.env["kpi.complexity.group"], self.env["kpi.catalogue.item"]
        of_source = SQL("WHERE one.catalogue_id = %s", source.id)
        self._insert_copies(groups, of_source)
        self._insert_copies(
            items,
            SQL(
                "JOIN kpi_complexity_group old_group ON old_group.id = one.group_id "
                "JOIN kpi_complexity_group new_group "
                "ON new_group.code = old_group.code AND new_group.catalogue_id = %s "
                "%s AND one.active",
                self.id,
                of_source,
            ),
            group_id=SQL("new_group.id"),
        )
        self.invalidate_recordset()
        self._convert_again(source)

    def _insert_copies(self, model, rest, **changed):
        changed |= {"catalogue_id": SQL("%s", self.id)}
        changed |= dict.fromkeys(LOGGED, SQL("%s", self.env.uid))
        columns = [
            name
            for name, field in model._fields.items()
            if name != "id" and field.store and field.column_type
        ]
        values = [changed.get(one, SQL.identifier("one", one)) for one in columns]
        self.env.execute_query(
            SQL(
                "INSERT INTO %s (%s) SELECT %s FROM %s one %s RETURNING id",
                SQL.identifier(model._table),
                SQL(", ").join(SQL.identifier(name) for name in columns),
                SQL(", ").join(values),
                SQL.identifier(model._table),
                rest,
            )
        )

    def _convert_again(self, source):
        """A later month may round coefficients by another rule."""
        rules = ("coefficient_decimals", "coefficient_rounding")
        then, now = source._rulebook(), self._rulebook()
        if any(getattr(then, rule) != getattr(now, rule) for rule in rules):
            compute_again(self.item_ids, "coefficient")
