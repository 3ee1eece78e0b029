from datetime import date

from freezegun import freeze_time

from odoo.exceptions import UserError, ValidationError

from .authority_case import AuthorityCase
from .common import NOW

BEFORE, DURING, AFTER = "2026-07-04", "2026-07-10", "2026-07-21"


class TestWhoJudgesWhom(AuthorityCase):
    def test_naming_kinds_and_heads_is_enough(self):
        board = self._board()
        judged = {
            person: (person.kpi_evaluator_id, person.kpi_authority_clause)
            for person in self.chair | self.vice | self.manager | self.clerk
        }
        self.assertEqual(
            judged,
            {
                self.chair: (self.secretary, "Điều 9.1, gạch đầu dòng thứ 9"),
                self.vice: (self.chair, "Điều 9.2.5.b"),
                self.manager: (self.chair, "Điều 9.2.5.b"),
                self.clerk: (self.manager, "Điều 9.2.5.b"),
            },
        )
        self.assertEqual(self.chair.kpi_body_id, board)

    def test_without_its_collective_a_person_is_listed_with_what_is_missing(self):
        self.assertFalse(self.chair.kpi_is_judged)
        self.assertIn("not set up yet", self.chair.kpi_authority_note)

    def test_a_new_head_judges_from_now_on_but_not_the_sheet_already_open(self):
        sheet = self._open()[self.clerk]
        self.manager.kpi_position_category = "staff"
        new = self._placed("Trưởng phòng mới", self.economy, "head")
        self.assertEqual(self.clerk.kpi_evaluator_id, new)
        self.assertEqual(sheet.evaluator_id, self.manager)
        self.assertEqual(sheet.authority_clause, "Điều 9.2.5.b")

    def test_a_vacant_seat_is_filled_by_the_next_level_and_said_on_the_sheet(self):
        self.manager.kpi_position_category = "staff"
        sheet = self._open()[self.clerk]
        self.assertEqual(sheet.evaluator_id, self.chair)
        self.assertIn("Phòng Kinh tế", sheet.authority_note)

    def test_a_place_that_comes_into_force_tomorrow_judges_tomorrow(self):
        self.manager.create_version(
            {"date_version": date(2026, 7, 11), "kpi_position_category": "staff"}
        )
        self.assertEqual(self.clerk.kpi_evaluator_id, self.manager)
        with freeze_time("2026-07-11 03:00:00"):
            self.env["hr.employee"]._cron_kpi_resolve()
            self.assertEqual(self.clerk.kpi_evaluator_id, self.chair)

    def test_a_change_of_a_kind_a_line_or_a_body_counts_at_once(self):
        board = self._board()
        self.assertEqual(self.chair.kpi_body_id, board)
        board.unlink()
        self.assertFalse(self.chair.kpi_is_judged)
        self.env.ref("kpi_evaluation.authority_rule_264").active = False
        self.assertEqual(self.clerk.kpi_authority_clause, "Điều 6.2")
        self.env.ref("kpi_evaluation.kind_xa_ubnd").child_kind_id = False
        self.assertEqual(self.manager.kpi_authority_clause, "Điều 6.2")

    def test_other_modules_still_write_their_own_computed_fields_of_a_person(self):
        version = self.clerk.current_version_id
        self.clerk.write({"current_version_id": version.id})
        with self.assertRaises(UserError):
            self.clerk.write({"kpi_evaluator_id": self.chair.id})

    def test_resolving_twice_as_many_people_takes_no_more_queries(self):
        def queries(people):
            self.env["hr.employee"].flush_model()
            self.env.invalidate_all()
            start = self.cr.sql_log_count
            self.env["kpi.authority"]._resolve(people, date(2026, 7, 10))
            return self.cr.sql_log_count - start

        few = self.chair | self.clerk
        queries(few)
        first = queries(few)
        many = few
        for number in range(20):
            many |= self._person(
                f"Người {number}", "staff", department_id=self.economy.id
            )
        self.assertLessEqual(queries(many), first)


class TestWhoMayAct(AuthorityCase):
    def test_a_substitute_judges_from_the_first_to_the_last_day_and_no_longer(self):
        self._delegate(self.manager, self.vice)
        sheet = self._waiting(self.clerk).with_user(self.vice.user_id)
        for day, may in ((BEFORE, False), (DURING, True), (AFTER, False)):
            with self.subTest(day=day), freeze_time(f"{day} 03:00:00"):
                reason = sheet._reasons_against("give_opinion")[sheet]
                self.assertEqual(not reason, may, reason)
                found = (
                    self.env["kpi.appraisal"]
                    .with_user(self.vice.user_id)
                    .search([("id", "=", sheet.id)])
                )
                self.assertEqual(bool(found), may)

    def test_a_substitute_accepts_work_in_place_of_its_giver(self):
        work = self._give(self.clerk)
        delivery = self._hand_in(work, day="2026-07-10").with_user(self.vice.user_id)
        with self.assertRaises(UserError):
            delivery.action_accept()
        self._delegate(self.manager, self.vice)
        delivery.action_accept()
        self.assertEqual(delivery.verdict, "accepted")

    def test_nobody_judges_themselves_as_a_substitute_either(self):
        self._delegate(self.chair, self.manager)
        sheet = self._waiting(self.manager).with_user(self.manager.user_id)
        self.assertIn("Điều 9", sheet._reasons_against("give_opinion")[sheet])

    def test_the_chair_and_the_secretary_act_for_a_collective_and_members_read(self):
        self._board(secretary_id=self.clerk.id)
        sheet = self._open()[self.chair]
        self._give(self.chair)
        self._self_assess(sheet)
        acting = {
            person: not sheet.with_user(person.user_id)._reasons_against(
                "give_opinion"
            )[sheet]
            for person in (self.secretary, self.clerk, self.standing, self.manager)
        }
        self.assertEqual(list(acting.values()), [True, True, False, False])
        reading = self.env["kpi.appraisal"].with_user(self.standing.user_id)
        self.assertIn(sheet, reading.search([]))

    def test_who_leaves_a_collective_reads_its_sheets_no_longer(self):
        board = self._board()
        sheet = self._open()[self.chair]
        reading = self.env["kpi.appraisal"].with_user(self.standing.user_id)
        self.assertIn(sheet, reading.search([]))
        board.member_ids -= self.standing
        self.assertNotIn(sheet, reading.search([]))

    def test_the_chair_of_a_collective_is_judged_by_the_other_members(self):
        self._board()
        sheet = self._open()[self.secretary]
        self._self_assess(sheet)
        reasons = [
            sheet.with_user(person.user_id)._reasons_against("give_opinion")[sheet]
            for person in (self.secretary, self.standing, self.vice)
        ]
        self.assertTrue(reasons[0])
        self.assertEqual(reasons[1:], ["", ""])

    def test_a_unit_may_leave_the_decision_to_the_head_of_the_agency(self):
        self.committee.kpi_decision_by = "agency_head"
        sheet = self._open()[self.clerk]
        self._deliver(self._give(self.clerk))
        self._review(self._self_assess(sheet))
        with self.assertRaises(UserError):
            sheet.with_user(self.manager.user_id).action_decide()
        sheet.with_user(self.chair.user_id).action_decide()
        self.assertEqual(sheet.decided_by_id, self.chair.user_id)

    def test_leaders_of_a_central_agency_are_only_recorded(self):
        unit = self._unit("Thuế cơ sở", "nganh_doc")
        head = self._placed("Trưởng Thuế", unit, "head")
        sheet = self._open()[head]
        for step, user in (
            ("self_assess", head.user_id),
            ("review", self.chair.user_id),
            ("decide", self.chair.user_id),
            ("change_evaluator", self.hr),
        ):
            reason = sheet.with_user(user)._reasons_of_step(step)[sheet]
            self.assertIn("Điều 9.1", reason, step)


class TestChangeOfEvaluator(AuthorityCase):
    def test_the_hr_officer_changes_an_evaluator_with_a_reason_that_is_kept(self):
        sheet = self._open()[self.clerk]
        sheet.with_user(self.hr).action_change_evaluator(
            self.vice.id, "Trưởng phòng ốm"
        )
        self.assertEqual(sheet.evaluator_id, self.vice)
        self.assertIn("Trưởng phòng ốm", "".join(sheet.message_ids.mapped("body")))

    def test_a_change_is_refused(self):
        sheet = self._open()[self.clerk]
        cases = (
            ("without a reason", self.hr, self.vice, " "),
            ("to the judged person", self.hr, self.clerk, "Vì sao không"),
            ("by the evaluator", self.manager.user_id, self.vice, "Tôi bận"),
            ("by the judged person", self.clerk.user_id, self.vice, "Tôi muốn thế"),
        )
        for label, user, new, reason in cases:
            with self.subTest(label), self.assertRaises(UserError):
                sheet.with_user(user).action_change_evaluator(new.id, reason)

    def test_the_evaluator_is_never_written_by_hand(self):
        sheet = self._open()[self.clerk]
        for user in (self.hr, self.env.ref("base.user_admin")):
            with self.assertRaises(UserError):
                sheet.with_user(user).write({"evaluator_id": self.vice.id})

    def test_an_authorisation_that_has_begun_is_not_deleted(self):
        delegation = self._delegate(self.manager, self.vice)
        with self.assertRaises(UserError):
            delegation.with_user(self.hr).unlink()

    def test_nobody_authorises_themselves(self):
        with self.assertRaises(ValidationError):
            self._delegate(self.manager, self.manager)


@freeze_time(NOW)
class TestInspector(AuthorityCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        elsewhere = cls._agency("Thanh tra tỉnh")
        cls.inspector = cls._user(
            "Thanh tra", "kpi_evaluation.group_inspector", elsewhere
        )

    def test_an_inspector_reads_every_agency_and_changes_nothing(self):
        work = self._give(self.clerk)
        sheet = self._until(self._open()[self.clerk], "self_assessed")
        mine = sheet.with_user(self.inspector)
        self.assertEqual(mine.criterion_ids[0].self_points, 5)
        self.assertEqual(work.with_user(self.inspector).quantity, 1)
        for change in (
            lambda: mine.write({"evaluator_comment": "x"}),
            lambda: mine.action_review(),
            lambda: mine.criterion_ids[0].write({"evaluator_points": 1}),
            lambda: work.with_user(self.inspector).write({"quantity": 9}),
        ):
            with self.assertRaises(UserError):
                change()
