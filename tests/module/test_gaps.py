from contextlib import contextmanager

from freezegun import freeze_time

from odoo.addons.kpi_evaluation.models.month.kpi_period_background import KpiPeriod

from .common import INTERNAL, KpiCase


class TestGaps(KpiCase):
    """What is missing is a list with a place to fill it in, found when asked for."""

    def _gaps(self, person=None):
        period = self.period.with_user(self.hr)
        period.action_find_gaps()
        gaps = period.gap_ids
        return gaps.filtered(lambda gap: gap.employee_id == person) if person else gaps

    def _kept(self, person):
        """What the list as it was last stored says of a person."""
        gaps = self.period.gap_ids
        return gaps.filtered(lambda gap: gap.employee_id == person).mapped("kind")

    def _kinds(self, person):
        return set(self._gaps(person).mapped("kind"))

    def test_each_thing_that_is_missing_is_a_row_of_its_own(self):
        nobody = self._person("Tô Thị Thiếu", False)
        newcomer = self._person("Cao Văn Mới", "staff", None, self.head)
        self._give(self.staff)
        self._open()
        for person, kinds in (
            (nobody, {"category", "evaluator", "account", "work", "plan"}),
            (newcomer, {"account", "work", "plan"}),
            (self.staff, {"plan"}),
            (self.colleague, {"work", "plan"}),
            (self.head, {"evaluator", "work", "plan"}),
        ):
            with self.subTest(person.name):
                self.assertEqual(self._kinds(person), kinds)

    def test_the_list_is_there_before_the_month_is_opened(self):
        self.assertEqual(self._kinds(self.head), {"evaluator", "work", "plan"})
        self.assertFalse(self.period.appraisal_ids)

    def test_what_is_filled_in_leaves_the_list(self):
        self._open()
        self.assertEqual(self._kinds(self.colleague), {"work", "plan"})
        self._give(self.colleague)
        self.assertEqual(self._kinds(self.colleague), {"plan"})
        plan = self.env["kpi.plan"].create(
            {"employee_id": self.colleague.id, "period_id": self.period.id}
        )
        self.assertEqual(self._kinds(self.colleague), {"plan"})
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE kpi_plan SET state = 'submitted' WHERE id = %s", plan.ids
        )
        self.env.invalidate_all()
        self.assertFalse(self._gaps(self.colleague))

    def test_every_night_the_months_under_way_are_looked_at_again(self):
        self.patch(KpiPeriod, "_store_progress", lambda *_done: True)
        self._open()
        gaps = self.period.gap_ids
        self.assertIn(self.staff, gaps.employee_id)
        self._give(self.staff)
        self.env["kpi.period"]._cron_find_gaps()
        self.assertNotIn("work", self._kept(self.staff))
        self._give(self.colleague)
        with freeze_time("2026-08-01 03:00:00"):
            self.env["kpi.period"]._cron_find_gaps()
        self.assertIn(self.colleague, self.period.gap_ids.employee_id)

    def test_looking_again_lists_nothing_twice(self):
        self._open()
        before = self._gaps().mapped(lambda gap: (gap.employee_id, gap.kind))
        after = self._gaps().mapped(lambda gap: (gap.employee_id, gap.kind))
        self.assertEqual(before, after)

    def test_a_missing_or_faulty_form_is_named(self):
        form = self.env.ref("kpi_evaluation.form_03")
        form.criterion_ids._leaves()[0].max_points = 4
        gap = self._gaps(self.staff).filtered(lambda one: one.kind == "faulty_form")
        self.assertIn("29", gap.sentence)
        self.assertEqual(gap.action_fill_in()["res_id"], form.id)
        form.active = False
        gap = self._gaps(self.staff).filtered(lambda one: one.kind == "form")
        self.assertEqual(gap.action_fill_in()["res_model"], "kpi.form")

    def test_each_row_leads_to_where_it_is_filled_in(self):
        nobody = self._person("Tô Thị Thiếu", False)
        self._open()
        for person, kind, model in (
            (nobody, "category", "hr.employee"),
            (nobody, "account", "hr.employee"),
            (nobody, "evaluator", "hr.employee"),
            (self.head, "evaluator", "kpi.evaluator.change"),
            (self.head, "work", "kpi.assignment"),
        ):
            with self.subTest(person=person.name, kind=kind):
                gap = self._gaps(person).filtered(lambda one, k=kind: one.kind == k)
                self.assertEqual(gap.action_fill_in()["res_model"], model)
                self.assertIn("Điều", gap.sentence)

    def test_the_month_counts_them_by_unit(self):
        office = self.env["hr.department"].create(
            {"name": "Văn phòng", "company_id": self.company.id}
        )
        self._person(
            "Cao Văn Mới", "staff", INTERNAL, self.head, department_id=office.id
        )
        self._open()
        period = self.period.with_user(self.hr)
        self.assertEqual(period.gap_count, len(period.gap_ids))
        self.assertIn("Văn phòng", period.gap_table)
        self.assertNotIn("No category", period.gap_table)
        self.assertEqual(period.action_open_gaps()["res_model"], "kpi.period.gap")

    def test_who_is_judged_already_lacks_nothing_any_more(self):
        sheet = self._open()[self.staff]
        self._deliver(self._give(self.staff))
        self._until(sheet, "decided")
        self.assertFalse(self._gaps(self.staff))

    def test_ten_times_the_people_take_the_same_queries(self):
        counts = []
        for number in (1, 3, 30):
            for one in range(number):
                self._person(f"Chuyên viên {number}/{one}", "staff", manager=self.head)
            self._open()
            with self._counted(counts):
                self.period._find_gaps()
        self.assertLessEqual(counts[2], counts[1] + 2, counts)

    @contextmanager
    def _counted(self, counts):
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        yield
        self.env.flush_all()
        counts.append(self.env.cr.sql_log_count - before)
