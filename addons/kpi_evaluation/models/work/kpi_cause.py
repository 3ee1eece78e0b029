from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ..base.names import joined


class KpiCause(models.Model):
    """An objective cause of a fault, of a delay, or of a product not done (Điều 6.6).

    The person asks with evidence, a named authority answers; only a confirmed cause
    excuses the fault or the delay (Điều 11.2.b, 11.2.c) or waives the product.
    """

    _name = "kpi.cause"
    _description = "Objective Cause"
    _inherit = ["kpi.workflow.mixin", "kpi.evidence.mixin"]
    _order = "asked_on desc, id desc"

    TRANSITIONS = {
        "confirm": (("asked",), "confirmed"),
        "refuse": (("asked",), "refused"),
    }

    assignment_id = fields.Many2one(
        "kpi.assignment", required=True, index=True, ondelete="restrict"
    )
    delivery_id = fields.Many2one(
        "kpi.delivery",
        string="Hand-in",
        index="btree_not_null",
        ondelete="restrict",
        help="Whose fault or delay is to be excused; none where the product is.",
    )
    employee_id = fields.Many2one(related="assignment_id.employee_id", store=True)
    employee_user_id = fields.Many2one(
        related="assignment_id.employee_user_id",
        store=True,
        index=True,
        string="Employee's user",
    )
    company_id = fields.Many2one(
        related="assignment_id.company_id", store=True, index=True
    )
    kind = fields.Selection(
        [
            ("fault", "Excuse a fault"),
            ("delay", "Excuse a delay"),
            ("waive", "Waive the product"),
        ],
        required=True,
    )
    reason = fields.Text(required=True)
    attachment_ids = fields.One2many(
        "ir.attachment",
        "res_id",
        domain=[("res_model", "=", "kpi.cause")],
        string="Evidence",
    )
    asked_by_id = fields.Many2one(
        "res.users", string="Asked by", readonly=True, ondelete="restrict"
    )
    asked_on = fields.Date(readonly=True)
    authority_id = fields.Many2one(
        "hr.employee",
        string="Confirms or refuses",
        required=True,
        index=True,
        ondelete="restrict",
        help="The competent authority by Điều 6.6, named when the cause was asked for.",
    )
    state = fields.Selection(
        [
            ("asked", "Asked"),
            ("confirmed", "Confirmed"),
            ("refused", "Refused"),
        ],
        default="asked",
        required=True,
    )
    answer = fields.Char(help="The authority's words on the cause.")
    answered_by_id = fields.Many2one(
        "res.users", string="Answered by", readonly=True, ondelete="restrict"
    )
    answered_on = fields.Date(readonly=True)
    may_answer = fields.Boolean(
        string="Waits for my answer",
        compute="_compute_may_answer",
        search="_search_may_answer",
    )

    _one_of_a_target = models.UniqueIndex(
        "(assignment_id, kind, COALESCE(delivery_id, 0)) WHERE state != 'refused'",
        "This was asked for already (Điều 6.6).",
    )

    @api.depends("kind", "assignment_id.name")
    def _compute_display_name(self):
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        for cause in self:
            work = cause.assignment_id.name
            cause.display_name = joined(kinds.get(cause.kind), work, by=": ")

    @api.depends_context("uid")
    @api.depends("state")
    def _compute_may_answer(self):
        reasons = self._reasons_against("confirm")
        for cause in self:
            cause.may_answer = not reasons[cause]

    def _search_may_answer(self, operator, value):
        if operator != "in":
            return NotImplemented
        mine = self.env["kpi.delegation"]._acting_for()
        answerable = Domain("state", "=", "asked") & Domain("authority_id", "in", mine)
        answerable &= Domain("employee_user_id", "!=", self.env.uid)
        return answerable if True in value else ~answerable

    def _reasons_of_step(self, step):
        closed = self.assignment_id._reasons_against_changing_facts()
        day = self.env["kpi.regulation.clause"]._today()
        # sudo: who stands in for whom is asked for everybody
        authorities = self.sudo().authority_id
        substitutes = self.env["kpi.delegation"]._substitutes(authorities, day)
        return {
            cause: cause._reason_of_role(substitutes)
            or closed[cause.assignment_id]
            or cause._reason_of_open_work(step)
            for cause in self
        }

    def _reason_of_role(self, substitutes):
        if self.employee_user_id == self.env.user:
            return self.env._("Nobody confirms a cause of their own (Điều 6.6, 9).")
        # sudo: who stands in for whom is asked for everybody
        authority = self.sudo().authority_id
        if self.env.user in (authority | substitutes.get(authority, authority)).user_id:
            return ""
        return self.env._(
            "Only %(authority)s confirms or refuses the objective cause of “%(work)s” "
            "(Điều 6.6).",
            authority=authority.name,
            work=self.assignment_id.name,
        )

    def _reason_of_open_work(self, step):
        # sudo: not all hand-ins were for the one who answers
        hand_ins = self.assignment_id.sudo().delivery_ids
        if (step, self.kind) != ("confirm", "waive"):
            return ""
        if "pending" not in hand_ins.mapped("verdict"):
            return ""
        return self.env._(
            "A part of “%(work)s” still waits for its verdict; the rest is waived "
            "after that (Điều 11.2.a).",
            work=self.assignment_id.name,
        )

    def action_confirm(self, answer=""):
        """Confirm the objective causes: what they concern no longer counts.

        For the named authority or their substitute, until the sheet is reviewed
        (Điều 6.6); ``answer`` is an optional sentence. UserError names every cause
        for which it is refused.
        """
        return self._answer("confirm", answer)

    def action_refuse(self, answer=""):
        """Refuse the objective causes, saying why (Điều 6.6).

        For the named authority or their substitute, until the sheet is reviewed.
        """
        self._check_step("refuse")
        if not all((answer or cause.answer or "").strip() for cause in self):
            raise UserError(
                self.env._("Say why the objective cause is not accepted (Điều 6.6).")
            )
        return self._answer("refuse", answer)

    def _answer(self, step, answer):
        self._check_step(step)
        values = {
            "answered_by_id": self.env.uid,
            "answered_on": self.env["kpi.regulation.clause"]._today(),
        }
        words = self.grouped(lambda one: (answer or one.answer or "").strip())
        for sentence, causes in words.items():
            causes._take(step, values | {"answer": sentence})
        self._log_answers()
        self.assignment_id._refresh_sheets()
        return True

    def _log_answers(self):
        states = dict(self._fields["state"]._description_selection(self._spoken().env))
        self._log({one: f"{states[one.state]}. {one.answer or ''}" for one in self})

    def _spoken(self):
        """The causes in the language of whoever acts, whatever asked for the step."""
        return self.with_context(lang=self.env.user.lang)

    def _log(self, words):
        """Note in the history of each work what became of its cause."""
        for causes in self._spoken()._one_for_each_work():
            # sudo: the log is written by the step, not by hand
            causes.assignment_id.sudo()._message_log_batch(
                {
                    one.assignment_id.id: f"{one.display_name}. {words[one]}"
                    for one in causes
                }
            )

    def _one_for_each_work(self):
        """The causes in turns, so that no turn has two of the same work."""
        left = self
        while left:
            turn = self.browse(
                causes[0].id for causes in left.grouped("assignment_id").values()
            )
            yield turn
            left -= turn

    def write(self, vals):
        if not self.env.su:
            if set(vals) - {"answer"}:
                raise UserError(
                    self.env._("What was asked for does not change; it is answered.")
                )
            self._check_step("refuse")
        return super().write(vals)
