"""A person's whole month, from the plan to the objection, on a phone and at a desk."""

from datetime import datetime

from odoo.addons.kpi_evaluation.regulation.deadlines import LOCAL

from tests.browser.phone import Phone
from tests.module.common import KpiHttpCase


class WholeMonth(KpiHttpCase):
    """The month under way, with nothing in it yet; each step as its person takes it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.staff.user_id.lang = "en_US"
        first = datetime.now(LOCAL).date().replace(day=1)
        if cls.period.date_start != first:
            cls.period = cls._month(first)
        cls.day = str(cls.period.date_end)
        cls.month = f"/my/kpi/{cls.period.id}"
        cls.plan_url = f"/my/kpi/plans/{cls.period.id}"

    def _live_the_month(self, has_scripts=True):
        phone = Phone(self, self.staff.user_id.login)
        if not has_scripts:
            phone.disable_scripts()
        self._plan_on(phone)
        self._leader_approves()
        self._work_on(phone)
        self._assess_on(phone)
        self._leader_publishes()
        self._read_and_object_on(phone)
        self.assertFalse(phone.browser.had_failure)

    def _on(self, phone):
        return self.allow_requests(browser=phone.browser)

    def _plan_on(self, phone):
        with self._on(phone):
            phone.open(self.plan_url)
            phone.press_enter_on("form button[type=submit]")
            phone.wait_for("Planned work")
            phone.choose("[name=work]", f"item-{self.items['K1'].id}")
            phone.type("#quantity-new", "2")
            phone.set_day("#deadline-new", self.day)
            phone.tap("button[value=line]")
            phone.wait_for("Saved.")
            phone.tap("button[value=submit]")
            phone.wait_for("Submitted to your direct leader")
            self._wait_remaining_requests()

    def _leader_approves(self):
        self.env.invalidate_all()
        own = [("employee_id", "=", self.staff.id)]
        plan = self.env["kpi.plan"].search(own)
        plan.with_user(self.head.user_id).action_approve()
        self.work = self.env["kpi.assignment"].search(own)
        self.sheet = self._open()[self.staff]
        self.line_ids = self.sheet.criterion_ids.ids
        self.env.flush_all()

    def _work_on(self, phone):
        task = f"#task-{self.work.id}"
        with self._on(phone):
            phone.open("/my/kpi")
            phone.wait_for("Assess yourself for")
            phone.open(f"{self.month}{task}")
            phone.press_enter_on(f"{task} a.btn")
            phone.type("#hand-in-quantity", "2")
            phone.type("#hand-in-note", "Đã gửi")
            phone.tap("form.o_kpi_hand_in button")
            phone.wait_for("Handed in. It now waits", task)
            phone.open(f"{self.month}/propose")
            phone.type("[name=name]", "Việc đột xuất")
            phone.choose("[name=item_id]", str(self.items["K2"].id))
            phone.set_day("[name=date_deadline]", self.day)
            phone.tap("main form button[type=submit]")
            phone.wait_for("Proposed. It counts once")
            self._wait_remaining_requests()
        self.env.invalidate_all()
        self.work.delivery_ids.with_user(self.head.user_id).action_accept()
        self.env.flush_all()

    def _assess_on(self, phone):
        with self._on(phone):
            phone.open(self.month)
            for line in self.line_ids:
                phone.type(f"[name=points_{line}]", "2,5")
            phone.type("[name=strengths]", "Đúng hạn")
            phone.tap("button[value=summary]")
            phone.wait_for("What you hand in")
            phone.wait_for("Đúng hạn")
            phone.tap("button[value=hand_in]")
            phone.wait_for("Your self-assessment is handed in")
            phone.wait_for("is being judged")
            self._wait_remaining_requests()

    def _leader_publishes(self):
        self.env.invalidate_all()
        self.assertEqual(self.sheet.state, "self_assessed")
        proposed = self.env["kpi.assignment"].search([("state", "=", "proposed")])
        self.assertEqual(proposed.name, "Việc đột xuất")
        proposed.with_user(self.head.user_id).action_refuse("Đã có người làm")
        self._until(self.sheet, "published")
        self.env.flush_all()

    def _read_and_object_on(self, phone):
        with self._on(phone):
            phone.open("/my/kpi")
            phone.wait_for("My published results")
            self.assertIn("95", phone.text(".o_kpi_chart"))
            phone.open(self.month)
            phone.wait_for("A – Excellent", "[aria-labelledby=kpi-result]")
            phone.press_enter_on("#objection summary")
            phone.type("[name=text]", "Tôi chưa đồng ý")
            phone.tap("#objection form button")
            phone.wait_for("Recorded with your sheet")
            phone.open("/my/kpi/record")
            phone.wait_for("95 points")
            self._wait_remaining_requests()
        self.env.invalidate_all()
        self.assertEqual(self.sheet.objection_ids.state, "waiting")


class TestWholeMonthOnAPhone(WholeMonth):
    browser_size = "390x844"
    touch_enabled = True

    def test_a_month_is_lived_on_a_phone(self):
        self._live_the_month()

    def test_a_month_is_lived_without_javascript(self):
        self._live_the_month(has_scripts=False)


class TestWholeMonthAtADesk(WholeMonth):
    browser_size = "1400x900"

    def test_a_month_is_lived_at_a_desk(self):
        self._live_the_month()
