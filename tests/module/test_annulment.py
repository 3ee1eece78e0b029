from odoo.exceptions import AccessError, UserError

from .after_case import FACT, WHY, AfterCase


class TestAnnulment(AfterCase):
    """A result found wrong is annulled with its cause and judged anew (Điều 6.8)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._self_assess(cls.sheet)
        line = cls.sheet.criterion_ids[0].with_user(cls.deputy.user_id)
        line.write({"evaluator_points": 1, "evaluator_reason": "Còn vi phạm"})
        cls._until(cls.sheet, "published")

    def test_the_old_sheet_stays_and_a_new_version_waits_for_the_opinion(self):
        total = self.sheet.total_score
        new = self._annul()
        self.assertEqual(self.sheet.state, "annulled")
        self.assertEqual(
            (self.sheet.total_score, self.sheet.grade), (total, self.sheet.system_grade)
        )
        self.assertEqual(self.sheet.annulment_reason, WHY)
        self.assertEqual(self.sheet.annulled_by_id, self.deputy.user_id)
        self.assertEqual((new.state, new.supersedes_id), ("self_assessed", self.sheet))
        self.assertEqual(self.sheet.superseded_by_ids, new)

    def test_the_new_version_takes_over_what_the_person_gave_and_no_opinion(self):
        self.dung.name = "Tên mới"
        new = self._annul()
        for name in (
            "employee_name",
            "department_id",
            "position_category",
            "form_id",
            "evaluator_id",
            "evaluator_name",
            "self_grade",
            "self_total_score",
            "self_assessed_on",
        ):
            self.assertEqual(new[name], self.sheet[name], name)
        old, lines = self.sheet.criterion_ids, new.criterion_ids
        self.assertEqual(lines.mapped("name"), old.mapped("name"))
        self.assertEqual(lines.mapped("self_points"), old.mapped("self_points"))
        self.assertEqual(lines.mapped("evaluator_points"), old.mapped("self_points"))
        self.assertFalse(any(lines.mapped("evaluator_reason")))
        for name in ("grade", "proposed_grade", "decided_by_id", "published_on"):
            self.assertFalse(new[name], name)

    def test_the_work_of_the_month_is_open_again_until_the_new_opinion(self):
        work = self.env["kpi.assignment"].search([("employee_id", "=", self.dung.id)])
        self.assertTrue(work._reasons_against_changing_facts()[work])
        new = self._annul()
        self.assertFalse(work._reasons_against_changing_facts()[work])
        self._review(new)
        self.assertTrue(work._reasons_against_changing_facts()[work])

    def test_a_version_annulled_again_makes_a_chain(self):
        second = self._until(self._annul(), "published")
        third = self._annul(second)
        chain = (third.supersedes_id, third.supersedes_id.supersedes_id)
        self.assertEqual(chain, (second, self.sheet))
        of_month = self.period.appraisal_ids.filtered(
            lambda one: one.employee_id == self.dung
        )
        self.assertEqual(
            sorted(of_month.mapped("state")), ["annulled", "annulled", "self_assessed"]
        )

    def test_no_annulment_without_a_cause_and_a_reason(self):
        sheet = self._mine(self.sheet, self.deputy)
        for reason, cause in (
            ("", FACT),
            ("  ", FACT),
            (WHY, {}),
            (WHY, {"document": "12/KL-UBND"}),
            (WHY, {"document_date": "2026-08-06"}),
            (WHY, {"finding_id": 987654}),
            (WHY, {"objection_id": 987654}),
        ):
            with self.subTest(cause=cause), self.assertRaises(UserError):
                sheet.action_annul(reason, **cause)

    def test_who_decided_and_who_stands_above_annul_and_nobody_else(self):
        may = {self.deputy, self.head}
        for person in (
            self.dung,
            self.em,
            self.staff,
            self.officer,
            self.admin,
            self.stranger,
            self.deputy,
            self.head,
        ):
            with self.subTest(person=person.name), self.env.cr.savepoint() as undo:
                if person in may:
                    self.assertTrue(self._annul(by=person))
                else:
                    with self.assertRaises(UserError):
                        self._annul(by=person)
                undo.rollback()

    def test_only_the_agency_s_head_annuls_where_its_rules_say_so(self):
        unit = self.env["hr.department"].create(
            {"name": "UBND", "company_id": self.company.id}
        )
        (self.head | self.deputy | self.dung).version_id.department_id = unit
        self._rule("annulment_by", "agency_head")
        with self.assertRaisesRegex(UserError, "Only the head of the agency"):
            self._annul(by=self.deputy)
        self.assertTrue(self._annul(by=self.head))

    def test_what_is_not_decided_is_not_annulled(self):
        other = self._until(self.sheets[self.em], "reviewed")
        with self.assertRaises(UserError):
            self._annul(other)

    def test_the_person_still_reads_what_was_published_and_not_what_never_was(self):
        new = self._annul()
        self.assertEqual(self._mine(self.sheet, self.dung).state, "annulled")
        self.assertTrue(self._mine(self.sheet.criterion_ids[0], self.dung).name)
        with self.assertRaises(AccessError):
            self._mine(new, self.dung).read(["state"])
        decided = self._until(self.sheets[self.em], "decided")
        self._annul(decided)
        for record in (decided, decided.criterion_ids[0]):
            with self.assertRaises(AccessError):
                self._mine(record, self.em).read()

    def test_a_superior_reads_decided_sheets_of_their_people_s_people_only(self):
        open_sheet = self.sheets[self.em]
        for state, may in (
            ("draft", False),
            ("self_assessed", False),
            ("reviewed", False),
            ("decided", True),
            ("published", True),
        ):
            self._until(open_sheet, state)
            seen = self._mine(open_sheet, self.head)
            self.assertEqual(seen.has_access("read"), may, state)
            self.assertEqual(seen.criterion_ids.has_access("read") if may else may, may)
            self.assertFalse(seen.has_access("write"))
        self.assertFalse(
            self._mine(self.sheets[self.staff], self.deputy).has_access("read")
        )

    def test_the_annulled_sheet_says_on_paper_that_it_is_and_why(self):
        new = self._annul()
        for sheet, words in (
            (self.sheet, ("ĐÃ HỦY", "12/KL-UBND ngày 06/08/2026", WHY)),
            (new, ("thay phiếu đã bị hủy ngày 10/07/2026",)),
        ):
            said = str(sheet._sheet_values()[sheet])
            for word in words:
                self.assertIn(word, said)


class TestLeadersAfterAnAnnulment(AfterCase):
    """d of a leader rests on the classes of the people led (Điều 12.3.a)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._deliver(cls._give(cls.deputy, "K1"))
        for person in (cls.dung, cls.em):
            cls._until(cls.sheets[person], "decided")
        cls.leader = cls.sheets[cls.deputy]

    def test_d_of_an_open_sheet_is_computed_again(self):
        self.assertTrue(self.leader.unit_ratio)
        self._annul()
        self.assertFalse(self.leader.unit_ratio)
        self.assertFalse(self.leader.is_unit_ratio_outdated)

    def test_a_leader_judged_already_is_marked_and_nothing_is_changed(self):
        self._until(self.leader, "decided")
        total = self.leader.total_score
        self._annul()
        self.assertTrue(self.leader.is_unit_ratio_outdated)
        self.assertEqual(
            (self.leader.total_score, self.leader.state), (total, "decided")
        )

    def test_a_class_on_an_annulled_one_is_not_decided_before_it_is_looked_at(self):
        self._until(self.leader, "reviewed")
        new = self._annul()
        with self.assertRaisesRegex(UserError, "still to be decided"):
            self._decide(self.leader)
        self._until(new, "decided")
        with self.assertRaisesRegex(UserError, "Take the opinion up again first"):
            self._decide(self.leader)
        self.leader.with_user(self.head.user_id).action_reopen()
        self.assertFalse(self.leader.is_unit_ratio_outdated)
        self._until(self.leader, "decided")
