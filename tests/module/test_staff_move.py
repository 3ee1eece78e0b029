"""Somebody leaves, arrives or changes unit within the month (Điều 6.2, 15.1.d)."""

from datetime import date, timedelta

from freezegun import freeze_time

from odoo.exceptions import UserError
from odoo.tests import Form

from .authority_case import AuthorityCase
from .common import HR, PORTAL


class MoveCase(AuthorityCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.culture = cls._unit("Phòng Văn hóa", above=cls.committee)
        cls.dean = cls._placed("Trưởng phòng Văn hóa", cls.culture, "head")
        cls.peer = cls._placed("Đồng nghiệp", cls.economy, "staff", PORTAL)
        cls.clerks_officer = cls._user("Tổ Chức", HR)

    def _move(self, person, day, kind="changes", user=None, **values):
        values = {
            "employee_id": person.id,
            "kind": kind,
            "date_effective": day,
            "document": "12/QĐ-UBND, 10/07/2026",
        } | values
        if kind != "leaves":
            values = {"department_id": self.culture.id} | values
        wizards = self.env["kpi.staff.move"].with_user(user or self.clerks_officer)
        return wizards.create(values)

    def _moved(self, person, day, kind="changes", **values):
        self._move(person, day, kind, **values).action_apply()
        return self._open()[person]


class TestStaffMove(MoveCase):
    def test_the_unit_of_the_month_s_last_day_evaluates(self):
        for opened_first in (True, False):
            for day in (1, 15, 31):
                with (
                    self.subTest(day=day, opened_first=opened_first),
                    self.env.cr.savepoint() as savepoint,
                ):
                    if opened_first:
                        sheet = self._open()[self.clerk]
                        self.assertEqual(sheet.evaluator_id, self.manager)
                    sheet = self._moved(self.clerk, date(2026, 7, day))
                    self.assertEqual(sheet.department_name, "Phòng Văn hóa")
                    self.assertEqual(sheet.evaluator_id, self.dean)
                    savepoint.rollback()
                    self.env.invalidate_all(flush=False)

    def test_an_agency_may_choose_another_reading(self):
        for reading, evaluators in (
            ("first_day", {2: self.manager, 15: self.manager, 31: self.manager}),
            ("most_working_days", {2: self.dean, 15: self.dean, 31: self.manager}),
        ):
            for day, evaluator in evaluators.items():
                with (
                    self.subTest(reading=reading, day=day),
                    self.env.cr.savepoint() as savepoint,
                ):
                    self._choose(unit_of_month=reading)
                    sheet = self._moved(self.clerk, date(2026, 7, day))
                    self.assertEqual(sheet.evaluator_id, evaluator)
                    savepoint.rollback()
                    self.env.invalidate_all(flush=False)

    def test_who_leaves_is_evaluated_where_they_last_worked(self):
        for day in (2, 15, 31):
            with self.subTest(day=day), self.env.cr.savepoint() as savepoint:
                sheet = self._moved(self.clerk, date(2026, 7, day), "leaves")
                self.assertEqual(sheet.evaluator_id, self.manager)
                self.assertEqual(sheet.department_name, "Phòng Kinh tế")
                savepoint.rollback()
                self.env.invalidate_all(flush=False)

    def test_who_left_before_the_month_gets_no_sheet_and_judges_nobody(self):
        self._move(self.clerk, date(2026, 7, 1), "leaves").action_apply()
        self._move(self.manager, date(2026, 7, 1), "leaves").action_apply()
        sheets = self._open()
        self.assertNotIn(self.clerk, sheets)
        self.assertNotIn(self.manager, sheets)
        self.assertEqual(sheets[self.peer].evaluator_id, self.chair)

    def test_who_comes_back_is_evaluated_again(self):
        self._move(self.clerk, date(2026, 7, 1), "leaves").action_apply()
        self._move(self.clerk, date(2026, 7, 6), "arrives").action_apply()
        sheet = self._open()[self.clerk]
        self.assertEqual(sheet.evaluator_id, self.dean)

    def test_the_day_is_that_of_the_document_and_never_proposed(self):
        wizards = self.env["kpi.staff.move"].with_user(self.clerks_officer)
        self.assertNotIn("date_effective", wizards.default_get(["date_effective"]))
        form = Form(wizards)
        form.employee_id = self.clerk
        form.kind = "leaves"
        self.assertFalse(form.date_effective)
        with self.assertRaises(AssertionError):
            form.save()

    def test_what_holds_from_the_day_on_is_a_dated_version(self):
        before = self.clerk.job_title
        self._move(
            self.clerk,
            date(2026, 7, 20),
            job_title="Phó Trưởng phòng",
            position_category="deputy",
        ).action_apply()
        old = self.clerk._versions_on(date(2026, 7, 19))[self.clerk]
        new = self.clerk._versions_on(date(2026, 7, 20))[self.clerk]
        self.assertEqual((old.department_id, old.job_title), (self.economy, before))
        self.assertEqual(new.department_id, self.culture)
        self.assertEqual(new.job_title, "Phó Trưởng phòng")
        self.assertEqual(self.clerk.department_id, self.economy)
        self.assertIn("12/QĐ-UBND", str(self.clerk.message_ids.mapped("body")))

    def test_a_move_typed_twice_for_one_day_corrects_it(self):
        self._move(self.clerk, date(2026, 7, 6)).action_apply()
        self._move(
            self.clerk, date(2026, 7, 6), department_id=self.party.id
        ).action_apply()
        self.assertEqual(self.clerk.department_id, self.party)
        self.assertEqual(len(self.clerk.version_ids), 2)


class TestWhatHangsOnAMove(MoveCase):
    def test_open_work_is_handed_back_transferred_or_kept(self):
        works = [self._give(self.clerk, "K1", 2) for _number in range(4)]
        done, back, over, kept = works
        self._deliver(done)
        move = self._move(self.clerk, date(2026, 7, 6))
        self.assertEqual(move.line_ids.assignment_id, back | over | kept)
        lines = {line.assignment_id: line for line in move.line_ids}
        lines[back].decision = "hand_back"
        lines[over].write({"decision": "transfer", "taker_id": self.peer.id})
        move.action_apply()
        self.assertEqual((back.state, over.state), ("handed_back", "handed_back"))
        self.assertEqual(over.taken_ids.employee_id, self.peer)
        self.assertEqual(over.taken_ids.assigner_id, self.manager)
        self.assertEqual((kept.state, kept.assigner_id), ("given", self.dean))
        self.assertEqual((back.assigner_id, done.assigner_id), (self.manager,) * 2)

    def test_work_is_proposed_to_be_handed_back_by_who_leaves_before_it_is_due(self):
        early = self._give(self.clerk, date_deadline=date(2026, 7, 14))
        late = self._give(self.clerk, date_deadline=date(2026, 7, 20))
        move = self._move(self.clerk, date(2026, 7, 15), "leaves")
        decisions = {line.assignment_id: line.decision for line in move.line_ids}
        self.assertEqual(decisions, {early: "keep", late: "hand_back"})

    def test_a_sheet_somebody_worked_on_keeps_its_form_and_says_so(self):
        sheet = self._open()[self.clerk]
        form = sheet.form_id
        line = sheet.criterion_ids[:1]
        sheet.with_user(self.clerk.user_id).save_self_assessment({line.id: 1})
        after = self._moved(self.clerk, date(2026, 7, 6), position_category="deputy")
        self.assertEqual((after, after.form_id), (sheet, form))
        self.assertEqual(after.evaluator_id, self.dean)
        notes = str(sheet.message_ids.mapped("body"))
        self.assertIn("The form stays", notes)
        self.assertIn("Phòng Kinh tế → Phòng Văn hóa", notes)

    def test_an_untouched_sheet_gets_the_form_of_the_new_category(self):
        sheet = self._open()[self.clerk]
        after = self._moved(self.clerk, date(2026, 7, 6), position_category="deputy")
        self.assertFalse(sheet.exists())
        self.assertEqual(after.position_category, "deputy")
        self.assertEqual(after.form_id.position_category, "deputy")
        self.assertIn("12/QĐ-UBND", str(after.message_ids.mapped("body")))

    def test_a_judged_sheet_stays_as_it_is(self):
        self._deliver(self._give(self.clerk))
        sheet = self._until(self._open()[self.clerk], "reviewed")
        self._move(self.clerk, date(2026, 7, 6)).action_apply()
        self.assertEqual(sheet.evaluator_id, self.manager)
        self.assertEqual(sheet.department_name, "Phòng Kinh tế")
        with self.assertRaises(UserError):
            sheet.with_user(self.clerks_officer).action_follow_move("12/QĐ")

    def test_what_the_person_judges_is_named(self):
        self._open()
        move = self._move(self.manager, date(2026, 7, 15), "leaves")
        self.assertIn("2 open sheets wait", move.consequences)
        self.assertIn("07/2026", move.consequences)

    def test_nobody_enters_their_own_move_or_makes_themselves_a_leader(self):
        officer = self._placed("Cán Bộ", self.economy, "staff", HR)
        for values in (
            {"person": officer},
            {"person": self.clerk, "manager_id": officer.id},
        ):
            with self.subTest(values=values), self.assertRaises(UserError):
                self._move(
                    day=date(2026, 7, 6), user=officer.user_id, **values
                ).action_apply()

    def test_what_cannot_be_is_refused(self):
        foreign = self.env["hr.department"].create(
            {"name": "Phòng khác", "company_id": self._agency("UBND xã khác").id}
        )
        tomorrow = date(2026, 7, 10) + timedelta(days=1)
        for day, values in (
            (date(2026, 7, 6), {"department_id": False}),
            (date(2026, 7, 6), {"department_id": foreign.id}),
            (tomorrow, {"manager_id": self.dean.id}),
        ):
            with self.subTest(values=values), self.assertRaises(UserError):
                self._move(self.clerk, day, **values).action_apply()

    def test_a_future_move_leaves_the_evaluator_of_today_at_work(self):
        work = self._give(self.clerk)
        self._move(self.clerk, date(2026, 7, 20)).action_apply()
        self.assertEqual(work.assigner_id, self.manager)
        self.assertEqual(self._give(self.clerk).assigner_id, self.manager)
        with freeze_time("2026-07-20 03:00:00"):
            self.env["hr.employee"]._cron_kpi_resolve()
            self.assertEqual(self._give(self.clerk).assigner_id, self.dean)
