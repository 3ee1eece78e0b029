from odoo import api, fields, models

from ..base.names import joined
from ..month.kpi_period_opening import UNNOTED


class KpiSession(models.Model):
    """The sheets of a month that one authority judges together (Điều 9, 16).

    A head's people, or those whom a collective judges. Which sheets belong to it
    follows from whom the sheets name, so a change of evaluator moves them by itself.
    """

    _name = "kpi.session"
    _description = "Evaluation Session"
    _inherit = ["kpi.fixed.mixin", "mail.thread"]
    _order = "period_id desc, body_id, department_id, id"

    FIXED_FIELDS = (
        "name",
        "period_id",
        "department_id",
        "evaluator_id",
        "body_id",
        "decider_id",
    )

    name = fields.Char(required=True, readonly=True)
    period_id = fields.Many2one(
        "kpi.period", string="Month", required=True, index=True, ondelete="restrict"
    )
    company_id = fields.Many2one(related="period_id.company_id", store=True, index=True)
    department_id = fields.Many2one(
        "hr.department", string="Unit", readonly=True, ondelete="restrict"
    )
    evaluator_id = fields.Many2one(
        "hr.employee", readonly=True, index=True, ondelete="restrict"
    )
    body_id = fields.Many2one(
        "kpi.body", string="Collective", readonly=True, index=True, ondelete="restrict"
    )
    decider_id = fields.Many2one(
        "hr.employee", string="Decides", readonly=True, index=True, ondelete="restrict"
    )
    evaluator_user_id = fields.Many2one(
        related="evaluator_id.user_id", store=True, string="Evaluator's user"
    )
    decider_user_id = fields.Many2one(
        related="decider_id.user_id", store=True, string="Decider's user"
    )

    _one_an_authority = models.UniqueIndex(
        "(period_id, COALESCE(body_id, 0), COALESCE(evaluator_id, 0), "
        "COALESCE(decider_id, 0))",
        "This authority already has a session for the month.",
    )

    @api.depends("name", "period_id.name")
    def _compute_display_name(self):
        for session in self:
            session.display_name = joined(session.name, session.period_id.name)

    @api.model
    def _ensure(self, periods):
        """Have a session for every authority that sheets of these months name."""
        # sudo: sessions follow from the sheets, whoever opened them
        sessions = self.sudo().with_context(**UNNOTED)
        found = sessions.search([("period_id", "in", periods.ids)])
        missing = sessions._authorities(periods) - {one._key() for one in found}
        return sessions.create(sessions._values(sorted(missing)))

    @api.model
    def _authorities(self, periods):
        """{(period, body, evaluator, decider)} as ids that sheets name, 0 for none."""
        groups = self.env["kpi.appraisal"]._read_group(
            [
                ("period_id", "in", periods.ids),
                ("state", "!=", "annulled"),
                ("is_external", "=", False),
                "|",
                ("evaluator_id", "!=", False),
                ("body_id", "!=", False),
            ],
            ["period_id", "body_id", "evaluator_id", "decider_id"],
        )
        return {
            (
                period.id,
                body.id or 0,
                0 if body else evaluator.id,
                decider.id or 0,
            )
            for period, body, evaluator, decider in groups
        }

    @api.model
    def _values(self, keys):
        """The values of a session for each key, in their order."""
        people, bodies = self.env["hr.employee"], self.env["kpi.body"]
        leaders = people.browse({leader for _p, _b, leader, _d in keys if leader})
        leaders = leaders.grouped("id")
        return [
            {
                **self._named(leaders.get(leader, people), bodies.browse(body)),
                "period_id": period,
                "body_id": body,
                "evaluator_id": leader,
                "decider_id": decider,
            }
            for period, body, leader, decider in keys
        ]

    @api.model
    def _named(self, leader, body):
        unit = leader.department_id
        names = (unit.name, leader.name) if leader else (body.name,)
        return {"name": " – ".join(filter(None, names)), "department_id": unit.id}

    def _key(self):
        self.ensure_one()
        fixed = (self.period_id, self.body_id, self.evaluator_id, self.decider_id)
        return tuple(one.id or 0 for one in fixed)

    @api.model
    def _key_of_sheet(self, sheet):
        """The key of the session in which a sheet is judged."""
        evaluator = 0 if sheet.body_id else sheet.evaluator_id.id or 0
        return (
            sheet.period_id.id,
            sheet.body_id.id or 0,
            evaluator,
            sheet.decider_id.id or 0,
        )
