"""Who confirms an objective cause, and who never does (Điều 6.6, 9)."""

from freezegun import freeze_time

from odoo.exceptions import UserError

from .common import INTERNAL
from .test_cause import CauseCase


class TestCauseAuthority(CauseCase):
    def _clause(self, value):
        self.env["kpi.regulation.clause"].create(
            {
                "code": "cause_confirmed_by",
                "name": "Người xác nhận",
                "value": value,
                "unit": "choice",
                "clause": "Quy chế",
                "date_from": "2026-07-01",
                "company_id": self.company.id,
            }
        )

    def test_nobody_confirms_but_the_named_authority(self):
        chief = self._person("Đỗ Văn Phó", "deputy", INTERNAL, self.head)
        cause = self._ask(self._give(self.staff), "waive")
        for user in (
            self.staff.user_id,
            self.colleague.user_id,
            self.hr,
            chief.user_id,
        ):
            for answer in (cause.with_user(user).action_confirm, None):
                answer = answer or cause.with_user(user).action_refuse
                with self.assertRaises(UserError, msg=user.name):
                    answer("Được")
        self.assertEqual(cause.state, "asked")

    def test_a_substitute_confirms_on_the_days_of_the_authorisation_only(self):
        chief = self._person("Đỗ Văn Phó", "deputy", INTERNAL, self.head)
        causes = self.env["kpi.cause"]
        for _one in range(2):
            causes |= self._ask(self._give(self.staff), "waive")
        self.env["kpi.delegation"].create(
            {
                "principal_id": self.head.id,
                "substitute_id": chief.id,
                "date_from": "2026-07-10",
                "date_to": "2026-07-12",
                "document": "12/UQ-UBND",
            }
        )
        waiting = causes.with_user(chief.user_id).search([("may_answer", "=", True)])
        self.assertEqual(waiting, causes)
        self._confirm(causes[0], chief.user_id)
        with freeze_time("2026-07-13 03:00:00"), self.assertRaises(UserError):
            self._confirm(causes[1], chief.user_id)

    def test_nobody_confirms_their_own_as_somebody_s_substitute(self):
        chief = self._person("Đỗ Văn Phó", "deputy", INTERNAL, self.head)
        cause = self._ask(self._give(chief), "waive")
        self.env["kpi.delegation"].create(
            {
                "principal_id": self.head.id,
                "substitute_id": chief.id,
                "date_from": "2026-07-01",
                "date_to": "2026-07-31",
                "document": "12/UQ-UBND",
            }
        )
        with self.assertRaisesRegex(UserError, "cause of their own"):
            self._confirm(cause, chief.user_id)
        self.assertFalse(
            cause.with_user(chief.user_id).search([("may_answer", "=", True)])
        )

    def test_the_head_of_the_agency_confirms_where_the_agency_chose_so(self):
        unit = self.env["hr.department"].create(
            {
                "name": "UBND xã",
                "company_id": self.company.id,
                "manager_id": self.head.id,
                "kpi_org_kind_id": self.env["kpi.org.kind"]
                .search([("is_agency", "=", True)], limit=1)
                .id,
            }
        )
        self.head.department_id = unit
        chief = self._person(
            "Đỗ Văn Phó", "deputy", INTERNAL, self.head, department_id=unit.id
        )
        person = self._person(
            "Ngô Thị Dung", "staff", INTERNAL, chief, department_id=unit.id
        )
        for value, authority in (
            ("evaluator", person.kpi_evaluator_id),
            ("agency_head", self.head),
        ):
            if value == "agency_head":
                self._clause(value)
            cause = self._ask(self._give(person), "waive")
            with self.subTest(value=value):
                self.assertEqual(cause.authority_id, authority)

    def test_without_anybody_to_confirm_it_is_refused_in_words(self):
        values = {
            "employee_id": self.head.id,
            "period_id": self.period.id,
            "item_id": self.items["K1"].id,
            "date_deadline": self.period.date_end,
        }
        judge = self._person("Hoàng Thị Chủ", "head", INTERNAL)
        self.head.parent_id = judge
        work = self.env["kpi.assignment"].with_user(self.hr).create(values)
        self.head.parent_id = False
        with self.assertRaisesRegex(UserError, "Nobody is named yet"):
            self._ask(work.with_env(self.env), "waive")

    def test_a_new_evaluator_answers_what_was_left_unanswered(self):
        chief = self._person("Đỗ Văn Phó", "deputy", INTERNAL, self.head)
        answered = self._confirm(self._ask(self._give(self.staff), "waive"))
        cause = self._ask(self._give(self.staff), "waive")
        sheet = self._open()[self.staff]
        sheet.with_user(self.hr).action_change_evaluator(chief.id, "Điều động")
        self.assertEqual(cause.authority_id, chief)
        self.assertEqual(answered.authority_id, self.head)
        self._confirm(cause, chief.user_id)
