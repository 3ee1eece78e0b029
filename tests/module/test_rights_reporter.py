"""Attempts to learn who reported, through every door that there is (Điều 20.5)."""

from odoo.tests import JsonRpcException, tagged

from .common import KpiHttpCase
from .roles import ATTEMPTS, Roles

TEXT = "Phòng chấm điểm ngang nhau"
CURIOUS = (
    "other_employee",
    "evaluator",
    "other_evaluator",
    "hr",
    "hr_elsewhere",
    "internal",
    "admin",
)


@tagged("rights")
class TestShieldedReporter(Roles, KpiHttpCase):
    """The head of the agency received a report of ``staff``; all try to unmask them."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        unit = cls.env["hr.department"].create(
            {"name": "UBND xã", "company_id": cls.company.id}
        )
        people = cls.head | cls.staff | cls.deputy
        people.version_id.department_id = unit
        cls.reporter = cls.staff.user_id
        cls.env["kpi.complaint"].with_user(cls.reporter).report_evaluation(
            unit.id, cls.period.id, TEXT, [("anh.txt", "YW5o")]
        )
        cls.complaint = cls.env["kpi.complaint"].search([("text", "=", TEXT)])
        cls.rows = cls.env["kpi.complaint.reporter"].search([])
        cls.env.flush_all()

    def _rpc(self, model, method, *args, **kwargs):
        ATTEMPTS["to unmask the reporter"] += 1
        return self.make_jsonrpc_request(
            "/web/dataset/call_kw",
            {"model": model, "method": method, "args": args, "kwargs": kwargs},
        )

    def _assert_refused(self, label, *call, **kwargs):
        with self.assertRaises(JsonRpcException, msg=label) as caught:
            self._rpc(*call, **kwargs)
        said = str(caught.exception)
        self.assertNotIn("psycopg2", said, label)
        self.assertNotIn(self.staff.name, said, label)

    def test_the_reporters_are_shut_to_every_reading_method(self):
        model, ids = self.rows._name, self.rows.ids
        about = [("user_id", "=", self.reporter.id)]
        spec = {"user_id": {"fields": {"display_name": {}}}}
        for role in ("employee", *CURIOUS):
            self.authenticate(self.users[role].login, self.users[role].login)
            for method, args in (
                ("read", (ids, ["user_id"])),
                ("search", (about,)),
                ("search_count", (about,)),
                ("search_read", (about, ["user_id"])),
                ("web_search_read", (about, spec)),
                ("web_read", (ids, spec)),
                ("name_search", ()),
                ("export_data", (ids, ["user_id"])),
                ("formatted_read_group", ([], ["user_id"], ["__count"])),
                ("web_read_group", ([], ["user_id"])),
                ("copy", (ids,)),
                ("write", (ids, {"user_id": 1})),
                ("unlink", (ids,)),
            ):
                self._assert_refused(f"{role}: {method}", model, method, *args)

    def test_no_field_of_a_report_or_of_a_user_leads_to_the_reporter(self):
        person = self.reporter.id
        for role in ("evaluator", "hr", "admin"):
            self.authenticate(self.users[role].login, self.users[role].login)
            for field in (
                "create_uid",
                "write_uid",
                "create_date",
                "message_ids.author_id",
                "message_follower_ids",
                "reporter_ids.user_id",
                "reporter_id",
            ):
                self._assert_refused(
                    f"{role}: {field}",
                    "kpi.complaint",
                    "search",
                    [(field, "=", person)],
                )
                self._assert_refused(
                    f"{role}: {field}",
                    "kpi.complaint",
                    "formatted_read_group",
                    [],
                    [field],
                )

    def test_all_that_the_recipient_can_read_names_nobody(self):
        user = self.users["evaluator"]
        self.authenticate(user.login, user.login)
        (report,) = self._rpc("kpi.complaint", "read", self.complaint.ids)
        self.assertEqual(report["text"], TEXT)
        files = report["attachment_ids"]
        named = ["name", "description", "create_uid", "write_uid", "res_name"]
        (file,) = self._rpc("ir.attachment", "read", files, named)
        messages = self._rpc(
            "mail.message",
            "search_read",
            [("model", "like", "kpi.complaint"), ("res_id", "in", self.complaint.ids)],
        )
        for thing in (report, file, messages):
            self.assertNotIn(self.staff.name, str(thing))
            self.assertNotIn(self.reporter.login, str(thing))
        self.assertEqual(file["create_uid"][0], self.env.ref("base.user_root").id)
        mine = [("create_uid", "=", self.reporter.id), ("id", "in", files)]
        self.assertFalse(self._rpc("ir.attachment", "search", mine))

    def test_the_files_are_served_to_the_recipient_and_the_inspector_only(self):
        url = f"/web/content/{self.complaint.attachment_ids.id}"
        for role in ("employee", *CURIOUS, "inspector"):
            self.authenticate(self.users[role].login, self.users[role].login)
            ATTEMPTS["at the address of a file or a page"] += 1
            answer = self.url_open(url)
            is_shown = answer.status_code == 200 and answer.content == b"anh"
            self.assertEqual(is_shown, role in {"evaluator", "inspector"}, role)

    def test_the_answer_of_another_s_report_is_told_to_nobody(self):
        for role in CURIOUS:
            self.authenticate(self.users[role].login, self.users[role].login)
            self.assertEqual(self._rpc("kpi.complaint", "my_reports"), [], role)
