from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.tools import SQL

from ...regulation.values import exact
from ..base.paper_text import plain


class KpiAppraisalCriterion(models.Model):
    """The points of one criterion on one sheet: the person's own and the evaluator's.

    Points that nobody has given are no points at all, not 0; the two ``…_given``
    fields tell them apart.
    """

    _name = "kpi.appraisal.criterion"
    _description = "Criterion of an Appraisal"
    _order = "sequence, id"

    appraisal_id = fields.Many2one(
        "kpi.appraisal", required=True, ondelete="cascade", index=True
    )
    sequence = fields.Integer(readonly=True)
    code = fields.Char(readonly=True)
    name = fields.Char(string="Criterion", readonly=True)
    group_code = fields.Char(readonly=True)
    group_name = fields.Char(readonly=True)
    max_points = fields.Float(
        string="Maximum", digits=(16, 4), readonly=True, aggregator=None
    )
    self_points = fields.Float(string="Self", digits=(16, 4), aggregator=None)
    self_given = fields.Boolean(string="Self-assessed")
    self_note = fields.Text(string="Person's note", help="What the own points rest on.")
    evaluator_points = fields.Float(
        string="Evaluator's points", digits=(16, 4), aggregator=None
    )
    evaluator_given = fields.Boolean(string="Judged")
    evaluator_reason = fields.Char(
        string="Reason", help="Why the evaluator's points differ."
    )

    @api.constrains("self_points", "evaluator_points", "max_points")
    def _check_points(self):
        for line in self:
            for points in (line.self_points, line.evaluator_points):
                if not 0 <= points <= line.max_points:
                    raise ValidationError(
                        self.env._(
                            "“%(criterion)s” takes from 0 to %(maximum)s points.",
                            criterion=line.name,
                            maximum=plain(line.max_points),
                        )
                    )

    @api.model
    def _copy_forms(self, sheets):
        """Give each sheet the criteria of its form, in one statement for each form.

        These are plain copies, ten for each person of the agency: record by record
        they would take longer than all the rest of opening a month.
        """
        for form, sheets_of_form in sheets.grouped("form_id").items():
            lines = form._appraisal_lines() if form else ()
            if lines:
                self.env.execute_query(self._copying(lines, sheets_of_form))
        sheets.invalidate_recordset(["criterion_ids"])

    def _copying(self, lines, sheets):
        """The statement that adds lines of equal shape to each of some sheets."""
        now, user = self.env.cr.now(), self.env.uid
        return SQL(
            """
            INSERT INTO kpi_appraisal_criterion
                (appraisal_id, create_uid, create_date, write_uid, write_date, %s)
            SELECT sheet.id, %s, %s, %s, %s, line.*
            FROM unnest(%s) AS sheet (id), (VALUES %s) AS line
            """,
            SQL(", ").join(SQL.identifier(name) for name in lines[0]),
            *(user, now, user, now),
            sheets.ids,
            SQL(", ").join(
                tuple(value or None for value in line.values()) for line in lines
            ),
        )

    def write(self, vals):
        if set(vals) - {"evaluator_points", "evaluator_reason"}:
            raise UserError(
                self.env._(
                    "On a sheet only the evaluator's points and reasons are edited; "
                    "the person's own points are given in the self-assessment."
                )
            )
        self.appraisal_id._check_step("give_opinion")
        if "evaluator_points" in vals:
            vals = vals | {"evaluator_given": True}
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise UserError(self.env._("The criteria of a sheet do not change (Điều 7.2)."))

    def _give(self, side, points):
        """Set points of one side ("self" or "evaluator"); None takes them back."""
        values = {f"{side}_points": points or 0, f"{side}_given": points is not None}
        if side == "evaluator":
            values["evaluator_reason"] = False
        return super().write(values)

    def _note(self, text):
        """Keep the person's own note; the step that writes it was checked before."""
        return super().write({"self_note": text or False})

    def _points(self):
        """The points that count: the evaluator's, before them the person's own."""
        self.ensure_one()
        if self.evaluator_given:
            return exact(self.evaluator_points)
        return exact(self.self_points) if self.self_given else None

    def _lacks_reason(self):
        """Whether the evaluator differs from the person without saying why."""
        self.ensure_one()
        differs = self.evaluator_points != self.self_points
        return differs and not (self.evaluator_reason or "").strip()
