from markupsafe import escape

from odoo import api, models
from odoo.exceptions import UserError

from ..month.kpi_period_opening import UNNOTED


class KpiAppraisal(models.Model):
    """A sheet follows its person who moves within the month (Điều 6.2).

    While it is open, unit, title, group and evaluator are copied anew from the day
    that the rule ``unit_of_month`` says. Category and form follow only where nobody
    has given points yet.
    """

    _inherit = "kpi.appraisal"

    KEPT_IN_A_MOVE = ("position_category", "form_id")

    @api.model
    def _copies(self, period, employees):
        """{employee: what is copied onto the month's sheet}."""
        copies = {}
        for day, some in period._by_day_of_unit(employees).items():
            copies |= self._snapshots(period, some, day)
        return copies

    def action_follow_move(self, reason):
        """Copy unit, title and evaluator anew, because the person has moved.

        For the HR officer, until the opinion is given. ``reason``: the document of
        the move; it is kept in the sheet's log (Điều 6.2).
        """
        self._check_step("follow_move")
        if not (reason or "").strip():
            raise UserError(self.env._("Name the document of the move (Điều 6.2)."))
        followed = self.browse()
        for period, sheets in self.grouped("period_id").items():
            copies = self._copies(period, sheets.employee_id)
            for sheet in sheets:
                followed += sheet._follow(copies[sheet.employee_id], reason)
        followed._leaders_of_month()._recompute_scores()
        followed._recompute_scores()
        return True

    def _follow(self, copy, reason):
        """Take a copy onto the sheet; return the sheet, a new one for a new form."""
        self.ensure_one()
        if copy["position_category"] == self.position_category:
            note = self._sentence_of_move(copy, reason)
            self._take("follow_move", self._moved(copy))
        elif self._is_untouched():
            return self._opened_anew(copy, reason)
        else:
            note = self.env._(
                "%(move)s The form stays: points are given on it already.",
                move=self._sentence_of_move(copy, reason),
            )
            self._take("follow_move", self._moved(copy))
        # sudo: the log is written by the step, not by hand
        self.sudo()._message_log(body=escape(note))
        return self

    def _moved(self, copy):
        empty = {"decider_id": False, "authority_note": False}
        kept = self.KEPT_IN_A_MOVE
        return empty | {name: copy[name] for name in copy if name not in kept}

    def _opened_anew(self, copy, reason):
        """Another sheet in the place of one that nobody has worked on."""
        note = self._sentence_of_move(copy, reason)
        values = {"employee_id": self.employee_id.id, "period_id": self.period_id.id}
        self.unlink()
        # sudo: nobody has the right to create sheets by hand
        sheet = self.sudo().browse().with_context(**UNNOTED).create(values)
        sheet._message_log(body=escape(note))
        return sheet.with_env(self.env)

    def _sentence_of_move(self, copy, reason):
        return self.env._(
            "Unit: %(before)s → %(after)s. %(reason)s",
            before=self.department_name or "–",
            after=copy["department_name"] or "–",
            reason=reason,
        )
