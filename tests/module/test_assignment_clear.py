"""Work is given only when all six are clear (Điều 2.1, 15.1.b)."""

from odoo.exceptions import AccessError, UserError

from .common import HR
from .work_case import WorkCase

WORDS = {
    "person": "who does it",
    "work": "how much",
    "time": "until when",
    "responsibility": "the responsibility",
    "product": "the product",
    "authority": "who gives",
}


class TestSixClear(WorkCase):
    def _values(self, **more):
        return {
            "employee_id": self.staff.id,
            "period_id": self.period.id,
            "item_id": self.items["K1"].id,
            "quantity": 1,
            "date_deadline": self.period.date_end,
        } | more

    def _sentence(self, user, *rows):
        with self.assertRaises(UserError) as caught:
            self.env["kpi.assignment"].with_user(user).create(list(rows))
        return str(caught.exception)

    def test_whatever_is_not_clear_is_named_in_one_sentence(self):
        nobody_s = self._person("Vũ Không Ai", "staff")
        gone = self._person("Hà Đã Nghỉ", "staff", None, self.head)
        gone.active = False
        for unclear, values in (
            ({"person", "authority"}, {"employee_id": gone.id}),
            ({"person", "authority"}, {"employee_id": False}),
            ({"work"}, {"quantity": 0}),
            ({"time"}, {"date_deadline": False}),
            ({"time"}, {"period_id": False}),
            ({"responsibility"}, {"responsibility": False}),
            ({"product"}, {"item_id": False}),
            ({"authority"}, {"employee_id": nobody_s.id}),
            (
                set(WORDS),
                dict.fromkeys(self._values(), False) | {"responsibility": False},
            ),
        ):
            sentence = self._sentence(self.hr, self._values(**values))
            with self.subTest(values=values):
                named = {code for code, words in WORDS.items() if words in sentence}
                self.assertEqual(named, unclear)
                self.assertEqual(len(sentence.splitlines()), 1)
                self.assertIn("Điều 2.1", sentence)

    def test_of_many_works_each_unclear_one_has_its_sentence_and_none_is_given(self):
        rows = [
            self._values(),
            self._values(name="Thiếu hạn", date_deadline=False),
            self._values(name="Thiếu lượng", quantity=-2),
        ]
        sentence = self._sentence(self.head.user_id, *rows)
        self.assertEqual(len(sentence.splitlines()), 2)
        self.assertIn("“Thiếu hạn”", sentence)
        self.assertIn("“Thiếu lượng”", sentence)
        self.assertFalse(
            self.env["kpi.assignment"].search([("employee_id", "=", self.staff.id)])
        )

    def test_a_quantity_that_is_none_is_refused_in_words(self):
        for quantity in (
            0,
            -1,
            0.00001,
            float("nan"),
            float("inf"),
            1e300,
            10**400,
            True,
            "2",
            None,
        ):
            sentence = self._sentence(
                self.head.user_id, self._values(quantity=quantity)
            )
            with self.subTest(quantity=quantity):
                self.assertIn("a quantity above 0", sentence)

    def test_work_nobody_could_receive_is_not_given_not_even_by_trusted_code(self):
        with self._refused("has no evaluator yet"):
            self.env["kpi.assignment"].create(self._values(employee_id=self.head.id))

    def test_responsibility_and_authority_follow_unless_they_are_typed(self):
        self.head.job_title = "Chủ tịch UBND xã"
        usual = self._give(self.staff)
        self.assertEqual(usual.responsibility, "owner")
        self.assertEqual(usual.authority, "Chủ tịch UBND xã")
        typed = self._give(
            self.staff, responsibility="collaborator", authority="Thường trực Đảng ủy"
        )
        self.assertEqual(typed.responsibility, "collaborator")
        self.assertEqual(typed.authority, "Thường trực Đảng ủy")
        self.assertEqual(
            self._give(self.staff, authority="  ").authority, usual.authority
        )
        self.assertEqual(self._give(self.other).authority, self.chief.name)

    def test_no_step_is_given_along_with_the_work(self):
        source = self._give(self.colleague)
        joint = self._joint()
        for field, value in (
            ("state", "proposed"),
            ("state", "handed_back"),
            ("source_id", source.id),
            ("joint_id", joint.id),
            ("unable_reason", "x"),
            ("closing_reason", "x"),
            ("transferred_quantity", 1),
        ):
            with self.subTest(field=field):
                self._sentence(self.head.user_id, self._values(**{field: value}))

    def test_nothing_but_what_is_typed_comes_from_the_caller_s_context(self):
        source = self._give(self.colleague, "K1", 9)
        context = {
            "default_state": "proposed",
            "default_source_id": source.id,
            "default_coefficient": 9,
            "default_done_quantity": 1,
            "default_assigner_id": self.officer.id,
            "default_product": "Khác",
            "default_date_deadline": self.period.date_end,
        }
        works = self.env["kpi.assignment"].with_user(self.head.user_id)
        values = self._values()
        del values["date_deadline"]
        work = works.with_context(context).create(values)
        self.assertEqual((work.state, work.coefficient), ("given", 1))
        self.assertEqual((work.assigner_id, work.done_quantity), (self.head, 0))
        self.assertEqual(work.date_deadline, self.period.date_end)
        self.assertFalse(work.source_id)
        self.assertNotEqual(work.product, "Khác")

    def test_once_given_nothing_of_it_is_rewritten_by_anybody(self):
        work = self._give(self.staff, "K1", 2)
        admin = self._person(
            "Đinh Quản Trị", "staff", "kpi_evaluation.group_admin", self.head
        )
        august = self._month(self.period.date_start.replace(month=8))
        for field, value in (
            ("quantity", 9),
            ("date_deadline", "2026-07-30"),
            ("employee_id", self.colleague.id),
            ("period_id", august.id),
            ("item_id", self.items["K2"].id),
            ("responsibility", "collaborator"),
            ("authority", "x"),
            ("origin", "adhoc"),
        ):
            for user in (self.head.user_id, self.hr, admin.user_id, self.env.user):
                with (
                    self.subTest(field=field, user=user.name),
                    self._refused("Ask for a change"),
                ):
                    work.with_user(user).write({field: value})
        for field in ("unable_reason", "closing_reason"):
            with self._refused("Ask for a change"):
                self._by_head(work).write({field: "x"})

    def test_who_may_not_give_work_is_told_so_whatever_is_unclear(self):
        for person in (self.chief, self.staff):
            with self.assertRaises(AccessError):
                self.env["kpi.assignment"].with_user(person.user_id).create(
                    self._values()
                )
        stranger = self._user("Văn Thư", HR, self.outsider.company_id)
        with self.assertRaises(AccessError):
            self.env["kpi.assignment"].with_user(stranger).create(self._values())
