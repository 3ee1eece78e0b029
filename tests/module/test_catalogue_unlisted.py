"""Work outside the catalogue: by likeness, then taken up (Handbook ch. V)."""

from ast import literal_eval
from datetime import date

from odoo.exceptions import UserError, ValidationError
from odoo.tests import Form

from .common import KpiCase

AUGUST = date(2026, 8, 1)
NEW, OTHER = "Số hóa bản đồ hiện trạng", "Hướng dẫn cài ứng dụng"


class TestUnlistedWork(KpiCase):
    def _unlisted(self, person=None, code="K2", name=NEW, **more):
        person = person or self.staff
        return self._give(person, code, is_unlisted=True, name=name, **more)

    def _addition(self, draft, works=None):
        additions = self.env["kpi.catalogue.addition"].with_user(self.hr)
        addition = additions.create({"catalogue_id": draft.id})
        if works is not None:
            addition.assignment_ids = works
        return addition

    def _draft(self, **changes):
        items = self._next_catalogue(AUGUST, approve=False, **changes)
        return items["K1"].catalogue_id.with_user(self.hr)

    def test_it_takes_the_coefficient_of_the_product_it_is_like(self):
        work = self._unlisted()
        self.assertEqual((work.name, work.product, work.coefficient), (NEW, NEW, 2))
        self._deliver(work)
        self.assertEqual(work.progress, "done")

    def test_its_name_is_its_own(self):
        for name in (False, "", "  ", "Sản phẩm K2", "san pham k2"):
            with self.subTest(name=name), self.assertRaises(ValidationError):
                self._unlisted(name=name)

    def test_whether_it_is_listed_is_said_once(self):
        work, listed = self._unlisted(), self._give(self.staff)
        for record, values in (
            (work, {"is_unlisted": False}),
            (listed, {"is_unlisted": True}),
            (work, {"listed_item_id": self.items["K1"].id}),
        ):
            for user in (self.head.user_id, self.hr):
                with self.assertRaises(UserError):
                    record.with_user(user).write(values)
        with self.assertRaises(UserError):
            self._unlisted(listed_item_id=self.items["K1"].id)

    def test_the_form_asks_for_the_name_and_what_it_is_like(self):
        form = Form(self.env["kpi.assignment"].with_user(self.head.user_id))
        form.employee_id = self.staff
        form.period_id = self.period
        form.item_id = self.items["K2"]
        self.assertEqual(form.name, "Sản phẩm K2")
        form.is_unlisted = True
        self.assertFalse(form.name)
        form.name = NEW
        form.date_deadline = self.period.date_end
        work = form.save()
        self.assertEqual((work.name, work.item_id), (NEW, self.items["K2"]))

    def test_what_waits_is_listed_by_the_product_it_is_like(self):
        for person, code, name in (
            (self.staff, "K2", NEW),
            (self.colleague, "K2", NEW),
            (self.staff, "K1", OTHER),
        ):
            self._unlisted(person, code, name)
        self._give(self.staff)
        action = self.env.ref("kpi_evaluation.kpi_assignment_unlisted_action")
        works = self.env["kpi.assignment"].with_user(self.hr)
        domain = [*literal_eval(action.domain), ("listed_item_id", "=", False)]
        found = works._read_group(domain, ["item_id"], ["__count"])
        counts = {item.code: count for item, count in found}
        self.assertEqual(counts, {"K2": 2, "K1": 1})
        self.assertEqual(self._draft().unlisted_count, 3)

    def test_a_draft_takes_up_one_product_for_each_name(self):
        works = self._unlisted() + self._unlisted(self.colleague, name=f"{NEW.upper()}")
        works += self._unlisted(code="K1", name=OTHER)
        draft = self._draft(K2={"points": 15})
        addition = self._addition(draft)
        self.assertEqual(addition.assignment_ids, works.with_user(self.hr))
        addition.action_add()
        added = draft.item_ids.filtered(lambda item: item.code.startswith("BS."))
        self.assertEqual(
            {item.name: (item.points, item.coefficient) for item in added},
            {NEW: (15, 3), OTHER: (5, 1)},
        )
        self.assertEqual(works[:2].listed_item_id.name, NEW)
        self.assertEqual(draft.unlisted_count, 0)
        self.assertEqual(works.mapped("coefficient"), [2, 2, 1])
        with self.assertRaisesRegex(UserError, "at least one"):
            self._addition(draft).action_add()

    def test_only_the_chosen_ones_are_added(self):
        chosen, left = self._unlisted(), self._unlisted(name=OTHER)
        draft = self._draft()
        self._addition(draft, chosen).action_add()
        self.assertTrue(chosen.listed_item_id)
        self.assertFalse(left.listed_item_id)

    def test_it_waits_again_when_its_product_leaves_the_draft(self):
        work = self._unlisted()
        draft = self._draft()
        self._addition(draft).action_add()
        work.listed_item_id.with_user(self.hr).unlink()
        self.assertFalse(work.listed_item_id)
        self._addition(draft).action_add()
        draft.unlink()
        self.assertFalse(work.listed_item_id)

    def test_nothing_is_added_to_an_approved_version(self):
        work = self._unlisted()
        addition = self._addition(self.items["K1"].catalogue_id, work)
        with self.assertRaisesRegex(UserError, "never changes"):
            addition.action_add()

    def test_a_group_that_the_draft_lacks_is_asked_for(self):
        self._unlisted()
        draft = self.env["kpi.catalogue"].with_user(self.hr)
        draft = draft.create({"name": "Danh mục khác", "standard_points": 5})
        with self.assertRaisesRegex(UserError, "no group N1"):
            self._addition(draft).action_add()

    def test_work_of_another_agency_is_never_taken_up(self):
        elsewhere = self._agency("UBND xã Bình Yên")
        items = self._catalogue(elsewhere)
        chief = self._person("Mai Văn Chủ", "head", company=elsewhere)
        person = self._person("Mai Thị Xa", "staff", None, chief, elsewhere)
        period = self._month(company=elsewhere)
        foreign = self.env["kpi.assignment"].create(
            {
                "employee_id": person.id,
                "period_id": period.id,
                "item_id": items["K1"].id,
                "is_unlisted": True,
                "name": OTHER,
                "date_deadline": period.date_end,
            }
        )
        with self.assertRaises(UserError):
            self._addition(self._draft(), foreign.ids).action_add()
        self.assertFalse(foreign.listed_item_id)
