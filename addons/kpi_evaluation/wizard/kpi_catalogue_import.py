import base64

from odoo import fields, models
from odoo.exceptions import UserError

from .catalogue_file.plan import KINDS, make_plan
from .catalogue_file.template import write_template
from .catalogue_parts import part_notes
from .catalogue_records import file_row, plain_catalogue, write_plan
from .catalogue_sentences import GUIDE, sentence

TEMPLATE_NAME = "danh-muc-san-pham.xlsx"


class KpiCatalogueImport(models.TransientModel):
    """Import of the converted catalogue from a CSV or Excel file (Điều 10.3)."""

    _name = "kpi.catalogue.import"
    _inherit = "kpi.file.import.mixin"
    _description = "Catalogue Import"
    _action = "kpi_evaluation.kpi_catalogue_import_action"

    catalogue_id = fields.Many2one("kpi.catalogue", required=True, ondelete="cascade")
    template = fields.Binary(compute="_compute_template")
    line_ids = fields.One2many("kpi.catalogue.import.line", "import_id")
    error_line_ids = fields.One2many(
        "kpi.catalogue.import.line", "import_id", domain=[("kind", "=", "error")]
    )
    new_line_ids = fields.One2many(
        "kpi.catalogue.import.line", "import_id", domain=[("kind", "=", "new")]
    )
    changed_line_ids = fields.One2many(
        "kpi.catalogue.import.line", "import_id", domain=[("kind", "=", "changed")]
    )
    unchanged_line_ids = fields.One2many(
        "kpi.catalogue.import.line", "import_id", domain=[("kind", "=", "unchanged")]
    )

    def _compute_template(self):
        for wizard in self:
            rows = [file_row(item) for item in wizard.catalogue_id.item_ids]
            guide = {field: self.env._(text) for field, text in GUIDE.items()}
            titles = (self.env._("Catalogue"), self.env._("How to fill in"))
            content = write_template(rows, guide, titles)
            wizard.template = base64.b64encode(content)

    def action_check(self):
        """Show what the file would do, row by row; the catalogue is not touched."""
        plan, table = self._plan()
        self._show(plan, table)
        return self._reopen()

    def action_import(self):
        """Write all rows, if they would still do what the officer has seen."""
        self._lock()
        plan, table = self._plan()
        if plan.fingerprint != self.fingerprint:
            self._show(plan, table, self._changed_meanwhile())
            return self._reopen()
        self._refuse_errors(plan.counts["error"])
        write_plan(self.catalogue_id, plan)
        return self._done(plan)

    def action_restart(self):
        """Choose another file."""
        return self._restart()

    def action_template(self):
        """The products of the catalogue as the workbook to fill in and import."""
        return self._download("template", TEMPLATE_NAME)

    def _check_rights(self):
        self.ensure_one()
        self.check_access("write")
        self.catalogue_id.check_access("write")
        self.catalogue_id._check_step("edit")

    def _lock(self):
        self._check_rights()
        if not self.catalogue_id.try_lock_for_update(allow_referencing=True):
            raise UserError(
                self.env._(
                    "Somebody is importing into this catalogue right now. Try again in "
                    "a minute."
                )
            )

    def _plan(self):
        """The plan of the file for the catalogue as it stands, and its table."""
        table = self._read_file()
        return make_plan(table, plain_catalogue(self.catalogue_id)), table

    def _show(self, plan, table, *notes):
        """Replace the lines by those of a plan: errors first, then by row."""
        self.line_ids.unlink()
        Line = self.env["kpi.catalogue.import.line"]
        Line.create(
            [
                Line._values(outcome) | {"import_id": self.id}
                for kind in KINDS
                for outcome in plan.of_kind(kind)
            ]
        )
        counts = {f"{kind}_count": plan.counts[kind] for kind in KINDS}
        self.write(
            counts
            | {
                "state": "checked",
                "fingerprint": plan.fingerprint,
                "notes": "\n".join([*notes, *self._notes(plan, table)]),
            }
        )

    def _changed_meanwhile(self):
        return self.env._(
            "The catalogue or the file has changed since you checked: look again, then "
            "import."
        )

    def _notes(self, plan, table):
        """What the officer should know beside the rows."""
        if table.encoding == "Windows-1258":
            yield self.env._(
                "The file was read as Windows-1258: make sure that the letters are "
                "right."
            )
        if table.unknown_columns:
            columns = ", ".join(table.unknown_columns)
            yield self.env._("Columns that are not read: %(columns)s.", columns=columns)
        if plan.new_groups:
            groups = ", ".join(f"{one.code} ({one.frame})" for one in plan.new_groups)
            yield self.env._("Groups to be created: %(groups)s.", groups=groups)
        if plan.absent:
            yield self.env._(
                "%(count)s products of the catalogue are not in the file; they stay.",
                count=plan.absent,
            )
        yield from part_notes(self.catalogue_id, plan)

    def _done(self, plan):
        return self._told(
            self.env._(
                "%(new)s products added, %(changed)s changed, %(unchanged)s left "
                "as they were.",
                **{kind: plan.counts[kind] for kind in KINDS},
            )
        )

    def _sentence(self, problem):
        return sentence(self.env, problem)
