from datetime import date

from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError

from .after_case import WHY, AfterCase

# Received at a moment in UTC, on a day in Viet Nam; the answer is due on.
RECEIVED = (
    ("2026-07-09 16:59:59", "a Thursday, one second before midnight", (2026, 7, 20)),
    ("2026-07-09 17:00:00", "a Friday, at midnight", (2026, 7, 21)),
    ("2026-07-10 16:59:59", "a Friday, one second before midnight", (2026, 7, 21)),
    ("2026-07-10 17:00:00", "a Saturday, at midnight", (2026, 7, 21)),
    ("2026-07-12 16:59:59", "a Sunday, one second before midnight", (2026, 7, 21)),
    ("2026-07-12 17:00:00", "a Monday, at midnight", (2026, 7, 22)),
    ("2027-02-02 03:00:00", "two days before Tết", (2027, 2, 18)),
    ("2027-04-28 03:00:00", "two days before 30/4 and 1/5", (2027, 5, 11)),
)
# From and to, in UTC: whole days in Viet Nam.
HOLIDAYS = (
    ("Tết", "2027-02-03 17:00:00", "2027-02-10 16:59:59"),
    ("30/4", "2027-04-29 17:00:00", "2027-04-30 16:59:59"),
    ("Nghỉ bù 1/5", "2027-05-02 17:00:00", "2027-05-03 16:59:59"),
)


class TestDueDate(AfterCase):
    """A petition is answered within 7 working days (Nghị định 335/2025 Điều 22)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._until(cls.sheet, "published")
        cls.calendar = cls.company.resource_calendar_id
        for name, start, end in HOLIDAYS:
            cls._holiday(name, start, end, cls.company)

    @classmethod
    def _holiday(cls, name, start, end, company, calendar=True):
        leaves = cls.env["resource.calendar.leaves"].with_company(company)
        leaves.create(
            {
                "name": name,
                "date_from": start,
                "date_to": end,
                "calendar_id": company.resource_calendar_id.id if calendar else False,
            }
        ).flush_recordset()  # the agency is found as the leave is stored

    def _due(self, moment):
        with freeze_time(moment), self.env.cr.savepoint() as undo:
            due = self._petition().due_date
            undo.rollback()
        return due

    def test_weekends_and_public_holidays_do_not_count(self):
        for tz in ("Asia/Ho_Chi_Minh", "UTC"):
            self.calendar.tz = tz
            for moment, when, due in RECEIVED:
                with self.subTest(received=when, calendar=tz):
                    self.assertEqual(self._due(moment), date(*due))

    def test_a_holiday_of_another_agency_counts_as_a_working_day(self):
        start, end = "2026-07-12 17:00:00", "2026-07-17 16:59:59"
        self._holiday("Lễ hội", start, end, self.elsewhere, calendar=False)
        self.assertEqual(self._due("2026-07-10 03:00:00"), date(2026, 7, 21))
        self._holiday("Nghỉ", start, end, self.company, calendar=False)
        self.assertEqual(self._due("2026-07-10 03:00:00"), date(2026, 7, 28))

    def test_the_day_of_receipt_counts_where_the_rules_say_so(self):
        self._rule("objection_first_day", "same_day")
        self.assertEqual(self._due("2026-07-10 03:00:00"), date(2026, 7, 20))
        self.assertEqual(self._due("2026-07-11 03:00:00"), date(2026, 7, 21))

    def test_a_calendar_without_a_working_day_bars_nobody_s_petition(self):
        self.calendar.attendance_ids.unlink()
        self.assertFalse(self._due("2026-07-10 03:00:00"))

    def test_it_is_overdue_from_the_day_after_until_it_is_answered(self):
        petition = self._petition()
        overdue = [("is_overdue", "=", True), ("id", "=", petition.id)]
        for day, is_late in (("2026-07-21", False), ("2026-07-22", True)):
            with freeze_time(f"{day} 03:00:00"):
                self.env.invalidate_all()
                self.assertEqual(petition.is_overdue, is_late)
                self.assertEqual(bool(petition.search_count(overdue)), is_late)
        with freeze_time("2026-07-22 03:00:00"):
            self._mine(petition, self.head).action_answer("kept", "Đúng quy định")
            self.assertFalse(petition.search_count(overdue))


class TestObjection(AfterCase):
    """One may object to one's own result; the result holds meanwhile (Điều 20.5)."""

    def setUp(self):
        super().setUp()
        self._until(self.sheet, "published")

    def test_a_reservation_is_kept_and_asks_for_no_answer(self):
        mine = self._mine(self.sheet, self.dung)
        kept = self.env["kpi.objection"].browse(mine.object("reservation", "Bảo lưu"))
        self.assertEqual((kept.state, kept.due_date), ("kept", False))
        with self.assertRaises(UserError):
            self._mine(kept, self.inspector).action_answer("kept", "x")

    def test_a_petition_goes_to_the_superior_of_whoever_decided(self):
        petition = self._petition()
        self.assertEqual(petition.answerer_id, self.head)
        self.assertEqual(petition.state, "waiting")
        self._mine(petition, self.head).action_answer("kept", "Đúng quy định")
        seen = self._mine(petition, self.dung)
        self.assertEqual((seen.outcome, seen.answer), ("kept", "Đúng quy định"))
        self.assertEqual(self.sheet.state, "published")
        self.assertEqual(petition.text, "Tôi đã nộp đúng hạn")

    def test_the_decider_answers_where_the_rules_say_so(self):
        self._rule("objection_answered_by", "decider")
        petition = self._petition()
        self._mine(petition, self.deputy).action_answer("kept", "Đúng quy định")
        self.assertEqual(petition.answered_by_id, self.deputy.user_id)

    def test_hr_names_who_answers_where_nobody_stands_above(self):
        self._deliver(self._give(self.staff))
        sheet = self._until(self.sheets[self.staff], "published")
        petition = self._petition(sheet)
        self.assertFalse(petition.answerer_name)
        with self.assertRaisesRegex(UserError, "HR officer names"):
            self._mine(petition, self.head).action_answer("kept", "x")
        officer = self._mine(petition, self.officer)
        for person in (self.head, self.staff, self.officer):
            with self.assertRaises(UserError, msg=person.name):
                officer.action_name_answerer(person.id, "Được phân công")
        with self.assertRaises(UserError):
            officer.action_name_answerer(self.deputy.id, " ")
        officer.action_name_answerer(self.deputy.id, "Quyết định 8/QĐ-UBND")
        self.assertEqual(self._mine(sheet, self.deputy).state, "published")
        self._mine(petition, self.deputy).action_answer("kept", "Đúng quy định")

    def test_no_officer_names_who_answers_their_own_petition(self):
        self._deliver(self._give(self.officer))
        sheet = self._until(self.sheets[self.officer], "decided")
        self._mine(sheet, self.admin).action_publish()
        petition = self._petition(sheet)
        with self.assertRaisesRegex(UserError, "their own petition"):
            self._mine(petition, self.officer).action_name_answerer(
                self.deputy.id, "Được phân công"
            )
        self._mine(petition, self.admin).action_name_answerer(self.deputy.id, "Cử")

    def test_whoever_is_named_annuls_only_what_they_found_wrong(self):
        self._deliver(self._give(self.staff))
        sheet = self._until(self.sheets[self.staff], "published")
        petition = self._petition(sheet)
        self._mine(petition, self.officer).action_name_answerer(self.deputy.id, "Cử")
        with self.assertRaisesRegex(UserError, "Only whoever decided"):
            self._annul(sheet, by=self.deputy)
        self._mine(petition, self.deputy).action_answer("changed", "Có căn cứ")
        self.assertTrue(self._annul(sheet, by=self.deputy, objection_id=petition.id))

    def test_a_petition_found_right_is_a_cause_for_annulment_and_changes_nothing(self):
        petition = self._petition()
        with self.assertRaisesRegex(UserError, "answered as right"):
            self._annul(objection_id=petition.id)
        self._mine(petition, self.head).action_answer("changed", "Đã nộp đúng hạn")
        self.assertEqual(self.sheet.state, "published")
        new = self._annul(by=self.head, objection_id=petition.id)
        self.assertEqual(self.sheet.annulment_cause, "objection")
        other = self._until(self.sheets[self.em], "published")
        with self.assertRaisesRegex(UserError, "answered as right"):
            self._annul(other, objection_id=petition.id)
        self.assertEqual(new.supersedes_id.objection_ids, petition)

    def test_only_the_person_objects_to_a_published_result_with_words(self):
        for person in (self.deputy, self.em, self.head, self.officer):
            with self.assertRaises(UserError, msg=person.name):
                self._mine(self.sheet, person).object("petition", WHY)
        mine = self._mine(self.sheet, self.dung)
        for kind, text in (("petition", " "), ("petition", None), ("x", WHY)):
            with self.assertRaises(UserError, msg=kind):
                mine.object(kind, text)
        for state in ("draft", "self_assessed", "reviewed", "decided"):
            other = self._until(self.sheets[self.em], state)
            with self.assertRaises(UserError, msg=state):
                self._mine(other, self.em).object("petition", WHY)

    def test_one_petition_waits_at_a_time_and_nothing_is_said_twice(self):
        petition = self._petition()
        with self.assertRaisesRegex(UserError, "still waits"):
            self._petition(text="Khác")
        self._mine(petition, self.head).action_answer("kept", "Đúng quy định")
        self.assertTrue(self._petition(text="Khác"))
        mine = self._mine(self.sheet, self.dung)
        mine.object("reservation", "Bảo lưu")
        with self.assertRaisesRegex(UserError, "recorded already"):
            mine.object("reservation", " Bảo lưu ")

    def test_an_answer_has_an_outcome_and_words(self):
        petition = self._mine(self._petition(), self.head)
        for outcome, answer in (("kept", ""), ("kept", " "), ("", "x"), ("x", "x")):
            with self.assertRaises(UserError):
                petition.action_answer(outcome, answer)

    def test_colleagues_see_nothing_of_it_and_nobody_rewrites_it(self):
        petition = self._petition()
        for person in (self.em, self.staff, self.stranger):
            with self.assertRaises(AccessError, msg=person.name):
                self._mine(petition, person).read(["text"])
        for person in (self.dung, self.deputy, self.head, self.officer, self.admin):
            for values in ({"text": "x"}, {"state": "answered"}, {"answer": "x"}):
                with self.assertRaises(UserError, msg=person.name):
                    self._mine(petition, person).write(values)
            with self.assertRaises(UserError):
                self._mine(petition, person).unlink()

    def test_its_files_are_read_by_its_readers_and_changed_by_nobody(self):
        files = [("thu.txt", "dGh1")]
        mine = self._mine(self.sheet, self.dung)
        mine.object("petition", WHY, files)
        file = self.sheet.objection_ids.attachment_ids
        self.assertEqual(self._mine(file, self.head).raw, b"thu")
        for person in (self.em, self.head, self.officer):
            with self.assertRaises(AccessError, msg=person.name):
                self._mine(file, person).write({"name": "x"})
        with self.assertRaises(AccessError):
            self._mine(file, self.em).read(["raw"])
        own = self.env["kpi.objection"]
        self.assertEqual(self._mine(own, self.dung)._own_file(file.id), file)
        self.assertFalse(self._mine(own, self.em)._own_file(file.id))
