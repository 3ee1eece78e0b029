"""What a decision rests on beside the points is frozen with it (Điều 5-8, 12, 16)."""

from base64 import b64encode

from odoo.tools import SQL

from .common import INTERNAL, PORTAL
from .decision_case import DecisionCase

PROOF = [("mua-lu.pdf", b64encode(b"%PDF-1.7 mua lu").decode())]
# Facts of the sheet or of its month, changed behind the guards, and what the check
# of the book says then.
CHANGED_FACTS = (
    ("UPDATE kpi_cause SET state = 'confirmed'", "the objective causes"),
    ("UPDATE kpi_cause SET answer = 'Khác'", "the objective causes"),
    ("UPDATE kpi_appraisal SET present_days = 1", "the time at work"),
    ("UPDATE kpi_presence_correction SET document = 'x'", "the time at work"),
    ("UPDATE kpi_appraisal SET support_quality = 1", "the marks"),
    ("UPDATE kpi_appraisal SET unity_reason = 'x'", "the levels"),
)
# What stood beside it and goes on after the decision.
CHANGED_BESIDE = (
    "UPDATE kpi_feedback SET direction = 'praise'",
    "DELETE FROM kpi_feedback",
    "UPDATE kpi_appraisal SET extended_until = '2027-01-01'",
    "UPDATE kpi_appraisal SET extension_reason = 'x'",
    "UPDATE kpi_quota_exception SET number = 'x'",
    "DELETE FROM kpi_quota_exception",
    "UPDATE kpi_task_group SET name = 'x'",
    'UPDATE hr_department SET name = \'{"en_US": "x"}\'',
)


class TestFrozenFacts(DecisionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._choose(day="2026-06-02", support_worker_method="three_marks")
        group = cls.env["kpi.task.group"].create(
            {"name": "Chuyên môn", "company_id": cls.company.id}
        )
        cls.chief = cls._person("Đỗ Văn Phó", "deputy", INTERNAL, cls.head)
        cls.dung = cls._person("Ngô Thị Dung", "staff", PORTAL, cls.chief)
        cls.driver = cls._person(
            "Bùi Văn Lực",
            "contract",
            PORTAL,
            cls.head,
            kpi_is_support=True,
            kpi_task_group_id=group.id,
        )
        cls.env["kpi.quota.exception"].create(
            {
                "period_id": cls.period.id,
                "number": "77/QĐ-UBND",
                "date": "2026-07-01",
                "authority": "Ban Thường vụ Đảng ủy",
                "reason": "Vượt kế hoạch",
            }
        )
        for person in (cls.dung, cls.chief):
            cls._deliver(cls._give(person))
        cls.sheets = cls._open()
        cls._ask_causes()
        cls._note_of_hr()

    @classmethod
    def _ask_causes(cls):
        """A fault of An is excused; a product not done is not waived."""
        returned = cls.work.delivery_ids.filtered(lambda d: d.verdict == "returned")
        undone = cls._give(cls.staff, name="Họp thôn")
        for work, kind, hand_in, step, answer in (
            (cls.work, "fault", returned.id, "action_confirm", "Đúng là có lũ"),
            (undone, "waive", None, "action_refuse", "Không có căn cứ"),
        ):
            mine = work.with_user(cls.staff.user_id)
            asked = mine.ask_objective_cause(kind, "Mưa lũ", PROOF, hand_in)
            cause = cls.env["kpi.cause"].with_user(cls.head.user_id).browse(asked)
            getattr(cause, step)(answer)

    @classmethod
    def _note_of_hr(cls):
        """More time for An, fewer days at work, and what others said."""
        sheet = cls.sheet.with_user(cls.hr)
        sheet.action_extend_deadline("2026-07-30", "Đi công tác")
        cls.env["kpi.presence.correction"].with_user(cls.hr).create(
            {
                "appraisal_id": sheet.id,
                "present_days": 20,
                "document": "05/GXN",
                "document_date": "2026-07-09",
                "reason": "Nghỉ ốm",
            }
        )
        cls.env["kpi.feedback"].with_user(cls.hr).create(
            [
                {
                    "employee_id": cls.staff.id,
                    "period_id": cls.period.id,
                    "direction": direction,
                    "source": "citizen",
                    "source_name": "Bà Hoa",
                    "content": "Hẹn hai lần",
                }
                for direction in ("complaint", "complaint", "praise")
            ]
        )

    def _frozen(self, sheet):
        return self._snapshot(self._decided(sheet))

    def _marked(self):
        """The driver's sheet with its three marks."""
        sheet = self._until(self.sheets[self.driver], "self_assessed")
        sheet.with_user(self.head.user_id).write(
            {
                "support_quality": 90,
                "support_compliance": 0,
                "support_effectiveness": 80.5,
            }
        )
        return sheet

    def test_objective_causes_are_frozen_with_their_answer(self):
        causes = self._frozen(self.sheet)["facts"]["causes"]
        self.assertEqual(
            [(one["kind"], one["state"], one["answer"]) for one in causes],
            [
                ("fault", "confirmed", "Đúng là có lũ"),
                ("waive", "refused", "Không có căn cứ"),
            ],
        )
        self.assertEqual(causes[0]["authority"], self.head.id)
        self.assertEqual(causes[0]["answered_by"], self.head.user_id.id)
        self.assertEqual(causes[0]["evidence"][0]["name"], "mua-lu.pdf")

    def test_the_time_at_work_is_frozen_with_its_documents(self):
        presence = self._frozen(self.sheet)["facts"]["presence"]
        self.assertEqual(
            (presence["working_days"], presence["present_days"]), ("23/1", "20/1")
        )
        self.assertEqual(presence["recorded_days"], "23/1")
        self.assertEqual(presence["corrections"][0]["document"], "05/GXN")
        self.assertFalse(presence["short"])

    def test_marks_of_a_support_worker_are_frozen_a_zero_as_a_zero(self):
        facts = self._frozen(self._marked())["facts"]
        self.assertEqual(
            facts["support"],
            {"work_quality": "90/1", "compliance": "0/1", "effectiveness": "161/2"},
        )
        self.assertIsNone(self._frozen(self.sheet)["facts"]["support"])

    def test_levels_of_a_leader_are_frozen_with_reasons_and_who_was_led(self):
        self._decided(self.sheets[self.dung])
        frozen = self._frozen(self.sheets[self.chief])
        levels = frozen["facts"]["leading"]
        self.assertEqual(levels["organising"], {"level": "full", "reason": "Đủ"})
        self.assertEqual(levels["unity"], {"level": "full", "reason": "Đoàn kết"})
        (led,) = frozen["beside"]["led"]
        self.assertEqual((led["name"], led["state"]), ("Ngô Thị Dung", "decided"))
        self.assertEqual(led["grade"], self.sheets[self.dung].system_grade)
        self.assertIsNone(self._frozen(self.sheet)["beside"]["led"])

    def test_the_share_of_a_is_frozen_as_it_stood_at_the_decision(self):
        first = self._frozen(self.sheets[self.dung])["beside"]["share_of_a"]
        then = self._frozen(self._marked())["beside"]["share_of_a"]
        agency, group = then
        self.assertEqual(first[0]["unit"], [0, "UBND xã Tân Cương"])
        self.assertEqual((first[0]["taken"], first[0]["limit"]), (1, 1))
        self.assertEqual((agency["base"], agency["rounding"]), ("rated_a_b", "down"))
        self.assertEqual((agency["rated_a"], agency["rated_b"]), (1, 0))
        self.assertEqual(agency["granted_by"]["number"], "77/QĐ-UBND")
        self.assertEqual(group["group"][1], "Chuyên môn")

    def test_feedback_is_frozen_by_kind_and_last_days_with_their_extension(self):
        beside = self._frozen(self.sheet)["beside"]
        self.assertEqual(
            beside["feedback"], {"complaint": {"citizen": 2}, "praise": {"citizen": 1}}
        )
        days = beside["deadlines"]
        self.assertEqual(days["extended_until"], "2026-07-30")
        self.assertEqual(days["extension_reason"], "Đi công tác")
        self.assertEqual(days["last_days"]["decide"], "2026-07-27")
        self.assertEqual(days["late"], [])

    def test_an_annulment_is_frozen_with_its_reason_and_cause(self):
        decided = self._decided()
        self.assertIsNone(self._snapshot(decided)["beside"]["annulment"])
        frozen = self._snapshot(self._annul())["beside"]["annulment"]
        self.assertEqual(
            (frozen["cause"], frozen["reason"], frozen["document"]),
            ("document", "Số liệu sai", "12/KL-UBND"),
        )
        self.assertEqual(frozen["document_date"], "2026-07-06")
        self.assertEqual(frozen["by"], self.head.user_id.id)

    def test_whatever_changes_behind_it_snapshot_hash_and_print_stay(self):
        self._decided(self.sheets[self.dung])
        decided = (self.sheet, self._marked(), self.sheets[self.chief])
        links = self.book.concat(*map(self._decided, decided))
        frozen = [(link.snapshot, link.hash) for link in links]
        prints = [self._html(sheet) for sheet in decided]
        for statement, fault in (
            *CHANGED_FACTS,
            *((one, "") for one in CHANGED_BESIDE),
        ):
            with self.subTest(statement), self.env.cr.savepoint() as undo:
                self.env.flush_all()
                self.env.cr.execute(SQL(statement))
                self.env.invalidate_all()
                self.assertEqual([self._html(sheet) for sheet in decided], prints)
                self.assertEqual([(o.snapshot, o.hash) for o in links], frozen)
                self.assertIn(fault, "\n".join(self._check()))
                self.assertEqual(bool(self._check()), bool(fault))
                undo.rollback()

    def test_a_new_version_s_work_is_no_fault_of_the_annulled_one(self):
        self._decided()
        self._annul()
        new = self.sheet.superseded_by_ids
        undone = self.env["kpi.assignment"].search([("name", "=", "Họp thôn")])
        self._deliver(undone)
        self._decided(new)
        self.assertEqual(self._check(), [])

    def test_a_link_of_the_first_version_lacks_nothing(self):
        link = self._decided()
        self.assertTrue(link._is_compared("causes", 2))
        for name in ("presence", "support", "leading", "causes"):
            self.assertFalse(link._is_compared(name, 1))
        self.assertTrue(link._is_compared("work", 1))
