"""What an agency still has to set up, told to its HR officer and to nobody else."""

from odoo import Command

from .common import HR, KpiCase


class TestSettingUp(KpiCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.new_agency = cls._agency("UBND xã mới")
        cls.officer = cls._user("Lưu Thị Mới", HR, cls.new_agency)

    def _board(self, user):
        board = self.env["kpi.board"].with_user(user)
        board = board.with_context(allowed_company_ids=user.company_ids.ids)
        board = board.create({"month": self.period.date_start})
        board.action_show()
        return board

    def _missing(self, user=None):
        board = self._board(user or self.officer)
        return {one.kind: one.missing_count for one in board.step_ids}

    def _employee(self, **values):
        company = {"company_id": self.new_agency.id}
        return self.env["hr.employee"].create(company | values)

    def test_a_new_agency_is_told_what_comes_first(self):
        self.assertEqual(self._missing(), {"people": 0, "catalogue": 0, "month": 0})

    def test_people_are_counted_by_what_they_lack(self):
        self._employee(name="Chưa có loại")
        self._employee(name="Chuyên viên", kpi_position_category="staff")
        missing = self._missing()
        self.assertEqual(missing["category"], 1)
        self.assertEqual((missing["evaluator"], missing["account"]), (1, 1))
        self.assertNotIn("people", missing)

    def test_a_unit_below_needs_no_kind_of_its_own(self):
        company = {"company_id": self.new_agency.id}
        top = self.env["hr.department"].create({"name": "Xã"} | company)
        self.env["hr.department"].create({"name": "Phòng", "parent_id": top.id})
        self.assertEqual(self._missing()["unit"], 1)
        top.kpi_org_kind_id = self.env["kpi.org.kind"].search([], limit=1)
        self.assertNotIn("unit", self._missing())

    def test_a_step_opens_the_list_of_those_who_lack_it(self):
        person = self._employee(name="Chưa có loại")
        step = self._board(self.officer).step_ids.filtered(
            lambda one: one.kind == "category"
        )
        action = step.action_open()
        found = self.env[action["res_model"]].search(action["domain"])
        self.assertEqual(found, person)
        for step in self._board(self.officer).step_ids:
            action = step.action_open()
            self.env[action["res_model"]].with_user(self.officer).search(
                action["domain"]
            )
            self.assertTrue(step.sentence)

    def test_an_agency_that_is_ready_is_told_nothing(self):
        self._open()
        missing = self._missing(self.hr)
        self.assertFalse({"people", "catalogue", "month"} & set(missing))

    def test_nobody_but_the_officer_is_told(self):
        self.assertFalse(self._missing(self.head.user_id))

    def test_an_officer_of_two_agencies_is_told_of_both(self):
        self._open()
        self.hr.company_ids = [Command.link(self.new_agency.id)]
        before = self._missing(self.hr).get("category", 0)
        self._employee(name="Chưa có loại")
        self.assertEqual(self._missing(self.hr)["category"], before + 1)
