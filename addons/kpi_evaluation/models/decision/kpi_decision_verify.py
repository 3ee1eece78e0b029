import json
import logging
from hashlib import sha256

from odoo import api, models
from odoo.exceptions import UserError

from .decision_chain import NOTHING_BEFORE, canonical

LINKS_AT_ONCE = 500
SHOWN_FAULTS_LIMIT = 10
# What links of the first version do not hold.
SINCE_VERSION_2 = ("presence", "support", "leading", "causes")
# Facts of the person's month: after an annulment they belong to the new version.
OF_THE_MONTH = ("work", "causes")

_logger = logging.getLogger(__name__)


class KpiDecision(models.Model):
    """Whether the books of decisions are whole: every link, file and sheet (Điều 6.8).

    Read in portions; the memory needed does not grow with the book.
    """

    _inherit = "kpi.decision"

    def action_verify(self):
        """Check the whole book of the agencies of these decisions.

        Without any, of all agencies that the user works in; for an inspector, of
        every agency. For the HR officer, the administrator and the inspector; anybody
        else gets a UserError. Returns a notification that says in words what was
        checked, or which link is the first that is broken and how.
        """
        self._check_may_verify()
        results = [
            self._result_in_words(company, *self._check_book(company))
            for company in self._companies_to_verify()
        ]
        return self._told_of(results)

    def _told_of(self, results):
        whole = all(is_whole for is_whole, _words in results)
        words = "\n".join(words for _is_whole, words in results)
        return self._notice(whole, words or self.env._("Nothing is decided yet."))

    def _notice(self, is_whole, words):
        title = (
            self.env._("The book of decisions is whole")
            if is_whole
            else self.env._("The book of decisions is broken")
        )
        shown = {"title": title, "message": words, "sticky": not is_whole}
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": shown | {"type": "success" if is_whole else "danger"},
        }

    def _check_may_verify(self):
        self.check_access("read")
        groups = ("kpi_evaluation.group_hr", "kpi_evaluation.group_inspector")
        if not any(map(self.env.user.has_group, groups)):
            raise UserError(
                self.env._(
                    "Only the HR officer and the inspector check the book of decisions "
                    "(Điều 6.8)."
                )
            )

    def _companies_to_verify(self):
        if self:
            return self.company_id
        if self.env.user.has_group("kpi_evaluation.group_inspector"):
            return self._agencies_with_book()
        return self._agencies_with_book() & self.env.companies

    @api.model
    def _agencies_with_book(self):
        # sudo: whose book there is, nothing of what is in it
        groups = self.sudo()._read_group([], ["company_id"])
        return self.env["res.company"].union(*(company for (company,) in groups))

    def _result_in_words(self, company, count, faults):
        # sudo: the name of an agency whose book is checked
        name = company.sudo().name
        if not faults:
            return True, self.env._(
                "%(agency)s: %(count)s links, No. 1 to No. %(count)s, all as they were "
                "written.",
                agency=name,
                count=count,
            )
        shown = "\n".join(faults[:SHOWN_FAULTS_LIMIT])
        return False, self.env._(
            "%(agency)s: %(number)s faults in %(count)s links. The first: %(faults)s",
            agency=name,
            number=len(faults),
            count=count,
            faults=shown,
        )

    @api.model
    def _check_book(self, company):
        """(number of links, sentences on what is wrong, the first broken one first)."""
        # sudo: the check covers what its reader may not read, and tells no content
        book, faults, count = self.sudo(), [], 0
        before = (0, NOTHING_BEFORE)
        while some := book.search(
            [("company_id", "=", company.id), ("number", ">", before[0])],
            order="number",
            limit=LINKS_AT_ONCE,
        ):
            for link in some:
                faults += link._faults_of_link(*before)
                before = link.number, link.hash
            faults += some._faults_of_files() + some._faults_of_sheets()
            count += len(some)
            self.env.invalidate_all()
        return count, faults + book._faults_of_missing(company)

    def _faults_of_link(self, number, previous_hash):
        self.ensure_one()
        faults = []
        if self.number != number + 1:
            missing = {"first": number + 1, "last": self.number - 1}
            faults.append(
                self.env._("No. %(first)s to %(last)s are missing before it", **missing)
            )
        if self.previous_hash != previous_hash:
            faults.append(self.env._("it does not follow the link before it"))
        if self.hash != self._own_hash():
            faults.append(self.env._("what it says was changed after it was written"))
        return [self._fault(fault) for fault in faults]

    def _fault(self, fault):
        return self.env._(
            "No. %(number)s, %(person)s, %(month)s: %(fault)s.",
            number=self.number,
            person=self.employee_name,
            month=self.period_id.name,
            fault=fault,
        )

    def _faults_of_files(self):
        changed = self.env._("its printed sheet was changed or is lost")
        return [
            one._fault(changed)
            for one in self.filtered("pdf_id")
            if sha256(one.pdf_id.raw or b"").hexdigest() != one.pdf_sha256
        ]

    def _faults_of_sheets(self):
        """Where a sheet no longer says what it was decided on."""
        facts, words = self.appraisal_id._frozen_facts(), self._words_of_facts()
        faults = []
        for one in self.filtered(lambda link: link.hash == link._own_hash()):
            snapshot = json.loads(one.snapshot)
            live = json.loads(canonical(facts[one.appraisal_id]))
            parts = [
                name
                for name in live
                if one._is_compared(name, snapshot["version"])
                and live[name] != snapshot["facts"].get(name)
            ]
            if parts:
                parts = ", ".join(words.get(name, name) for name in parts)
                fault = self.env._(
                    "the sheet differs from it in: %(parts)s", parts=parts
                )
                faults.append(one._fault(fault))
        return faults

    def _is_compared(self, name, version):
        is_left = self.appraisal_id.state == "annulled" and name in OF_THE_MONTH
        return not is_left and (version > 1 or name not in SINCE_VERSION_2)

    def _words_of_facts(self):
        return {
            "figures": self.env._("the score"),
            "grades": self.env._("the classes"),
            "criteria": self.env._("the general criteria"),
            "work": self.env._("the work and the hand-ins"),
            "presence": self.env._("the time at work"),
            "support": self.env._("the marks of a support worker"),
            "leading": self.env._("the levels of đ and e"),
            "causes": self.env._("the objective causes"),
        }

    def _faults_of_missing(self, company):
        """Sheets that are decided and in no book: a link was taken off its end.

        What a central agency decided is recorded and stands in no book (Điều 9.1).
        """
        sheets = self.env["kpi.appraisal"].search(
            [
                ("company_id", "=", company.id),
                ("state", "in", ("decided", "published")),
                ("decision_ids", "=", False),
                ("is_external", "=", False),
            ]
        )
        return [
            self.env._(
                "The sheet of %(person)s, %(month)s, is decided and not in the book.",
                person=sheet.employee_name,
                month=sheet.period_id.name,
            )
            for sheet in sheets
        ]

    @api.model
    def _cron_verify(self):
        """Every night: check all books, agency by agency."""
        for company in self._agencies_with_book():
            self._watch_book(company)
            self.env["ir.cron"]._commit_progress(1)

    @api.model
    def _watch_book(self, company):
        """Check a book; tell the administrators of a fault they do not know yet.

        Its end goes to the log of the server, a place that no user reaches.
        """
        book = self.with_context(lang=company.partner_id.lang)
        count, faults = book._check_book(company)
        end = self._end_of_book(self.env.cr, company)
        _logger.info("Book of agency %s: %s links, end %s", company.id, count, end)
        if faults:
            _logger.error("Book of agency %s: %s", company.id, faults[0])
            book._alarm(company, count, faults)

    def _alarm(self, company, count, faults):
        subject = self.env._("The book of decisions is broken")
        said = [("subject", "=", subject), ("body", "ilike", faults[0])]
        if self.env["mail.message"].search_count(said, limit=1):
            return
        _is_whole, words = self._result_in_words(company, count, faults)
        administrators = self.env.ref("kpi_evaluation.group_admin").all_user_ids
        self.env["mail.thread"].message_notify(
            subject=subject, body=words, partner_ids=administrators.partner_id.ids
        )
