from odoo import api, fields, models

from ..regulation.values import exact, shown


class KpiAppraisal(models.Model):
    """The trace of a score in words, for the screen, the portal and the paper."""

    _inherit = "kpi.appraisal"

    trace_html = fields.Html(
        string="How the score came about", compute="_compute_trace_html", sanitize=False
    )

    @api.depends("trace")
    def _compute_trace_html(self):
        for sheet in self:
            sheet.trace_html = self.env["ir.qweb"]._render(
                "kpi_evaluation.score_trace",
                {"rows": sheet._trace_rows(), "missing": sheet._missing_sentences()},
            )

    def _missing_sentences(self):
        """Why the sheet has no score, one sentence each."""
        self.ensure_one()
        texts = {
            "nothing_assigned": self.env._(
                "no work of the plan was assigned (Điều 15.1)"
            ),
            "criterion_without_points": self.env._(
                "a general criterion has no points yet (Điều 7.2)"
            ),
            "subordinate_undecided": self.env._(
                "somebody led is not decided yet (Điều 12.3.a)"
            ),
            "organising_not_chosen": self.env._("đ is not chosen yet (Điều 12.3.b)"),
            "unity_not_chosen": self.env._("e is not chosen yet (Điều 12.3.c)"),
        }
        codes = dict.fromkeys(
            code for code, _subject in (self.trace or {}).get("missing", ())
        )
        return [texts.get(code, code) for code in codes]

    def _step_labels(self):
        return {
            "assigned_base": self.env._("Assigned, in standard products (A)"),
            "quantity": self.env._("Quantity (a)"),
            "quality": self.env._("Quality (b)"),
            "progress": self.env._("Progress (c)"),
            "unit": self.env._("Result of the unit (d)"),
            "organising": self.env._("Organising the work (đ)"),
            "unity": self.env._("Unity of the unit (e)"),
            "result": self.env._("Result of the work, mean of the ratios"),
            "general": self.env._("General criteria"),
            "bonus": self.env._("Bonus"),
            "total": self.env._("Total"),
            "grade": self.env._("Class by points"),
        }

    def _trace_rows(self):
        """The trace as rows of text: label, calculation, value, clause."""
        self.ensure_one()
        labels = self._step_labels()
        return [
            {
                "code": step["code"],
                "label": labels.get(step["code"], step["code"]),
                "numerator": self._shown(step["numerator"]),
                "denominator": self._shown(step["denominator"]),
                "value": self._shown(step["value"]),
                "clause": step["clause"],
            }
            for step in (self.trace or {}).get("steps", ())
        ]

    def _shown(self, value):
        """A figure of the trace as Vietnamese readers write it, "" where unknown."""
        if not isinstance(value, str):
            return ""
        if "/" not in value:
            return value.upper()
        decimals = self.period_id._rulebook().shown_decimals
        return f"{shown(exact(value), decimals).normalize():f}".replace(".", ",")
