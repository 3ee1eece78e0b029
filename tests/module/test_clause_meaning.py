"""What a chosen reading says, in words beside its code."""

from typing import Literal, get_args, get_origin, get_type_hints

from kpi_evaluation.regulation.rulebook import Rulebook

from .common import KpiCase


class TestClauseMeaning(KpiCase):
    def _shipped(self, code):
        return self.env.ref(f"kpi_evaluation.clause_{code}_20260601")

    def test_every_reading_that_the_law_lets_one_choose_is_explained_in_words(self):
        for code, hint in get_type_hints(Rulebook).items():
            if get_origin(hint) is not Literal:
                continue
            for reading in get_args(hint):
                row = self.env["kpi.regulation.clause"].new(
                    {"code": code, "unit": "choice", "value": reading}
                )
                with self.subTest(code=code, reading=reading):
                    self.assertRegex(row.meaning, r"\w+ \w+")
                    self.assertEqual(row.meaning.count("("), row.meaning.count(")"))

    def test_every_shipped_choice_says_what_it_means_and_a_number_nothing(self):
        rows = self.env["kpi.regulation.clause"].search([])
        choices = rows.filtered(lambda row: row.unit == "choice")
        self.assertTrue(choices)
        self.assertFalse(choices.filtered(lambda row: not row.meaning).mapped("code"))
        self.assertFalse(any((rows - choices).mapped("meaning")))

    def test_the_words_are_those_of_the_note_up_to_its_first_mark(self):
        for code, words in (
            ("shown_rounding", "Cắt bỏ phần dư, không làm tròn lên"),
            ("objection_first_day", "Điều 147.2)"),
            ("late_unit", "Tính theo lần chậm (“mỗi lần chậm”)"),
            ("staff_ratios", "A (số lượng); B (chất lượng); C (tiến độ)"),
        ):
            with self.subTest(code=code):
                self.assertTrue(self._shipped(code).meaning.endswith(words))

    def test_an_agency_s_own_choice_of_the_rival_reading_is_explained_too(self):
        row = self._choose(late_unit="day")
        self.assertFalse(row.note)
        self.assertTrue(row.meaning.startswith("Mỗi ngày chậm là một lần"))
        self.assertEqual(row.value, "day", "the stored reading stays a code")
