import hashlib
import json

from odoo.exceptions import UserError

from .decision_case import DecisionCase


class TestDecision(DecisionCase):
    """Deciding a sheet writes it into the book of its agency (Điều 16, 18)."""

    def test_deciding_adds_one_link_which_says_who_when_and_what(self):
        self.assertFalse(self.sheet.decision_ids)
        link = self._decided()
        self.assertEqual(len(link), 1)
        self.assertEqual(
            (link.number, link.kind, link.company_id, link.period_id),
            (1, "decision", self.company, self.period),
        )
        self.assertEqual(link.employee_name, "Nguyễn Thị An")
        self.assertEqual(link.department_name, "Phòng Kinh tế")
        self.assertEqual(link.grade, self.sheet.grade)
        self.assertEqual(link.decided_by_id, self.head.user_id)
        self.assertEqual(link.decided_on, self.sheet.decided_on)

    def test_the_facts_are_frozen_with_every_hand_in_and_its_verdict(self):
        facts = self._snapshot(self._decided())["facts"]
        (work,) = facts["work"]
        self.assertEqual(
            {key: work[key] for key in ("k", "N", "M", "faults", "lates", "origin")},
            {
                "k": "5/2",
                "N": "3/1",
                "M": "3/1",
                "faults": 1,
                "lates": 0,
                "origin": "plan",
            },
        )
        self.assertEqual((work["role"], work["deadline"]), ("direct", "2026-07-31"))
        self.assertEqual(work["name"], "Soạn thảo văn bản góp ý")
        self.assertEqual(
            [
                (one["day"], one["quantity"], one["verdict"], one["fault"])
                for one in work["hand_ins"]
            ],
            [
                ("2026-07-12", "1/1", "returned", "Sai số liệu"),
                ("2026-07-15", "3/1", "accepted", None),
            ],
        )

    def test_the_criteria_are_frozen_with_both_sides_and_the_reason(self):
        self._self_assess(self.sheet)
        judge = self.sheet.with_user(self.head.user_id)
        judge.criterion_ids[0].write(
            {"evaluator_points": 3.5, "evaluator_reason": "Đi muộn hai lần"}
        )
        criteria = self._snapshot(self._decided())["facts"]["criteria"]
        self.assertEqual(len(criteria), 10)
        first = criteria[0]
        self.assertEqual(
            (first["code"], first["maximum"], first["self"], first["evaluator"]),
            ("I.1", "5/1", "5/1", "7/2"),
        )
        self.assertEqual(first["reason"], "Đi muộn hai lần")

    def test_the_rules_in_force_are_frozen_with_their_clauses(self):
        rules = self._snapshot(self._decided())["rules"]
        book = self.period._rulebook()
        self.assertEqual(set(rules), set(book.clauses))
        self.assertEqual(rules["band_a_from"], ["90/1", book.clause("band_a_from")])
        self.assertEqual(rules["ratio_denominator"][0], "assigned")

    def test_trace_figures_and_words_are_those_of_the_sheet(self):
        link = self._decided()
        snapshot = self._snapshot(link)
        self.assertEqual(snapshot["trace"], self.sheet.trace)
        figures = snapshot["facts"]["figures"]
        self.assertEqual(figures["quality_ratio"], "75/1")
        self.assertIsNone(figures["unit_ratio"], "a figure that is none is no 0")
        self.assertEqual(snapshot["facts"]["grades"]["grade"], self.sheet.grade)
        self.assertEqual(
            snapshot["paper"]["work"]["planned"]["rows"][0]["work"],
            "Soạn thảo văn bản góp ý",
        )

    def test_who_judged_is_frozen_with_names_and_titles(self):
        people = self._snapshot(self._decided())["people"]
        self.assertEqual(people["person"]["title"], "Chuyên viên")
        self.assertEqual(people["person"]["unit"]["name"], "Phòng Kinh tế")
        self.assertEqual(people["authority"]["evaluator"]["name"], "Trần Văn Trưởng")
        for act in ("opinion", "decision"):
            self.assertEqual(people[act]["name"], "Trần Văn Trưởng")
            self.assertEqual(people[act]["titles"], ["Chủ tịch"])
            self.assertEqual(people[act]["in_stead"], [])

    def test_a_substitute_is_frozen_with_the_document_they_acted_by(self):
        deputy = self._person("Đỗ Văn Phó", "deputy", "base.group_user", self.head)
        self.env["kpi.delegation"].create(
            {
                "principal_id": self.head.id,
                "substitute_id": deputy.id,
                "date_from": "2026-07-01",
                "date_to": "2026-07-31",
                "document": "12/UQ-UBND",
            }
        )
        self._until(self.sheet, "reviewed")
        self.sheet.with_user(deputy.user_id).action_decide()
        people = self._snapshot(self.sheet.decision_ids)["people"]
        self.assertEqual(people["opinion"]["in_stead"], [])
        self.assertEqual(people["decision"]["name"], "Đỗ Văn Phó")
        (stead,) = people["decision"]["in_stead"]
        self.assertEqual(
            (stead["of"]["name"], stead["document"]), ("Trần Văn Trưởng", "12/UQ-UBND")
        )

    def test_anybody_can_work_out_the_hash_with_json_and_sha_256_alone(self):
        first = self._decided()
        second = self._more_links(1)
        before = hashlib.sha256(b"").hexdigest()
        for link in (first, second):
            parts = [
                before,
                self.company.id,
                link.number,
                "decision",
                link.appraisal_id.id,
                self.period.id,
                link.employee_name,
                link.department_name or None,
                link.grade,
                link.decided_by_id.id,
                f"{link.decided_on.isoformat()}Z",
                link.snapshot,
            ]
            text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
            self.assertEqual(link.previous_hash, before)
            before = hashlib.sha256(text.encode()).hexdigest()
            self.assertEqual(link.hash, before)

    def test_each_agency_has_a_book_numbered_from_one_without_a_gap(self):
        links = self._decided() + self._more_links(3)
        self.assertEqual(links.mapped("number"), [1, 2, 3, 4])
        for earlier, later in zip(links, links[1:], strict=False):
            self.assertEqual(later.previous_hash, earlier.hash)
        elsewhere = self._agency("UBND xã Bình Yên")
        self.assertEqual(self.book._lock_book(elsewhere)[0], 0)
        self.assertEqual(self.book._lock_book(self.company), (4, links[-1].hash))

    def test_a_second_click_is_refused_and_adds_no_second_link(self):
        link = self._decided()
        with self.assertRaises(UserError):
            self._decide(self.sheet)
        self.assertFalse(self.sheet._freeze())
        self.assertEqual(self.sheet.decision_ids, link)

    def test_an_annulment_is_a_link_of_its_own_after_what_it_annuls(self):
        link = self._decided()
        self._more_links(1)
        annulment = self.sheet.with_user(self.hr)._freeze(kind="annulment")
        self.assertEqual((annulment.number, annulment.kind), (3, "annulment"))
        self.assertEqual(annulment.decided_by_id, self.hr)
        snapshot = self._snapshot(annulment)
        self.assertEqual(snapshot["follows"], [[link.number, link.hash]])
        self.assertEqual(snapshot["by"]["name"], "Phạm Thị Sự")
        frozen = self._snapshot(link)
        for part in ("facts", "people", "words", "rules", "trace"):
            self.assertEqual(snapshot[part], frozen[part], part)
        self.assertEqual(self._check(), [])
