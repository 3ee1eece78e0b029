from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ..models.base.paper_text import CLASSES
from ..report.archive_file import file_name
from ..report.list_book import Column, Group, write_list

PRINTED_AT_ONCE_SIZE = 50
PAPERS = {
    "danh-sach-tong-hop.pdf": "kpi_evaluation.report_kpi_summary",
    "thong-bao-cong-khai.pdf": "kpi_evaluation.report_kpi_publication",
    "danh-sach-bieu-duong.pdf": "kpi_evaluation.report_kpi_commendation",
}
MINUTES = "kpi_evaluation.report_kpi_minutes"
ACTS = {"decision": "Quyết định", "annulment": "Hủy kết quả"}
HEADINGS = (
    Column("Số", "integer"),
    Column("Việc"),
    Column("Họ và tên"),
    Column("Đơn vị"),
    Column("Xếp loại"),
    Column("Ngày quyết định", "datetime"),
    Column("Tệp phiếu"),
    Column("SHA-256 của tệp phiếu"),
    Column("Tệp dữ liệu"),
    Column("Mã trong sổ"),
    Column("Mã liền trước"),
)


class KpiArchive(models.TransientModel):
    """A month's papers of an agency or a unit as one file to keep (Điều 18).

    It holds what the user may read: the printed sheets, what was frozen, the lists and
    minutes, an index, and the hashes by which each file is checked.
    """

    _name = "kpi.archive"
    _description = "Archive of a Month"

    period_id = fields.Many2one(
        "kpi.period",
        string="Month",
        required=True,
        ondelete="cascade",
        default=lambda self: self._default_period_id(),
    )
    department_id = fields.Many2one(
        "hr.department",
        string="Unit",
        ondelete="cascade",
        help="With the units below it. Empty: the whole agency.",
    )
    decision_count = fields.Integer(compute="_compute_counts", string="In the book")
    unprinted_count = fields.Integer(
        compute="_compute_counts", string="Not printed yet"
    )

    @api.model
    def _default_period_id(self):
        """The last month of which the user may read something published."""
        published = [
            ("state", "=", "published"),
            ("company_id", "=", self.env.company.id),
        ]
        sheets = self.env["kpi.appraisal"]
        return sheets.search(published, order="month_start desc", limit=1).period_id

    @api.depends("period_id", "department_id")
    def _compute_counts(self):
        for archive in self:
            decisions = archive._decisions()
            archive.decision_count = len(decisions)
            archive.unprinted_count = len(
                decisions.filtered(lambda one: not one.pdf_id)
            )

    def action_download(self):
        """Download the papers as one ZIP."""
        self.ensure_one()
        self.check_access("write")
        self._check_ready()
        return {
            "type": "ir.actions.act_url",
            "url": f"/kpi/archive/{self.id}/zip",
            "target": "self",
        }

    def _check_ready(self):
        if not self.decision_count:
            raise UserError(
                self.env._("Nothing of this month is decided yet (Điều 16 step 4).")
            )
        if self.unprinted_count > PRINTED_AT_ONCE_SIZE:
            raise UserError(
                self.env._(
                    "%(count)s sheets are still being printed in the background. Try "
                    "again in a few minutes.",
                    count=self.unprinted_count,
                )
            )

    def _decisions(self):
        """The links of the book that the user may read, in their order."""
        domain = Domain("period_id", "=", self.period_id.id)
        if self.department_id:
            units = Domain(
                "appraisal_id.department_id", "child_of", self.department_id.id
            )
            domain &= units
        return self.env["kpi.decision"].search(domain, order="number")

    def _file_name(self):
        unit = self.department_id.name or self.period_id.company_id.name
        return file_name(f"Hồ sơ đánh giá {self.period_id.date_start:%m-%Y} {unit}.zip")

    def _files(self):
        """Yield (path, content) of all that is kept, the index last."""
        decisions = self._decisions()
        rows = []
        for decision in decisions:
            sheet, data = self._paths(decision)
            decision._print()
            # sudo: reading the decision includes reading its file
            paper = decision.sudo().pdf_id
            if paper:
                yield sheet, paper.raw
            yield data, decision.snapshot.encode()
            rows.append(self._index_row(decision, paper and sheet or "", data))
            decision.invalidate_recordset()
            paper.invalidate_recordset()
        yield from self._lists(decisions)
        yield "muc-luc.xlsx", write_list(HEADINGS, Group("", rows, []), "Mục lục")

    def _paths(self, decision):
        name = file_name(f"{decision.number:05} {decision.employee_name}")
        kind = "" if decision.kind == "decision" else " (hủy)"
        return f"phieu/{name}{kind}.pdf", f"du-lieu/{name}{kind}.json"

    def _index_row(self, decision, sheet, data):
        return [
            decision.number,
            ACTS[decision.kind],
            decision.employee_name,
            decision.department_name or "",
            CLASSES[decision.grade],
            fields.Datetime.context_timestamp(decision, decision.decided_on).replace(
                tzinfo=None
            ),
            sheet,
            decision.pdf_sha256 or "",
            data,
            decision.hash,
            decision.previous_hash,
        ]

    def _lists(self, decisions):
        """The lists of the whole agency, and the minutes of the meetings concerned."""
        reports = self.env["ir.actions.report"].with_context(
            force_report_rendering=True
        )
        if not self.department_id:
            for path, report in PAPERS.items():
                yield path, reports._render_qweb_pdf(report, self.period_id.ids)[0]
        # sudo: which meetings decided; their minutes are printed as the user
        bodies = decisions.sudo().appraisal_id.body_id
        meetings = self.env["kpi.session"].search(
            [("period_id", "=", self.period_id.id), ("body_id", "in", bodies.ids)]
        )
        for meeting in meetings:
            path = f"bien-ban/{file_name(meeting.name)}.pdf"
            yield path, reports._render_qweb_pdf(MINUTES, meeting.ids)[0]
