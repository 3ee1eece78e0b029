import json

from odoo.http import request

from odoo.addons.web.controllers.export import ExcelExport, ExportFormat

from ..report.list_book import NUMBERS, Column, Group, write_list

OURS = "kpi."


class KpiExcelExport(ExcelExport):
    """The lists of this add-on in Excel, by Odoo's own export button.

    What is read, and whether one may, stays Odoo's; only the workbook is another.
    """

    def base(self, data):
        asked = json.loads(data)
        if not asked.get("model", "").startswith(OURS):
            return super().base(data)
        model = request.env[asked["model"]]
        return _ListExport(model.with_context(**asked.get("context", {}))).base(data)


class _ListExport(ExportFormat):
    """One export of one model: real numbers and days, frozen heads, sums."""

    content_type = ExcelExport.content_type
    extension = ExcelExport.extension

    def __init__(self, model):
        self.model = model
        self.title = model.env["ir.model"]._get(model._name).name

    def filename(self, base):
        return self.title

    def from_data(self, fields, columns_headers, rows):
        return self._book(fields, columns_headers, Group("", rows, []))

    def from_group_data(self, fields, columns_headers, groups):
        return self._book(fields, columns_headers, self._group("", groups, 0))

    def _book(self, fields, headings, whole):
        columns = [
            self._column(one["name"], heading)
            for one, heading in zip(fields, headings, strict=True)
        ]
        return write_list(columns, whole, self.title)

    def _column(self, path, heading):
        field = self.model._fields.get(path)
        if field is None:
            return Column(heading)
        decimals = 0
        if field.type == "float":
            _digits, decimals = field.get_digits(self.model.env) or (0, 2)
        is_summed = field.type in NUMBERS and field.aggregator == "sum"
        return Column(heading, field.type, decimals, is_summed)

    def _group(self, title, node, depth):
        children = []
        for key, child in node.children.items():
            name = f"{self._name(node, key, depth)} ({child.count})"
            children.append(self._group(name, child, depth + 1))
        return Group(title, node.data, children)

    def _name(self, node, key, depth):
        """What a group is called on the screen."""
        field = self.model._fields[node._groupby[depth].split(":")[0]]
        if field.type == "selection":
            return dict(field._description_selection(self.model.env)).get(key, "–")
        return (key[1] if isinstance(key, tuple) else key) or "–"
