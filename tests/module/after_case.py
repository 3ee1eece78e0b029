"""A second level in the agency, for what comes after the publication."""

from .common import HR, INTERNAL, PORTAL, KpiCase

FACT = {"document": "12/KL-UBND", "document_date": "2026-08-06"}
WHY = "Báo cáo sai số liệu"


class AfterPeople:
    """The deputy judges Dung and Em; the head, who judges the deputy, stands above."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.deputy = cls._person("Đỗ Văn Phó", "deputy", INTERNAL, cls.head)
        cls.dung = cls._person("Ngô Thị Dung", "staff", PORTAL, cls.deputy)
        cls.em = cls._person("Vũ Văn Em", "staff", INTERNAL, cls.deputy)
        cls.admin = cls._person(
            "Đinh Quản Trị", "staff", "kpi_evaluation.group_admin", cls.head
        )
        cls.elsewhere = cls._agency("UBND xã Bình Yên")
        cls.stranger = cls._person("Mai Nơi Khác", "staff", HR, None, cls.elsewhere)
        cls.inspector = cls._user(
            "Hồ Kiểm Tra", "kpi_evaluation.group_inspector", cls.elsewhere
        )
        for person in (cls.dung, cls.em):
            cls._deliver(cls._give(person, "K1", 2))
        cls.sheets = cls._open()
        cls.sheet = cls.sheets[cls.dung]

    def _mine(self, record, person):
        """A record as a person or a user sees it, with nothing left in the cache."""
        self.env.flush_all()
        self.env.invalidate_all()
        user = person.user_id if person._name == "hr.employee" else person
        return record.with_user(user).with_prefetch()

    def _rule(self, code, value):
        """Choose another reading for this agency, from the month on."""
        shipped = self.env.ref(f"kpi_evaluation.clause_{code}_20260601")
        own = {"value": value, "date_from": self.period.date_start}
        return shipped.copy(own | {"company_id": self.company.id})

    def _annul(self, sheet=None, by=None, **cause):
        """Annul a sheet as its decider; the new version."""
        sheet = sheet or self.sheet
        judge = by or sheet.evaluator_id
        (new,) = self._mine(sheet, judge).action_annul(WHY, **(cause or FACT))
        return self.env["kpi.appraisal"].browse(new)

    def _petition(self, sheet=None, text="Tôi đã nộp đúng hạn"):
        sheet = sheet or self.sheet
        objection = self._mine(sheet, sheet.employee_id).object("petition", text)
        return self.env["kpi.objection"].browse(objection)


class AfterCase(AfterPeople, KpiCase):
    """Those people at noon of 10/07/2026."""
