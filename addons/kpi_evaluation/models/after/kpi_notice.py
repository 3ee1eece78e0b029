from odoo import fields, models

from ..base.portal_text import shown_date

MODEL_OF_KIND = {
    "proposal": "kpi.assignment",
    "change": "kpi.assignment.change",
    "unable": "kpi.assignment",
    "petition": "kpi.objection",
    "complaint": "kpi.complaint",
}


class KpiNotice(models.Model):
    """One thing that waits for one person, who reads it alone (Điều 2.1, 15.1, 20.5).

    Ad hoc work proposed, a change asked for, work that somebody cannot finish, a
    petition, a report. The notice ends by itself when it no longer waits.
    """

    _name = "kpi.notice"
    _description = "What Waits for Somebody"
    _inherit = ["kpi.notice.mixin", "mail.thread", "mail.activity.mixin"]
    _order = "done_on desc nulls first, last_day, id"
    _rec_name = "summary"
    _mail_post_access = "read"

    kind = fields.Selection(
        [
            ("proposal", "Ad hoc work proposed"),
            ("change", "Change asked for"),
            ("unable", "Cannot be finished"),
            ("petition", "Petition"),
            ("complaint", "Report on an evaluation"),
        ],
        required=True,
    )
    res_model = fields.Char(required=True)
    res_id = fields.Many2oneReference(
        string="What waits", model_field="res_model", required=True
    )
    company_id = fields.Many2one(
        "res.company", string="Agency", required=True, ondelete="cascade"
    )
    summary = fields.Char(required=True)
    told_on = fields.Date(
        required=True, default=lambda self: self.env["kpi.regulation.clause"]._today()
    )
    told_again_on = fields.Date(
        string="Reminded again on", help="Because the last day was near."
    )

    _one_open = models.UniqueIndex(
        "(kind, res_id, user_id) WHERE done_on IS NULL",
        "This person has been told of this already.",
    )

    def action_open(self):
        """Open what waits: the work, the petition or the report."""
        self.ensure_one()
        self.check_access("read")
        model, record = MODEL_OF_KIND[self.kind], self.res_id
        if self.kind == "change":
            # sudo: the request was for the reader of the notice
            change = self.env["kpi.assignment.change"].sudo().browse(record)
            model, record = "kpi.assignment", change.assignment_id.id
        return {
            "type": "ir.actions.act_window",
            "res_model": model,
            "res_id": record,
            "views": [(False, "form")],
        }

    def _sentence(self):
        return self.summary

    def _link(self):
        return f"{self.get_base_url()}/odoo/kpi-notices"

    def _activity_record(self):
        return self

    def _activity_type(self):
        return "kpi_evaluation.activity_notice"

    def _subtype(self):
        return "kpi_evaluation.mt_notice"

    def _summary_of(self, kind, item):
        """What waits, in the language of the environment."""
        return getattr(self, f"_summary_of_{kind}")(item)

    def _summary_of_proposal(self, work):
        return self.env._(
            "%(person)s proposes ad hoc work: “%(work)s”. Approve or refuse it "
            "(Điều 2.1).",
            person=work.employee_id.name,
            work=work.name,
        )

    def _summary_of_change(self, change):
        work = change.assignment_id
        return self.env._(
            "%(person)s asks for a change of “%(work)s” of %(owner)s. Approve or "
            "refuse it (Điều 15.1.b).",
            person=change.requested_by_id.name,
            work=work.name,
            owner=work.employee_id.name,
        )

    def _summary_of_unable(self, work):
        return self.env._(
            "%(person)s cannot finish “%(work)s”. Take it back or give it to somebody "
            "else (Điều 15.1.d).",
            person=work.employee_id.name,
            work=work.name,
        )

    def _summary_of_petition(self, petition):
        names = {"person": petition.employee_name}
        names["day"] = shown_date(petition.due_date) if petition.due_date else "–"
        if not petition.answerer_name:
            return self.env._(
                "No superior was found for the petition of %(person)s; name who "
                "answers it by %(day)s (Điều 20.5).",
                **names,
            )
        return self.env._(
            "The petition of %(person)s waits for your answer, by %(day)s at the "
            "latest (Điều 20.5).",
            **names,
        )

    def _summary_of_complaint(self, complaint):
        return self.env._(
            "A report on the evaluation in %(unit)s, month %(month)s, waits for your "
            "examination (Điều 20.5).",
            unit=complaint.department_id.name,
            month=complaint.period_id.name,
        )
