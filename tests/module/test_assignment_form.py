"""The form in which an evaluator gives work."""

from odoo.tests import Form

from .common import KpiCase


class TestAssignmentForm(KpiCase):
    def test_the_form_of_new_work_opens_before_its_month_is_chosen(self):
        form = Form(self.env["kpi.assignment"].with_user(self.head.user_id))
        self.assertFalse(form.period_id)
        form.employee_id = self.staff
        form.period_id = self.period
        form.item_id = self.items["K2"]
        form.date_deadline = self.period.date_end
        work = form.save()
        self.assertEqual((work.coefficient, work.late_count), (2, 0))
