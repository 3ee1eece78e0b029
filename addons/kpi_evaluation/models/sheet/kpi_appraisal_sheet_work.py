from odoo import models

from ...regulation.ratios import earned
from ..base.paper_text import UNKNOWN, plain
from ..base.portal_text import shown_date


class KpiAppraisal(models.Model):
    """The task table of the paper: the Handbook's columns 1 to 14 (chương VI)."""

    _inherit = "kpi.appraisal"

    # Column of the table → the ratio whose earned units stand in it.
    EARNED_COLUMNS = {
        "done_worth": "quantity",
        "on_time": "progress",
        "flawless": "quality",
    }

    def _work_tables(self):
        """{sheet: the tables of planned and of extra work, as text}."""
        # sudo: the score counts all work, whoever of the two prints it
        assignments = self.env["kpi.assignment"].sudo()
        of_sheets = [
            ("employee_id", "in", self.employee_id.ids),
            ("period_id", "in", self.period_id.ids),
            *assignments._scored_domain(),
        ]
        work = assignments.search(of_sheets, order="id")
        by_month = work.grouped(lambda one: (one.employee_id, one.period_id))
        products = self._products()
        return {
            sheet: sheet._work_table_pair(
                list(
                    zip(
                        by_month.get((sheet.employee_id, sheet.period_id), ()),
                        products[sheet],
                        strict=True,
                    )
                )
            )
            for sheet in self
        }

    def _work_table_pair(self, pairs):
        self.ensure_one()
        pairs.sort(key=lambda pair: (pair[0].date_deadline, pair[0].id))
        planned = [pair for pair in pairs if not pair[1].extra]
        extra = [pair for pair in pairs if pair[1].extra]
        return {
            "planned": self._work_table(planned)
            | {"directing": self._directing_row(), "ratios": self._column_ratios()},
            "extra": self._work_table(extra),
        }

    def _work_table(self, pairs):
        """The rows and the totals of some work, as text."""
        rules = self.period_id._rulebook()
        products = [product for _work, product in pairs]
        return {
            "rows": [
                {"number": str(number), **work._paper_row()}
                | self._units([product], rules)
                | {"lates": plain(product.lates), "faults": plain(product.faults)}
                for number, (work, product) in enumerate(pairs, start=1)
            ],
            "totals": self._units(products, rules),
        }

    def _units(self, products, rules):
        """The converted columns of one product or of all, in standard units."""
        worth = sum(product.worth for product in products)
        return {"worth": plain(worth, rules.shown_decimals)} | {
            column: plain(earned(products, ratio, rules), rules.shown_decimals)
            for column, ratio in self.EARNED_COLUMNS.items()
        }

    def _directing_row(self):
        """What is directed, under the converted columns; {} where nothing is."""
        steps = (self.trace or {}).get("steps", ())
        directed = {
            step["code"]: dict(step["terms"]).get("directing") for step in steps
        }
        if not directed.get("assigned_base"):
            return {}
        row = {"worth": self._shown(directed["assigned_base"])}
        for column, ratio in self.EARNED_COLUMNS.items():
            row[column] = self._shown(directed[ratio])
        return row

    def _column_ratios(self):
        """The ratio under each converted column."""
        values = {row["code"]: row["value"] for row in self._trace_rows()}
        return {
            column: values.get(ratio) or UNKNOWN
            for column, ratio in self.EARNED_COLUMNS.items()
        }


class KpiAssignment(models.Model):
    """An assignment as a row of the paper."""

    _inherit = "kpi.assignment"

    def _paper_row(self):
        self.ensure_one()
        directing = " (chỉ đạo, điều hành)" if self.role == "directing" else ""
        return {
            "work": f"{self.name}{directing}",
            "deadline": shown_date(self.date_deadline),
            "product": self.product,
            "coefficient": plain(self.coefficient),
            "quantity": plain(self.quantity),
            "done": plain(self.done_quantity),
            "finished": self._finished_in_words(),
        }

    def _finished_in_words(self):
        """The day of the last accepted hand-in, or how far the work has come."""
        self.ensure_one()
        by_verdict = self.delivery_ids.grouped("verdict")
        if "accepted" in by_verdict:
            return shown_date(max(by_verdict["accepted"].mapped("date")))
        if "pending" in by_verdict:
            return "Chờ nghiệm thu"
        if self.state == "handed_back":
            return "Đã trả lại"
        return "Bị trả lại" if by_verdict else "Chưa nộp"
