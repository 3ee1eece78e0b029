import json
from base64 import b64encode
from contextlib import closing
from datetime import datetime, timedelta

from odoo.tests import JsonRpcException, tagged

from .areas import METHODS, RECORDS
from .common import KpiHttpCase
from .roles import ATTEMPTS, ROLES, Roles
from .test_rights_methods import Scenes

PAGE = b"<html><script>alert(1)</script></html>"
# Doors inside the house: they trust whoever calls them, so nobody may from outside.
PRIVATE = (
    ("kpi.appraisal", "_take", ("decide", {"grade": "a"})),
    ("kpi.appraisal", "_show", ()),
    ("kpi.appraisal.criterion", "_give", ("evaluator", 5)),
    ("kpi.assignment", "_write_fixed", ({"coefficient": 9},)),
    ("kpi.delivery", "_judge", ("accept", {})),
    ("kpi.delivery", "_attach", ([],)),
    ("kpi.period", "_open_portion", ()),
)
# Context keys that open something somewhere in Odoo, or could have here.
CONTEXT = {
    "su": True,
    "uid": 1,
    "active_test": False,
    "tracking_disable": True,
    "mail_notrack": True,
    "install_mode": True,
    "default_state": "published",
    "default_grade": "a",
    "default_verdict": "accepted",
    "default_date": "2026-07-01",
    "default_coefficient": 9,
    "default_evaluator_given": True,
    "default_self_given": True,
}


@tagged("rights")
class TestRightsOverHttp(Roles, Scenes, KpiHttpCase):
    """The same rights through the real doors: web client, JSON-2, files, reports."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.open_work = cls._give(cls.colleague)

    def _log_in(self, role):
        user = self.users[role]
        self.authenticate(user.login, user.login)

    def _rpc(self, model, method, *args, **kwargs):
        ATTEMPTS["over the session's RPC"] += 1
        return self.make_jsonrpc_request(
            "/web/dataset/call_kw",
            {"model": model, "method": method, "args": args, "kwargs": kwargs},
        )

    def _open_url(self, url):
        ATTEMPTS["at the address of a file or a page"] += 1
        return self.url_open(url)

    def _assert_refused(self, call, label):
        with self.assertRaises(JsonRpcException, msg=label) as caught:
            call()
        self.assertNotIn("psycopg2", str(caught.exception), label)

    def test_the_table_of_methods_holds_for_forged_ids_over_rpc(self):
        for (model, method), (state, callers, arguments) in METHODS.items():
            with closing(self.env.cr.savepoint()):
                self._bring(state)
                ids = RECORDS[model](self).ids
                arguments = self._arguments(arguments)
                for role in sorted(set(ROLES) - callers):
                    self._log_in(role)
                    self._assert_refused(
                        lambda m=model, n=method, i=ids, a=arguments: self._rpc(
                            m, n, i, **a
                        ),
                        f"{role}: {model}.{method}",
                    )

    def test_the_private_doors_are_shut_for_everybody(self):
        ids = {
            "kpi.appraisal": self.sheet.ids,
            "kpi.appraisal.criterion": self.sheet.criterion_ids.ids,
            "kpi.assignment": self.work.ids,
            "kpi.delivery": self.delivery.ids,
            "kpi.period": self.period.ids,
        }
        for role in ("employee", "evaluator", "admin"):
            self._log_in(role)
            for model, method, args in PRIVATE:
                self._assert_refused(
                    lambda m=model, n=method, a=args: self._rpc(m, n, ids[m], *a),
                    f"{role}: {model}.{method}",
                )

    def test_no_context_key_opens_a_guard(self):
        self._log_in("employee")
        delivery = self._rpc(
            "kpi.assignment", "hand_in", self.work.ids, 1, context=CONTEXT
        )
        delivery = self.env["kpi.delivery"].browse(delivery)
        today = self.env["kpi.regulation.clause"]._today()
        self.assertEqual((delivery.verdict, delivery.date), ("pending", today))
        for method in ("action_accept", "action_return"):
            self._assert_refused(
                lambda n=method: self._rpc(
                    "kpi.delivery", n, delivery.ids, context=CONTEXT
                ),
                method,
            )
        self._log_in("evaluator")
        self._assert_refused(
            lambda: self._rpc(
                "kpi.appraisal",
                "write",
                self.sheet.ids,
                {"grade": "a"},
                context=CONTEXT,
            ),
            "write",
        )
        august = self._month(self.period.date_start.replace(month=8))
        self._log_in("hr")
        self._rpc("kpi.period", "action_open", august.ids, context=CONTEXT)
        self.assertEqual(set(august.appraisal_ids.mapped("state")), {"draft"})
        self.assertFalse(any(august.appraisal_ids.mapped("grade")))
        lines = august.appraisal_ids.criterion_ids
        self.assertFalse(
            any(lines.mapped("self_given") + lines.mapped("evaluator_given"))
        )

    def test_what_judges_do_is_noted_even_if_the_caller_asks_for_silence(self):
        self._bring("self_assessed")
        self._log_in("evaluator")
        quiet = {"tracking_disable": True, "mail_notrack": True}
        for record, method, args, field in (
            (self.open_work, "write", ({"name": "Khác"},), "name"),
            (self.open_work, "action_cancel", ("Nhầm",), "state"),
            (self.sheet, "write", ({"proposed_grade": "c"},), "proposed_grade"),
            (self.sheet, "action_return", ("Bổ sung",), "state"),
        ):
            self.cr.precommit.run()
            before = record.message_ids
            self._rpc(record._name, method, record.ids, *args, context=quiet)
            record.invalidate_recordset()
            noted = (record.message_ids - before).tracking_value_ids
            self.assertIn(field, noted.field_id.mapped("name"))
            self.assertEqual(noted.create_uid, self.head.user_id)

    def test_another_agency_is_not_entered_by_naming_it(self):
        self._log_in("hr_elsewhere")
        for context in ({}, {"allowed_company_ids": self.company.ids}):
            for model, ids in (
                ("kpi.appraisal", self.sheet.ids),
                ("kpi.assignment", self.work.ids),
                ("kpi.catalogue.item", self.items["K1"].ids),
            ):
                self._assert_refused(
                    lambda m=model, i=ids, c=context: self._rpc(
                        m, "read", i, context=c
                    ),
                    f"{model} {context}",
                )

    def test_an_api_key_opens_no_more_than_its_owner_s_rights(self):
        self._bring("reviewed")
        for role, status in (("employee", 403), ("other_evaluator", 403)):
            answer = self._json2(
                role, "kpi.appraisal", "action_decide", ids=self.sheet.ids
            )
            self.assertEqual(answer.status_code, status, answer.text)
        self.assertEqual(self.sheet.state, "reviewed")
        answer = self._json2(
            "evaluator", "kpi.appraisal", "action_decide", ids=self.sheet.ids
        )
        self.assertEqual(answer.status_code, 200, answer.text)
        self.assertEqual(self.sheet.state, "decided")

    def test_an_employee_hands_in_by_api_key(self):
        arguments = {"ids": self.work.ids, "quantity": 0.5, "note": "Qua JSON-2"}
        answer = self._json2("employee", "kpi.assignment", "hand_in", **arguments)
        self.assertEqual(answer.status_code, 200, answer.text)
        delivery = self.env["kpi.delivery"].browse(answer.json())
        self.assertEqual((delivery.quantity, delivery.note), (0.5, "Qua JSON-2"))

    def _json2(self, role, model, method, **arguments):
        ATTEMPTS["over JSON-2"] += 1
        keys = self.env["res.users.apikeys"].with_user(self.users[role])
        soon = datetime.now() + timedelta(hours=1)
        key = keys.sudo()._generate("rpc", role, soon)
        return self.url_open(
            f"/json/2/{model}/{method}",
            data=json.dumps(arguments),
            headers={
                "Authorization": f"Bearer {key}",
                "Content-Type": "application/json",
                "X-Odoo-Database": self.env.cr.dbname,
            },
        )

    def test_evidence_is_served_to_its_readers_only_and_never_as_a_page(self):
        mine = self.work.with_user(self.staff.user_id)
        delivery = mine.hand_in(1, files=[("vanban.html", b64encode(PAGE).decode())])
        evidence = self.env["kpi.delivery"].browse(delivery).attachment_ids
        for role in ROLES:
            self._log_in(role)
            answer = self._open_url(f"/web/content/{evidence.id}")
            is_shown = answer.status_code == 200 and answer.content == PAGE
            self.assertEqual(
                is_shown, role in {"evaluator", "hr", "inspector", "admin"}, role
            )
            if is_shown:
                self.assertTrue(answer.headers["Content-Type"].startswith("text/plain"))

    def test_evidence_is_changed_and_deleted_by_nobody(self):
        mine = self.work.with_user(self.staff.user_id)
        delivery = mine.hand_in(1, files=[("anh.txt", b64encode(b"1").decode())])
        evidence = self.env["kpi.delivery"].browse(delivery).attachment_ids
        more = {"name": "x", "res_model": "kpi.delivery", "res_id": delivery}
        for role in ROLES:
            self._log_in(role)
            for method, args in (
                ("write", (evidence.ids, {"datas": b64encode(b"2").decode()})),
                ("write", (evidence.ids, {"name": "x"})),
                ("unlink", (evidence.ids,)),
                ("create", (more,)),
            ):
                self._assert_refused(
                    lambda n=method, a=args: self._rpc("ir.attachment", n, *a),
                    f"{role}: {method}",
                )
        self.assertEqual(evidence.raw, b"1")

    def test_the_printed_sheet_is_for_its_readers_only(self):
        self._bring("decided")
        url = f"/report/html/kpi_evaluation.report_kpi_appraisal/{self.sheet.id}"
        for role in ROLES:
            self._log_in(role)
            answer = self._open_url(url)
            is_shown = answer.status_code == 200 and self.staff.name in answer.text
            self.assertEqual(
                is_shown, role in {"evaluator", "hr", "inspector", "admin"}, role
            )
