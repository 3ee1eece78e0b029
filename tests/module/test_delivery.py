from base64 import b64encode
from datetime import date

from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError

from .common import INTERNAL, KpiCase


class TestDelivery(KpiCase):
    """Handing in and the verdict: what was done, how well and when (Điều 11.2)."""

    def _mine(self, work):
        return work.with_user(self.staff.user_id)

    def _judge(self, delivery):
        return delivery.with_user(self.head.user_id)

    def test_only_accepted_hand_ins_count_as_done(self):
        work = self._give(self.staff, "K1", 3)
        first, second = self._hand_in(work, 1), self._hand_in(work, 2)
        self.assertEqual(work.done_quantity, 0)
        self._judge(first).action_accept()
        self.assertEqual(work.done_quantity, 1)
        self._judge(second).action_return("Sai thể thức")
        self.assertEqual((work.done_quantity, work.fault_count), (1, 1))

    def test_each_returned_hand_in_is_a_fault(self):
        work = self._give(self.staff)
        for number in (1, 2, 3):
            self._judge(self._hand_in(work)).action_return(f"Lỗi {number}")
            self.assertEqual(work.fault_count, number)
        self._deliver(work)
        self.assertEqual((work.done_quantity, work.fault_count), (1, 3))

    def test_work_is_returned_with_a_fault_in_words_only(self):
        delivery = self._hand_in(self._give(self.staff))
        for nothing in ("", "   ", False):
            with self.assertRaises(UserError):
                self._judge(delivery).action_return(nothing)
        self.assertEqual(delivery.verdict, "pending")
        self._judge(delivery).write({"fault": "Thiếu số liệu"})
        self._judge(delivery).action_return()
        self.assertEqual(delivery.fault, "Thiếu số liệu")

    def test_lateness_is_counted_from_the_days_of_the_hand_ins(self):
        for days, late in (
            ((8,), 0),
            ((9,), 0),
            ((10,), 1),
            ((9, 11), 1),
            ((10, 11), 2),
        ):
            work = self._give(
                self.staff, "K1", len(days), date_deadline=date(2026, 7, 9)
            )
            for day in days:
                self._deliver(work, 1, day=date(2026, 7, day))
            with self.subTest(days=days):
                self.assertEqual(work.late_count, late)

    def test_a_verdict_that_comes_late_makes_no_work_late(self):
        work = self._give(self.staff, date_deadline=date(2026, 7, 9))
        delivery = self._hand_in(work, day=date(2026, 7, 9))
        with freeze_time("2026-07-30 03:00:00"):
            self._judge(delivery).action_accept()
        self.assertEqual(work.late_count, 0)
        self.assertEqual(delivery.verdict_date, date(2026, 7, 30))

    def test_work_not_handed_in_is_not_done_but_not_late_as_well(self):
        work = self._give(self.staff, date_deadline=date(2026, 7, 1))
        self.assertEqual((work.done_quantity, work.late_count), (0, 0))

    def test_the_day_ends_at_midnight_in_viet_nam_whatever_the_user_s_time_zone(self):
        for zone in ("America/Los_Angeles", "Asia/Ho_Chi_Minh", "UTC", False):
            self.staff.user_id.tz = zone
            for moment, day in (
                ("2026-07-09 16:59:59", date(2026, 7, 9)),
                ("2026-07-09 17:00:00", date(2026, 7, 10)),
            ):
                work = self._give(self.staff, date_deadline=date(2026, 7, 9))
                mine = self._mine(work).with_context(tz=zone)
                with self.subTest(zone=zone, moment=moment), freeze_time(moment):
                    delivery = work.delivery_ids.browse(mine.hand_in(1))
                    self.assertEqual(delivery.date, day)
                    self.assertEqual(work.late_count, int(day.day == 10))
                    self.assertEqual(delivery.is_late, day.day == 10)

    def test_a_quantity_is_a_number_above_zero(self):
        mine = self._mine(self._give(self.staff, "K1", 5))
        for quantity in (0, -1, "2", None, float("nan"), float("inf"), 10**400):
            with self.subTest(quantity=quantity), self.assertRaises(UserError):
                mine.hand_in(quantity)

    def test_no_more_is_handed_in_than_remains(self):
        work = self._give(self.staff, "K1", 1)
        for part in (0.7, 0.2):
            self._hand_in(work, part)
        with self.assertRaises(UserError):
            self._mine(work).hand_in(0.11)
        self._hand_in(work, 0.1)
        with self.assertRaises(UserError):
            self._mine(work).hand_in(0.0001)

    def test_what_was_returned_may_be_handed_in_again(self):
        work = self._give(self.staff, "K1", 2)
        self._judge(self._hand_in(work, 2)).action_return("Sai")
        self.assertEqual(work.remaining_quantity, 2)
        self._deliver(work, 2)
        self.assertEqual(work.done_quantity, 2)

    def test_only_the_person_hands_in_and_only_the_giver_judges(self):
        chief = self._person("Đỗ Văn Phó", "deputy", INTERNAL, self.head)
        work = self._give(self.staff)
        for user in (self.colleague.user_id, self.head.user_id, self.hr, chief.user_id):
            with self.assertRaises(UserError, msg=user.name):
                work.with_user(user).hand_in(1)
        delivery = self._hand_in(work)
        for user in (
            self.staff.user_id,
            self.colleague.user_id,
            self.hr,
            chief.user_id,
        ):
            for judge in ("action_accept", "action_return"):
                with self.assertRaises(UserError, msg=user.name):
                    getattr(delivery.with_user(user), judge)()
        self.assertEqual(delivery.verdict, "pending")

    def test_a_hand_in_does_not_change_after_it_was_handed_in(self):
        delivery = self._hand_in(self._give(self.staff, "K1", 2), 1)
        for values in (
            {"quantity": 2},
            {"date": date(2026, 7, 1)},
            {"note": "Khác"},
            {"verdict": "accepted"},
            {"verdict_user_id": self.hr.id},
            {"fault": "Sai", "quantity": 2},
        ):
            with self.subTest(values=values), self.assertRaises(UserError):
                self._judge(delivery).write(values)

    def test_a_verdict_is_given_once(self):
        delivery = self._hand_in(self._give(self.staff))
        self._judge(delivery).action_accept()
        for judge in ("action_accept", "action_return"):
            with self.assertRaises(UserError):
                getattr(self._judge(delivery), judge)()

    def test_a_verdict_carries_who_gave_it_and_when(self):
        delivery = self._deliver(self._give(self.staff), day=date(2026, 7, 9))
        self.assertEqual(delivery.verdict_user_id, self.head.user_id)
        self.assertEqual(delivery.verdict_date, date(2026, 7, 10))

    def test_hand_ins_are_made_by_handing_in_only(self):
        work = self._give(self.staff)
        for user in (self.staff.user_id, self.head.user_id, self.hr):
            with self.assertRaises(AccessError, msg=user.name):
                self.env["kpi.delivery"].with_user(user).create(
                    {"assignment_id": work.id, "quantity": 1}
                )

    def test_a_hand_in_after_the_self_assessment_still_counts_until_the_review(self):
        late = self._give(self.staff)
        sheet = self._self_assess(self._open()[self.staff])
        self._deliver(late)
        self.assertEqual(sheet.total_score, 100)
        self._review(sheet)
        self.assertEqual(sheet.total_score, 100)

    def test_evidence_is_kept_as_it_was_handed_in(self):
        delivery = self._mine(self._give(self.staff)).hand_in(
            1, "Đã ký số", [("Tờ trình.pdf", b64encode(b"%PDF-1.7").decode())]
        )
        delivery = self.env["kpi.delivery"].browse(delivery)
        self.assertEqual(delivery.note, "Đã ký số")
        self.assertEqual(delivery.attachment_ids.mapped("name"), ["Tờ trình.pdf"])
        self.assertEqual(delivery.attachment_ids.raw, b"%PDF-1.7")

    def test_what_is_no_file_is_refused_in_words(self):
        work = self._give(self.staff)
        for files in ([("a.pdf",)], [("a.pdf", "é")], [("a.pdf", "a")], ["x"], 5):
            with self.subTest(files=files), self.assertRaises(UserError):
                self._mine(work).hand_in(1, "", files)
        self.assertFalse(work.delivery_ids)
