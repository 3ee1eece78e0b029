from markupsafe import escape

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..month.kpi_period_opening import UNNOTED

CAUSES = [
    ("finding", "Finding of an inspection"),
    ("objection", "Petition that was found right"),
    ("document", "Fact proved by a document"),
]
# What a new version does not take over: all that the evaluator's side has made.
NOT_COPIED = (
    "grade",
    "reviewed_on",
    "decided_on",
    "decided_by_id",
    "published_on",
    "return_reason",
    "evaluator_comment",
    "organising_level",
    "organising_reason",
    "unity_level",
    "unity_reason",
    "proposed_grade",
    "grade_reason",
    "reviewed_by_id",
    "sent_back_reason",
    "opinion_late",
    "decision_late",
    "publication_late",
    "support_quality",
    "support_quality_given",
    "support_compliance",
    "support_compliance_given",
    "support_effectiveness",
    "support_effectiveness_given",
)


class KpiAppraisal(models.Model):
    """Annulment of a decided sheet with its cause, and the version that replaces it.

    The old sheet stays readable as it was; the month of the person is judged anew from
    the opinion on, with the work open again (Điều 6.8; Nghị định 335/2025 Điều 21.3).
    """

    _inherit = "kpi.appraisal"

    supersedes_id = fields.Many2one(
        "kpi.appraisal",
        string="Takes the place of",
        readonly=True,
        index="btree_not_null",
        ondelete="restrict",
    )
    superseded_by_ids = fields.One2many(
        "kpi.appraisal", "supersedes_id", string="Replaced by"
    )
    annulment_cause = fields.Selection(
        CAUSES,
        string="Cause of the annulment",
        readonly=True,
        copy=False,
    )
    annulment_reason = fields.Text(readonly=True, copy=False)
    annulment_document = fields.Char(
        string="Document of the annulment", readonly=True, copy=False
    )
    annulment_document_date = fields.Date(
        string="Date of the document", readonly=True, copy=False
    )
    annulled_on = fields.Datetime(readonly=True, copy=False)
    annulled_by_id = fields.Many2one(
        "res.users",
        string="Annulled by",
        readonly=True,
        ondelete="restrict",
        copy=False,
    )
    may_annul = fields.Boolean(compute="_compute_may_annul")

    @api.depends_context("uid")
    @api.depends("state")
    def _compute_may_annul(self):
        reasons = self._reasons_against("annul")
        for sheet in self:
            sheet.may_annul = not reasons[sheet]

    def action_annul(
        self,
        reason,
        document="",
        document_date=None,
        finding_id=None,
        objection_id=None,
    ):
        """Annul decided sheets and open a new version of each (Điều 6.8).

        For whoever decided, or their superior. Besides the reason the cause: the id of
        a finding that demands it, or of a petition answered as right, or a document
        with its number and date ("YYYY-MM-DD"). UserError where one is lacking, or
        for one's own sheet. Returns the ids of the new versions.
        """
        self._check_step("annul")
        if not (reason or "").strip():
            raise UserError(self.env._("Say why the result is annulled (Điều 6.8)."))
        cause = (document, document_date, finding_id, objection_id)
        self._take("annul", self._cause_of_annulment(*cause) | self._by_me(reason))
        self._note_annulment()
        return self._new_versions().ids

    def _by_me(self, reason):
        return {
            "annulment_reason": reason,
            "annulled_on": fields.Datetime.now(),
            "annulled_by_id": self.env.uid,
        }

    def _cause_of_annulment(self, document, document_date, finding_id, objection_id):
        """The fields of the cause; the findings and petitions are of later models."""
        if (document or "").strip() and document_date:
            return {
                "annulment_cause": "document",
                "annulment_document": document.strip(),
                "annulment_document_date": document_date,
            }
        raise UserError(
            self.env._(
                "An annulment names its cause: a finding that demands it, a petition "
                "answered as right, or a document with its number and date (Điều 6.8)."
            )
        )

    def _note_annulment(self):
        """Add the annulment to the book of decisions, where there is one."""

    def _new_versions(self):
        """Open the versions that replace these sheets, waiting for the opinion."""
        # The old ones leave the one place that a person has in a month.
        self.flush_recordset(["state"])
        # sudo: nobody has the right to create sheets by hand
        old = self.sudo()
        new = old.with_context(**UNNOTED).create(
            [one._values_of_new_version() for one in old]
        )
        notes = {
            sheet.id: escape(
                self.env._(
                    "Takes the place of a sheet annulled for this reason: %(reason)s",
                    reason=sheet.supersedes_id.annulment_reason,
                )
            )
            for sheet in new
        }
        new._message_log_batch(notes)
        new._leaders_of_month()._recompute_scores()
        old._mark_leaders_judged_already()
        return new

    def _values_of_new_version(self):
        self.ensure_one()
        (values,) = self.copy_data()
        kept = {name: one for name, one in values.items() if name not in NOT_COPIED}
        return kept | {"state": "self_assessed", "supersedes_id": self.id}
