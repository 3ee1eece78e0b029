from odoo import models

from ..base.paper_text import ACTING, long_date

AUTHORITY = ["CẤP CÓ THẨM QUYỀN", "THEO DÕI, ĐÁNH GIÁ"]


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
        own = self._signature(
            ["NGƯỜI TỰ ĐÁNH GIÁ"], self.self_assessed_on, self.employee_name
        )
        if self.decider_id:
            return [own, self._evaluator_signature(), self._decider_signature()]
        authority = [*AUTHORITY, *self._acting_words()]
        judge = self.body_id.chair_id.name or self.evaluator_name
        judged_on = self.decided_on or self.reviewed_on
        decided_by = self.decided_by_id.name
        return [own, self._signature(authority, judged_on, decided_by or judge)]

    def _evaluator_signature(self):
        heading = [*AUTHORITY, *(self._for_the_body() if self.body_id else [])]
        return self._signature(heading, self.reviewed_on, self.evaluator_name)

    def _decider_signature(self):
        return self._signature(
            ["NGƯỜI QUYẾT ĐỊNH", "XẾP LOẠI", *self._acting_for(self.decider_id)],
            self.decided_on,
            self.decided_by_id.name or self.decider_id.name,
        )

    def _acting_words(self):
        if self.body_id:
            return self._for_the_body()
        return self._acting_for(self.evaluator_id)

    def _for_the_body(self):
        acting = ACTING[self.department_id._paper_style()]["body"]
        return [f"{acting} {self.body_id.name.upper()}"]

    def _signature(self, heading, moment, name):
        place = self.company_id.city or "..............."
        return {
            "place_and_day": f"{place}, {long_date(moment)}",
            "heading": heading,
            "name": name or "",
        }

    def _acting_for(self, principal):
        """How a substitute who decided signs: for the head, or by the head's order."""
        signer = self.decided_by_id.employee_ids.filtered(
            lambda one: one.company_id == self.company_id
        )
        if not signer or signer == principal:
            return []
        how = "deputy" if signer.kpi_position_category == "deputy" else "order"
        acting = ACTING[self.department_id._paper_style()][how]
        return [
            f"{acting} {(principal.job_title or 'NGƯỜI ĐỨNG ĐẦU').upper()}",
            (signer.job_title or "").upper(),
        ]
