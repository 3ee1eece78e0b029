"""What a plan may be made of: the products usable at its time (Điều 10, 15.1.a)."""

from datetime import date

from odoo.exceptions import UserError

from .plan_case import PlanCase

AUGUST, SEPTEMBER, OCTOBER = (date(2026, month, 1) for month in (8, 9, 10))


class TestPlanItems(PlanCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.other = cls._unit_of("Phòng Văn hóa")
        cls.below = cls._unit_of("Tổ một cửa", cls.unit)
        cls.august = cls._month(AUGUST)
        items = cls._next_catalogue(
            AUGUST,
            approve=False,
            **{
                "K2": {"department_id": cls.unit.id},
                "K2.5": {"department_id": cls.other.id},
                "K0.4": {"department_id": cls.below.id},
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
        cls.new = items | {"QL": leaders}

    @classmethod
    def _unit_of(cls, name, parent=None):
        values = {"name": name, "company_id": cls.company.id}
        values["parent_id"] = parent.id if parent else False
        return cls.env["hr.department"].create(values)

    def _offered(self, plan, person=None):
        """The products that the screen offers its maker in a line of a plan."""
        user = plan.employee_user_id or plan.department_id.manager_id.user_id
        user = self.head.user_id if user.share else user
        line = self.env["kpi.plan.line"].with_user(user)
        line = line.new({"plan_id": plan.id, "employee_id": person and person.id})
        return self.env["kpi.catalogue.item"].with_user(user).search(line.item_domain)

    def _expected(self, *codes):
        return self.new["K1"].union(*(self.new[code] for code in codes))

    def test_a_person_s_line_offers_what_that_person_may_be_given_that_month(self):
        for person, codes in (
            (self.staff, ("K1", "K2")),
            (self.head, ("K1", "K2", "K0.4", "QL")),
        ):
            with self.subTest(person=person.name):
                plan = self._own_plan(person, period=self.august)
                offered = self._offered(plan)
                self.assertEqual(offered, self._expected(*codes))
                usable = self.env["kpi.catalogue.item"]._usable_for(person, self.august)
                self.assertEqual(set(offered), set(usable[person]))

    def test_a_unit_s_line_offers_its_own_and_for_a_person_named_what_is_theirs(self):
        plan = self._unit_plan("month", period=self.august)
        self.assertEqual(self._offered(plan), self._expected("K1", "K2", "K0.4", "QL"))
        offered = self._offered(plan, self.staff)
        self.assertEqual(offered, self._expected("K1", "K2"))

    def test_a_month_offers_one_version_and_a_year_those_it_lies_in(self):
        july = self._own_plan(self.staff)
        self.assertEqual(
            self._offered(july).catalogue_id, self.items["K1"].catalogue_id
        )
        year = self._unit_plan("year")
        self.assertEqual(
            self._offered(year).catalogue_id,
            (self.items["K1"] | self.new["K1"]).catalogue_id,
        )

    def test_lines_alike_are_asked_for_once(self):
        plan = self._own_plan(self.staff, period=self.august)
        counts = []
        for number in (1, 20):
            line = self.env["kpi.plan.line"]
            lines = line.union(*(line.new({"plan_id": plan.id}) for _ in range(number)))
            self.env["hr.department"].invalidate_model()
            before = self.env.cr.sql_log_count
            lines.mapped("item_domain")
            counts.append(self.env.cr.sql_log_count - before)
        self.assertLessEqual(counts[1], counts[0], counts)

    def test_the_form_chooses_among_these(self):
        arch = self.env.ref("kpi_evaluation.kpi_plan_view_form").arch
        self.assertIn('name="item_id" domain="item_domain"', arch)


class TestPlannedMonths(PlanCase):
    """A version does not begin in a month that is planned by the one before."""

    def _planned(self, *states, day=AUGUST):
        month = self._month(day)
        for person, state in zip((self.staff, self.colleague), states, strict=False):
            plan = self._own_plan(person, self._line("K1", 1), period=month)
            if state != "draft":
                self._submit(plan)
            if state == "approved":
                plan.with_user(self._leader(plan)).action_approve()
        return month

    def _refused(self, words, day=AUGUST):
        with self.assertRaisesRegex(UserError, words):
            self._next_catalogue(day)

    def test_not_where_a_plan_waits_for_approval_until_it_is_given_back(self):
        self._planned("submitted")
        self._refused("08/2026 is already planned.*begin on 01/09/2026.*given back")
        plan = self.env["kpi.plan"].search([("employee_id", "=", self.staff.id)])
        plan.with_user(self.head.user_id).action_return("Theo danh mục mới")
        self.assertTrue(self._next_catalogue(AUGUST))

    def test_not_where_a_unit_s_month_is_approved(self):
        month = self._month(SEPTEMBER)
        self._approve(self._unit_plan("month", self._line("K1", 5), period=month))
        for day in (AUGUST, SEPTEMBER):
            self._refused("09/2026 is already planned.*begin on 01/10/2026", day)
        self.assertTrue(self._next_catalogue(OCTOBER))

    def test_given_and_planned_months_are_named_together(self):
        self._planned("approved")
        self._planned("submitted", day=SEPTEMBER)
        self._refused("08/2026, 09/2026 is already planned.*01/10/2026")

    def test_drafts_and_plans_of_a_year_leave_the_month_free(self):
        self._planned("draft")
        self._approve(self._unit_plan("year", self._line("K1", 5)))
        self.assertTrue(self._next_catalogue(AUGUST))

    def test_plans_of_another_agency_do_not_stand_in_the_way(self):
        self._planned("submitted")
        elsewhere = self._agency("UBND xã Bình Yên")
        catalogue = self._catalogue(elsewhere, approve=False)["K1"].catalogue_id
        catalogue.action_approve()
        self.assertEqual(catalogue.state, "approved")


class TestPlansAcrossVersions(PlanCase):
    """What goes on from month to month goes on in the new version."""

    def _new_version(self, **changes):
        self.august = self._month(AUGUST)
        return self._next_catalogue(AUGUST, **changes)

    def test_recurring_work_becomes_the_same_product_of_the_new_version(self):
        lines = [self._line(code, 1, is_recurring=True) for code in ("K1", "K2")]
        self._approve(self._own_plan(self.staff, *lines))
        new = self._new_version(K2={"code": "K2.moi"})
        plan = self._own_plan(self.staff, period=self.august)
        self.assertEqual(plan.line_ids.item_id, new["K1"], "K2 is no more")
        self.assertIn("Sản phẩm K2", str(plan.message_ids.mapped("body")))
        plan.with_user(self.staff.user_id).action_copy_last_month()
        self.assertEqual(len(plan.line_ids), 1, "nothing twice")
        self._approve(plan)
        self.assertEqual(self._works(plan).item_id, new["K1"])

    def test_a_month_draws_from_a_year_of_the_version_before(self):
        year = self._approve(self._unit_plan("year", self._line("K1", 9)))
        new = self._new_version()
        source = year.line_ids
        drawn = self._line(quantity=4, source_line_id=source.id, item_id=new["K1"].id)
        month = self._unit_plan("month", drawn, period=self.august)
        self.assertEqual(source.remaining_quantity, 5)
        self._approve(month)
        other = self._line(quantity=1, source_line_id=source.id, item_id=new["K2"].id)
        with self.assertRaisesRegex(UserError, "another product"):
            self._unit_plan("month", other, period=self._month(SEPTEMBER))

    def test_the_portal_draws_the_product_in_force(self):
        year = self._approve(self._unit_plan("year", self._line("K1", 9)))
        new = self._new_version()
        plan = self._own_plan(self.staff, period=self.august)
        form = {"work": f"source-{year.line_ids.id}", "quantity": "2"}
        form["date_deadline"] = "2026-08-20"
        plan.with_user(self.staff.user_id)._save_typed_line(form)
        self.assertEqual(plan.line_ids.item_id, new["K1"])
