from datetime import date

from odoo.exceptions import AccessError, UserError, ValidationError

from .common import INTERNAL, PORTAL, KpiCase


class TestAssignment(KpiCase):
    """A product given for a month, with its coefficient, quantity and deadline."""

    def _as_judge(self, work):
        return work.with_user(self.head.user_id)

    def test_the_coefficient_is_of_the_day_on_which_the_work_was_given(self):
        work = self._give(self.staff, "K2", 3)
        items = self._next_catalogue(date(2026, 8, 1), K2={"points": 20})
        august = self._month(date(2026, 8, 1))
        later = self._give(
            self.staff,
            item_id=items["K2"].id,
            period_id=august.id,
            date_deadline=august.date_end,
        )
        self.assertEqual((work.coefficient, later.coefficient), (2, 4))

    def test_the_name_of_the_work_stays_when_the_catalogue_is_rewritten(self):
        work = self._give(self.staff, "K1")
        self._next_catalogue(date(2026, 8, 1), K1={"name": "Tên khác"})
        self.assertEqual(work.name, "Sản phẩm K1")

    def test_what_was_copied_or_measured_is_never_typed(self):
        work = self._give(self.staff, "K1", 2)
        for field, value in (
            ("employee_id", self.colleague.id),
            ("item_id", self.items["K2"].id),
            ("coefficient", 9),
            ("origin", "adhoc"),
            ("role", "directing"),
            ("done_quantity", 2),
            ("fault_count", 0),
            ("late_count", 0),
            ("assigner_id", self.officer.id),
            ("assigner_user_id", self.hr.id),
            ("employee_user_id", self.hr.id),
            ("company_id", 1),
        ):
            for user in (self.head.user_id, self.hr):
                with self.assertRaises(UserError, msg=field):
                    work.with_user(user).write({field: value})

    def test_what_is_measured_is_not_given_with_the_work_either(self):
        for field, value in (
            ("coefficient", 9),
            ("done_quantity", 1),
            ("assigner_id", self.officer.id),
            ("assigner_user_id", self.hr.id),
        ):
            with self.assertRaises(UserError, msg=field):
                self._give(self.staff, **{field: value})

    def test_a_quantity_is_above_zero(self):
        for quantity in (0, -1, 0.00001):
            with self.subTest(quantity=quantity), self.assertRaises(UserError):
                self._give(self.staff, quantity=quantity)

    def test_a_product_without_points_cannot_be_assigned(self):
        self.env.cr.execute(
            "UPDATE kpi_catalogue_item SET coefficient = 0 WHERE id = %s",
            [self.items["K1"].id],
        )
        self.items["K1"].invalidate_recordset()
        with self.assertRaisesRegex(UserError, "has a coefficient"):
            self._give(self.staff, "K1")

    def test_a_deadline_lies_in_the_month(self):
        for day in (date(2026, 6, 30), date(2026, 8, 1)):
            with self.subTest(day=day), self.assertRaises(ValidationError):
                self._give(self.staff, date_deadline=day)
        for day in (date(2026, 7, 1), date(2026, 7, 31)):
            self.assertTrue(self._give(self.staff, date_deadline=day))

    def test_only_the_evaluator_and_hr_give_work(self):
        chief = self._person("Đỗ Văn Phó", "deputy", INTERNAL, self.head)
        values = {
            "employee_id": self.staff.id,
            "period_id": self.period.id,
            "item_id": self.items["K1"].id,
            "date_deadline": self.period.date_end,
        }
        works = self.env["kpi.assignment"]
        for user in (self.staff.user_id, self.colleague.user_id, chief.user_id):
            with self.assertRaises(AccessError, msg=user.name):
                works.with_user(user).create(values)
        for user in (self.head.user_id, self.hr):
            work = works.with_user(user).create(values)
            self.assertEqual(work.assigner_id, self.head)

    def test_nobody_gives_work_to_themselves(self):
        for person in (self.head, self.officer):
            with self.assertRaises(AccessError, msg=person.name):
                self.env["kpi.assignment"].with_user(person.user_id).create(
                    {
                        "employee_id": person.id,
                        "period_id": self.period.id,
                        "item_id": self.items["K1"].id,
                        "date_deadline": self.period.date_end,
                    }
                )

    def test_work_is_given_in_a_month_of_the_person_s_agency(self):
        elsewhere = self._agency("UBND xã Bình Yên")
        period = self._month(company=elsewhere)
        with self.assertRaises(ValidationError):
            self._give(self.staff, period_id=period.id)

    def test_the_plan_stands_from_the_self_assessment_on(self):
        """The total that was handed in is not moved by work given or taken later."""
        work = self._give(self.staff, "K1", 2)
        spare = self._give(self.staff, "K1", 1)
        self._deliver(work)
        sheet = self._self_assess(self._open()[self.staff])
        total = sheet.total_score
        for user in (self.head.user_id, self.hr):
            mine = work.with_user(user)
            for act in (
                lambda mine=mine: mine.write({"quantity": 9}),
                lambda mine=mine: mine.write({"date_deadline": date(2026, 7, 1)}),
                lambda user=user: spare.with_user(user).action_cancel("Nhầm"),
                lambda: self._give(self.staff, "K2", 9),
            ):
                with self.assertRaisesRegex(UserError, "already assessed"):
                    act()
        self.assertEqual(sheet.total_score, total)
        sheet.with_user(self.head.user_id).action_return("Điều chỉnh kế hoạch")
        asked = self._as_judge(work).ask_change(4, reason="Điều chỉnh")
        change = self.env["kpi.assignment.change"].browse(asked)
        change.with_user(self.head.user_id).action_approve()
        self.assertEqual(work.quantity, 4)

    def test_the_plan_of_others_is_not_held_up(self):
        self._deliver(self._give(self.staff))
        self._self_assess(self._open()[self.staff])
        self.assertTrue(self._give(self.colleague, "K2", 9))

    def test_a_transfer_takes_no_given_work_along(self):
        work = self._give(self.staff)
        chief = self._person("Đỗ Văn Phó", "deputy", INTERNAL, self.head)
        self.staff.parent_id = chief
        self.assertEqual(work.assigner_id, self.head)
        self.assertEqual(self._give(self.staff).assigner_id, chief)

    def test_progress_tells_what_is_left_to_do(self):
        work = self._give(self.staff, "K1", 2, date_deadline=date(2026, 7, 9))
        self.assertEqual(work.progress, "overdue")
        first = self._hand_in(work, 1.5)
        self.assertEqual((work.progress, work.remaining_quantity), ("overdue", 0.5))
        first.with_user(self.head.user_id).action_return("Thiếu")
        self.assertEqual((work.progress, work.remaining_quantity), ("overdue", 2))
        self._deliver(work)
        self.assertEqual((work.progress, work.remaining_quantity), ("done", 0))

    def test_the_deadline_s_own_day_is_not_overdue(self):
        for day, progress in ((10, "todo"), (9, "overdue")):
            work = self._give(self.staff, date_deadline=date(2026, 7, day))
            self.assertEqual(work.progress, progress)

    def test_work_that_was_handed_in_is_not_deleted(self):
        work = self._give(self.staff)
        self._hand_in(work)
        for user in (self.head.user_id, self.hr, self.env.user):
            with self.assertRaises(UserError):
                work.with_user(user).unlink()

    def test_a_new_evaluator_receives_the_work_that_is_not_done(self):
        done, open_work = self._give(self.staff), self._give(self.staff)
        self._deliver(done)
        waiting = self._hand_in(open_work)
        chief = self._person("Đỗ Văn Phó", "deputy", INTERNAL, self.head)
        sheet = self._open()[self.staff]
        sheet.with_user(self.hr).action_change_evaluator(chief.id, "Điều động")
        self.assertEqual((done.assigner_id, open_work.assigner_id), (self.head, chief))
        with self.assertRaises(UserError):
            waiting.with_user(self.head.user_id).action_accept()
        waiting.with_user(chief.user_id).action_accept()
        self.assertEqual(open_work.progress, "done")

    def test_two_people_s_same_product_stays_apart(self):
        other = self._person("Vũ Thị Cúc", "staff", PORTAL, self.head)
        mine, theirs = self._give(self.staff), self._give(other)
        self._deliver(mine)
        self.assertEqual((mine.done_quantity, theirs.done_quantity), (1, 0))
