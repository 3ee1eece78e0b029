from odoo import api, fields, models

from .kpi_quota import WHOLE


class KpiSession(models.Model):
    """Where the units of a session stand against their share of A (Điều 8.5)."""

    _inherit = "kpi.session"

    quota_html = fields.Html(
        compute="_compute_quota_html", sanitize=False, string="Share of A"
    )

    @api.depends_context("uid", "lang")
    @api.depends("appraisal_ids")
    def _compute_quota_html(self):
        for session in self:
            session.quota_html = self.env["ir.qweb"]._render(
                "kpi_evaluation.session_quota",
                {
                    "rows": session._quota_rows(),
                    "basis": session._quota_basis(),
                    "decisions": session._quota_decisions(),
                },
            )

    def _quota_rows(self):
        """The tallies in which people of the session count, as text and numbers."""
        self.ensure_one()
        tallies = self.env["kpi.quota"]._tallies(self.period_id)
        keys = self.appraisal_ids._quota_keys().values()
        own = sorted({key for pair in keys for key in pair}, key=_unit_first)
        return [
            {
                "name": self._quota_name(*key),
                "is_whole": key[1] == WHOLE,
                "rated_a": tallies[key].rated_a,
                "rated_b": tallies[key].rated_b,
                "pending": tallies[key].pending,
                "limit": tallies[key].limit,
                "over": tallies[key].over,
                "is_open": tallies[key].is_open,
                "is_exceptional": tallies[key].exceptional,
            }
            for key in own
            if key in tallies
        ]

    def _quota_name(self, unit, group):
        # sudo: names of units and groups, for whoever sees the session
        env = self.sudo().env
        if group == WHOLE:
            agency = self.company_id.with_env(env).name
            return env["hr.department"].browse(unit).name if unit else agency
        name = env["kpi.task.group"].browse(group).name if group else ""
        return name or self.env._("Without a group")

    def _quota_basis(self):
        """How the limit is counted, in words, from the rules in force."""
        rules = self.period_id._rulebook()
        base = {
            "rated_b": self.env._("of those in class B"),
            "rated_a_b": self.env._("of those in class A and B"),
        }[rules.quota_base]
        rounding = {
            "down": self.env._("rounded down"),
            "half_up": self.env._("rounded half up"),
            "at_least_one": self.env._("rounded down, at least one"),
        }[rules.quota_rounding]
        return self.env._(
            "At most %(share)s%% %(base)s, %(rounding)s (%(clause)s). Counted by what "
            "is proposed or decided, over all sessions of the agency.",
            share=rules.quota_share,
            base=base,
            rounding=rounding,
            clause=rules.clause("quota_share"),
        )

    def _quota_decisions(self):
        """The decisions on a higher share in the month, a sentence each."""
        share = self.period_id._rulebook().quota_share_exceptional
        # sudo: a higher share holds for everybody, whoever may read its decision
        exceptions = self.env["kpi.quota.exception"].sudo()
        return [
            self.env._(
                "Up to %(share)s%% in %(unit)s by decision %(number)s of %(day)s, "
                "%(authority)s (Điều 8.5.b).",
                share=share,
                unit=self._quota_name(one.department_id.id, WHOLE),
                number=one.number,
                day=f"{one.date:%d/%m/%Y}",
                authority=one.authority,
            )
            for one in exceptions.search([("period_id", "=", self.period_id.id)])
        ]


def _unit_first(key):
    unit, group = key
    return unit, group != WHOLE, group if group != WHOLE else 0
