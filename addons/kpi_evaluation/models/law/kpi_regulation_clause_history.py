from odoo import api, models
from odoo.exceptions import UserError
from odoo.tools import split_every

SHEETS_AT_ONCE = 500


class KpiRegulationClause(models.Model):
    """A new rule and the months it holds for: judged ones keep their rules."""

    _inherit = "kpi.regulation.clause"

    @api.model_create_multi
    def create(self, vals_list):
        rows = super().create(vals_list)
        for row in rows:
            sheets = row._sheets_concerned()
            if not self.env.su:
                row._check_not_assessed(sheets)
            row._score_again(sheets)
        return rows

    def _score_again(self, sheets):
        """Score and let go of some at a time: memory stays flat, and all or none hold.

        Nothing is stored for good before the rule is.
        """
        for some in split_every(SHEETS_AT_ONCE, sheets.ids, sheets.browse):
            some._recompute_scores()
            self.env.invalidate_all()

    def _sheets_concerned(self):
        self.ensure_one()
        domain = [("period_id.date_start", ">=", self.date_from)]
        if self.company_id:
            domain.append(("company_id", "=", self.company_id.id))
        # sudo: a rule holds for all sheets, whoever adds it
        return self.env["kpi.appraisal"].sudo().search(domain)

    def _check_not_assessed(self, sheets):
        # Asked of the database: reading as many sheets would fill the memory.
        assessed = sheets.search([("id", "in", sheets.ids), ("state", "!=", "draft")])
        if assessed:
            raise UserError(
                self.env._(
                    "The month %(month)s has already been assessed by the rules in "
                    "force; let the new rule begin with a later month.",
                    month=assessed.period_id.sorted("date_start")[-1].name,
                )
            )
