from datetime import date

from freezegun import freeze_time

from odoo.addons.kpi_evaluation.models.month import kpi_period_opening
from odoo.addons.kpi_evaluation.models.month.kpi_period_background import KpiPeriod

from .common import PORTAL, KpiCase


class OpeningCase(KpiCase):
    """Two sheets at a time, and a cron that stores nothing for good."""

    def setUp(self):
        super().setUp()
        self.patch(kpi_period_opening, "SHEETS_AT_ONCE", 2)
        self.stored = []
        self.runs_left = 99
        self.patch(KpiPeriod, "_store_progress", self._store)

    def _store(self, done, left):
        self.stored.append((done, left))
        self.runs_left -= 1
        return self.runs_left > 0

    def _clerks(self, number):
        return [
            self._person(f"Chuyên viên {one}", "staff", PORTAL, self.head)
            for one in range(number)
        ]

    def _people(self):
        return self.period.appraisal_ids.employee_id

    def _waiting_triggers(self):
        cron = self.env.ref("kpi_evaluation.ir_cron_open")
        return self.env["ir.cron.trigger"].search_count([("cron_id", "=", cron.id)])


class TestOpeningInPortions(OpeningCase):
    """A large agency is opened in portions, and whoever continues loses nobody."""

    def test_a_small_agency_is_opened_at_once(self):
        self.patch(kpi_period_opening, "SHEETS_AT_ONCE", 4)
        action = self.period.with_user(self.hr).action_open()
        self.assertEqual(action["res_model"], "kpi.appraisal")
        self.assertEqual(len(self._people()), 4)
        self.assertFalse(self.period.opening_left)
        self.assertTrue(self.period.opened_on)
        self.assertFalse(self._waiting_triggers())

    def test_a_large_one_goes_on_in_the_background(self):
        clerks = self._clerks(5)
        period = self.period.with_user(self.hr)
        self.assertIs(period.action_open(), True)
        self.assertEqual((len(self._people()), period.opening_left), (2, 7))
        self.assertEqual((period.opening_done, period.opening_percent), (2, 22))
        self.assertFalse(period.opened_on)
        self.assertEqual(self._waiting_triggers(), 1)
        self.env["kpi.period"]._cron_open()
        self.assertLessEqual(set(clerks), set(self._people()))
        self.assertEqual(self.stored, [(2, 5), (2, 3), (2, 1), (1, 0)])
        self.assertTrue(period.opened_on)
        for sheet in self.period.appraisal_ids:
            self.assertEqual(len(sheet.criterion_ids), 10)
            self.assertEqual(sheet.evaluator_id, sheet.employee_id.kpi_evaluator_id)

    def test_a_cron_whose_time_is_up_goes_on_the_next_time(self):
        self._clerks(5)
        self.period.with_user(self.hr).action_open()
        self.runs_left = 1
        self.env["kpi.period"]._cron_open()
        self.assertEqual(len(self._people()), 4)
        self.runs_left = 99
        self.env["kpi.period"]._cron_open()
        self.assertEqual(len(self._people()), 9)
        self.assertEqual(len(self.period.appraisal_ids), 9)

    def test_continuing_by_hand_opens_the_next_portion(self):
        self._clerks(3)
        period = self.period.with_user(self.hr)
        for opened in (2, 4, 6, 7, 7):
            period.action_open()
            self.assertEqual(len(self._people()), opened)
        self.assertFalse(period.opening_left)

    def test_those_who_lack_something_stop_nobody_behind_them(self):
        lacking = [self._person(f"Thiếu {one}", False) for one in range(5)]
        clerks = self._clerks(2)
        self.period.with_user(self.hr).action_open()
        self.env["kpi.period"]._cron_open()
        self.assertLessEqual(set(clerks), set(self._people()))
        self.assertFalse(set(lacking) & set(self._people()))
        self.assertFalse(self.period.opening_left)

    def test_the_cron_leaves_alone_what_nobody_has_begun_to_open(self):
        self.env["kpi.period"]._cron_open()
        self.assertFalse(self._people())


class TestMonthByItself(OpeningCase):
    """Where the agency has it so, the new month is opened on its first day."""

    def _months(self, day="2026-08-01"):
        return self.env["kpi.period"].search([("date_start", "=", day)])

    def _first_of_august(self, moment="2026-07-31 17:05:00"):
        with freeze_time(moment):
            self.env["kpi.period"]._cron_month()
            self.env["kpi.period"]._cron_open()

    def test_by_default_the_officer_opens_it(self):
        self._first_of_august()
        self.assertFalse(self._months())

    def test_it_is_made_and_opened_for_the_agencies_that_chose_it(self):
        elsewhere = self._agency("UBND xã Bình Yên")
        self._person("Mai Nơi Khác", "staff", company=elsewhere)
        self._choose(self.company, month_opened_by="cron")
        self._first_of_august()
        month = self._months()
        self.assertEqual(month.company_id, self.company)
        self.assertEqual(len(month.appraisal_ids), 4)
        self.assertTrue(month.opened_on)

    def test_it_happens_on_the_first_day_in_viet_nam_and_not_before(self):
        self._choose(self.company, month_opened_by="cron")
        self._first_of_august("2026-07-31 16:59:59")
        self.assertFalse(self._months())
        self._first_of_august("2026-07-31 17:00:00")
        self.assertTrue(self._months())

    def test_a_choice_holds_from_its_day_on(self):
        self._choose(self.company, "2026-09-01", month_opened_by="cron")
        self._first_of_august()
        self.assertFalse(self._months())

    def test_doing_it_again_changes_nothing(self):
        self._choose(self.company, month_opened_by="cron")
        self._first_of_august()
        sheets = self._months().appraisal_ids
        self._person("Cao Văn Mới", "staff", PORTAL, self.head)
        self._first_of_august("2026-08-02 17:05:00")
        self.assertEqual(self._months().appraisal_ids, sheets)

    def test_a_month_that_the_officer_made_is_opened_too(self):
        made = self._month(date(2026, 8, 1))
        self._choose(self.company, month_opened_by="cron")
        self._first_of_august()
        self.assertEqual(len(made.appraisal_ids), 4)

    def test_nothing_happens_before_the_regulation(self):
        self._choose(self.company, month_opened_by="cron")
        with freeze_time("2026-05-20 17:05:00"):
            self.env["kpi.period"]._cron_month()
        self.assertFalse(self._months("2026-05-01"))
