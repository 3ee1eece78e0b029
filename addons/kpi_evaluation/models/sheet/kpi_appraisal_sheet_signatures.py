from odoo import models

from ..base.paper_text import long_date


class KpiAppraisal(models.Model):
    """Who signs the paper: the person, who judges them and who decides (Điều 9, 16)."""

    _inherit = "kpi.appraisal"

    def _authority_in_words(self):
        """Who judges, a collective or a person, by which clause; "" where nobody."""
        self.ensure_one()
        person = filter(None, (self.evaluator_name, self.evaluator_title))
        who = self.body_id.name or ", ".join(person)
        clause = self.authority_clause
        return f"{who} ({clause})" if who and clause else who

    def _signatures(self):
        """Those who sign, each with place and day; a day to come is left open."""
        self.ensure_one()
        authority = ["CẤP CÓ THẨM QUYỀN", "THEO DÕI, ĐÁNH GIÁ"]
        if self.body_id:
            authority.append(f"TM. {self.body_id.name.upper()}")
        decider = self.decided_by_id.name
        own = self._signature(
            ["NGƯỜI TỰ ĐÁNH GIÁ"], self.self_assessed_on, self.employee_name
        )
        if self.decider_id:
            return [
                own,
                self._signature(authority, self.reviewed_on, self.evaluator_name),
                self._signature(
                    ["NGƯỜI QUYẾT ĐỊNH", "XẾP LOẠI"],
                    self.decided_on,
                    decider or self.decider_id.name,
                ),
            ]
        judge = self.body_id.chair_id.name or self.evaluator_name
        judged_on = self.decided_on or self.reviewed_on
        return [own, self._signature(authority, judged_on, decider or judge)]

    def _signature(self, heading, moment, name):
        place = self.company_id.city or "..............."
        return {
            "place_and_day": f"{place}, {long_date(moment)}",
            "heading": heading,
            "name": name or "",
        }
