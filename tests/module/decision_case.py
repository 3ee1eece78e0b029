"""A sheet with work, hand-ins and words, ready to be decided and looked at."""

import json
from datetime import date

from .common import KpiCase
from .paper import REPORT


class DecisionCase(KpiCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.company.city = "Tân Cương"
        cls.unit = cls.env["hr.department"].create(
            {"name": "Phòng Kinh tế", "company_id": cls.company.id}
        )
        cls.staff.write({"job_title": "Chuyên viên", "department_id": cls.unit.id})
        cls.head.job_title = "Chủ tịch"
        cls.work = cls._give(cls.staff, "K2.5", 3, name="Soạn thảo văn bản góp ý")
        cls.sheet = cls._open()[cls.staff]
        returned = cls._hand_in(cls.work, 1, "2026-07-12")
        returned.with_user(cls.head.user_id).action_return("Sai số liệu")
        cls._deliver(cls.work, 3, "2026-07-15")
        cls.book = cls.env["kpi.decision"]

    def _decided(self, sheet=None):
        """Decide a sheet; its link."""
        return self._until(sheet or self.sheet, "decided").decision_ids

    def _annul(self):
        """Annul the decided sheet; the link of the annulment."""
        judge = self.sheet.with_user(self.sheet.evaluator_user_id)
        judge.action_annul(
            "Số liệu sai", document="12/KL-UBND", document_date=date(2026, 7, 6)
        )
        return self.sheet.decision_ids.filtered(lambda link: link.kind == "annulment")

    def _snapshot(self, link):
        return json.loads(link.snapshot)

    def _html(self, sheet):
        self.env.flush_all()
        self.env.invalidate_all()
        reports = self.env["ir.actions.report"]
        return reports._render_qweb_html(REPORT, sheet.ids)[0].decode()

    def _more_links(self, number, company=None):
        """So many more decided sheets of the head's people; their links in order."""
        links = self.book
        for one in range(number):
            person = self._person(
                f"Người {one}", "staff", "base.group_portal", self.head
            )
            work = self._give(person)
            sheet = self._open()[person]
            self._deliver(work)
            links += self._decided(sheet)
        return links

    def _check(self):
        """What is wrong with the agency's book, in sentences."""
        self.env.flush_all()
        self.env.invalidate_all()
        _count, faults = self.book._check_book(self.company)
        return faults
