from odoo import models

from ..base.paper_text import plain
from ..base.portal_text import shown_date


class KpiAssignment(models.Model):
    """What a confirmed objective cause excused, as the row of the paper says it."""

    _inherit = "kpi.assignment"

    def _paper_row(self):
        row = super()._paper_row()
        excused = "; ".join(self._excused_in_words())
        if not excused:
            return row
        row["work"] += f" (nguyên nhân khách quan đã được xác nhận: {excused})"
        row["quantity"] = plain(self.base_quantity)
        return row

    def _excused_in_words(self):
        if self.excused_fault_count:
            yield f"không tính {self.excused_fault_count} lần sai sót"
        if self.excused_late_count:
            yield f"không tính {self.excused_late_count} lần chậm"
        if self._has_waiver():
            waived = plain(self.quantity - self.base_quantity)
            yield f"miễn {waived} trong số {plain(self.quantity)} được giao"

    def _waiver_in_words(self):
        """A waived product: how much of what, and who confirmed the cause when."""
        cause = self.cause_ids.filtered(
            lambda one: (one.kind, one.state) == ("waive", "confirmed")
        )[:1]
        return (
            f"{self.name} (số lượng {plain(self.quantity)}, hệ số "
            f"{plain(self.coefficient)}): {cause.authority_id.name} xác nhận ngày "
            f"{shown_date(cause.answered_on)}."
        )


class KpiAppraisal(models.Model):
    """The products that count nowhere, because they were waived (Điều 6.6)."""

    _inherit = "kpi.appraisal"

    def _work_tables(self):
        tables = super()._work_tables()
        # sudo: the score counts all work, whoever of the two prints it
        waived = (
            self.env["kpi.assignment"]
            .sudo()
            .search(
                [
                    ("employee_id", "in", self.employee_id.ids),
                    ("period_id", "in", self.period_id.ids),
                    ("is_waived", "=", True),
                ],
                order="date_deadline, id",
            )
        )
        by_month = waived.grouped(lambda one: (one.employee_id, one.period_id))
        for sheet in self:
            rows = by_month.get((sheet.employee_id, sheet.period_id), ())
            tables[sheet]["waived"] = [one._waiver_in_words() for one in rows]
        return tables
