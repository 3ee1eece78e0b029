from odoo import models

from ...regulation.coefficient import coefficient_of
from ...regulation.values import exact
from ...report.catalogue_book import Book, Line, write_book

PARTS = {"leaders": "Phần lãnh đạo, quản lý", "all": "Phần dùng chung"}
ROUNDING = {"half_up": "ROUND", "down": "ROUNDDOWN"}


class KpiCatalogue(models.Model):
    """A version as the workbook of the Handbook's forms, Phụ lục I to III."""

    _inherit = "kpi.catalogue"

    def action_export(self):
        """The catalogue as .xlsx in the Handbook's forms, for whoever reads it."""
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_url",
            "url": f"/kpi/catalogue/{self.id}/xlsx",
            "target": "self",
        }

    def _xlsx(self):
        """The content of the workbook, read with the rights of the current user."""
        self.ensure_one()
        rules = self._rulebook()
        items = self.env["kpi.catalogue.item"].search(
            [("catalogue_id", "=", self.id)], order="annex, code"
        )
        parts = {}
        for item in items:
            parts.setdefault(item._part(), []).append(item._line(rules))
        return write_book(
            Book(
                agency=self.company_id.name,
                decision=self._decision_on_paper(),
                standard_points=self.standard_points,
                rounding=ROUNDING[rules.coefficient_rounding],
                decimals=rules.coefficient_decimals,
                parts=dict(sorted(parts.items())),
            )
        )

    def _decision_on_paper(self):
        if self.state == "draft":
            return "(Dự thảo)"
        day = f"ngày {self.decision_date:%d/%m/%Y}"
        return (
            f"(Kèm theo Quyết định số {self.decision_number} {day} "
            f"của {self.decision_authority})"
        )


class KpiCatalogueItem(models.Model):
    """A product as a line of the Handbook's forms."""

    _inherit = "kpi.catalogue.item"

    def _part(self):
        """The part of the catalogue that it is listed in: (rank, title)."""
        if self.audience == "all" and (self.department_id or self.division):
            return (len(PARTS), self.department_id.name or self.division)
        return (list(PARTS).index(self.audience), PARTS[self.audience])

    def _line(self, rules):
        standard = exact(self.catalogue_id.standard_points)
        return Line(
            name=self.name,
            detail=self.detail or "",
            product=self.product or "",
            frequency=self.frequency or "",
            people=self.people or "",
            group=self.group_id.code,
            limit=self.group_id.points_max,
            points=self.points,
            coefficient=self.coefficient,
            note=self.note or "",
            is_standard=self.is_standard,
            follows_formula=self._follows(standard, rules),
        )

    def _follows(self, standard, rules):
        """Whether the approved coefficient is what the rule makes of the points now."""
        converted = coefficient_of(exact(self.points), standard, rules)
        return converted == exact(self.coefficient)
