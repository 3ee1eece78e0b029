from odoo import Command
from odoo.exceptions import AccessError, UserError

from .after_case import AfterCase

TEXT = "Phòng chấm điểm ngang nhau, không theo sản phẩm"


class TestComplaint(AfterCase):
    """Anyone reports a wrong evaluation; the unit never learns who (Điều 20.5)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.unit = cls.env["hr.department"].create(
            {"name": "UBND xã", "company_id": cls.company.id}
        )
        people = cls.head | cls.deputy | cls.dung | cls.em
        people.version_id.department_id = cls.unit
        cls.reporter = cls.dung.user_id
        cls._report(cls)
        cls.complaint = cls.env["kpi.complaint"].search([("text", "=", TEXT)])

    def _report(self, person=None, files=(("anh.txt", "YW5o"),), **more):
        values = {
            "department_id": self.unit.id,
            "period_id": self.period.id,
            "text": TEXT,
            "files": files,
        }
        user = (person or self.dung).user_id
        complaints = self.env["kpi.complaint"].with_user(user)
        return complaints.report_evaluation(**(values | more))

    def _traces(self, record):
        """Every value of a record, with magic fields, as the system reads it."""
        return [value for one in record.sudo().read() for value in one.values()]

    def test_the_head_of_the_agency_receives_it_and_reads_the_content(self):
        self.assertEqual(self.complaint.recipient_user_id, self.head.user_id)
        seen = self._mine(self.complaint, self.head)
        self.assertEqual(seen.text, TEXT)
        self.assertEqual(seen.attachment_ids.raw, b"anh")
        for person in (self.deputy, self.em, self.officer, self.admin, self.stranger):
            with self.assertRaises(AccessError, msg=person.name):
                self._mine(self.complaint, person).read(["text"])

    def test_nothing_that_can_be_read_of_it_names_the_reporter(self):
        who = {self.reporter.id, self.reporter.partner_id.id, self.dung.id}
        names = (self.dung.name, self.reporter.login)
        for record in (self.complaint, self.complaint.attachment_ids):
            for value in self._traces(record):
                ids = value if isinstance(value, (list, tuple)) else [value]
                numbers = {one for one in ids if type(one) is int}
                self.assertFalse(who & numbers and names[0] in str(value), value)
                for name in names:
                    self.assertNotIn(name, str(value))
        files = self.complaint.attachment_ids
        self.assertEqual(
            files.create_uid | files.write_uid, self.env.ref("base.user_root")
        )
        self.assertFalse({"create_uid", "create_date"} & set(self.complaint._fields))
        self.assertNotIn("message_ids", self.complaint._fields)
        messages = self.env["mail.message"].search([("model", "=", "kpi.complaint")])
        followers = self.env["mail.followers"].search(
            [("res_model", "like", "kpi.complaint")]
        )
        self.assertFalse(messages or followers)

    def test_no_search_export_or_grouping_leads_to_the_reporter(self):
        reporters = self.env["kpi.complaint.reporter"]
        for person in (self.head, self.deputy, self.em, self.officer, self.admin):
            person.user_id.group_ids = [
                Command.link(self.env.ref("base.group_allow_export").id)
            ]
            seen = self._mine(reporters, person)
            about = [("user_id", "=", self.reporter.id)]
            for act in (
                lambda seen=seen, about=about: seen.search(about),
                lambda seen=seen: seen.search_count([]),
                lambda seen=seen: seen.search_read([]),
                lambda seen=seen: seen.formatted_read_group([], ["user_id"]),
                lambda seen=seen: seen.name_search("x"),
                lambda seen=seen: seen.search([]).export_data(["user_id"]),
                lambda seen=seen: seen.browse(1).read(["user_id"]),
            ):
                with self.assertRaises(AccessError, msg=person.name):
                    act()

    def test_no_model_has_a_way_to_the_reporters(self):
        ways = [
            str(field)
            for model in self.env.values()
            for field in model._fields.values()
            if field.relational and field.comodel_name == "kpi.complaint.reporter"
        ]
        self.assertEqual(ways, [])

    def test_the_inspector_alone_reads_who_reported(self):
        reporters = self._mine(self.env["kpi.complaint.reporter"], self.inspector)
        self.assertEqual(reporters.search([]).user_id, self.reporter)
        self.assertEqual(self._mine(self.complaint, self.inspector).text, TEXT)

    def test_the_reporter_reads_the_answer_to_their_own_and_no_other(self):
        judge = self._mine(self.complaint, self.head)
        with self.assertRaises(UserError):
            judge.action_examine("", "Đã chấn chỉnh")
        judge.action_examine("Có việc chấm ngang nhau", "Đã chấn chỉnh")
        (own,) = self._mine(self.complaint.browse(), self.dung).my_reports()
        self.assertEqual(
            (own["state"], own["result"], own["measures"]),
            ("examined", "Có việc chấm ngang nhau", "Đã chấn chỉnh"),
        )
        self.assertFalse(self._mine(self.complaint.browse(), self.em).my_reports())

    def test_whom_it_is_for_is_chosen(self):
        self.assertTrue(self._report(text="Gửi kiểm tra", addressee="inspector"))
        sent = self.env["kpi.complaint"].search([("text", "=", "Gửi kiểm tra")])
        self.assertFalse(sent.recipient_user_id)
        self._mine(sent, self.inspector).action_examine("Đúng", "Đã xử lý")
        with self.assertRaises(AccessError):
            self._mine(sent, self.head).read(["text"])
        with self.assertRaisesRegex(UserError, "Nobody there can receive"):
            self._report(addressee="superior")
        with self.assertRaisesRegex(UserError, "Nobody there can receive"):
            self._report(self.head)
        with self.assertRaises(UserError):
            self._report(addressee="x")

    def test_only_the_own_agency_is_reported_on_and_only_with_words(self):
        august = self._month(self.period.date_start, self.elsewhere)
        for more in (
            {"text": " "},
            {"text": None},
            {"department_id": 987654},
            {"period_id": august.id},
        ):
            with self.subTest(more=more), self.assertRaises(UserError):
                self._report(**more)
        with self.assertRaises(UserError):
            self._report(self.stranger)

    def test_nobody_writes_reports_or_reporters_past_the_method(self):
        for person in (self.dung, self.head, self.officer, self.admin, self.inspector):
            seen = self._mine(self.complaint, person)
            for act in (
                lambda seen=seen: seen.write({"text": "x"}),
                lambda seen=seen: seen.unlink(),
                lambda seen=seen: seen.create({"text": "x"}),
                lambda seen=seen: seen.env["kpi.complaint.reporter"].create({}),
            ):
                with self.assertRaises(UserError, msg=person.name):
                    act()
