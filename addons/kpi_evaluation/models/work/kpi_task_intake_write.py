from psycopg2 import IntegrityError

from odoo import api, models
from odoo.exceptions import UserError


class KpiTaskIntake(models.AbstractModel):
    """Writing what was judged: all rows together, or every row that can be."""

    _inherit = "kpi.task.intake"

    @api.model
    def _write_all(self, outcomes):
        """Give the new work and change the changed; UserError when any is refused."""
        new = [one for one in outcomes if one.kind == "new"]
        works = self._create([one.values for one in new])
        for one, work in zip(new, works, strict=True):
            one.record_id = work.id
        for changed in self._by_change(outcomes):
            self._change(works.browse(one.record_id for one in changed), changed[0])

    def _change(self, works, outcome):
        """Change given work as whoever keeps it may; both values stay on record."""
        values = dict(outcome.values)
        quantity, day = values.pop("quantity", None), values.pop("date_deadline", None)
        if values:
            works.write(values)
        for work in works:
            work._change_on_record(
                work.quantity if quantity is None else quantity,
                day or work.date_deadline,
                self.env._("Changed in another system or file"),
            )
        works._refresh_sheets()

    @api.model
    def _write_each(self, outcomes):
        """Write whatever can be; what is refused after all says so in its outcome.

        All together first. Only when something is refused, each half is tried again,
        so that no good row is lost for a bad one.
        """
        wanted = [one for one in outcomes if one.kind in ("new", "changed")]
        if not wanted:
            return
        try:
            with self.env.cr.savepoint():
                self._write_all(wanted)
        except UserError as error:
            if len(wanted) == 1:
                wanted[0].record_id = None
                wanted[0].refuse("", str(error))
                return
            half = len(wanted) // 2
            self._write_each(wanted[:half])
            self._write_each(wanted[half:])

    @api.model
    def _create(self, vals_list):
        try:
            works = self.env["kpi.assignment"].create(vals_list)
            works.flush_recordset()
        except IntegrityError as error:
            raise UserError(
                self.env._(
                    "The same tasks are being received at this moment. Nothing was "
                    "written; send them again."
                )
            ) from error
        return works

    @api.model
    def _by_change(self, outcomes):
        """The changed rows, those together that change to the same."""
        together = {}
        for one in outcomes:
            if one.kind == "changed":
                key = tuple(sorted(one.values.items()))
                together.setdefault(key, []).append(one)
        return together.values()
