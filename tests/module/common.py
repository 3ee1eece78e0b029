"""A small agency with its people, catalogue and month, for tests with a database."""

from datetime import date

from freezegun import freeze_time

from odoo import Command
from odoo.tests import HttpCase, TransactionCase, tagged

from odoo.addons.kpi_evaluation.models.base import ir_http
from odoo.addons.kpi_evaluation.throttle import Throttle

from .catalogues import Catalogues

MONTH = date(2026, 7, 1)
NOW = "2026-07-10 03:00:00"
# What a small agency chooses so that its share of A never binds.
FREE_SHARE = {"quota_share": "100", "quota_share_exceptional": "100"}
HR = "kpi_evaluation.group_hr"
INTERNAL = "base.group_user"
PORTAL = "base.group_portal"


class Agency(Catalogues):
    """Makes the agency and takes each step as the person who may take it.

    ``head`` judges ``staff`` and ``colleague`` (both in the portal) and ``officer``,
    who is the HR officer; nobody judges the head.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.company = cls._agency("UBND xã Tân Cương")
        cls._choose(quota_base="rated_a_b", **FREE_SHARE)
        cls.head = cls._person("Trần Văn Trưởng", "head", INTERNAL)
        cls.staff = cls._person("Nguyễn Thị An", "staff", PORTAL, cls.head)
        cls.colleague = cls._person("Lê Văn Bình", "staff", PORTAL, cls.head)
        cls.officer = cls._person("Phạm Thị Sự", "staff", HR, cls.head)
        cls.hr = cls.officer.user_id
        cls.items = cls._catalogue()
        cls.period = cls._month()

    @classmethod
    def _agency(cls, name):
        return cls.env["res.company"].create({"name": name})

    @classmethod
    def _choose(cls, company=None, day="2026-06-01", **choices):
        """Have an agency choose values of rules of its own from a day on."""
        clauses = cls.env["kpi.regulation.clause"]
        general = clauses.search(
            [("code", "in", list(choices)), ("company_id", "=", False)]
        )
        return clauses.create(
            [
                {
                    "code": one.code,
                    "name": one.name,
                    "unit": one.unit,
                    "clause": "Quy chế của cơ quan",
                    "value": choices[one.code],
                    "date_from": day,
                    "company_id": (company or cls.company).id,
                }
                for one in general
            ]
        )

    @classmethod
    def _user(cls, name, group, company=None):
        company = company or cls.company
        login = "".join(filter(str.isalnum, name)).lower() + str(company.id)
        return (
            cls.env["res.users"]
            .with_context(no_reset_password=True, mail_create_nolog=True)
            .create(
                {
                    "name": name,
                    "login": login,
                    "password": login,
                    "company_id": company.id,
                    "company_ids": [Command.set(company.ids)],
                    "group_ids": [Command.set(cls.env.ref(group).ids)],
                }
            )
        )

    @classmethod
    def _person(cls, name, category, group=None, manager=None, company=None, **more):
        """An employee judged by a manager; with a group also a user of that name."""
        company = company or cls.company
        user = cls._user(name, group, company) if group else cls.env["res.users"]
        return (
            cls.env["hr.employee"]
            .with_context(tracking_disable=True)
            .create(
                {
                    "name": name,
                    "user_id": user.id,
                    "company_id": company.id,
                    "parent_id": manager.id if manager else False,
                    "kpi_position_category": category,
                    "date_version": date(2026, 1, 1),
                    **more,
                }
            )
        )

    @classmethod
    def _month(cls, day=MONTH, company=None):
        company = company or cls.company
        return cls.env["kpi.period"].create(
            {"date_start": day, "company_id": company.id}
        )

    @classmethod
    def _open(cls, period=None, hr=None):
        """Open a month as HR; {person: sheet}."""
        period = period or cls.period
        period.with_user(hr or cls.hr).action_open()
        return {sheet.employee_id: sheet for sheet in period.appraisal_ids}

    @classmethod
    def _give(cls, person, code="K1", quantity=1, **more):
        """Give a product to a person, as the one who judges them."""
        values = {
            "employee_id": person.id,
            "period_id": cls.period.id,
            "item_id": cls.items[code].id,
            "quantity": quantity,
            "date_deadline": cls.period.date_end,
            **more,
        }
        evaluator = person.kpi_evaluator_id.user_id
        work = cls.env["kpi.assignment"].with_user(evaluator).create(values)
        return work.with_env(cls.env)

    @classmethod
    def _change(cls, work, **values):
        """Have its assigner ask for a change of given work, and approve it."""
        judge = work.assigner_user_id
        asked = work.with_user(judge).ask_change(reason="Điều chỉnh", **values)
        cls.env["kpi.assignment.change"].with_user(judge).browse(asked).action_approve()

    @classmethod
    def _hand_in(cls, work, quantity=None, day=None):
        """Hand a product in as its person; all that remains unless told otherwise."""
        mine = work.with_user(work.employee_user_id)
        amount = work.remaining_quantity if quantity is None else quantity
        with freeze_time(f"{day or work.date_deadline} 03:00:00"):
            delivery = mine.hand_in(amount)
        return cls.env["kpi.delivery"].browse(delivery)

    @classmethod
    def _deliver(cls, work, quantity=None, day=None):
        """Hand in and have it accepted."""
        delivery = cls._hand_in(work, quantity, day)
        delivery.with_user(work.assigner_user_id).action_accept()
        return delivery

    @classmethod
    def _self_assess(cls, sheet, points=None):
        """Give every criterion its maximum, or the points of the list, and hand in."""
        mine = sheet.with_user(sheet.employee_user_id)
        lines = sheet.criterion_ids
        given = lines.mapped("max_points") if points is None else points
        mine.save_self_assessment(dict(zip(lines.ids, given, strict=True)))
        mine.action_self_assess()
        return sheet

    @classmethod
    def _review(cls, sheet, **opinion):
        """Write the evaluator's opinion and finish it."""
        judge = sheet.with_user(sheet.evaluator_user_id)
        if sheet.position_category in ("head", "deputy"):
            levels = {"organising_level": "full", "unity_level": "full"}
            reasons = {"organising_reason": "Đủ", "unity_reason": "Đoàn kết"}
            opinion = levels | reasons | opinion
        if opinion:
            judge.write(opinion)
        judge.action_review()
        return sheet

    @classmethod
    def _decide(cls, sheet):
        sheet.with_user(sheet.evaluator_user_id).action_decide()
        return sheet

    @classmethod
    def _publish(cls, sheet):
        sheet.with_user(cls.hr).action_publish()
        return sheet

    @classmethod
    def _until(cls, sheet, state):
        """Take a sheet through the steps up to a state."""
        steps = {
            "self_assessed": cls._self_assess,
            "reviewed": cls._review,
            "decided": cls._decide,
            "published": cls._publish,
        }
        order = ["draft", *steps]
        for target in order[order.index(sheet.state) + 1 : order.index(state) + 1]:
            steps[target](sheet)
        return sheet


@tagged("standard", "post_install", "-at_install")
@freeze_time(NOW)
class KpiCase(Agency, TransactionCase):
    """The agency at noon of 10/07/2026, the month in question."""


@tagged("standard", "post_install", "-at_install")
class KpiHttpCase(Agency, HttpCase):
    """The agency behind a real web server, at the real time of day.

    A test asks faster than people do; how much is too much, test_flood.py looks at.
    """

    def setUp(self):
        super().setUp()
        self.patch(ir_http, "_throttle", Throttle(burst=10_000, rate=1, room=100))
