import json
from hashlib import sha256

from odoo import api, fields, models

from .decision_pages import split_pages

REPORT = "kpi_evaluation.report_kpi_decision"
SHEETS_AT_ONCE = 10


class KpiDecision(models.Model):
    """The printed sheet of a decision: from the frozen texts alone, once, for good.

    It is made in the background; until then a print is made of the same texts.
    """

    _inherit = "kpi.decision"

    pdf_id = fields.Many2one(
        "ir.attachment",
        string="Printed sheet",
        readonly=True,
        ondelete="restrict",
        index="btree_not_null",
    )
    pdf_sha256 = fields.Char(string="SHA-256 of the printed sheet", readonly=True)

    _file_with_hash = models.Constraint(
        "CHECK ((pdf_id IS NULL) = (pdf_sha256 IS NULL))",
        "A printed sheet is kept with its hash (Điều 18).",
    )
    _without_file = models.Index("(id) WHERE pdf_id IS NULL")

    def _frozen_paper(self):
        """What the paper says, as it was frozen, with its place in the book."""
        self.ensure_one()
        paper = json.loads(self.snapshot)["paper"]
        return paper | {"book": {"number": self.number, "hash": self.hash}}

    def _sheet_values(self):
        """{decision: all that its paper says} for those that the user may read."""
        self.check_access("read")
        return {decision: decision._frozen_paper() for decision in self}

    def _stored_papers(self):
        """{id: the stored PDF} of those that have one, for whoever may read them."""
        self.check_access("read")
        # sudo: reading the decision includes reading its file
        return {one.id: one.pdf_id.raw for one in self.sudo() if one.pdf_id.raw}

    def action_open_pdf(self):
        """Open the printed sheet in a new window.

        For whoever may read the decision; the stored file, or, until it is made, a
        print of the same frozen texts.
        """
        self.ensure_one()
        self.check_access("read")
        stored = f"/web/content/{self.pdf_id.id}"
        return {
            "type": "ir.actions.act_url",
            "url": stored if self.pdf_id else f"/report/pdf/{REPORT}/{self.id}",
            "target": "new",
        }

    @api.model
    def _cron_print(self):
        """Print what was decided and has no file yet; may be killed at any time."""
        cron = self.env["ir.cron"]
        if self.env["ir.actions.report"].get_wkhtmltopdf_state() != "ok":
            return
        waiting = [("pdf_id", "=", False)]
        cron._commit_progress(remaining=self.search_count(waiting))
        last = 0
        while some := self.search(
            [*waiting, ("id", ">", last)], order="id", limit=SHEETS_AT_ONCE
        ):
            last = some[-1].id
            some._print()
            if not cron._commit_progress(len(some)):
                return
            self.env.invalidate_all()

    def _print(self):
        """Print some decisions and keep the files."""
        # sudo: the files are made for whoever may read the decisions later
        waiting = self.sudo().filtered(lambda one: not one.pdf_id)
        if waiting:
            waiting._keep(waiting._rendered())

    def _rendered(self):
        """The PDFs of these decisions, printed together and taken apart again."""
        reports = self.env["ir.actions.report"].with_context(
            force_report_rendering=True
        )
        content, _type = reports._render_qweb_pdf(REPORT, self.ids)
        if len(self) == 1:
            return [content]
        parts = split_pages(content, self.mapped("hash"))
        return parts or [one._rendered()[0] for one in self]

    def _keep(self, contents):
        files = self.env["ir.attachment"].create(
            [
                {
                    "name": f"{one.period_id.date_start:%Y-%m} {one.employee_name}.pdf",
                    "raw": content,
                    "mimetype": "application/pdf",
                    "res_model": self._name,
                    "res_id": one.id,
                }
                for one, content in zip(self, contents, strict=True)
            ]
        )
        for one, file, content in zip(self, files, contents, strict=True):
            digest = sha256(content).hexdigest()
            one._keep_file({"pdf_id": file.id, "pdf_sha256": digest})
