from freezegun import freeze_time

from .common import HR, INTERNAL, PORTAL
from .reminder_case import TWO_DAYS_BEFORE, ReminderCase


class TestReminders(ReminderCase):
    """Whoever must act is reminded once for each step of a month (Điều 16)."""

    def test_nobody_is_reminded_before_the_days_that_the_rule_names(self):
        self.assertFalse(self._morning("2026-07-21"))
        self.assertTrue(self._morning(TWO_DAYS_BEFORE))

    def test_the_agency_chooses_the_number_of_days(self):
        self.env["kpi.regulation.clause"].create(
            {
                "code": "reminder_days",
                "name": "Nhắc trước năm ngày",
                "value": "5",
                "unit": "days",
                "clause": "Quy chế của cơ quan",
                "date_from": "2026-06-01",
                "company_id": self.company.id,
            }
        )
        self.assertFalse(self._morning("2026-07-18"))
        self.assertTrue(self._morning("2026-07-19"))

    def test_each_person_is_reminded_once_however_many_mornings_come(self):
        people = self.head | self.staff | self.colleague | self.officer
        first = self._morning(TWO_DAYS_BEFORE)
        self.assertEqual(first.user_id, people.user_id)
        self.assertEqual(set(first.mapped("step")), {"self_assess"})
        for day in ("2026-07-22", "2026-07-23", "2026-07-24", "2026-07-25"):
            self.assertFalse(self._morning(day), day)
        self.assertEqual(len(self._mails()), 4)

    def test_an_evaluator_gets_one_digest_for_all_sheets(self):
        self._step(
            self._self_assess, self.sheets[self.staff], self.sheets[self.colleague]
        )
        new = self._morning("2026-07-24")
        digest = new.filtered(lambda one: one.step == "review")
        self.assertEqual((digest.user_id, digest.sheet_count), (self.head.user_id, 2))
        mail = self._mails().filtered(lambda one: "opinion" in one.subject)
        self.assertIn("2 sheet(s) of the month 07/2026", mail.subject)
        self.assertIn("25/07/2026", mail.subject)
        self.assertEqual(mail.recipient_ids, self.head.user_id.partner_id)

    def test_every_step_reminds_who_must_take_it(self):
        sheet = self.sheets[self.staff]
        for act, day, step, person in (
            (self._self_assess, "2026-07-23", "review", self.head),
            (self._review, "2026-07-25", "decide", self.head),
            (self._decide, "2026-08-02", "publish", self.officer),
        ):
            self._step(act, sheet)
            new = self._morning(day).filtered(lambda one, s=step: one.step == s)
            self.assertEqual((new.step, new.user_id), (step, person.user_id))

    def test_an_officer_is_not_asked_to_publish_their_own_sheet(self):
        self._deliver(self._give(self.officer), day="2026-07-10")
        self._until(self.sheets[self.officer], "decided")
        asked = self._morning("2026-08-02").filtered(lambda one: one.step == "publish")
        self.assertNotIn(self.hr, asked.user_id)
        second = self._person("Mai Văn Hai", "staff", HR, self.head)
        asked = self._morning("2026-08-03").filtered(lambda one: one.step == "publish")
        self.assertIn(second.user_id, asked.user_id)

    def test_a_substitute_is_reminded_too(self):
        deputy = self._person("Đỗ Văn Phó", "deputy", INTERNAL, self.head)
        self.env["kpi.delegation"].create(
            {
                "principal_id": self.head.id,
                "substitute_id": deputy.id,
                "date_from": "2026-07-20",
                "date_to": "2026-07-31",
                "document": "12/UQ-UBND",
            }
        )
        self._step(self._self_assess, self.sheets[self.staff])
        new = self._morning("2026-07-23").filtered(lambda one: one.step == "review")
        self.assertEqual(new.user_id, (self.head | deputy).user_id)

    def test_after_the_publication_nobody_is_reminded_any_more(self):
        self.assertFalse(self._morning("2026-08-05"))

    def test_who_got_more_time_is_reminded_before_the_later_day(self):
        with freeze_time("2026-07-20 03:00:00"):
            sheet = self.sheets[self.staff].with_user(self.hr)
            sheet.action_extend_deadline("2026-07-30", "Đi công tác")
        self.assertNotIn(self.staff.user_id, self._morning(TWO_DAYS_BEFORE).user_id)
        late = self._morning("2026-07-28").filtered(
            lambda one: one.user_id == self.staff.user_id
        )
        self.assertEqual(f"{late.last_day:%d/%m}", "30/07")

    def test_everybody_reads_it_in_their_own_language(self):
        self.env["res.lang"]._activate_lang("vi_VN")
        self.staff.user_id.lang = "vi_VN"
        self._morning(TWO_DAYS_BEFORE)
        own = self._mails().filtered(
            lambda one: one.recipient_ids == self.staff.user_id.partner_id
        )
        self.assertIn("tự đánh giá", own.subject.lower())
        self.assertIn(f"/my/kpi/{self.period.id}", own.body_html)

    def test_ten_times_the_people_take_the_same_queries(self):
        counts = []
        for day, number in (("2026-07-22", 1), ("2026-07-23", 3), ("2026-07-24", 30)):
            for one in range(number):
                person = self._person(f"An {number}/{one}", "staff", PORTAL, self.head)
                person.user_id.email = f"an{number}.{one}@tancuong.example"
            self._open()
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            self.assertGreaterEqual(len(self._morning(day)), number)
            counts.append(self.env.cr.sql_log_count - before)
        self.assertLessEqual(counts[2], counts[1] + 2, counts)
