from odoo import api, fields, models
from odoo.exceptions import UserError


class KpiQuotaPlan(models.TransientModel):
    """Try out who of a session stays in class A, before anything is written (Điều 8.5).

    The ranking is that of the whole unit; the session lowers only its own people.
    """

    _name = "kpi.quota.plan"
    _description = "Plan for the Share of A"

    session_id = fields.Many2one("kpi.session", required=True, readonly=True)
    quota_html = fields.Html(related="session_id.quota_html")
    reason = fields.Text(help="Written on the sheet of everyone who becomes class B.")
    line_ids = fields.One2many(
        "kpi.quota.plan.line",
        "plan_id",
        compute="_compute_line_ids",
        store=True,
        readonly=False,
    )
    kept_count = fields.Integer(compute="_compute_kept_count", string="Would stay A")

    @api.depends("line_ids.keeps_a")
    def _compute_kept_count(self):
        for plan in self:
            plan.kept_count = sum(plan.line_ids.mapped("keeps_a"))

    @api.depends("session_id")
    def _compute_line_ids(self):
        for plan in self:
            plan.line_ids = [
                fields.Command.clear(),
                *map(fields.Command.create, plan._ranked_lines()),
            ]

    def _ranked_lines(self):
        """The session's people who are rated A, best first, as values of lines."""
        ranking = self.env["kpi.quota"]._ranking(self.session_id.period_id)
        own = self.session_id.appraisal_ids.filtered(lambda one: one in ranking)
        return [
            {
                "appraisal_id": one.id,
                "rank": ranking[one][0],
                "fate": ranking[one][1],
                "keeps_a": ranking[one][1] == "keeps",
            }
            for one in own.sorted(lambda one: (ranking[one][0], one.id))
        ]

    def action_apply(self):
        """Propose class B, with the reason, for those of the plan who do not stay A."""
        self.ensure_one()
        lowered = self.line_ids.filtered(lambda line: not line.keeps_a).appraisal_id
        if not lowered:
            raise UserError(
                self.env._("Choose who becomes class B; nobody is lowered yet.")
            )
        if not (self.reason or "").strip():
            raise UserError(
                self.env._(
                    "Say why these people are class B though their points are those of "
                    "class A: the reason is published with the result (Điều 8.5)."
                )
            )
        lowered.write({"proposed_grade": "b", "grade_reason": self.reason})
        return {"type": "ir.actions.act_window_close"}
