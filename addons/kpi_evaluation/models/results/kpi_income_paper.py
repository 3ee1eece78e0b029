from odoo import models

from ...report.list_book import Column, Group, write_list
from ...report.money_words import in_words

PAYROLL = (
    Column("Mã CBCCVC"),
    Column("Họ và tên"),
    Column("Chức vụ, chức danh"),
    Column("Đơn vị"),
    Column("Tháng"),
    Column("Xếp loại"),
    Column("Hệ số", "float", 2),
    Column("Số tiền", "monetary", 0, is_summed=True),
    Column("Ghi chú"),
)


class KpiIncomeRun(models.Model):
    """The list that people sign, and the workbook for the payroll (Điều 17.3)."""

    _inherit = "kpi.income.run"

    def action_export(self):
        """The list as .xlsx for the payroll, keyed by staff code, for HR."""
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_url",
            "url": f"/kpi/income/{self.id}/xlsx",
            "target": "self",
        }

    def _xlsx(self):
        """The content of the workbook; who gets nothing is on it with the reason."""
        self.ensure_one()
        month = f"{self.period_id.date_start:%m/%Y}"
        rows = [
            [
                line.appraisal_id.employee_id.kpi_staff_code or "",
                line.employee_name,
                line.job_title or "",
                line.department_name or "",
                month,
                (line.grade or "").upper(),
                line.coefficient,
                line.amount,
                line.reason or "",
            ]
            for line in self.line_ids
        ]
        return write_list(PAYROLL, Group("", rows, []), "Thu nhập tăng thêm")

    def _income_papers(self):
        """[what the list to sign of each run says]."""
        self.check_access("read")
        return [run._income_paper() for run in self]

    def _income_paper(self):
        # sudo: the agency's name on its own paper
        agency = self.sudo().company_id
        paid = self.line_ids.filtered("amount")
        return agency._letterhead(self.department_id or None) | {
            "month": self.period_id._month_in_words(),
            "whose": self.department_id.name or agency.name,
            "is_draft": self.state == "draft",
            "decision": self.scale_id._decision_in_words(),
            "units": [
                (unit or "Chưa rõ đơn vị", [line._paper_row() for line in lines])
                for unit, lines in paid.grouped("department_name").items()
            ],
            "total": _money(self.total),
            "in_words": f"{in_words(int(self.total))} đồng",
            "unpaid": [
                f"{line.employee_name}: {line.reason}"
                for line in self.line_ids - paid
                if line.reason
            ],
        }


class KpiIncomeLine(models.Model):
    """A person's line on the list to sign."""

    _inherit = "kpi.income.line"

    def _paper_row(self):
        self.ensure_one()
        return {
            "name": self.employee_name or "",
            "title": self.job_title or "",
            "class": (self.grade or "").upper(),
            "coefficient": f"{self.coefficient:g}".replace(".", ","),
            "amount": _money(self.amount),
        }


def _money(amount):
    """Return an amount in đồng as Vietnamese papers write it: 1.234.567."""
    return f"{amount:,.0f}".replace(",", ".")
