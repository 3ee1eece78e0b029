from datetime import date

from .decision_case import DecisionCase
from .paper import printed


class TestFrozenPaper(DecisionCase):
    """After the decision the world goes on; what was decided stays as it was."""

    def _changes(self):
        """{what: how to change it, as nobody could who is not all-mighty}."""
        employee, clauses = self.staff, self.env["kpi.regulation.clause"]
        form = self.sheet.form_id
        rule = {
            "name": "Đổi",
            "clause": "Quy định sửa đổi",
            "date_from": date(2026, 6, 2),
            "company_id": self.company.id,
        }

        def rules(**values):
            clauses.create(
                [
                    rule | {"code": code, "value": value, "unit": unit}
                    for code, (value, unit) in values.items()
                ]
            )

        return {
            "coefficient": lambda: self._set_behind(self.items["K2.5"], points=20),
            "product's name": lambda: self._set_behind(
                self.items["K2.5"], name="Tên khác"
            ),
            "criteria text": lambda: form.criterion_ids.write({"name": "Chữ khác"}),
            "form": lambda: form.write({"name": "Mẫu khác", "code": "99"}),
            "unit's name": lambda: self.unit.write({"name": "Phòng Tài chính"}),
            "person's unit": lambda: employee.write({"department_id": False}),
            "title": lambda: employee.write({"job_title": "Phó phòng"}),
            "person's name": lambda: employee.write({"name": "Nguyễn Thị Bình"}),
            "judge's name": lambda: self.head.user_id.write({"name": "Tên khác"}),
            "threshold": lambda: rules(band_a_from=("99", "points")),
            "quota": lambda: rules(quota_share=("5", "percent")),
            "decimals": lambda: rules(shown_decimals=("1", "decimals")),
            "weight": lambda: rules(result_weight=("60", "percent")),
            "head": lambda: employee.write({"parent_id": self.colleague.id}),
            "agency": lambda: self.company.write({"name": "UBND phường", "city": "X"}),
            "publication": lambda: self._publish(self.sheet),
        }

    def test_nothing_that_changes_later_changes_snapshot_or_paper(self):
        link = self._decided()
        snapshot, html = link.snapshot, self._html(self.sheet)
        text = printed(self.sheet).text
        self.assertIn("Phòng Kinh tế", html)
        for what, change in self._changes().items():
            with self.subTest(changed=what):
                change()
                self.assertEqual(self._html(self.sheet), html)
                self.assertEqual(link.snapshot, snapshot)
        self.assertEqual(printed(self.sheet).text, text)
        self.assertEqual(self._check(), [])

    def test_an_open_sheet_does_follow_what_is_not_copied(self):
        """Or the test above would show nothing."""
        html = self._html(self.sheet)
        self.company.name = "UBND phường"
        self.assertNotEqual(self._html(self.sheet), html)

    def test_the_paper_of_a_decided_sheet_shows_its_place_in_the_book(self):
        self.assertNotIn("Sổ quyết định", printed(self.sheet).text)
        link = self._decided()
        self.assertIn(
            f"Sổ quyết định số 1, mã kiểm tra: {link.hash}", printed(self.sheet).text
        )

    def test_the_first_print_says_what_the_sheet_itself_would(self):
        self._until(self.sheet, "reviewed")
        self.sheet.with_user(self.head.user_id).action_decide()
        frozen = self.sheet._sheet_values()[self.sheet]
        live = self.sheet._paper_values() | {
            "work": self.sheet._work_tables()[self.sheet]
        }
        live["remarks"] = [[heading, lines] for heading, lines in live["remarks"]]
        self.assertEqual({key: frozen[key] for key in live}, live)

    def test_an_annulled_sheet_prints_the_old_texts_under_its_mark(self):
        link = self._decided()
        self.unit.name = "Phòng Tài chính"
        annulment = self._annul()
        for document in (self.sheet, annulment):
            paper = document._sheet_values()[document]
            self.assertIn("ĐÃ HỦY", paper["mark"])
            self.assertEqual(paper["unit"], "Phòng Kinh tế")
        self.assertEqual(link._sheet_values()[link]["mark"], "")
