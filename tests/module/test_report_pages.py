"""How the printed sheet lies on its pages."""

import ast
import doctest
from datetime import date
from pathlib import Path

from odoo.addons.kpi_evaluation.models.base import paper_text
from odoo.addons.kpi_evaluation.regulation import ratios
from odoo.addons.kpi_evaluation.regulation.facts import SupportMarks

from .common import KpiCase
from .paper import REPORT, printed

LONG = (
    "Tham mưu Ủy ban nhân dân xã ban hành văn bản chỉ đạo, điều hành về công tác cải "
    "cách hành chính, chuyển đổi số và nâng cao chất lượng phục vụ người dân"
)
HEAD = "STT Nội dung nhiệm vụ Ngày hết hạn"


class TestPages(KpiCase):
    def _long_sheet(self, number=40):
        for one in range(number):
            self._give(self.staff, "K2.5", 3, name=f"ĐẦU{one:02} {LONG} CUỐI{one:02}")
        return self._open()[self.staff]

    def test_the_pages_are_a4_with_the_margins_of_the_state_style(self):
        sheet = self._long_sheet()
        paper = printed(sheet)
        for number in range(len(paper.pages)):
            self.assertEqual([round(side) for side in paper.size(number)], [210, 297])
            places = paper.places(number)
            if number:
                self.assertEqual(places.pop(0)[0], str(number + 1))
            self.assertAlmostEqual(min(x for _text, x, _y in places), 30.5, delta=1)
            self.assertLess(max(x for _text, x, _y in places), 210 - 15)
            self.assertGreater(min(y for _text, _x, y in places), 20)
            self.assertLess(max(y for _text, _x, y in places), 297 - 20)
        paper_format = self.env.ref(REPORT.replace("report_", "") + "_report")
        self.assertEqual(paper_format.paperformat_id.margin_right, 15)

    def test_a_long_task_table_repeats_its_head_and_cuts_no_row(self):
        paper = printed(self._long_sheet())
        pages = [text for text in paper.texts if "ĐẦU" in text]
        self.assertGreater(len(pages), 3)
        for text in pages:
            self.assertEqual(text.count(HEAD), 1)
        for one in range(40):
            (page,) = (text for text in pages if f"ĐẦU{one:02}" in text)
            self.assertIn(f"CUỐI{one:02}", page)
        full = paper.texts.index(pages[1])
        lowest = min(y for _text, _x, y in paper.places(full))
        self.assertLess(lowest, 20 + 45, "a page is left half empty")

    def test_a_paper_whose_last_page_is_nearly_full_ends_without_a_blank_one(self):
        sheet = self._long_sheet(1)
        mine = sheet.with_user(self.staff.user_id)
        for lines in range(48):
            mine.save_self_assessment({}, strengths="\n".join(["Đúng hạn"] * lines))
            with self.subTest(lines=lines):
                self.assertIn("Trần Văn Trưởng", printed(sheet).texts[-1])

    def test_no_heading_and_no_signature_stands_alone_on_a_page(self):
        for number in (1, 7, 9, 11):
            work = self.env["kpi.assignment"].search_count(
                [("employee_id", "=", self.staff.id)]
            )
            sheet = self._long_sheet(number - work)
            paper = printed(sheet)
            self.assertNotIn("TỔNG HỢP", paper.texts[-1][-120:])
            self.assertIn("khuyết điểm", paper.texts[-1], "signatures alone")
            for text in paper.texts:
                self.assertFalse(text.endswith("theo kế hoạch"), text[-80:])

    def test_several_sheets_are_one_document_each_numbered_from_its_own_page(self):
        sheets = self._open()
        both = sheets[self.staff] | sheets[self.colleague]
        paper = printed(both)
        firsts = [text for text in paper.texts if "CỘNG HÒA XÃ HỘI" in text]
        self.assertEqual(len(firsts), 2)
        self.assertIn(self.staff.name, firsts[0])
        self.assertIn(self.colleague.name, firsts[1])
        alone = len(printed(sheets[self.staff]).pages)
        numbers = [text.split()[0] for text in paper.texts]
        self.assertEqual(numbers[1:alone], [str(n) for n in range(2, alone + 1)])
        self.assertEqual(numbers[alone + 1], "2")

    def test_ten_sheets_take_as_many_queries_as_two(self):
        people = [
            self._person(f"Người {number}", "staff", manager=self.head)
            for number in range(10)
        ]
        for person in people:
            for code in ("K1", "K2"):
                self._give(person, code, 2, date_deadline=date(2026, 7, 20))
        opened = self._open()
        sheets = self.env["kpi.appraisal"].union(*(opened[one] for one in people))
        self.assertEqual(self._queries(sheets), self._queries(sheets[:2]))

    def _queries(self, sheets):
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        self.assertEqual(len(sheets._sheet_values()), len(sheets))
        return self.env.cr.sql_log_count - before

    def test_the_page_needs_no_web_server(self):
        report = self.env["ir.actions.report"]
        html, _kind = report._render_qweb_html(REPORT, self._open()[self.staff].ids)
        for outside in (b"src=", b"href=", b"url(", b"@import"):
            self.assertNotIn(outside, html)

    def test_every_gap_and_every_ratio_of_the_kernel_has_its_words(self):
        codes = {"organising_not_chosen", "unity_not_chosen"}
        for path in Path(ratios.__file__).parent.glob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                name = isinstance(node, ast.Call) and getattr(node.func, "id", "")
                first = node.args[0] if name and node.args else None
                if name == "Missing" and isinstance(first, ast.Constant):
                    codes.add(first.value)
        self.assertIn("nothing_assigned", codes)
        self.assertLessEqual(codes, set(paper_text.GAPS))
        rules = self.period._rulebook()
        self.assertLessEqual(set(rules.leader_ratios), set(paper_text.RATIOS))
        marks = {name for name, _value in SupportMarks().items()}
        self.assertLessEqual(marks, set(paper_text.RATIOS))

    def test_numbers_and_dates_are_written_as_in_the_examples(self):
        self.assertFalse(doctest.testmod(paper_text).failed)
