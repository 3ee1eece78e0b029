from odoo import models

CAUSES = {
    "finding": "kết luận kiểm tra, giám sát",
    "objection": "kiến nghị được chấp nhận",
    "document": "văn bản",
}


class KpiAppraisal(models.Model):
    """What befell a sheet beside its points, on paper: a measure, an annulment."""

    _inherit = "kpi.appraisal"

    def _sheet_values(self):
        """{sheet: what its paper says}, with why it was annulled where it was."""
        values = super()._sheet_values()
        for sheet in self.filtered(lambda one: one.state == "annulled"):
            values[sheet] = values[sheet] | {"annulment": sheet._annulment_line()}
        return values

    def _class_lines(self):
        lines = super()._class_lines()
        if self.override_document:
            day = f"{self.override_date:%d/%m/%Y}"
            lines.append(
                f"Áp dụng Nghị định 335/2025/NĐ-CP Điều 20.4: {self.override_document} "
                f"ngày {day} của {self.override_authority}."
            )
        if self.supersedes_id:
            lines.append(
                "Phiếu này thay phiếu đã bị hủy ngày "
                f"{self._shown_day(self.supersedes_id.annulled_on)}."
            )
        return lines

    def _annulment_line(self):
        document = self.annulment_document or ""
        day = self.annulment_document_date
        of_day = f"ngày {day:%d/%m/%Y}" if day else ""
        cause = " ".join(filter(None, (CAUSES[self.annulment_cause], document, of_day)))
        annulled_on = self._shown_day(self.annulled_on)
        return (
            f"Đã hủy ngày {annulled_on} (Điều 6.8) theo {cause}: "
            + (self.annulment_reason or "").rstrip(".")
            + "."
        )
