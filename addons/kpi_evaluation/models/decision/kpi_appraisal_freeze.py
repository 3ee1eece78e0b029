from odoo import fields, models
from odoo.tools import split_every

from ..base.paper_text import MARKS
from .decision_chain import canonical

SHEETS_AT_ONCE = 500


class KpiAppraisal(models.Model):
    """Deciding a sheet freezes it: a link is added to the book (Điều 16 step 4, 18).

    What is printed of the sheet from then on is what was frozen.
    """

    _inherit = "kpi.appraisal"

    reviewed_by_id = fields.Many2one(
        "res.users", string="Opinion by", readonly=True, ondelete="restrict"
    )
    decision_ids = fields.One2many("kpi.decision", "appraisal_id")
    decision_count = fields.Integer(compute="_compute_decision_count")

    def _compute_decision_count(self):
        counts = dict(
            self.env["kpi.decision"]._read_group(
                [("appraisal_id", "in", self.ids)], ["appraisal_id"], ["__count"]
            )
        )
        for sheet in self:
            sheet.decision_count = counts.get(sheet, 0)

    def _take(self, step, values=None):
        if step == "review":
            values = (values or {}) | {"reviewed_by_id": self.env.uid}
        return super()._take(step, values)

    def action_decide(self):
        """Decide the class as proposed; the sheet is frozen (Điều 16 step 4)."""
        decided = super().action_decide()
        self._freeze()
        return decided

    def _note_annulment(self):
        done = super()._note_annulment()
        self._freeze("annulment")
        return done

    def action_open_decisions(self):
        """The sheet's links in the book of decisions."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "kpi_evaluation.kpi_decision_action"
        )
        action["domain"] = [("appraisal_id", "=", self.id)]
        action["context"] = {}
        return action

    def _freeze(self, kind="decision"):
        """Add these sheets to the books of their agencies; return the new links.

        ``kind`` is "decision" or "annulment". What is already in a book stays as it
        is and gets no second link of its kind.
        """
        # sudo: nobody writes into the book; the step before was the right to it
        book = self.env["kpi.decision"].sudo()
        frozen = book.search(
            [("appraisal_id", "in", self.ids), ("kind", "=", kind)]
        ).appraisal_id
        links = book
        missing = self.sudo() - frozen  # sudo: as above
        for sheets in missing.grouped("company_id").values():
            for some in split_every(SHEETS_AT_ONCE, sheets.ids, sheets.browse):
                links += some._add_to_book(kind)
        self.env.ref("kpi_evaluation.ir_cron_print_decisions")._trigger()
        return links

    def _add_to_book(self, kind):
        """Freeze some sheets of one agency."""
        snapshots = self._snapshots_of(kind)
        values = [
            {
                "company_id": sheet.company_id.id,
                "kind": kind,
                "appraisal_id": sheet.id,
                "period_id": sheet.period_id.id,
                "employee_name": sheet.employee_name,
                "department_name": sheet.department_name,
                "grade": sheet.grade,
                "snapshot": canonical(snapshots[sheet]),
                **self._act(sheet, kind),
            }
            for sheet in self
        ]
        links = self.env["kpi.decision"]._add_links(values)
        links.invalidate_recordset(["snapshot"])
        return links

    def _act(self, sheet, kind):
        """Who took the step that is frozen, and when."""
        if kind == "decision":
            return {
                "decided_by_id": sheet.decided_by_id.id,
                "decided_on": sheet.decided_on,
            }
        return {"decided_by_id": self.env.uid, "decided_on": fields.Datetime.now()}

    def _sheet_values(self):
        """{sheet: all that its paper says}; of a decided one, what was frozen."""
        self.check_access("read")
        frozen = self._frozen_papers()
        open_sheets = self.filtered(lambda sheet: sheet not in frozen)
        live = super(KpiAppraisal, open_sheets)._sheet_values()
        return {
            sheet: frozen[sheet] if sheet in frozen else live[sheet] for sheet in self
        }

    def _frozen_papers(self):
        """{sheet: what its paper says for good} of those that were decided."""
        # sudo: whoever reads the sheet may read what it was frozen as
        decisions = (
            self.env["kpi.decision"]
            .sudo()
            .search([("appraisal_id", "in", self.ids), ("kind", "=", "decision")])
        )
        return {
            one.appraisal_id: one._frozen_paper()
            | {"mark": MARKS.get(one.appraisal_id.state, "")}
            for one in decisions
        }

    def _stored_papers(self):
        """{id: the stored PDF} of the sheets whose decision stands and has one."""
        self.check_access("read")
        # sudo: as above
        decisions = (
            self.env["kpi.decision"]
            .sudo()
            .search(
                [
                    ("appraisal_id", "in", self.ids),
                    ("kind", "=", "decision"),
                    ("appraisal_id.state", "!=", "annulled"),
                ]
            )
        )
        stored = decisions._stored_papers()
        return {
            one.appraisal_id.id: stored[one.id] for one in decisions if one.id in stored
        }
