from odoo import api, fields, models
from odoo.exceptions import UserError

from ..base.names import joined

OUTCOMES = [
    ("kept", "The result stays"),
    ("changed", "The result is to be judged anew"),
]


class KpiObjection(models.Model):
    """What a person says against their published result (Điều 20.5).

    A reservation is kept with the sheet and needs no answer. A petition is answered by
    the superior within the working days of the rules; the dissent stays whatever the
    answer, and the result holds meanwhile.
    """

    _name = "kpi.objection"
    _description = "Objection to a Result"
    _inherit = ["kpi.workflow.mixin", "kpi.files.mixin"]
    _order = "received_on desc, id desc"

    TRANSITIONS = {
        "answer": (("waiting",), "answered"),
        "name_answerer": (("waiting",), None),
    }

    appraisal_id = fields.Many2one(
        "kpi.appraisal", string="Sheet", required=True, index=True, ondelete="restrict"
    )
    employee_user_id = fields.Many2one(
        related="appraisal_id.employee_user_id", store=True, index=True
    )
    employee_name = fields.Char(related="appraisal_id.employee_name", string="Person")
    company_id = fields.Many2one(
        related="appraisal_id.company_id", store=True, index=True
    )
    kind = fields.Selection(
        [("reservation", "Reservation"), ("petition", "Petition")],
        required=True,
        help="A reservation is kept; a petition is answered.",
    )
    text = fields.Text(string="What it says", required=True)
    state = fields.Selection(
        [
            ("kept", "Kept with the sheet"),
            ("waiting", "Waiting for the answer"),
            ("answered", "Answered"),
        ],
        required=True,
    )
    received_on = fields.Date(required=True)
    due_date = fields.Date(string="Answer due by", index=True)
    is_overdue = fields.Boolean(compute="_compute_is_overdue", search="_search_overdue")
    answerer_id = fields.Many2one(
        "hr.employee", string="Superior", index=True, ondelete="restrict"
    )
    answerer_user_id = fields.Many2one(
        related="answerer_id.user_id", store=True, index=True, string="Superior's user"
    )
    answerer_name = fields.Char(string="Answered by the superior")
    body_id = fields.Many2one(
        "kpi.body", string="Collective", index="btree_not_null", ondelete="restrict"
    )
    answerer_reason = fields.Text(string="Why this superior")
    outcome = fields.Selection(OUTCOMES)
    answer = fields.Text()
    answered_on = fields.Datetime()
    answered_by_id = fields.Many2one("res.users", ondelete="restrict")

    _one_waiting = models.UniqueIndex(
        "(appraisal_id) WHERE state = 'waiting'",
        "A petition on this sheet already waits for its answer.",
    )

    @api.depends("employee_name", "received_on")
    def _compute_display_name(self):
        for one in self:
            day = f"{one.received_on:%d/%m/%Y}" if one.received_on else ""
            one.display_name = joined(one.employee_name, day)

    @api.depends("state", "due_date")
    def _compute_is_overdue(self):
        today = self.env["kpi.regulation.clause"]._today()
        for one in self:
            one.is_overdue = bool(
                one.state == "waiting" and one.due_date and one.due_date < today
            )

    def _search_overdue(self, operator, value):
        if operator != "in" or set(value) != {True}:
            return NotImplemented
        today = self.env["kpi.regulation.clause"]._today()
        return [("state", "=", "waiting"), ("due_date", "<", today)]

    def action_answer(self, outcome, answer):
        """Answer petitions: ``outcome`` "kept" or "changed", ``answer`` in words.

        For the superior. "changed" changes nothing by itself: it is a cause for the
        annulment of the sheet (Điều 6.8, 20.5).
        """
        self._check_step("answer")
        if outcome not in self._fields["outcome"].get_values(self.env):
            raise UserError(
                self.env._("Say whether the result stays or is to be judged anew.")
            )
        if not (answer or "").strip():
            raise UserError(self.env._("Write the answer in words (Điều 20.5)."))
        return self._take(
            "answer",
            {
                "outcome": outcome,
                "answer": answer,
                "answered_on": fields.Datetime.now(),
                "answered_by_id": self.env.uid,
            },
        )

    def action_name_answerer(self, employee_id, reason):
        """Name who answers, where Điều 9 names no superior or the one it names cannot.

        ``employee_id``: id of an employee with a user, who has not judged the sheet.
        For the HR officer; the reason is kept.
        """
        self._check_step("name_answerer")
        named = self._named_answerer(employee_id)
        if not (reason or "").strip():
            raise UserError(self.env._("Say why this superior answers (Điều 20.5)."))
        values = {"answerer_id": named.id, "answerer_name": named.name}
        return self._take(
            "name_answerer", values | {"body_id": False, "answerer_reason": reason}
        )

    def _named_answerer(self, employee_id):
        # sudo: the superior may be of another agency
        named = self.env["hr.employee"].sudo().browse(employee_id).exists()
        if not named.user_id or named.user_id.share:
            raise UserError(self.env._("Name a superior who has an internal account."))
        sheets = self.appraisal_id.sudo()  # sudo: who judged, whoever names
        judges = sheets.evaluator_id | sheets.decider_id | sheets.employee_id
        if named in judges or named.user_id == self.env.user:
            raise UserError(
                self.env._(
                    "Neither the person, nor whoever judged them, nor yourself may be "
                    "named to answer (Điều 20.5)."
                )
            )
        return named
