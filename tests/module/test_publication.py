from datetime import date

from odoo.exceptions import AccessError

from .after_case import AfterCase
from .paper import printed

LOWER = {"proposed_grade": "c", "grade_reason": "Vượt tỷ lệ Loại A (Điều 8.5)"}


class TestPublication(AfterCase):
    """Everyone of the agency reads the published classes (Điều 16 step 5)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._self_assess(cls.sheet)
        cls._review(cls.sheet, **LOWER)
        cls._until(cls.sheet, "published")
        cls.rows = cls.env["kpi.publication"]

    def _names(self, person):
        return self._mine(self.rows, person).search([]).mapped("employee_name")

    def test_it_is_read_by_everyone_employed_there_once_it_is_published(self):
        other = self.sheets[self.em]
        for state in ("draft", "self_assessed", "reviewed", "decided"):
            self._until(other, state)
            self.assertEqual(self._names(self.staff), [self.dung.name], state)
        self._until(other, "published")
        for person in (self.staff, self.dung, self.head, self.officer, self.inspector):
            self.assertEqual(len(self._names(person)), 2, person.name)
        for person in (self.stranger, self._user("Vô Can", "base.group_user")):
            self.assertFalse(self._names(person), person.name)

    def test_who_has_left_the_agency_reads_it_no_more(self):
        self.assertTrue(self._names(self.staff))
        self.staff.action_archive()
        self.assertFalse(self._names(self.staff))

    def test_an_annulled_result_leaves_the_list_at_once(self):
        self._annul()
        self.assertFalse(self._names(self.staff))

    def test_it_tells_class_and_reason_and_no_points(self):
        row = self._mine(self.rows, self.staff).search([])
        self.assertEqual((row.grade, row.reason), ("c", LOWER["grade_reason"]))
        self.assertFalse(row.points)
        self.assertNotIn("total_score", row._fields)
        self.assertNotIn("system_grade", row._fields)
        with self.assertRaises(AccessError):
            row.env["kpi.appraisal"].browse(row.id).read(["total_score"])

    def test_a_reason_is_told_only_where_class_and_points_differ(self):
        self._self_assess(self.sheets[self.em])
        self._review(self.sheets[self.em], grade_reason="Ghi thừa")
        self._until(self.sheets[self.em], "published")
        row = self._mine(self.rows, self.staff).browse(self.sheets[self.em].id)
        self.assertFalse(row.reason)

    def test_points_are_public_where_the_rules_say_so(self):
        self._rule("publication_shows", "points_too")
        row = self._mine(self.rows, self.staff).search([])
        self.assertEqual(row.points, "100")

    def test_only_the_own_unit_reads_it_where_the_rules_say_so(self):
        units = self.env["hr.department"].create(
            [
                {"name": name, "company_id": self.company.id}
                for name in ("Văn phòng", "Kinh tế")
            ]
        )
        team = units.create(
            {"name": "Tổ", "parent_id": units[0].id, "company_id": self.company.id}
        )
        for person, unit in ((self.em, team), (self.deputy, units[0])):
            person.version_id.department_id = unit
        self.staff.version_id.department_id = units[1]
        self._until(self.sheets[self.em], "published")
        self.cr.execute(
            "UPDATE kpi_appraisal SET department_id = %s WHERE id = %s",
            [team.id, self.sheets[self.em].id],
        )
        today = date(2026, 7, 1)
        self._rule("publication_unit", "department").date_from = today
        self.assertEqual(self._names(self.deputy), [self.em.name])
        self.assertEqual(self._names(self.em), [self.em.name])
        self.assertFalse(self._names(self.staff))

    def test_the_notice_and_the_commendation_list_are_printed(self):
        self._until(self.sheets[self.em], "published")
        notice = self._printed("report_kpi_publication", self.hr)
        for words in (
            "THÔNG BÁO",
            "tháng 07 năm 2026",
            self.dung.name,
            self.em.name,
            "Hoàn thành nhiệm vụ (Loại C)",
            LOWER["grade_reason"],
            "Tổng số: 2 người",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        ):
            self.assertIn(words, notice)
        commended = self._printed("report_kpi_commendation", self.hr)
        self.assertIn(self.em.name, commended)
        self.assertNotIn(self.dung.name, commended)
        self.assertIn("Danh sách có 1 người./.", commended)

    def test_a_stranger_prints_an_empty_notice(self):
        text = self._printed("report_kpi_publication", self.stranger.user_id)
        self.assertNotIn(self.dung.name, text)
        self.assertIn("Chưa có kết quả nào được công khai", text)

    def _printed(self, name, user):
        return printed(self.period, user, f"kpi_evaluation.{name}").text
