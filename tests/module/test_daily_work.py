"""Where work stands, whose turn it is, and what a person's record tells of it."""

from base64 import b64encode
from datetime import date

from odoo.exceptions import UserError

from .common import INTERNAL, KpiCase
from .work_case import WorkCase

PDF = b64encode(b"%PDF-1.7 bao cao")


class DailyCase(WorkCase):
    """One piece of work of each kind, on 10/07/2026."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        early, late = date(2026, 7, 9), date(2026, 7, 20)
        cls.works = {
            "todo": cls._give(cls.staff, date_deadline=late),
            "overdue": cls._give(cls.staff, quantity=2, date_deadline=early),
            "part": cls._give(cls.staff, quantity=2, date_deadline=late),
            "pending": cls._give(cls.staff, date_deadline=early),
            "done": cls._give(cls.staff, date_deadline=early),
            "closed": cls._give(cls.staff, date_deadline=early),
            "proposed": cls.env["kpi.assignment"],
        }
        cls._hand_in(cls.works["overdue"], 1, early)
        cls._deliver(cls.works["part"], 1, early)
        cls._hand_in(cls.works["pending"])
        cls._deliver(cls.works["done"])
        cls.works["closed"].with_user(cls.head.user_id).action_hand_back("Nghỉ ốm")
        mine = cls.env["kpi.assignment"].with_user(cls.staff.user_id)
        cls.works["proposed"] |= cls.works["proposed"].browse(
            mine.propose_adhoc(
                cls.period.id, "Đón đoàn", cls.items["K1"].id, 1, "2026-07-20"
            )
        )

    def _all(self):
        return self.env["kpi.assignment"].union(*self.works.values())


class TestProgress(DailyCase):
    def test_each_stands_where_its_person_thinks_it_stands(self):
        for name, work in self.works.items():
            with self.subTest(name):
                self.assertEqual(work.progress, name)

    def test_the_search_finds_what_the_screen_shows(self):
        mine = [("id", "in", self._all().ids)]
        for name, work in self.works.items():
            with self.subTest(name):
                domain = [*mine, ("progress", "=", name)]
                self.assertEqual(work.search(domain), work)
                others = work.search([*mine, ("progress", "!=", name)])
                self.assertEqual(others, self._all() - work)
                several = work.search([*mine, ("progress", "in", [name, "overdue"])])
                self.assertEqual(several, work | self.works["overdue"])

    def test_the_groups_are_what_the_screen_shows(self):
        groups = self.env["kpi.assignment"]._read_group(
            [("id", "in", self._all().ids)], ["progress"], ["id:recordset"]
        )
        self.assertEqual(dict(groups), self.works)

    def test_what_presses_is_first(self):
        found = self.env["kpi.assignment"].search(
            [("id", "in", self._all().ids)], order="progress, date_deadline, id"
        )
        names = ("overdue", "todo", "part", "pending", "proposed", "done", "closed")
        self.assertEqual(list(found), [self.works[name] for name in names])

    def test_the_columns_of_the_board_stand_in_the_order_of_the_work(self):
        works = self.env["kpi.assignment"].with_user(self.staff.user_id)
        found = works.with_context(read_group_expand=True).formatted_read_group(
            [("is_my_own", "=", True)], ["progress"], ["__count"]
        )
        columns = [one["progress"] for one in found]
        first = ["overdue", "todo", "part", "pending", "done"]
        self.assertEqual(columns[:5], first)
        self.assertEqual(set(columns[5:]), {"closed", "proposed"})
        nobody = works.with_user(self.hr).with_context(read_group_expand=True)
        found = nobody.web_read_group([("is_my_own", "=", True)], ["progress"])
        self.assertEqual(found["groups"], [], "help instead of empty columns")

    def test_no_card_is_dragged_into_another_state(self):
        arch = self.env.ref("kpi_evaluation.kpi_assignment_view_kanban").arch
        for part in ("records_draggable", "groups_draggable"):
            self.assertIn(f'{part}="0"', arch)
        work = self._by_head(self.works["todo"])
        with self.assertRaises(UserError):
            work.write({"standing": "done"})
        work.write({"progress": "done"})
        self.env.invalidate_all()
        self.assertEqual(work.progress, "todo")

    def test_a_month_that_is_judged_asks_for_nothing_more(self):
        domain = [("progress", "=", "overdue"), ("is_current", "=", True)]
        domain.append(("employee_id", "=", self.staff.id))
        works = self.env["kpi.assignment"].with_user(self.head.user_id)
        self.assertEqual(works.search(domain), self.works["overdue"])
        waiting = self._all().delivery_ids.filtered(lambda d: d.verdict == "pending")
        waiting.with_user(self.head.user_id).action_accept()
        sheet = self._open()[self.staff]
        self._until(sheet, "self_assessed")
        self.assertEqual(works.search(domain), self.works["overdue"])
        self._review(sheet)
        self.assertFalse(works.search(domain))
        self.assertFalse(self.works["overdue"].with_user(self.head.user_id).is_current)

    def test_work_is_found_without_accents_by_name_product_and_person(self):
        work = self._give(self.staff, name="Tờ trình thẩm định giá đất")
        works = self.env["kpi.assignment"].with_user(self.head.user_id)
        for domain in (
            [("name", "ilike", "to trinh tham dinh")],
            [("name", "ilike", "TỜ TRÌNH")],
            [("product", "ilike", "san pham k1"), ("id", "=", work.id)],
            [("employee_id", "ilike", "nguyen thi an"), ("id", "=", work.id)],
        ):
            self.assertEqual(works.search(domain), work, domain)


class TestNextStep(DailyCase):
    STEPS = {
        "staff": {"todo": "hand_in", "overdue": "hand_in", "part": "hand_in"},
        "head": {"overdue": "judge", "pending": "judge", "proposed": "approve"},
        "officer": {},
    }

    def test_a_card_offers_the_step_that_its_reader_may_take(self):
        for who, steps in self.STEPS.items():
            for name, work in self.works.items():
                with self.subTest(who=who, work=name):
                    seen = work.with_user(getattr(self, who).user_id)
                    self.assertEqual(seen.next_step or "", steps.get(name, ""))

    def test_after_the_opinion_nothing_is_offered(self):
        waiting = self._all().delivery_ids.filtered(lambda d: d.verdict == "pending")
        waiting.with_user(self.head.user_id).action_accept()
        self._until(self._open()[self.staff], "reviewed")
        seen = self._all().with_user(self.staff.user_id)
        self.assertEqual(set(seen.mapped("next_step")), {False})

    def test_my_work_and_my_people_s_work_are_told_apart(self):
        mine = self._give(self.chief)
        theirs = self._give(self.other)
        works = self.env["kpi.assignment"].with_user(self.chief.user_id)
        own = self.env.ref("kpi_evaluation.kpi_assignment_mine_action").domain
        led = self.env.ref("kpi_evaluation.kpi_assignment_team_action").domain
        self.assertEqual(own, "[('is_my_own', '=', True)]")
        self.assertEqual(works.search([("is_my_own", "=", True)]), mine)
        self.assertEqual(works.search([("is_led_by_me", "=", True)]), theirs)
        self.assertIn("is_led_by_me", led)


class TestHandInWindow(WorkCase):
    def _window(self, work, person, **values):
        windows = self.env["kpi.hand.in"].with_user(person.user_id)
        return windows.create({"assignment_id": work.id, **values})

    def test_one_hands_in_with_evidence_and_the_upload_is_not_kept_twice(self):
        work = self._give(self.chief, quantity=3)
        upload = self.env["ir.attachment"].with_user(self.chief.user_id)
        upload = upload.create(
            {"name": "bao-cao.pdf", "datas": PDF, "res_model": "kpi.hand.in"}
        )
        window = self._window(work, self.chief, attachment_ids=upload.ids)
        self.assertEqual(window.quantity, 3)
        window.quantity = 2
        window.action_hand_in()
        self.assertEqual(work.delivery_ids.quantity, 2)
        self.assertEqual(work.delivery_ids.attachment_ids.name, "bao-cao.pdf")
        self.assertFalse(upload.exists())

    def test_nobody_hands_in_the_work_of_another(self):
        work = self._give(self.staff)
        with self._refused("Only the person whom the work was given to"):
            self._window(work, self.head, quantity=1).action_hand_in()

    def test_what_is_no_evidence_is_refused(self):
        work = self._give(self.chief)
        upload = self.env["ir.attachment"].with_user(self.chief.user_id)
        upload = upload.create(
            {"name": "a.exe", "raw": b"MZ\x90\x00", "res_model": "kpi.hand.in"}
        )
        window = self._window(work, self.chief, attachment_ids=upload.ids)
        with self._refused("“a.exe”"):
            window.action_hand_in()
        self.assertFalse(work.delivery_ids)


class TestCounters(DailyCase):
    COUNTED = ("open", "overdue", "waiting", "sheet")

    def _counters(self, user, model="hr.employee.public"):
        person = self.env[model].with_user(user).browse(self.staff.id)
        return [person[f"kpi_{name}_count"] for name in self.COUNTED]

    def test_a_record_counts_what_its_reader_may_read(self):
        self._open()
        stranger = self._person("Bùi Thị Lạ", "staff", INTERNAL)
        for user, expected in (
            (self.head.user_id, [3, 1, 2, 1]),
            (self.hr, [3, 1, 2, 1]),
            (stranger.user_id, [0, 0, 0, 0]),
        ):
            with self.subTest(user=user.name):
                self.assertEqual(self._counters(user), expected)
        self.assertEqual(self._counters(self.hr, "hr.employee"), [3, 1, 2, 1])

    def test_many_records_are_counted_with_the_queries_of_one(self):
        people = self.staff | self.colleague | self.other | self.chief
        counts = []
        for some in (people[:1], people):
            self.env.invalidate_all()
            seen = self.env["hr.employee"].with_user(self.hr).browse(some.ids)
            self.env["kpi.delegation"].with_user(self.hr)._acting_for()
            before = self.env.cr.sql_log_count
            seen.mapped("kpi_open_count")
            counts.append(self.env.cr.sql_log_count - before)
        self.assertLessEqual(counts[1], counts[0], counts)


class TestManyAtOnce(KpiCase):
    def test_the_button_that_accepts_stands_where_the_evaluator_chooses(self):
        waiting = self.env.ref("kpi_evaluation.kpi_delivery_view_list_waiting").arch
        head = waiting.partition("</header>")[0]
        self.assertIn('name="action_accept"', head)
        self.assertIn('data-hotkey="a"', head)
