from odoo import api, fields, models

from ..base.paper_text import plain


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
        missing = (self.trace or {}).get("missing", ())
        sentences = (
            self._gap_texts(subject).get(code, code) for code, subject in missing
        )
        return list(dict.fromkeys(sentences))

    def _gap_texts(self, subject):
        """{code of a gap: the sentence that says what is missing}."""
        return {
            "nothing_assigned": self.env._(
                "no work of the plan was assigned (Điều 15.1)"
            ),
            "criterion_without_points": self.env._(
                "a general criterion has no points yet (Điều 7.2)"
            ),
            "organising_not_chosen": self.env._("đ is not chosen yet (Điều 12.3.b)"),
            "unity_not_chosen": self.env._("e is not chosen yet (Điều 12.3.c)"),
        }

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
                "parts": self._parts_in_words(step),
            }
            for step in (self.trace or {}).get("steps", ())
        ]

    def _parts_in_words(self, step):
        """What of a figure is the leader's own and what directed, "" for others."""
        parts = {name: self._shown(value) for name, value in step["terms"]}
        if "directing" not in parts:
            return ""
        return self.env._(
            "own work %(own)s + directing %(directing)s (Điều 12.1.b)",
            own=parts["own"],
            directing=parts["directing"],
        )

    def _shown(self, value):
        """A figure of the trace as Vietnamese readers write it, "" where unknown."""
        if not isinstance(value, str):
            return ""
        if "/" not in value:
            return value.upper()
        decimals = self.period_id._rulebook().shown_decimals
        return plain(value, decimals)
