"""A commune with its kinds of units and their heads."""

from datetime import date

from odoo import Command

from .common import INTERNAL, PORTAL, KpiCase

BEFORE, DURING, AFTER = "2026-07-04", "2026-07-10", "2026-07-21"


class AuthorityCase(KpiCase):
    """A commune with its kinds of units and their heads, and nothing else set up."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.party = cls._unit("Đảng ủy", "xa_dang")
        cls.committee = cls._unit("UBND xã", "xa_ubnd")
        cls.economy = cls._unit("Phòng Kinh tế", above=cls.committee)
        cls.secretary = cls._placed("Bí thư", cls.party, "head")
        cls.standing = cls._placed("Phó Bí thư", cls.party, "deputy")
        cls.chair = cls._placed("Chủ tịch", cls.committee, "head")
        cls.vice = cls._placed("Phó Chủ tịch", cls.committee, "deputy")
        cls.manager = cls._placed("Trưởng phòng", cls.economy, "head")
        cls.clerk = cls._placed("Chuyên viên", cls.economy, "staff", PORTAL)

    @classmethod
    def _unit(cls, name, kind=None, above=None):
        return cls.env["hr.department"].create(
            {
                "name": name,
                "company_id": cls.company.id,
                "parent_id": above.id if above else False,
                "kpi_org_kind_id": kind
                and cls.env.ref(f"kpi_evaluation.kind_{kind}").id,
            }
        )

    @classmethod
    def _placed(cls, name, unit, category, group=INTERNAL, **more):
        return cls._person(name, category, group, department_id=unit.id, **more)

    @classmethod
    def _board(cls, **more):
        return cls.env["kpi.body"].create(
            {
                "name": "Ban Thường vụ Đảng ủy xã",
                "kind": "btv_du_xa",
                "company_id": cls.company.id,
                "chair_id": cls.secretary.id,
                "member_ids": [Command.set((cls.standing | cls.vice).ids)],
                **more,
            }
        )

    def _delegate(self, principal, substitute):
        return self.env["kpi.delegation"].create(
            {
                "principal_id": principal.id,
                "substitute_id": substitute.id,
                "date_from": date(2026, 7, 5),
                "date_to": date(2026, 7, 20),
                "document": "12/UQ-UBND",
            }
        )

    def _waiting(self, person):
        """A sheet of a person that waits for its judge."""
        sheet = self._open()[person]
        self._give(person) if person.kpi_evaluator_id.user_id else None
        return self._self_assess(sheet)
