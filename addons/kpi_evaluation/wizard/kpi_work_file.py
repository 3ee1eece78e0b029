from hashlib import sha256

from odoo import api, fields, models

from ..models.work.task_row import TaskRow
from .work_file.columns import WORK
from .work_file.rows import read_row
from .work_sentences import sentence

KINDS = ("error", "new", "changed", "unchanged")


class KpiWorkFile(models.TransientModel):
    """A month's work out to Excel and in from it (Điều 15.1)."""

    _name = "kpi.work.file"
    _inherit = "kpi.file.import.mixin"
    _description = "Work in Excel"
    _action = "kpi_evaluation.kpi_work_file_action"

    period_id = fields.Many2one(
        "kpi.period",
        string="Month",
        required=True,
        ondelete="cascade",
        domain="[('company_id', 'in', allowed_company_ids)]",
        default=lambda self: self._this_month(),
    )
    template = fields.Binary(compute="_compute_template")
    export = fields.Binary(compute="_compute_export")
    line_ids = fields.One2many("kpi.work.file.line", "file_id")
    error_line_ids = fields.One2many(
        "kpi.work.file.line", "file_id", domain=[("kind", "=", "error")]
    )
    other_line_ids = fields.One2many(
        "kpi.work.file.line", "file_id", domain=[("kind", "!=", "error")]
    )

    @api.model
    def _this_month(self):
        first = self.env["kpi.regulation.clause"]._today().replace(day=1)
        ours = [("company_id", "=", self.env.company.id), ("date_start", "=", first)]
        return self.env["kpi.period"].search(ours)

    def action_check(self):
        """Show what the file would do, row by row; no work is touched."""
        self._show(self._judged())
        return self._reopen()

    def action_import(self):
        """Write all rows, if they would still do what has been seen."""
        outcomes = self._judged()
        if self._fingerprint(outcomes) != self.fingerprint:
            self._show(outcomes)
            self.notes = self.env._(
                "The work or the file has changed since you checked: look again, then "
                "import."
            )
            return self._reopen()
        self._refuse_errors(sum(one.kind == "error" for one in outcomes))
        self.env["kpi.task.intake"]._write_all(outcomes)
        return self._done(outcomes)

    def action_restart(self):
        """Choose another file."""
        return self._restart()

    def action_template(self):
        """The empty workbook to fill in, with people and products to choose from."""
        return self._month_book("template", "giao-viec")

    def action_export(self):
        """The work of the month that the user may read, as a workbook (Điều 18)."""
        return self._month_book("export", "cong-viec")

    def _month_book(self, name, title):
        self.ensure_one()
        return self._download(name, f"{title}-{self.period_id.date_start:%Y-%m}.xlsx")

    def _check_rights(self):
        self.ensure_one()
        self.check_access("write")
        self.period_id.check_access("read")

    def _judged(self):
        """What becomes of each row of the file, with the work as it stands."""
        table = self._read_file(WORK)
        rows = [self._task_row(number, cells) for number, cells in table.rows]
        intake = self.env["kpi.task.intake"]
        return intake._judged(rows, self.period_id.company_id)

    def _task_row(self, number, cells):
        values, problems = read_row(cells)
        return TaskRow(
            number,
            month=self.period_id.date_start,
            problems=tuple((name, sentence(self.env, one)) for name, one in problems),
            **values,
        )

    def _fingerprint(self, outcomes):
        told = [
            (one.row, one.kind, one.sentences, one.values, one.record_id)
            for one in outcomes
        ]
        return sha256(repr(told).encode()).hexdigest()

    def _show(self, outcomes):
        """Replace the lines by those of a file: errors first, then by row."""
        self.line_ids.unlink()
        lines = self.env["kpi.work.file.line"]
        by_kind = {kind: [] for kind in KINDS}
        for one in outcomes:
            by_kind[one.kind].append(lines._values(one) | {"file_id": self.id})
        lines.create([values for kind in KINDS for values in by_kind[kind]])
        self.write(
            {f"{kind}_count": len(by_kind[kind]) for kind in KINDS}
            | {
                "state": "checked",
                "notes": False,
                "fingerprint": self._fingerprint(outcomes),
            }
        )

    def _done(self, outcomes):
        counts = {kind: sum(one.kind == kind for one in outcomes) for kind in KINDS}
        return self._told(
            self.env._(
                "%(new)s tasks given, %(changed)s changed, %(unchanged)s left as "
                "they were.",
                **counts,
            )
        )

    def _sentence(self, problem):
        return sentence(self.env, problem)
