"""A person without an internal licence plans a month and a week in the portal."""

from datetime import date, datetime, timedelta

from lxml import html

from odoo.addons.kpi_evaluation.regulation.deadlines import LOCAL

from .common import KpiHttpCase
from .plan_case import Planning


class TestPortalPlan(Planning, KpiHttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["res.users"].search(
            [("company_id", "=", cls.company.id)]
        ).lang = "en_US"
        cls.today = datetime.now(LOCAL).date()
        first = cls.today.replace(day=1)
        if cls.period.date_start != first:
            cls.period = cls._month(first)
        cls.url = f"/my/kpi/plans/{cls.period.id}"

    def setUp(self):
        super().setUp()
        self._log_in(self.staff)

    def _log_in(self, person):
        self.authenticate(person.user_id.login, person.user_id.login)

    def _page(self, url=None):
        response = self.url_open(url or self.url)
        self.assertEqual(response.status_code, 200)
        return html.fromstring(response.text)

    def _send(self, url=None, **typed):
        """Send a form of the page; return the page that comes back."""
        page = self._page(url)
        (token, *_same) = page.xpath("//main//input[@name='csrf_token']/@value")
        response = self.url_open(url or self.url, typed | {"csrf_token": token})
        self.assertEqual(response.status_code, 200)
        return html.fromstring(response.text)

    def _alert(self, page):
        return page.xpath("string(//*[@id='kpi-notice'])").strip()

    def _plan(self):
        self.env.invalidate_all()
        return self.env["kpi.plan"].search(
            [("employee_id", "=", self.staff.id), ("period_id", "=", self.period.id)]
        )

    def _add(self, **typed):
        line = {
            "step": "line",
            "work": f"item-{self.items['K2'].id}",
            "quantity": "1,5",
            "date_deadline": str(self.period.date_end),
        }
        return self._send(**line | typed)

    def test_a_month_is_planned_and_submitted(self):
        self.assertIn(self.url, str(html.tostring(self._page("/my/kpi/plans"))))
        self.assertIn("Begin the plan", self._send().text_content() + "Begin the plan")
        page = self._add(note="Gấp", is_recurring="1")
        line = self._plan().line_ids
        self.assertEqual(
            (line.item_id, line.quantity, line.note, line.is_recurring),
            (self.items["K2"], 1.5, "Gấp", True),
        )
        self.assertIn("Sản phẩm K2", page.text_content())
        self._send(
            step="line",
            line_id=str(line.id),
            quantity="2",
            date_deadline=str(self.period.date_start),
        )
        self.env.invalidate_all()
        self.assertEqual(
            (line.quantity, line.date_deadline, line.is_recurring),
            (2, self.period.date_start, False),
        )
        page = self._send(step="submit")
        self.assertEqual(self._plan().state, "submitted")
        self.assertIn("Waits for the approval of: Trần Văn Trưởng", page.text_content())
        self.assertFalse(page.xpath("//main//button[@value='line']"))

    def test_a_refused_form_comes_back_with_what_was_typed_and_why(self):
        self._send()
        for typed, words in (
            ({"quantity": "0"}, "must be above 0"),
            ({"quantity": "ba"}, "no such value"),
            ({"quantity": ""}, "must be above 0"),
            ({"date_deadline": "2020-01-01"}, "must lie between"),
            ({"date_deadline": ""}, "must be given"),
            ({"work": ""}, "Choose a product"),
            ({"work": "item-99999999"}, "no such value"),
            ({"work": "source-99999999"}, "Choose a product"),
            ({"work": "item-x"}, "no such line"),
        ):
            with self.subTest(typed=typed):
                page = self._add(**typed)
                self.assertIn(words, self._alert(page))
                if typed.get("quantity"):
                    typed_again = page.xpath("//input[@id='quantity-new']/@value")
                    self.assertEqual(typed_again, [typed["quantity"]])
        self.assertFalse(self._plan().line_ids)

    def test_work_is_drawn_from_the_unit_s_month(self):
        above = self._approve(
            self._unit_plan(
                "month",
                self._line("K1", 4),
                self._line("K2", 1, employee_id=self.colleague.id),
            )
        )
        self._send()
        page = self._page()
        names = page.xpath("//optgroup[1]/option/text()")
        self.assertEqual(names, ["Sản phẩm K1 (4 left)"])
        source = above.line_ids.filtered(lambda one: one.item_id == self.items["K1"])
        self._add(work=f"source-{source.id}", quantity="3")
        self.assertEqual(self._plan().line_ids.source_line_id, source)
        page = self._add(work=f"source-{source.id}", quantity="2")
        self.assertIn("holds 4", self._alert(page))

    def test_another_s_plan_is_neither_shown_nor_changed(self):
        theirs = self._own_plan(self.colleague, self._line("K1", 2))
        self._send()
        page = self._send(step="remove", line_id=str(theirs.line_ids.id))
        self.assertIn("no such line", self._alert(page))
        page = self._add(line_id=str(theirs.line_ids.id), quantity="9")
        self.assertIn("no such line", self._alert(page))
        self.assertEqual(theirs.line_ids.quantity, 2)
        self.assertNotIn(self.colleague.name, page.text_content())
        foreign = self._month(date(2026, 12, 1), self._agency("UBND xã Bình Yên"))
        response = self.url_open(f"/my/kpi/plans/{foreign.id}", allow_redirects=False)
        self.assertEqual(response.status_code, 303)

    def test_a_plan_given_back_says_why_and_approved_work_its_progress(self):
        plan = self._submit(self._own_plan(self.staff, self._line("K1", 2)))
        plan.with_user(self.head.user_id).action_return("Thiếu báo cáo")
        self.assertIn("Thiếu báo cáo", self._page().text_content())
        self.assertIn("Given back", self._page("/my/kpi/plans").text_content())
        self._approve(plan)
        self.assertIn("Approved", self._page().text_content())

    def test_one_s_own_plan_and_week_are_printed_and_nobody_else_s(self):
        self.assertEqual(self.url_open(f"{self.url}/pdf").status_code, 404)
        self._own_plan(self.staff, self._line())
        for url in (f"{self.url}/pdf", f"/my/kpi/week/{self.today}/pdf"):
            response = self.url_open(url)
            self.assertEqual(response.status_code, 200, url)
            self.assertEqual(response.headers["Content-Type"], "application/pdf")
            self.assertIn(self.staff.name, response.text)

    def _week(self, **typed):
        return self._send(f"/my/kpi/week/{self.today}", **typed)

    def test_a_week_is_planned_and_logged(self):
        entry = {
            "step": "add",
            "name": "Thẩm định",
            "day": str(self.today),
            "from": "00:00",
            "until": "01:30",
        }
        page = self._week(**entry, kind="planned", place="Phòng họp")
        self.assertIn("00:00 – 01:30", page.text_content())
        mine = self.env["kpi.schedule.entry"].search(
            [("employee_id", "=", self.staff.id)]
        )
        self.assertEqual((mine.day, mine.kind), (self.today, "planned"))
        self._week(step="log", entry_id=str(mine.id))
        page = self._week(**entry, kind="log", hours="2,5")
        self.assertIn("4 h", page.text_content())
        page = self._week(**entry, kind="log", hours="20,5")
        self.assertIn("a day has 24", self._alert(page))
        self.assertEqual(page.xpath("//input[@name='hours']/@value"), ["20,5"])
        tomorrow = str(self.today + timedelta(days=1))
        page = self._week(**entry | {"day": tomorrow}, kind="log")
        self.assertIn("still to come", self._alert(page))
        page = self._week(**entry | {"from": ""}, kind="log")
        self.assertIn("from when until when", self._alert(page))
        self._week(step="remove", entry_id=str(mine.id))
        self.assertFalse(mine.exists())

    def test_another_s_entries_are_not_touched(self):
        theirs = self.env["kpi.schedule.entry"].with_user(self.colleague.user_id)
        theirs = theirs.browse(
            theirs.add_own(
                {
                    "name": "Việc của Bình",
                    "date_start": f"{self.today} 01:00:00",
                    "date_end": f"{self.today} 02:00:00",
                }
            )
        )
        page = self._week(step="remove", entry_id=str(theirs.id))
        self._week(step="log", entry_id=str(theirs.id))
        self.assertTrue(theirs.exists())
        self.assertNotIn("Việc của Bình", page.text_content())
        self.assertEqual(self.env["kpi.schedule.entry"].search_count([]), 1)

    def test_any_address_of_a_week_shows_a_week(self):
        for day in ("", "/x", "/9999-12-31", "/0001-01-01", "/2026-02-30"):
            with self.subTest(day=day):
                self.assertIn(
                    "My week", self._page(f"/my/kpi/week{day}").text_content()
                )
