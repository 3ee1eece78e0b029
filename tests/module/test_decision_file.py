from hashlib import sha256
from unittest.mock import patch

from odoo.http import root
from odoo.tools import mute_logger

from .common import KpiHttpCase
from .decision_case import DecisionCase
from .paper import REPORT, Paper, printed

LOG = "odoo.addons.kpi_evaluation.models.decision.kpi_decision_file"


class TestFile(DecisionCase):
    """The printed sheet of a decision is made once and kept (Điều 18.1)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.link = cls._until(cls.sheet, "decided").decision_ids

    def _print(self, links):
        for link in links:
            link._print()
        self.env.flush_all()

    def test_deciding_asks_for_a_print_in_the_background(self):
        cron = self.env.ref("kpi_evaluation.ir_cron_print_decisions")
        triggers = self.env["ir.cron.trigger"]
        before = triggers.search_count([("cron_id", "=", cron.id)])
        self._more_links(1)
        after = triggers.search_count([("cron_id", "=", cron.id)])
        self.assertEqual(after, before + 1)

    def test_the_file_says_what_the_sheet_says_and_has_its_hash_beside_it(self):
        text = printed(self.sheet).text
        self._print(self.link)
        content = self.link.pdf_id.raw
        self.assertEqual(Paper(content).text, text)
        self.assertEqual(self.link.pdf_sha256, sha256(content).hexdigest())
        self.assertEqual(self.link.pdf_id.mimetype, "application/pdf")
        self.assertEqual(self.link.pdf_id.res_id, self.link.id)

    def test_printing_again_makes_no_second_file(self):
        self._print(self.link)
        file = self.link.pdf_id
        self._print(self.link)
        self.assertEqual(self.link.pdf_id, file)

    def test_from_then_on_every_print_is_the_stored_file_itself(self):
        self._print(self.link)
        stored = self.link.pdf_id.raw
        reports = self.env["ir.actions.report"].with_context(
            force_report_rendering=True
        )
        with patch.object(
            type(reports), "_run_wkhtmltopdf", side_effect=AssertionError
        ):
            for report, document in (
                (REPORT, self.sheet),
                ("kpi_evaluation.report_kpi_decision", self.link),
            ):
                content, _type = reports._render_qweb_pdf(report, document.ids)
                self.assertEqual(content, stored)

    def test_many_sheets_print_together_whether_stored_or_not(self):
        links = self.link + self._more_links(2)
        self._print(links[:2])
        mixed = printed(links.appraisal_id)
        self._print(links)
        stored = printed(links.appraisal_id)
        self.assertEqual(sorted(mixed.texts), sorted(stored.texts))

    def test_the_file_of_an_annulment_is_marked(self):
        annulment = self._annul()
        self._print(self.link + annulment)
        self.assertIn("ĐÃ HỦY", Paper(annulment.pdf_id.raw).text)
        self.assertNotIn("ĐÃ HỦY", Paper(self.link.pdf_id.raw).text)
        self.assertIn("ĐÃ HỦY", printed(self.sheet).text)

    @mute_logger(LOG)
    def test_what_does_not_show_its_code_is_not_kept(self):
        other = self._more_links(1)
        self._print(other)
        for content in (b"", other.pdf_id.raw):
            printer = patch.object(
                type(self.env["ir.actions.report"]),
                "_run_wkhtmltopdf",
                return_value=content,
            )
            with printer:
                self._print(self.link)
            self.assertFalse(self.link.pdf_id)
        self._print(self.link)
        self.assertTrue(self.link.pdf_id)


class TestFileOverHttp(KpiHttpCase):
    """Who gets the stored file: whoever may read the sheet at that time."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.inspector = cls._user("Kiểm tra", "kpi_evaluation.group_inspector")
        work = cls._give(cls.staff)
        cls.sheet = cls._open()[cls.staff]
        cls._deliver(work)
        cls.link = cls._until(cls.sheet, "decided").decision_ids
        cls.link._print()
        cls.env.flush_all()
        cls.content = cls.link.pdf_id.raw

    def _get(self, user, url):
        session = self.authenticate(user.login, user.login)
        session.context = session.context | {"force_report_rendering": True}
        root.session_store.save(session)
        return self.url_open(url)

    def _readers(self):
        users = {
            "person": self.staff.user_id,
            "colleague": self.colleague.user_id,
            "judge": self.head.user_id,
            "officer": self.hr,
            "inspector": self.inspector,
        }
        url = f"/web/content/{self.link.pdf_id.id}"
        answers = {who: self._get(user, url) for who, user in users.items()}
        for who, answer in answers.items():
            if answer.status_code == 200:
                self.assertEqual(answer.content, self.content, who)
        return {who for who, one in answers.items() if one.status_code == 200}

    def test_until_publication_it_stays_with_those_who_judge_and_watch(self):
        self.assertEqual(self._readers(), {"judge", "officer", "inspector"})
        # An internal licence opens addresses of files that the portal has not.
        internal = self.env.ref("base.group_user")
        self.staff.user_id.group_ids = internal
        self.colleague.user_id.group_ids = internal
        self.assertEqual(self._readers(), {"judge", "officer", "inspector"})
        self._publish(self.sheet)
        self.env.flush_all()
        self.assertEqual(self._readers(), {"person", "judge", "officer", "inspector"})

    def test_the_person_s_own_page_gives_the_stored_file(self):
        url = f"/my/kpi/{self.sheet.id}/pdf"
        self.assertEqual(self._get(self.staff.user_id, url).status_code, 404)
        self._publish(self.sheet)
        self.env.flush_all()
        self.assertEqual(self._get(self.staff.user_id, url).content, self.content)
