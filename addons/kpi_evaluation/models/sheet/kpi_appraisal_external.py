from markupsafe import escape

from odoo import fields, models
from odoo.exceptions import UserError

from ...regulation.values import exact
from ..base.paper_text import CLASSES, plain
from ..base.portal_text import shown_date
from .kpi_appraisal import GRADES


class KpiAppraisal(models.Model):
    """The result of a central agency's leader, recorded from its notice (Điều 9.1).

    Such a sheet is judged nowhere here: no points are computed, it counts in no share
    of class A and for nobody's d, and is kept for the report.
    """

    _inherit = "kpi.appraisal"

    external_agency = fields.Char(string="Central agency", readonly=True, tracking=True)
    external_document = fields.Char(
        string="Number of the notice", readonly=True, tracking=True
    )
    external_date = fields.Date(
        string="Date of the notice", readonly=True, tracking=True
    )
    external_points = fields.Float(
        string="Points of the central agency",
        digits=(16, 2),
        readonly=True,
        aggregator=None,
        tracking=True,
    )
    external_points_given = fields.Boolean(readonly=True)
    may_record_external = fields.Boolean(compute="_compute_may")
    may_correct_external = fields.Boolean(compute="_compute_may")

    def _steps_with_buttons(self):
        return (*super()._steps_with_buttons(), "record_external", "correct_external")

    def action_record_external(self, result, reason=""):
        """Record the class that the central agency has given (Điều 9.1).

        ``result``: {"grade": a to d, "document": number of the notice, "date": its
        date, "agency": who issued it, "points": number or None}. On a sheet recorded
        before it is a correction and needs a reason; the old result stays in the log.
        For the HR officer, never on their own sheet. Raises UserError for a sheet that
        is judged here and for a result that is not complete.
        """
        for sheet in self:
            step = "correct_external" if sheet.grade else "record_external"
            sheet._check_step(step)
            if sheet.grade and not (reason or "").strip():
                raise UserError(
                    self.env._("Say why the recorded result is corrected (Điều 6.8).")
                )
            sheet._take(step, sheet._external_values(result))
        if reason:
            # sudo: the log is written by the step, not by hand
            self.sudo()._message_log_batch(dict.fromkeys(self.ids, escape(reason)))
        return True

    def _external_values(self, result):
        points = result.get("points")
        return self._external_notice(result) | {
            "external_agency": (result.get("agency") or "").strip(),
            "external_points": self._external_number(points),
            "external_points_given": points is not None,
            "published_on": fields.Datetime.now(),
        }

    def _external_notice(self, result):
        document = (result.get("document") or "").strip()
        day = fields.Date.to_date(result.get("date"))
        if result.get("grade") not in dict(GRADES) or not document or not day:
            raise UserError(
                self.env._(
                    "Give the class, the number and the date of the central agency's "
                    "notice (Điều 9.1)."
                )
            )
        today = self.env["kpi.regulation.clause"]._today()
        if not self.period_id.date_start <= day <= today:
            raise UserError(
                self.env._(
                    "The notice is dated between the first day of the month and today."
                )
            )
        return {
            "grade": result["grade"],
            "external_document": document,
            "external_date": day,
        }

    def _external_number(self, points):
        if points is None:
            return 0
        maximum = self.period_id._rulebook().total_max
        is_number = isinstance(points, int | float) and not isinstance(points, bool)
        if not is_number or not 0 <= points <= maximum:
            raise UserError(
                self.env._(
                    "Points are a number from 0 to %(maximum)s (Điều 8).",
                    maximum=plain(maximum),
                )
            )
        return points

    def _reason_against_record_external(self):
        return self._reason_against_own() or self._reason_against_judged_here()

    def _reason_against_correct_external(self):
        return self._reason_against_record_external()

    def _reason_against_judged_here(self):
        if self.is_external:
            return ""
        return self.env._(
            "%(person)s is judged here, step by step; no result is recorded from "
            "elsewhere (Điều 9.1, 16).",
            person=self.employee_name,
        )

    def _reason_against_self_assess(self):
        return self._reason_against_external() or super()._reason_against_self_assess()

    def _reason_against_save_self(self):
        return self._reason_against_external()

    def _reason_against_change_evaluator(self):
        return self._reason_against_external()

    def _employee_summary(self):
        summary = super()._employee_summary()
        if self.is_external and not self.grade:
            summary["stage"] = "external"
        return summary

    def _class_lines(self):
        """The class as the notice of the central agency gives it."""
        if not self.is_external or not self.grade:
            return super()._class_lines()
        day = shown_date(self.external_date)
        issuer = self.external_agency or "cơ quan Trung ương"
        given = CLASSES[self.grade]
        if self.external_points_given:
            given = f"{plain(exact(self.external_points))} điểm, {given}"
        return [
            f"Theo Thông báo số {self.external_document} ngày {day} của {issuer}: "
            f"{given}."
        ]
