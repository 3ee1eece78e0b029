from odoo.exceptions import UserError

from .common import INTERNAL, PORTAL, KpiCase


class TestFieldInCharge(KpiCase):
    """A deputy is answerable for the field in charge (Điều 12.4)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        units = cls.env["hr.department"]
        cls.agency = units.create({"name": "UBND", "company_id": cls.company.id})
        cls.economy, cls.culture = units.create(
            [
                {
                    "name": name,
                    "company_id": cls.company.id,
                    "parent_id": cls.agency.id,
                }
                for name in ("Phòng Kinh tế", "Phòng Văn hóa")
            ]
        )
        cls.land = units.create(
            {
                "name": "Tổ Địa chính",
                "company_id": cls.company.id,
                "parent_id": cls.economy.id,
            }
        )
        at = {"department_id": cls.agency.id}
        cls.head.department_id = cls.agency
        cls.vice = cls._person("Đỗ Văn Phó", "deputy", INTERNAL, cls.head, **at)
        at = {"department_id": cls.economy.id}
        cls.chief = cls._person("Lưu Đình Phong", "head", INTERNAL, cls.head, **at)
        cls.clerk = cls._person("Vi Thị Cúc", "staff", PORTAL, cls.chief, **at)
        at = {"department_id": cls.land.id}
        cls.surveyor = cls._person("Lý Văn Đạc", "staff", PORTAL, cls.chief, **at)
        at = {"department_id": cls.culture.id}
        cls.singer = cls._person("Ma Thị Ca", "staff", PORTAL, cls.head, **at)
        cls.vice.kpi_field_department_ids = cls.economy

    def _missing(self, sheet):
        return [code for code, _subject in sheet.trace["missing"]]

    def test_the_field_is_copied_when_the_month_is_opened(self):
        sheet = self._open()[self.vice]
        self.assertEqual(sheet.field_in_charge, "Phòng Kinh tế")
        self.vice.kpi_field_department_ids = self.culture
        self.assertEqual(sheet.field_unit_ids, self.economy.ids)

    def test_a_deputy_directs_the_field_with_the_units_below_it(self):
        sheets = self._open()
        for person, number in (
            (self.chief, 1),
            (self.clerk, 2),
            (self.surveyor, 4),
            (self.singer, 8),
        ):
            self._give(person, "K1", number)
        terms = dict(sheets[self.vice].trace["steps"][0]["terms"])
        self.assertEqual(terms["directing"], "7/1")

    def test_d_of_a_deputy_is_over_the_field(self):
        sheets = self._open()
        self._give(self.singer, "K2", 9)
        self._until(sheets[self.singer], "reviewed")
        self.assertIn("subordinate_undecided", self._missing(sheets[self.vice]))
        for person in (self.clerk, self.surveyor, self.chief):
            self._deliver(self._give(person))
            self._until(sheets[person], "reviewed")
        # Somebody failed outside the field; the head is answerable for that.
        self.assertEqual(sheets[self.vice].unit_ratio, 100)
        self.assertEqual(sheets[self.head].unit_ratio, 50)

    def test_a_deputy_without_field_and_people_has_no_d_and_no_default(self):
        self.vice.kpi_field_department_ids = False
        sheet = self._open()[self.vice]
        self.assertIn("no_field_in_charge", self._missing(sheet))
        self.assertFalse(sheet.unit_ratio)
        self.assertIn("HR officer fills it in", sheet._missing_sentences()[1])
        self.vice.kpi_field_department_ids = self.culture
        self._deliver(self._give(self.vice))
        sheet.with_user(self.hr).action_take_field()
        self.assertEqual(sheet.field_in_charge, "Phòng Văn hóa")
        self.assertIn("subordinate_undecided", self._missing(sheet))
        self._deliver(self._give(self.singer))
        self._until(self._open()[self.singer], "reviewed")
        self.assertEqual(sheet.unit_ratio, 100)

    def test_the_field_is_taken_onto_open_sheets_of_deputies_by_hr_only(self):
        sheets = self._open()
        for sheet, user, words in (
            (sheets[self.vice], self.head.user_id, "Only the HR officer"),
            (sheets[self.clerk], self.hr, "Only deputies"),
        ):
            with self.assertRaisesRegex(UserError, words):
                sheet.with_user(user).action_take_field()

    def test_the_log_says_which_field_was_taken(self):
        sheet = self._open()[self.vice]
        self.vice.kpi_field_department_ids = self.culture + self.land
        sheet.with_user(self.hr).action_take_field()
        self.assertRegex(
            sheet.message_ids[:1].body, r"Field in charge: .+ → .*Tổ Địa chính"
        )

    def test_a_deputy_of_a_unit_does_not_lead_its_head_or_its_other_deputies(self):
        own = {"department_id": self.economy.id}
        deputies = [
            self._person(name, "deputy", INTERNAL, self.chief, **own)
            for name in ("Phó Một", "Phó Hai")
        ]
        deputies[0].kpi_field_department_ids = self.economy
        sheets = self._open()
        led = sheets[deputies[0]]._people_led()[sheets[deputies[0]]]
        self.assertEqual({one.person for one in led}, {self.clerk.id, self.surveyor.id})


class TestRecordsBesideLevels(KpiCase):
    """Beside đ and e stands what the records say (Điều 12.3.b, 12.3.c)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.chair = cls._person("Hoàng Thị Chủ", "head", INTERNAL)
        cls.head.parent_id = cls.chair
        cls.leader = cls._open()[cls.head]

    def _lines(self, user=None):
        sheet = self.leader.with_user(user or self.chair.user_id)
        self.env.invalidate_all()
        return sheet.records_beside_levels.splitlines()

    def test_late_and_overdue_products_of_the_led_are_counted_and_named(self):
        self.assertEqual(len(self._lines()), 1)
        late = self._give(self.staff, "K1", 2, date_deadline="2026-07-08")
        self._deliver(late, 1, day="2026-07-09")
        self._give(self.colleague, "K2", 1, date_deadline="2026-07-09")
        self._give(self.colleague, "K2", 1, date_deadline="2026-07-10")  # today
        self._give(self.head, "K2", 1, date_deadline="2026-07-01")  # the own work
        lines = self._lines()
        self.assertIn("1 late, 2 not finished", lines[0])
        self.assertIn("Nguyễn Thị An", lines[1])
        self.assertIn("08/07/2026, 1 of 2 done, 1 times late", lines[1])
        self.assertIn("Lê Văn Bình", lines[2])
        self.assertEqual(len(lines), 3)

    def test_only_the_first_few_are_named(self):
        for _one in range(7):
            self._give(self.staff, date_deadline="2026-07-01")
        lines = self._lines()
        self.assertIn("7 not finished", lines[0])
        self.assertEqual(len(lines), 7)
        self.assertEqual(lines[-1], "…")

    def test_the_judged_leader_does_not_read_it(self):
        self._give(self.staff, date_deadline="2026-07-01")
        self.assertFalse(self._lines(self.head.user_id))
