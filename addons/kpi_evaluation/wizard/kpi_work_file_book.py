import base64

from odoo import models

from .work_file.book import write_book
from .work_file.columns import ORIGINS
from .work_sentences import GUIDE


class KpiWorkFile(models.TransientModel):
    """The workbooks: what is given in the month, and an empty one to fill in."""

    _inherit = "kpi.work.file"

    def _compute_template(self):
        for one in self:
            one.template = base64.b64encode(one._book([]))

    def _compute_export(self):
        for one in self:
            one.export = base64.b64encode(one._book(one._exported_rows()))

    def _book(self, rows):
        guide = {name: self.env._(text) for name, text in GUIDE.items()}
        return write_book(rows, (self._people(), self._products()), guide)

    def _exported_rows(self):
        """The work of the month as the user may read it, as plain values."""
        works = self.env["kpi.assignment"].search(
            [("period_id", "=", self.period_id.id)]
        )
        progress = dict(works._fields["progress"]._description_selection(self.env))
        # sudo: names and codes of the people whose work the user reads
        return [self._exported_row(one, progress) for one in works.sudo()]

    def _exported_row(self, work, progress):
        return {
            "task_id": work.id,
            "staff_code": work.employee_id.kpi_staff_code,
            "person": work.employee_id.name,
            "product_code": work.item_id.code,
            "name": work.name,
            "quantity": work.quantity,
            "deadline": work.date_deadline,
            "origin": ORIGINS[work.origin],
            "coefficient": work.coefficient,
            "done": work.done_quantity,
            "faults": work.fault_count,
            "lates": work.late_count,
            "excused": work.excused_fault_count + work.excused_late_count,
            "progress": progress[work.progress],
            "assigner": work.assigner_id.name,
            "ref": work.external_ref,
        }

    def _people(self):
        """The staff codes and names of those to whom the user may give work."""
        known = self.env["kpi.task.intake"]._people(self.period_id.company_id)
        # sudo: the codes of those to whom the user may give work
        people = self.env["hr.employee"].sudo().union(*known.values())
        if not self.env.user.has_group("kpi_evaluation.group_hr"):
            led = set(self.env["kpi.delegation"]._led_by_me())
            people = people.filtered(lambda one: one.id in led)
        others = people.filtered(lambda one: one.user_id != self.env.user)
        return [(one.kpi_staff_code, one.name) for one in others.sorted("name")]

    def _products(self):
        items = self.env["kpi.catalogue.item"].search(
            [("company_id", "=", self.period_id.company_id.id)], order="code, id desc"
        )
        by_code = {item.code: item.name for item in items}
        return list(by_code.items())
