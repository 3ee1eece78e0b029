"""Catalogue files of the shape that communes use, and their import as HR."""

import base64
import csv
import io
import re
from datetime import date

import openpyxl

from .catalogues import DECISION
from .common import KpiCase

HEADINGS = (
    "phu_luc",
    "ma",
    "phong",
    "nhiem_vu",
    "cong_viec_chi_tiet",
    "san_pham",
    "nhom",
    "khung_diem",
    "diem",
    "he_so",
)
FRAMES = {"N1": (1, 10), "N2": (11, 50), "N3": (51, 100), "N4": (101, 200)}
STANDARD = 5


def product(number, group="N1", **cells):
    """A row as {heading: cell}; its points are those of the middle of its frame."""
    low, high = FRAMES[group]
    points = (low + high) // 2
    row = {
        "phu_luc": "PL IV",
        "ma": f"KT.{number:02}",
        "phong": "Phòng Kinh tế",
        "nhiem_vu": f"Tham mưu nhiệm vụ số {number}",
        "cong_viec_chi_tiet": "Rà soát, tổng hợp; đề xuất phương án",
        "san_pham": "Tờ trình/kế hoạch",
        "nhom": group,
        "khung_diem": f"{low}-{high}",
        "diem": str(points),
        "he_so": f"{points / STANDARD:.1f}",
    }
    return row | cells


def catalogue(number):
    """Rows of a whole catalogue, in turn of the four groups."""
    groups = list(FRAMES)
    return [product(index, groups[index % 4]) for index in range(1, number + 1)]


def table(rows, headings=HEADINGS):
    return [list(headings), *([row.get(name, "") for name in HEADINGS] for row in rows)]


def as_csv(rows, encoding="utf-8", headings=HEADINGS, **dialect):
    output = io.StringIO(newline="")
    csv.writer(output, **dialect).writerows(table(rows, headings))
    return output.getvalue().encode(encoding)


def as_xlsx(rows, headings=HEADINGS, change=None):
    """Numbers that are written as whole or with a point become numbers of Excel."""
    book = openpyxl.Workbook()
    sheet = book.active
    for cells in table(rows, headings):
        sheet.append([_number(cell) for cell in cells])
    for row in sheet.iter_rows():
        for cell in row:
            if cell.data_type == "f":
                cell.data_type = "s"
    if change:
        change(sheet)
    output = io.BytesIO()
    book.save(output)
    return output.getvalue()


def _number(cell):
    if re.fullmatch(r"-?[0-9]+([.][0-9]+)?", cell):
        return float(cell)
    return cell or None


class CatalogueImportCase(KpiCase):
    """An empty catalogue and an HR officer who imports into it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.catalogue = (
            cls.env["kpi.catalogue"]
            .with_user(cls.hr)
            .create(
                {
                    "name": "Danh mục của xã",
                    "company_id": cls.company.id,
                    "date_from": date(2026, 6, 1),
                    "standard_points": STANDARD,
                }
            )
        )

    def _upload(self, content, name="danh-muc.csv", user=None):
        return (
            self.env["kpi.catalogue.import"]
            .with_user(user or self.hr)
            .create(
                {
                    "catalogue_id": self.catalogue.id,
                    "file": base64.b64encode(content),
                    "file_name": name,
                }
            )
        )

    def _check(self, content, name="danh-muc.csv"):
        wizard = self._upload(content, name)
        wizard.action_check()
        return wizard

    def _import(self, content, name="danh-muc.csv"):
        wizard = self._check(content, name)
        wizard.action_import()
        return wizard

    def _template(self):
        return base64.b64decode(self._upload(b"").template)

    def _approve(self, standard="KT.01"):
        """Put the imported catalogue in force from this month on."""
        self._products()[standard].with_user(self.hr).action_set_standard()
        self.catalogue.write(DECISION | {"date_from": self.period.date_start})
        self.catalogue.action_approve()

    def _products(self):
        items = self.env["kpi.catalogue.item"].with_context(active_test=False)
        found = items.search([("catalogue_id", "=", self.catalogue.id)])
        return {item.code: item for item in found}

    def _counts(self, wizard):
        kinds = ("error", "new", "changed", "unchanged")
        return [wizard[f"{kind}_count"] for kind in kinds]
