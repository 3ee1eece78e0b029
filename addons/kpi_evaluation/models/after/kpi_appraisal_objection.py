from odoo import api, fields, models
from odoo.exceptions import UserError


class KpiAppraisal(models.Model):
    """The objections to a result, as the person makes them (Điều 20.5)."""

    _inherit = "kpi.appraisal"

    objection_ids = fields.One2many("kpi.objection", "appraisal_id")
    objection_count = fields.Integer(compute="_compute_objection_count")
    is_mine_to_answer = fields.Boolean(
        string="Petition to oneself",
        compute="_compute_is_mine_to_answer",
        search="_search_is_mine_to_answer",
    )

    @api.depends("objection_ids")
    def _compute_objection_count(self):
        counts = dict(
            self.env["kpi.objection"]._read_group(
                [("appraisal_id", "in", self.ids)], ["appraisal_id"], ["__count"]
            )
        )
        for sheet in self:
            sheet.objection_count = counts.get(sheet, 0)

    @api.depends_context("uid")
    @api.depends("objection_ids")
    def _compute_is_mine_to_answer(self):
        mine = self.filtered_domain(self._with_petition_to_me())
        for sheet in self:
            sheet.is_mine_to_answer = sheet in mine

    def _search_is_mine_to_answer(self, operator, value):
        if operator != "in" or set(value) != {True}:
            return NotImplemented
        return self._with_petition_to_me()

    @api.model
    def _with_petition_to_me(self):
        """The sheets of those whose petition the user answers or has answered."""
        objections = self.env["kpi.objection"]
        # sudo: the domain says whose they are
        mine = objections.sudo().search(objections._mine_to_answer())
        return [("id", "in", mine.appraisal_id.ids)]

    def object(self, kind, text, files=()):
        """Object to one's own published result; return the objection's id.

        ``kind``: "reservation", kept with the sheet, or "petition", answered by the
        superior. ``files``: (name, base64 content) pairs. No time limit. UserError
        before the publication, on another's sheet, without words, while a petition
        waits, or for what was said already (Điều 20.5).
        """
        self.ensure_one()
        self._check_step("object")
        objections = self.env["kpi.objection"]
        if kind not in objections._fields["kind"].get_values(self.env):
            raise UserError(
                self.env._("Choose: a reservation that is kept, or a petition.")
            )
        text = (text or "").strip() if isinstance(text, str) else ""
        if not text:
            raise UserError(self.env._("Write what you do not agree with."))
        self._check_not_said_already(kind, text)
        # sudo: people have no right to write; the step is their right
        objection = objections.sudo().create(self._objection_values(kind, text))
        objection._attach_given(files)
        return objection.id

    def _check_not_said_already(self, kind, text):
        # sudo: all that was said on this sheet, whoever may read it
        said = self.sudo().objection_ids
        if kind == "petition" and "waiting" in said.mapped("state"):
            raise UserError(
                self.env._(
                    "Your petition on this sheet still waits for its answer "
                    "(Điều 20.5)."
                )
            )
        if said.filtered(lambda one: (one.kind, one.text) == (kind, text)):
            raise UserError(self.env._("This is recorded already; nothing was added."))

    def _objection_values(self, kind, text):
        today = self.env["kpi.regulation.clause"]._today()
        values = {
            "appraisal_id": self.id,
            "kind": kind,
            "text": text,
            "received_on": today,
            "state": "kept",
        }
        if kind == "petition":
            objections = self.env["kpi.objection"]
            rules = self.env["kpi.regulation.clause"]._rulebook(today, self.company_id)
            values |= objections._answerer_values(self, rules)
            due = objections._due_date(self.company_id, today, rules)
            values |= {"state": "waiting", "due_date": due}
        return values

    def action_open_objections(self):
        """The objections to these results."""
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "kpi_evaluation.kpi_objection_action"
        )
        return action | {"domain": [("appraisal_id", "in", self.ids)], "context": {}}

    def _is_found_wrong_by(self, user):
        """Whether a user has answered a petition on this sheet as right."""
        self.ensure_one()
        # sudo: the answer counts, whoever may read it
        return any(
            one.outcome == "changed" and one.answered_by_id == user
            for one in self.sudo().objection_ids
        )
