"""A week of work: the specialist on a phone, the leader at a desk (Điều 2.1, 11.2)."""

from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.browser.desk import Desk
from tests.browser.phone import Phone
from tests.module.common import KpiHttpCase

FAULT = "Thiếu chữ ký của người lập"


class TestWeek(KpiHttpCase):
    browser_size = "390x844"
    touch_enabled = True

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        (cls.staff | cls.head).user_id.lang = "en_US"
        today = cls.env["kpi.regulation.clause"]._today()
        cls.period = cls._month(today.replace(day=1))
        cls.work = cls._give(cls.staff, "K1", 3, name="Rà soát hồ sơ đất đai")
        others = [cls._give(cls.colleague, name=f"Báo cáo {one}") for one in range(3)]
        cls._open()
        cls.waiting = cls.env["kpi.delivery"]
        for one in others:
            cls.waiting |= cls._hand_in(one, day=today)
        cls.month = f"/my/kpi/{cls.period.id}"
        cls.task = f"#task-{cls.work.id}"
        cls.item = cls.items["K2"].id
        cls.today = str(today)

    def test_a_week_of_a_specialist_and_their_leader(self):
        phone, desk = Phone(self), Desk(self)
        with self._at(phone):
            phone.log_in(self.staff.user_id)
            self._write_down_the_day(phone)
            self._hand_in_on(phone, "2")
        with self._at(desk):
            desk.log_in(self.head.user_id)
            self._return_on(desk)
        with self._at(phone):
            self._hand_in_again_on(phone)
            self._propose_on(phone)
        with self._at(desk):
            self._accept_all_on(desk)
            self._approve_on(desk)
        for screen in (phone, desk):
            self.assertFalse(screen.browser.had_failure)
            self.assertFalse(screen.browser._result.done())
        self._assert_done()

    @contextmanager
    def _at(self, screen):
        """Somebody is at a screen, until all that it fetches has come."""
        with self.allow_requests(browser=screen.browser):
            yield
            screen.come_to_rest()

    def _write_down_the_day(self, phone):
        phone.open("/my/kpi/week")
        phone.wait_for("My week")
        phone.type("#entry-name", "Kiểm tra thực địa")
        phone.tap("label[for=entry-log]")
        phone.type("#entry-hours", "1,5")
        phone.tap("button[value=add]")
        phone.wait_for("Kiểm tra thực địa", ".list-group")
        phone.wait_for("Done: 1,5 h")
        self.assertTrue(phone.is_as_wide_as_the_screen())
        phone.come_to_rest()

    def _hand_in_on(self, phone, quantity):
        phone.open(self.month)
        with TemporaryDirectory() as folder:
            evidence = Path(folder) / "bien-ban.txt"
            evidence.write_text("Biên bản kiểm tra")
            phone.tap(f"{self.task} a.btn")
            phone.type("#hand-in-quantity", quantity)
            phone.choose_file("#hand-in-files", evidence)
            phone.tap("form.o_kpi_hand_in button")
            phone.wait_for("Handed in. It now waits", self.task)
            phone.come_to_rest()

    def _return_on(self, desk):
        desk.open("/odoo/kpi-my-people")
        desk.wait_for("Rà soát hồ sơ đất đai", ".o_kanban_renderer")
        desk.wait_for("waiting for the verdict: 2", self._card_on(desk))
        desk.tap_named("Judge the hand-in", self._card_on(desk))
        desk.wait_for("bien-ban.txt", ".o_list_renderer")
        desk.tap_named("Return", ".o_data_row")
        desk.type(".modal [name=fault] textarea", FAULT)
        desk.tap(".modal footer button[name=action_return]")
        desk.wait_until_gone(".modal")

    def _card_on(self, desk):
        """Mark the card of the work, of which there is one on the board."""
        desk._run(
            "[...document.querySelectorAll('.o_kanban_record')].find(e => e.innerText"
            ".includes('Rà soát hồ sơ đất đai'))?.setAttribute('data-card', '')"
        )
        return "[data-card]"

    def _hand_in_again_on(self, phone):
        phone.open(self.month)
        phone.wait_for(FAULT, self.task)
        self._hand_in_on(phone, "3")

    def _propose_on(self, phone):
        phone.open(f"{self.month}/propose")
        phone.type("#propose-name", "Đón đoàn kiểm tra của tỉnh")
        phone._run(f"document.querySelector('#propose-item').value = '{self.item}'")
        phone._run(f"document.querySelector('#propose-day').value = '{self.today}'")
        phone.tap("form[action$=propose] button[type=submit]")
        phone.wait_for("Proposed. It counts once it is approved.")

    def _accept_all_on(self, desk):
        desk.open("/odoo/kpi-verdicts")
        desk.wait_for("Rà soát hồ sơ đất đai", ".o_list_renderer")
        desk.tap("thead .o_list_record_selector input")
        desk.tap_named("Accept", ".o_control_panel")
        desk.wait_for("Nothing waits for your verdict")
        desk.come_to_rest()

    def _approve_on(self, desk):
        desk.open("/odoo/kpi-proposals")
        desk.wait_for("Đón đoàn kiểm tra của tỉnh", ".o_list_renderer")
        desk.tap_named("Approve", ".o_data_row")
        desk.wait_for("No proposal waits for you")

    def _assert_done(self):
        self.env.invalidate_all()
        returned, accepted = self.work.delivery_ids.sorted("id")
        self.assertEqual((returned.verdict, returned.fault), ("returned", FAULT))
        self.assertEqual((accepted.verdict, accepted.quantity), ("accepted", 3))
        self.assertEqual(accepted.attachment_ids.name, "bien-ban.txt")
        self.assertEqual(set(self.waiting.mapped("verdict")), {"accepted"})
        self.assertEqual((self.work.done_quantity, self.work.fault_count), (3, 1))
        mine = [("employee_id", "=", self.staff.id)]
        log = self.env["kpi.schedule.entry"].search([*mine, ("kind", "=", "log")])
        self.assertEqual((log.name, log.hours), ("Kiểm tra thực địa", 1.5))
        extra = self.env["kpi.assignment"].search([*mine, ("origin", "=", "adhoc")])
        self.assertEqual((extra.state, extra.item_id.id), ("given", self.item))
