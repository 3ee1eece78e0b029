"""The competence record: published facts of one's own, and nothing else (Điều 2.3)."""

from datetime import date

from .common import KpiCase
from .paper import printed

REPORT = "kpi_evaluation.report_kpi_record"


class TestRecord(KpiCase):
    def _record(self, person=None):
        user = (person or self.staff).user_id
        self.env.flush_all()
        self.env.invalidate_all()
        return self.env["kpi.record"].with_user(user)

    def _published(self, month, person=None, quantity=2):
        """A month of a person with work done, up to its publication."""
        person = person or self.staff
        period = self.env["kpi.period"].search(
            [
                ("date_start", "=", date(2026, month, 1)),
                ("company_id", "=", self.company.id),
            ]
        ) or self._month(date(2026, month, 1))
        day = {"period_id": period.id, "date_deadline": period.date_end}
        self._deliver(self._give(person, "K2", quantity, **day))
        sheet = self._open(period)[person]
        return self._until(sheet, "published")

    def _carried(self, month, total, person=None):
        return self.env["kpi.carried.month"].create(
            {
                "employee_id": (person or self.staff).id,
                "date_start": date(2026, month, 1),
                "total_score": total,
                "grade": "b",
                "agency": "Sở Y tế",
                "document": "12/TB-SYT",
            }
        )

    def _annul(self, sheet):
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE kpi_appraisal SET state = 'annulled' WHERE id = %s", sheet.ids
        )

    def test_what_is_not_published_is_not_in_the_record(self):
        self._deliver(self._give(self.staff, "K2", 3))
        sheet = self._open()[self.staff]
        for state in ("draft", "self_assessed", "reviewed", "decided"):
            self._until(sheet, state)
            record = self._record()._own()
            self.assertFalse(record["months"] or record["years"], state)
            self.assertIsNone(self._record()._own_chart())
        self._publish(sheet)
        (month,) = self._record()._own()["months"]
        self.assertEqual((month["month"], month["grade"]), ("07/2026", "a"))

    def test_an_annulled_month_leaves_the_record(self):
        sheet = self._published(7)
        self._annul(sheet)
        record = self._record()._own()
        self.assertFalse(record["months"] or record["years"])

    def test_products_are_summed_by_year_in_standard_products(self):
        self._published(7, quantity=2)
        self._published(6, quantity=1)
        (year,) = self._record()._own()["years"]
        (row,) = year["rows"]
        self.assertEqual((year["year"], row["quantity"]), (2026, "3"))
        coefficient = self.items["K2"].coefficient
        self.assertEqual(float(year["worth"].replace(",", ".")), 3 * coefficient)

    def test_the_record_is_ones_own(self):
        self._published(7)
        self._published(7, self.colleague)
        mine, theirs = self._record(), self._record(self.colleague)
        self.assertEqual(mine._own()["person"]["name"], self.staff.name)
        for record in (mine, theirs):
            self.assertEqual(len(record._own()["months"]), 1)
        self.assertNotEqual(
            mine._own()["months"][0]["sheet_id"], theirs._own()["months"][0]["sheet_id"]
        )
        self.assertFalse(self._record(self.head)._own()["months"])

    def test_a_month_brought_along_stands_there_with_its_notice(self):
        self._published(7)
        self._carried(6, 81.25)
        newest, carried = self._record()._own()["months"]
        self.assertEqual(newest["month"], "07/2026")
        self.assertEqual(
            (carried["points"], carried["document"]), ("81,25", "12/TB-SYT")
        )

    def test_a_span_stands_there_until_one_of_its_months_changes(self):
        sheet = self._published(7)
        self.env["kpi.rollup"].with_user(self.hr).action_count("quarter", "2026-07-10")
        (span,) = self._record()._own()["spans"]
        self.assertEqual((span["is_current"], span["mean"]), (True, "100"))
        self._annul(sheet)
        (span,) = self._record()._own()["spans"]
        self.assertFalse(span["is_current"])

    def test_more_months_take_no_more_queries(self):
        counts = []
        for month in (7, 6):
            self._published(month)
            record = self._record()
            before = self.env.cr.sql_log_count
            record._own()
            counts.append(self.env.cr.sql_log_count - before)
        self.assertLessEqual(counts[1], counts[0], counts)

    def test_the_chart_has_a_bar_a_month_as_high_as_its_points(self):
        self._carried(6, 45)
        self._carried(7, 90)
        chart = self._record()._own_chart()
        first, second = chart["bars"]
        self.assertEqual((first["points"], second["points"]), ("45", "90"))
        self.assertEqual(2 * first["height"], second["height"] + second["height"] % 2)
        self.assertEqual(second["y"], chart["floors"][0]["y"])
        self.assertEqual([one["grade"] for one in chart["floors"]], ["A", "B", "C"])

    def test_on_paper_it_says_what_it_says_on_the_screen(self):
        self._published(7)
        self._carried(6, 81.25)
        self.env["kpi.rollup"].with_user(self.hr).action_count("quarter", "2026-07-10")
        user = self.staff.user_id
        text = printed(user, user, REPORT).text
        for shown in (
            "HỒ SƠ NĂNG LỰC SỐ",
            self.staff.name,
            "07/2026",
            "81,25",
            "12/TB-SYT",
            "Hoàn thành xuất sắc nhiệm vụ (Loại A)",
            "Quý 3 năm 2026",
        ):
            self.assertIn(shown, text)
