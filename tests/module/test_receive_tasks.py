"""Tasks from another system: idempotent, answered one by one (Điều 15.1)."""

from datetime import date

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError
from odoo.tools import mute_logger

from .common import INTERNAL, KpiCase


class ReceiveCase(KpiCase):
    """People with staff codes, and tasks as a document-management system sends them."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for number, person in enumerate(
            (cls.head, cls.staff, cls.colleague, cls.officer)
        ):
            person.kpi_staff_code = f"TN.{number:03}"
        cls.env.flush_all()

    def _task(self, number=1, **values):
        task = {
            "external_ref": f"VB-{number:05}",
            "staff_code": "TN.001",
            "product_code": "K1",
            "name": f"Trả lời công văn số {number}",
            "quantity": 1,
            "deadline": "2026-07-20",
            "origin": "adhoc",
        }
        return task | values

    def _receive(self, *tasks, user=None):
        works = self.env["kpi.assignment"].with_user(user or self.hr)
        return works.receive_tasks(list(tasks))

    def _refusal(self, task, user=None):
        (answer,) = self._receive(task, user=user)
        self.assertEqual((answer["status"], answer["id"]), ("refused", False))
        return answer["message"]


class TestReceiveTasks(ReceiveCase):
    def test_a_task_becomes_work_of_the_person_with_the_staff_code(self):
        (answer,) = self._receive(self._task(quantity=0.8))
        work = self.env["kpi.assignment"].browse(answer["id"])
        self.assertEqual(answer["status"], "created")
        self.assertEqual((work.employee_id, work.period_id), (self.staff, self.period))
        self.assertEqual((work.quantity, work.origin), (0.8, "adhoc"))
        self.assertEqual(work.date_deadline, date(2026, 7, 20))
        self.assertEqual((work.assigner_id, work.coefficient), (self.head, 1))
        self.assertEqual(work.external_ref, "VB-00001")

    def test_the_same_sent_again_changes_nothing(self):
        tasks = [self._task(number) for number in range(5)]
        first = self._receive(*tasks)
        again = self._receive(*tasks)
        self.assertEqual({one["status"] for one in again}, {"unchanged"})
        self.assertEqual([one["id"] for one in again], [one["id"] for one in first])
        self.assertEqual(self.env["kpi.assignment"].search_count([]), 5)

    def test_what_may_change_is_changed_and_noted(self):
        (first,) = self._receive(self._task())
        (second,) = self._receive(self._task(quantity=3, deadline="2026-07-25"))
        self.assertEqual((second["status"], second["id"]), ("changed", first["id"]))
        work = self.env["kpi.assignment"].browse(first["id"])
        self.assertEqual((work.quantity, work.date_deadline.day), (3, 25))

    def test_what_was_given_does_not_move_to_another_person_or_product(self):
        self._receive(self._task())
        for change in (
            {"staff_code": "TN.002"},
            {"product_code": "K2"},
            {"origin": "plan"},
        ):
            with self.subTest(change=change):
                self.assertIn("do not change", self._refusal(self._task(**change)))

    def test_bad_tasks_are_answered_one_by_one_and_good_ones_kept(self):
        table = (
            ({"staff_code": "TN.999"}, "staff code “TN.999”"),
            ({"staff_code": ""}, "“staff_code” is missing"),
            ({"product_code": "K9"}, "no product “K9”"),
            ({"quantity": 0}, "“quantity” must be"),
            ({"quantity": -1}, "“quantity” must be"),
            ({"quantity": "2"}, "“quantity” must be"),
            ({"quantity": True}, "“quantity” must be"),
            ({"quantity": 10**400}, "“quantity” must be"),
            ({"quantity": float("nan")}, "“quantity” must be"),
            ({"quantity": 0.00001}, "“quantity” must be"),
            ({"quantity": None}, "“quantity” is missing"),
            ({"deadline": "20/07/2026"}, "“deadline” must be"),
            ({"deadline": "2026-02-30"}, "“deadline” must be"),
            ({"deadline": 5}, "“deadline” must be"),
            ({"deadline": "2027-07-20"}, "no month 07/2027"),
            ({"month": "2026-08", "deadline": "2026-08-02"}, "no month 08/2026"),
            ({"month": "07/2026"}, "“month” must be"),
            ({"origin": "xyz"}, "“origin” must be"),
            ({"origin": []}, "“origin” must be"),
            ({"external_ref": None}, "“external_ref” is missing"),
            ({"name": "x" * 501}, "“name” must be"),
            ({"priority": 1}, "no such values: priority"),
        )
        tasks = [self._task(number, **bad) for number, (bad, _w) in enumerate(table)]
        good = [self._task(100), self._task(101, month="2026-07")]
        answers = self._receive(good[0], *tasks, "x", None, good[1])
        self.assertEqual(answers[0]["status"], "created")
        self.assertEqual(answers[-1]["status"], "created")
        for (bad, words), answer in zip(table, answers[1:], strict=False):
            with self.subTest(bad=bad):
                self.assertEqual(answer["status"], "refused")
                self.assertIn(words, answer["message"])
        self.assertEqual(self.env["kpi.assignment"].search_count([]), 2)

    def test_all_that_is_wrong_with_a_task_is_said_at_once(self):
        message = self._refusal(
            self._task(staff_code="X", product_code="Y", quantity=0)
        )
        for words in ("“X”", "“Y”", "“quantity”"):
            self.assertIn(words, message)

    def test_the_same_reference_twice_in_one_call_is_one_task(self):
        first, second = self._receive(self._task(), self._task(name="Khác"))
        self.assertEqual((first["status"], second["status"]), ("created", "refused"))
        self.assertIn("row 1", second["message"])

    def test_a_reference_is_unique_in_an_agency_only(self):
        elsewhere = self._agency("UBND xã Bình Yên")
        officer = self._person(
            "Mai Nơi Khác", "staff", "kpi_evaluation.group_hr", None, elsewhere
        )
        worker = self._person("Vũ Nơi Khác", "staff", INTERNAL, officer, elsewhere)
        worker.kpi_staff_code = "TN.001"
        self._month(company=elsewhere)
        self._catalogue(elsewhere)
        (ours,) = self._receive(self._task())
        (theirs,) = self._receive(self._task(), user=officer.user_id)
        self.assertEqual(theirs["status"], "created", theirs)
        work = self.env["kpi.assignment"].browse(theirs["id"])
        self.assertEqual(work.employee_id, worker)
        self.assertNotEqual(ours["id"], theirs["id"])

    def test_only_who_may_give_that_work_sends_it_and_never_to_themselves(self):
        chief = self._person("Đỗ Văn Phó", "deputy", INTERNAL, self.head)
        theirs = self._person("Ngô Thị Dung", "staff", INTERNAL, chief)
        theirs.kpi_staff_code = "TN.010"
        (answer,) = self._receive(self._task(), user=self.head.user_id)
        self.assertEqual(answer["status"], "created")
        self.assertIn(
            "may not give work", self._refusal(self._task(2), user=chief.user_id)
        )
        own = self._task(3, staff_code="TN.003")
        self.assertIn("themselves", self._refusal(own))
        for user in (self.staff.user_id, theirs.user_id, self._user("X", INTERNAL)):
            with self.assertRaises(AccessError, msg=user.name):
                self._receive(self._task(4), user=user)

    def test_a_month_that_is_assessed_receives_nothing_more_others_do(self):
        self._deliver(self._give(self.staff))
        self._self_assess(self._open()[self.staff])
        refused, created = self._receive(
            self._task(1), self._task(2, staff_code="TN.002")
        )
        self.assertIn("already assessed", refused["message"])
        self.assertEqual(created["status"], "created")

    def test_what_is_no_list_or_too_long_is_refused_as_a_whole(self):
        works = self.env["kpi.assignment"].with_user(self.hr)
        for tasks in ({}, "x", None, [self._task()] * 501):
            with self.assertRaisesRegex(UserError, "at most 500"):
                works.receive_tasks(tasks)
        self.assertEqual(works.receive_tasks([]), [])

    def test_a_refusal_that_only_writing_shows_keeps_no_other_task_back(self):
        works = type(self.env["kpi.assignment"])
        original = works.create

        def refusing(records, vals_list):
            if any(vals.get("name") == "Cấm" for vals in vals_list):
                raise UserError("Không giao việc này.")
            return original(records, vals_list)

        self.patch(works, "create", refusing)
        tasks = [self._task(number) for number in range(7)]
        tasks[3]["name"] = "Cấm"
        answers = self._receive(*tasks)
        statuses = [one["status"] for one in answers]
        self.assertEqual(statuses, ["created"] * 3 + ["refused"] + ["created"] * 3)
        self.assertEqual(answers[3]["message"], "Không giao việc này.")

    def test_two_hundred_tasks_take_the_queries_of_ten(self):
        counts = []
        for first, number in ((0, 1), (1, 10), (100, 200)):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            tasks = [self._task(first + one) for one in range(number)]
            self._receive(*tasks)
            self.env.flush_all()
            counts.append(self.env.cr.sql_log_count - before)
        # The ORM writes at most 100 rows in one statement.
        self.assertLessEqual(counts[2], counts[1] + 12, counts)

    def test_staff_codes_are_given_once_in_an_agency(self):
        with (
            self.assertRaises(IntegrityError),
            mute_logger("odoo.sql_db"),
            self.env.cr.savepoint(),
        ):
            self.colleague.with_user(self.hr).kpi_staff_code = "tn.001"
            self.env.flush_all()
