"""Each month is given its work by the one version in force (Điều 10, 12.1, 15.1.a)."""

from datetime import date

from odoo.exceptions import UserError, ValidationError

from .common import KpiCase

JULY, AUGUST, SEPTEMBER = (date(2026, month, 1) for month in (7, 8, 9))
# Who may be given which part: person → parts of the catalogue.
USABLE = {
    "staff": {"shared", "unit", "above"},
    "colleague": {"shared", "above", "other"},
    "deputy": {"shared", "unit", "above", "leaders"},
    "top": {"shared", "unit", "other", "above", "leaders"},
    "homeless": {"shared"},
}


class MonthsCase(KpiCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.august = cls._month(AUGUST)
        cls.september = cls._month(SEPTEMBER)

    def _give_in(self, period, item, person=None, **more):
        dates = {"period_id": period.id, "date_deadline": period.date_end}
        return self._give(person or self.staff, item_id=item.id, **dates, **more)


class TestCatalogueByDate(MonthsCase):
    def test_a_month_is_given_by_the_version_in_force_on_its_first_day(self):
        new = self._next_catalogue(SEPTEMBER, K2={"points": 20})
        for period, item, coefficient in (
            (self.period, self.items["K2"], 2),
            (self.august, self.items["K2"], 2),
            (self.september, new["K2"], 4),
        ):
            with self.subTest(month=period.name):
                self.assertEqual(self._give_in(period, item).coefficient, coefficient)
        for period, item in (
            (self.august, new["K1"]),
            (self.september, self.items["K1"]),
        ):
            with (
                self.subTest(month=period.name),
                self.assertRaisesRegex(ValidationError, "in force in 0[89]/2026"),
            ):
                self._give_in(period, item)

    def test_no_work_is_given_by_a_draft(self):
        draft = self._next_catalogue(SEPTEMBER, approve=False)
        with self.assertRaisesRegex(ValidationError, "approved"):
            self._give_in(self.september, draft["K1"])

    def test_before_the_first_version_nothing_can_be_given(self):
        elsewhere = self._agency("UBND xã Bình Yên")
        items = self._catalogue(elsewhere, date_from=AUGUST)
        period = self._month(JULY, elsewhere)
        person = self._person("Mai Thị Xa", "staff", company=elsewhere)
        values = {"employee_id": person.id, "period_id": period.id}
        values |= {"item_id": items["K1"].id, "date_deadline": period.date_end}
        with self.assertRaisesRegex(ValidationError, "in force in 07/2026"):
            self.env["kpi.assignment"].create(values)

    def test_a_version_does_not_begin_in_a_month_whose_work_was_given(self):
        self._give_in(self.august, self.items["K1"])
        for day in (JULY, AUGUST):
            with self.assertRaisesRegex(UserError, "08/2026.*begin on 01/09/2026"):
                self._next_catalogue(day)
        self.assertTrue(self._next_catalogue(SEPTEMBER))

    def test_work_given_by_the_version_itself_does_not_stand_in_the_way(self):
        new = self._next_catalogue(AUGUST)
        self._give_in(self.august, new["K1"])
        self.assertTrue(self._next_catalogue(SEPTEMBER))

    def test_given_work_keeps_product_and_coefficient_when_a_version_follows(self):
        work = self._give_in(self.period, self.items["K2"])
        self._next_catalogue(AUGUST, K2={"points": 20, "name": "Tên mới"})
        self.env.invalidate_all()
        self.assertEqual(
            (work.coefficient, work.item_id.name, work.name),
            (2, "Sản phẩm K2", "Sản phẩm K2"),
        )


class TestUsableItems(MonthsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.top_unit = cls._unit("Ủy ban nhân dân")
        cls.unit = cls._unit("Phòng Kinh tế", cls.top_unit)
        cls.other_unit = cls._unit("Phòng Văn hóa", cls.top_unit)
        cls.people = {
            "staff": cls.staff,
            "colleague": cls.colleague,
            "deputy": cls._person("Đỗ Văn Phó", "deputy", manager=cls.head),
            "top": cls._person("Hà Thị Phó", "deputy", manager=cls.head),
            "homeless": cls._person("Vũ Thị Cúc", "contract", manager=cls.head),
        }
        for name, unit in (
            ("staff", cls.unit),
            ("colleague", cls.other_unit),
            ("deputy", cls.unit),
            ("top", cls.top_unit),
        ):
            cls.people[name].department_id = unit
        names = ("shared", "unit", "other", "above", "leaders")
        cls.parts = dict(zip(names, cls._parts(), strict=True))

    @classmethod
    def _unit(cls, name, parent=None):
        values = {"name": name, "company_id": cls.company.id}
        return cls.env["hr.department"].create(
            values | {"parent_id": parent.id if parent else False}
        )

    @classmethod
    def _parts(cls):
        """A product of each part, in force from August."""
        items = cls._next_catalogue(
            AUGUST,
            approve=False,
            **{
                "K2": {"division": "phòng kinh tế"},
                "K2.5": {"division": "PHÒNG VĂN HÓA"},
                "K0.4": {"department_id": cls.top_unit.id},
            },
        )
        leaders = items["K1"].create(
            {
                "catalogue_id": items["K1"].catalogue_id.id,
                "group_id": items["K1"].group_id.id,
                "code": "QL.01",
                "name": "Điều hành giao ban",
                "annex": "pl ii",
                "points": 10,
            }
        )
        leaders.catalogue_id.with_user(cls.hr).action_approve()
        return [items[code] for code in ("K1", "K2", "K2.5", "K0.4")] + [leaders]

    def test_the_annex_and_the_division_say_whose_a_product_is(self):
        self.assertEqual(self.parts["unit"].department_id, self.unit)
        self.assertEqual(self.parts["other"].department_id, self.other_unit)
        self.assertEqual(self.parts["leaders"].audience, "leaders")
        self.assertEqual(self.parts["shared"].audience, "all")

    def test_a_person_is_given_what_is_shared_of_the_own_unit_or_above(self):
        for name, allowed in USABLE.items():
            for part, item in self.parts.items():
                with self.subTest(person=name, part=part):
                    if part in allowed:
                        work = self._give_in(self.august, item, self.people[name])
                        self.assertTrue(work)
                        continue
                    with self.assertRaisesRegex(ValidationError, "Điều 1[25].1"):
                        self._give_in(self.august, item, self.people[name])

    def test_the_search_the_form_and_the_check_agree(self):
        employees = self.env["hr.employee"].union(*self.people.values())
        items = self.env["kpi.catalogue.item"]
        usable = items._usable_for(employees, self.august)
        for name, person in self.people.items():
            with self.subTest(person=name):
                expected = {self.parts[part] for part in USABLE[name]}
                self.assertEqual(set(usable[person]), expected)
                domain = items._usable_domain(person, self.august)
                self.assertEqual(set(items.search(domain)), expected)

    def test_the_form_offers_what_the_person_may_be_given(self):
        work = self.env["kpi.assignment"].with_user(self.head.user_id)
        work = work.new({"employee_id": self.staff.id, "period_id": self.august.id})
        items = self.env["kpi.catalogue.item"].with_user(self.head.user_id)
        expected = {self.parts[part].id for part in USABLE["staff"]}
        self.assertEqual(set(items.search(work.item_domain).ids), expected)

    def test_it_is_asked_for_many_people_in_a_few_queries(self):
        counts = []
        for number in (5, 40):
            people = self.env["hr.employee"].union(
                *(self._person(f"Người {one}", "staff") for one in range(number))
            )
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            self.env["kpi.catalogue.item"]._usable_for(people, self.august)
            counts.append(self.env.cr.sql_log_count - before)
        self.assertLessEqual(counts[1], counts[0], counts)

    def test_products_are_found_without_accents(self):
        items = self.env["kpi.catalogue.item"].with_user(self.head.user_id)
        self.assertTrue(items.name_search("san pham k1"))
        self.assertTrue(items.search([("name", "ilike", "SAN PHAM K2.5")]))
