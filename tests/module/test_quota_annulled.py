"""The share of A after an annulment: the new version counts, the old one no more."""

from freezegun import freeze_time

from odoo.exceptions import UserError

from .quota_case import QuotaCase

AFTER_THE_DECISION_DAY = "2026-07-29 03:00:00"


class TestQuotaAfterAnnulment(QuotaCase):
    """The best is A beside six B; the second waits as B (Điều 6.8, 8.5)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.sheets = cls._reviewed([95, 92, 80, 80, 80, 80, 80])
        cls.best, cls.second, cls.rest = cls.sheets[0], cls.sheets[1], cls.sheets[2:]
        cls._by_head(cls.second).write(
            {"proposed_grade": "b", "grade_reason": "Trong tỷ lệ Loại A"}
        )
        cls._by_head(cls.best | cls.rest).action_decide()

    @classmethod
    def _by_head(cls, sheets):
        return sheets.with_user(cls.head.user_id)

    def _annulled(self, sheet, total=None):
        """Annul a decided sheet; its new version, judged anew with a total if any."""
        self._by_head(sheet).action_annul(
            "Số liệu sai", document="12/KL-UBND", document_date="2026-07-06"
        )
        new = sheet.superseded_by_ids
        if total is not None:
            self._set_reviewed(new, total)
            self.env.invalidate_all()
        return new

    def _raise_second(self):
        self._by_head(self.second).write({"proposed_grade": "a", "grade_reason": False})

    def _tally(self):
        return self.env["kpi.quota"]._tallies(self.period)[0, "whole"]

    def test_the_place_of_an_annulled_a_is_free_for_the_next(self):
        """With the old version still counted, two of one would be A."""
        self._annulled(self.best, total=60)
        self._raise_second()
        self.assertEqual((self._tally().rated_a, self._tally().decided_a), (1, 0))
        self._by_head(self.second).action_decide()
        self.assertEqual(self.second.grade, "a")
        self.assertEqual(self.best.state, "annulled")

    def test_a_new_version_rated_a_again_takes_its_place_among_all(self):
        """Without the new version, the second alone would be within the share."""
        new = self._annulled(self.best, total=95)
        self._raise_second()
        self.assertEqual(self._tally().rated_a, 2)
        for one in (self.second, new):
            with self.assertRaisesRegex(UserError, "Only 1 of 2 people"):
                self._by_head(one).action_decide()
        ranking = self.env["kpi.quota"]._ranking(self.period)
        self.assertEqual(ranking[new], (1, "keeps"))
        self.assertEqual(ranking[self.second], (2, "over"))
        self.assertNotIn(self.best, ranking)

    def test_another_a_waits_for_the_opinion_on_the_new_version(self):
        new = self._annulled(self.best)
        self.assertEqual((new.state, self._tally().pending), ("self_assessed", 1))
        self._raise_second()
        with self.assertRaisesRegex(UserError, "waits for 1 opinions"):
            self._by_head(self.second).action_decide()
        with freeze_time(AFTER_THE_DECISION_DAY):
            self._by_head(self.second).action_decide()
        with self.assertRaisesRegex(UserError, "Only 1 of 2 people"):
            self._set_reviewed(new, 95)
            self.env.invalidate_all()
            self._by_head(new).action_decide()

    def test_a_new_version_of_a_b_carries_the_decided_a_as_the_old_one_did(self):
        """Six B carry one A, five would; with an annulled one and a C only four do."""
        new = self._annulled(self.rest[0], total=80)
        self.assertEqual(self._tally().rated_b, 6)
        self._by_head(new).action_decide()
        self._annulled(self.rest[1], total=60)
        self.assertEqual((self._tally().rated_b, self._tally().over), (5, 0))
        with self.assertRaisesRegex(UserError, "therefore stands"):
            self._raise_second()

    def test_where_an_annulment_takes_the_b_away_no_further_a_is_decided(self):
        """The decided A stands until it is annulled itself; the excess is shown."""
        for one in self.rest[:2]:
            self._annulled(one, total=60)
        self.assertEqual((self._tally().rated_b, self._tally().over), (4, 1))
        self.assertEqual(self.best.grade, "a")
        html = self._session().with_user(self.head.user_id).quota_html
        self.assertIn("over the share", html)
