"""Whoever reads Vietnamese reads nothing else of this module."""

import io
import re

import polib

from odoo.exceptions import UserError
from odoo.tools.misc import file_path
from odoo.tools.translate import trans_export

from .common import KpiCase

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]")
TAG = re.compile(r"</?(\w+)")


class TestTranslation(KpiCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        written = polib.pofile(file_path("kpi_evaluation/i18n/vi.po"))
        cls.words = {one.msgid: one.msgstr for one in written.translated_entries()}

    def _terms(self):
        """The terms that the running database exports for the module."""
        exported = io.BytesIO()
        trans_export(False, ["kpi_evaluation"], exported, "po", self.env)
        return [one.msgid for one in polib.pofile(exported.getvalue().decode())]

    def _differing(self, pattern):
        """The terms in whose translation other such parts stand than in them."""
        return [
            term
            for term, words in self.words.items()
            if sorted(pattern.findall(term)) != sorted(pattern.findall(words))
        ]

    def test_every_term_of_the_module_is_translated(self):
        terms = self._terms()
        self.assertGreater(len(terms), 600)
        self.assertFalse([term for term in terms if not self.words.get(term)])

    def test_a_translation_keeps_the_placeholders_of_its_term(self):
        self.assertFalse(self._differing(PLACEHOLDER))

    def test_a_translation_keeps_the_tags_of_its_term(self):
        self.assertFalse(self._differing(TAG))

    def test_the_classes_are_called_as_article_8_calls_them(self):
        sheets = self.env["kpi.appraisal"].with_context(lang="vi_VN")
        classes = sheets.fields_get(["grade"])["grade"]["selection"]
        self.assertEqual(
            [name for _code, name in classes],
            [
                "A – Hoàn thành xuất sắc nhiệm vụ",
                "B – Hoàn thành tốt nhiệm vụ",
                "C – Hoàn thành nhiệm vụ",
                "D – Không hoàn thành nhiệm vụ",
            ],
        )

    def test_a_refusal_is_a_vietnamese_sentence_with_a_decimal_comma(self):
        work = self._give(self.staff, name="Báo cáo tháng", quantity=2.5)
        work = work.with_context(lang="vi_VN").with_user(self.staff.user_id)
        with self.assertRaisesRegex(UserError, "“Báo cáo tháng” chỉ còn 2,5 chưa nộp"):
            work.hand_in(3)
