import json
import logging
from hashlib import sha256
from io import BytesIO

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools.pdf import PdfFileReader

REPORT = "kpi_evaluation.report_kpi_decision"

_logger = logging.getLogger(__name__)


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
        waiting = self.search([("pdf_id", "=", False)], order="id").ids
        cron._commit_progress(remaining=len(waiting))
        for decision in map(self.browse, waiting):
            decision._print()
            if not cron._commit_progress(1):
                return
            self.env.invalidate_all()

    def _print(self):
        """Print one decision and keep the file; what cannot be printed waits on."""
        self.ensure_one()
        # sudo: the file is made for whoever may read the decision later
        decision = self.sudo()
        if decision.pdf_id:
            return
        reports = self.env["ir.actions.report"].with_context(
            force_report_rendering=True
        )
        try:
            content, _type = reports._render_qweb_pdf(REPORT, decision.ids)
            decision._check_print(content)
        except UserError as error:
            _logger.error("Decision %s is not printed: %s", self.id, error)
        else:
            decision._keep_print(content)

    def _check_print(self, content):
        """Only what shows the hash of this very link is kept for good."""
        pages = PdfFileReader(BytesIO(content)).pages if content else ()
        text = pages[0].extract_text() if len(pages) else ""
        if self.hash not in "".join(text.split()):
            raise UserError(self.env._("The printed page does not show its code."))

    def _keep_print(self, content):
        file = self.env["ir.attachment"].create(
            {
                "name": f"{self.period_id.date_start:%Y-%m} {self.employee_name}.pdf",
                "raw": content,
                "mimetype": "application/pdf",
                "res_model": self._name,
                "res_id": self.id,
            }
        )
        self._keep_file({"pdf_id": file.id, "pdf_sha256": sha256(content).hexdigest()})
