from odoo.exceptions import AccessError, UserError

from .after_case import WHY, AfterCase


class TestFinding(AfterCase):
    """An inspection's finding, and the annulment it may demand (Điều 6.8)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.unit = cls.env["hr.department"].create(
            {"name": "UBND xã", "company_id": cls.company.id}
        )
        (cls.head | cls.deputy | cls.dung).version_id.department_id = cls.unit
        cls._until(cls.sheet, "published")

    def _find(self, maker, **more):
        findings = self._mine(self.env["kpi.finding"], maker)
        values = {
            "period_id": self.period.id,
            "appraisal_id": self.sheet.id,
            "document": "03/KL-UBKT",
            "document_date": "2026-08-12",
            "text": "Minh chứng không có thật",
            "demand": "reevaluate",
        }
        return findings.create(values | more).with_env(self.env)

    def test_the_inspector_and_the_head_of_the_agency_record_it_and_nobody_else(self):
        for person in (self.inspector, self.head):
            self.assertTrue(self._find(person), person.name)
        for person in (self.deputy, self.em, self.officer, self.admin, self.stranger):
            with self.assertRaisesRegex(UserError, "inspector or by the head"):
                self._find(person)
        with self.assertRaises(AccessError):
            self._find(self.head, appraisal_id=self.sheets[self.head].id)

    def test_hr_and_those_who_judged_read_it_and_the_person_does_not(self):
        finding = self._find(self.inspector)
        for person in (self.deputy, self.head, self.officer, self.admin):
            self.assertTrue(self._mine(finding, person).text, person.name)
        for person in (self.dung, self.em, self.stranger):
            with self.assertRaises(AccessError, msg=person.name):
                self._mine(finding, person).read(["text"])

    def test_it_never_changes(self):
        finding = self._find(self.inspector)
        for person in (self.inspector, self.head, self.officer, self.admin):
            with self.assertRaises(UserError, msg=person.name):
                self._mine(finding, person).write({"demand": "note"})
            with self.assertRaises(UserError, msg=person.name):
                self._mine(finding, person).unlink()

    def test_only_one_that_demands_it_is_a_cause_for_annulment(self):
        note = self._find(self.inspector, demand="note")
        with self.assertRaisesRegex(UserError, "does not demand"):
            self._annul(finding_id=note.id)
        other = self._until(self.sheets[self.em], "published")
        finding = self._find(self.inspector)
        with self.assertRaisesRegex(UserError, "does not demand"):
            self._annul(other, finding_id=finding.id)
        self._annul(finding_id=finding.id)
        self.assertEqual(
            (self.sheet.annulment_cause, self.sheet.annulment_document),
            ("finding", "03/KL-UBKT"),
        )

    def test_one_on_a_unit_s_month_holds_for_all_its_sheets(self):
        finding = self._find(self.inspector, appraisal_id=False)
        self.assertIn(self.deputy.user_id, finding.judge_user_ids)
        other = self._until(self.sheets[self.em], "published")
        both = self._mine(self.sheet | other, self.deputy)
        new = both.action_annul(WHY, finding_id=finding.id)
        self.assertEqual(len(new), 2)

    def test_a_sheet_of_another_month_is_refused(self):
        august = self._month(self.period.date_start.replace(month=8))
        with self.assertRaisesRegex(UserError, "another month"):
            self._find(self.inspector, period_id=august.id)


class TestFeedback(AfterCase):
    """What others say of a person, for those who judge them (Điều 5.8)."""

    def _said(self, by, **more):
        values = {
            "employee_id": self.dung.id,
            "period_id": self.period.id,
            "direction": "complaint",
            "source": "citizen",
            "source_name": "Bà Hoa, tổ 3",
            "content": "Trả hồ sơ muộn",
        }
        rows = self._mine(self.env["kpi.feedback"], by)
        return rows.create(values | more).with_env(self.env)

    def test_hr_and_the_evaluator_record_it_and_nobody_else(self):
        for person in (self.officer, self.admin, self.deputy):
            self.assertTrue(self._said(person), person.name)
        for person in (self.dung, self.em, self.head, self.stranger, self.inspector):
            with self.assertRaises(AccessError, msg=person.name):
                self._said(person)
        with self.assertRaises(AccessError):
            self._said(self.officer, employee_id=self.officer.id)
        with self.assertRaises(UserError):
            self._said(self.officer, employee_id=self.stranger.id)

    def test_those_who_judge_see_it_beside_the_sheet_and_the_person_never(self):
        said = self._said(self.officer)
        for state in ("draft", "self_assessed", "reviewed", "decided", "published"):
            self._until(self.sheet, state)
            self.assertEqual(self._mine(self.sheet, self.deputy).feedback_count, 1)
            for person in (self.dung, self.em):
                with self.assertRaises(AccessError, msg=f"{person.name} in {state}"):
                    self._mine(said, person).read(["content"])
        self.assertFalse(self._mine(self.sheet, self.dung).feedback_count)
        own = self._said(self.deputy, employee_id=self.em.id)
        with self.assertRaises(AccessError):
            self._mine(own, self.em).read(["content"])
        self.assertFalse(self._mine(self.env["kpi.feedback"], self.em).search([]))

    def test_whoever_judged_the_month_reads_it_after_another_took_over(self):
        said = self._said(self.officer)
        self.dung.parent_id = self.head
        self.env.flush_all()
        self.assertTrue(self._mine(said, self.deputy).content)
        self.assertTrue(self._mine(said, self.head).content)

    def test_it_is_never_changed(self):
        said = self._said(self.officer)
        for person in (self.officer, self.admin, self.deputy):
            with self.assertRaises(UserError, msg=person.name):
                self._mine(said, person).write({"direction": "praise"})
            with self.assertRaises(UserError, msg=person.name):
                self._mine(said, person).unlink()


class TestOverride(AfterCase):
    """Class D by a disciplinary document (Nghị định 335/2025 Điều 20.4)."""

    MEASURE = ("25/QĐ-UBND", "2026-07-20", "Chủ tịch UBND xã", "Bị khiển trách")

    def setUp(self):
        super().setUp()
        self._until(self.sheet, "reviewed")

    def _override(self, person, *measure):
        return self._mine(self.sheet, person).action_override(*measure)

    def test_it_is_refused_with_its_clause_while_the_choice_is_off(self):
        with self.assertRaisesRegex(UserError, "discipline_override.*Điều 20.4"):
            self._override(self.deputy, *self.MEASURE)
        self.assertFalse(self._mine(self.sheet, self.deputy).may_override)

    def test_the_decider_classes_d_and_the_points_stay(self):
        self._rule_on()
        total = self.sheet.total_score
        self._override(self.deputy, *self.MEASURE)
        self._until(self.sheet, "published")
        self.assertEqual((self.sheet.grade, self.sheet.system_grade), ("d", "a"))
        self.assertEqual(self.sheet.total_score, total)
        paper = str(self.sheet._sheet_values()[self.sheet])
        for words in ("25/QĐ-UBND ngày 20/07/2026", "Theo điểm", "Loại A", "Loại D"):
            self.assertIn(words, paper)

    def test_nobody_else_does_and_no_part_of_the_document_is_left_out(self):
        self._rule_on()
        for person in (self.dung, self.em, self.head, self.officer, self.admin):
            with self.assertRaises(UserError, msg=person.name):
                self._override(person, *self.MEASURE)
        for missing in range(len(self.MEASURE)):
            measure = list(self.MEASURE)
            measure[missing] = ""
            with self.assertRaisesRegex(UserError, "number, the date"):
                self._override(self.deputy, *measure)

    def test_taking_the_opinion_up_again_takes_the_measure_back(self):
        self._rule_on()
        self._override(self.deputy, *self.MEASURE)
        self._mine(self.sheet, self.deputy).action_reopen()
        self.assertFalse(self.sheet.override_document or self.sheet.proposed_grade)
        self._until(self.sheet, "decided")
        self.assertEqual(self.sheet.grade, "a")

    def _rule_on(self):
        # Before the month is judged its rules may still be added.
        self._rule("discipline_override", "on")
        self.env.registry.clear_cache()
